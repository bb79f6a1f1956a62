"""Where themes lie."""

from __future__ import annotations

import os

SHIPPED = ("default", "plain", "gallery")
"""The themes that publist brings."""


def folders(site: str) -> tuple[str, ...]:
    """Where themes are looked for, in order."""
    return (os.path.join(site, "themes"), *bundled())


def bundled() -> tuple[str, str]:
    """Where the themes that publist brings may stand: inside an installed publist, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(package, "themes"), os.path.join(os.path.dirname(package), "themes")

"""What dblp adds to names, taken away."""

from __future__ import annotations

import re

_NUMBER = re.compile(r" \d{4}$")


def without_number(name: str) -> str:
    """The name without the number that tells people of one name apart: ``Wei Zhang 0002``."""
    return _NUMBER.sub("", name.strip())

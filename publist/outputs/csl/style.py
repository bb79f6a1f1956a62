"""A citation style in CSL as a value."""

from __future__ import annotations

import re
from typing import NamedTuple


class CslStyle(NamedTuple):
    """A style: the name by which settings know it, its title on pages, and its text, fit for lists."""

    name: str
    title: str
    text: str


def anchor_of(name: str) -> str:
    """The name of a style as an anchor of a page."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().removesuffix(".csl")).strip("-") or "style"

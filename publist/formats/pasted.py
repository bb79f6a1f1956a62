"""The pasted text as lines: white space made plain, blank lines left out, numbers kept."""

from __future__ import annotations

import re
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\n|\r")
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
_NOTHING = "\ufeff\u200b\u200e\u200f\u2060"


class Line(NamedTuple):
    """One line that is not blank: its number from 1, the column from 1 at which its text starts, and the text."""

    number: int
    column: int
    text: str


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank; spaces of other widths are spaces, marks of no width at the ends are gone."""
    found = []
    for number, raw in enumerate(_BREAK.split(text), start=1):
        plain = raw.translate(_SPACES) if not raw.isascii() or "\t" in raw else raw
        stripped = plain.strip().strip(_NOTHING).strip()
        if stripped:
            found.append(Line(number, plain.index(stripped[0]) + 1, stripped))
    return found

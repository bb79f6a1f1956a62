"""Pasted text as lines: white space made plain, blank lines left out, places kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\n|\r")
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
WIDE = re.compile(r"[^\S\r\n]{41,}")
"""More spaces than part two columns; patterns that look for spaces take their square in time."""
_LONG = 1_000_000
_NOTHING = "\ufeff\u200b\u200e\u200f\u2060"


class Line(NamedTuple):
    """A piece of text that is not blank: its line from 1, the column from 1 at which it starts, and the text."""

    number: int
    column: int
    text: str


def raw_lines(text: str) -> list[str]:
    """Every line as it is; their places in the list, from 1, are the numbers of lines."""
    return _BREAK.split(text)


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank; spaces of other widths are spaces, marks of no width at the ends are gone."""
    return list(_known_lines(text) if len(text) <= _LONG else _lines(text))


@lru_cache(maxsize=2)  # every form asks for the lines of one text
def _known_lines(text: str) -> tuple[Line, ...]:
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    return (line for number, raw in _numbered(text) for line in _plain(number, 1, raw))


def cells_of(text: str) -> list[Line]:
    """The same, but parted at tabs too: what a browser makes of the cells of a table."""
    found = []
    for number, raw in _numbered(text):
        column = 1
        for cell in raw.split("\t"):
            found += _plain(number, column, cell)
            column += len(cell) + 1
    return found


def quoted(text: str, longest: int = 200) -> str:
    """The text in quotation marks, cut if it is long, as problems show it."""
    return f"“{text}”" if len(text) <= longest else f"“{text[:longest]}…”"


def _numbered(text: str) -> enumerate[str]:
    return enumerate(raw_lines(text), start=1)


def _plain(number: int, column: int, raw: str) -> list[Line]:
    spaced = raw if raw.isascii() and "\t" not in raw else raw.translate(_SPACES)
    stripped = spaced.strip().strip(_NOTHING).strip()
    start = column + spaced.index(stripped[0]) if stripped else 0
    return [Line(number, start, WIDE.sub(" " * 40, stripped))] if stripped else []

"""What a BibTeX file is made of, as it stands there: entries with their fields, and macro definitions."""

from __future__ import annotations

from typing import NamedTuple

from publist.model.problems import Problem


class Piece(NamedTuple):
    """A part of a value: text in braces or quotes (or a number), or the name of a macro."""

    text: str
    macro: bool = False


class Field(NamedTuple):
    """A field with its name in lower case, and the pieces that ``#`` joins."""

    name: str
    pieces: tuple[Piece, ...]
    line: int


class BibEntry(NamedTuple):
    """An entry as far as it could be read. ``doubts`` are fields that were mended."""

    type: str
    key: str
    line: int
    fields: tuple[Field, ...]
    doubts: tuple[str, ...] = ()


class Macro(NamedTuple):
    """One definition of an ``@string``."""

    name: str
    pieces: tuple[Piece, ...]
    line: int


class Sliced(NamedTuple):
    """A file in pieces, in its order."""

    blocks: tuple[BibEntry | Macro, ...]
    problems: tuple[Problem, ...]

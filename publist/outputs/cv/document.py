"""What a CV is before it is written in any form: sections of blocks of text, all frozen values."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias
from unicodedata import bidirectional


class Run(NamedTuple):
    """Text of one look. ``raised`` is "sup", "sub" or ""; ``url`` is where it leads."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    raised: str = ""
    url: str = ""


Line: TypeAlias = tuple[Run, ...]


class Block(NamedTuple):
    """A paragraph, an item of a list, or a subheading: ``kind`` is "p", "li" or "h"."""

    kind: str
    line: Line


class Item(NamedTuple):
    """A reference or an entry: what stands before it (a number or a date, "" for nothing), and its text."""

    label: str
    line: Line


class Group(NamedTuple):
    """Items under a heading of their own; "" where they have none. ``keys`` are the citation keys of its papers."""

    heading: str
    items: tuple[Item, ...]
    keys: tuple[str, ...] = ()


class Section(NamedTuple):
    """A heading with text, dated entries and groups of references; ``legend`` explains marks in the references."""

    heading: str
    blocks: tuple[Block, ...] = ()
    entries: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    legend: str = ""


class Document(NamedTuple):
    """A whole CV, with its ``bibliography`` as BibLaTeX.

    ``language`` is a BCP 47 tag, ``direction`` ltr or rtl, ``sheet`` a paper size.
    """

    name: str
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    language: str = "en"
    direction: str = "ltr"
    sheet: str = "a4"
    bibliography: str = ""


def text_of(line: Line) -> str:
    """The line without its looks."""
    return "".join(run.text for run in line)


def is_left_to_right(line: Line) -> bool:
    """Whether the first letter with a direction is written from left to right (UAX 9, rule P2)."""
    strong = (kind for char in text_of(line) if (kind := bidirectional(char)) in ("L", "R", "AL"))
    return next(strong, "L") == "L"

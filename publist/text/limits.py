"""The limits of what is read: no honest file reaches them, and below them work and memory are bounded.

docs/formats.md and SECURITY.md tell them; tests hold the docs to these numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized
from typing import NamedTuple

from publist.model.paper import Name, Paper

SOURCE = 512 << 20
"""Bytes of a file that is imported: a hundred thousand papers with their abstracts have about 200 MB."""
FILE = 32 << 20
"""Bytes of a file of content/ that people write: 20,000 authors with their affiliations have about 4 MB."""
DEPTH = 100
"""Lists and mappings within each other in YAML and JSON."""
TEXT = 1_000_000
"""Characters of a text of several lines: an abstract, a page."""
LINE = 20_000
"""Characters of a text of one line: a venue, a note, an address."""
NAME = 1_000
"""Characters of a person's name."""
AUTHORS = 50_000
"""Authors of a paper: the longest list in print has about 15,000."""
ITEMS = 1_000
"""Items of any other list of a paper, such as its keywords."""
TOPICS = 100
"""Topics of a paper: each has a page that lists the paper with all of its topics."""


LEAST = 200
"""A shorter file is over none of these."""


class Excess(NamedTuple):
    """A field that is over a limit: which, how much it has, how much it may have, and of what."""

    field: str
    has: int
    may: int
    unit: str

    def __str__(self) -> str:
        return f"`{self.field}` has {self.has:,} {self.unit}; at most {self.may:,} are read"


def excess(paper: Paper) -> Iterator[Excess]:
    """Everything of a paper that is over a limit."""
    for field, value in zip(paper._fields, paper, strict=True):
        if isinstance(value, str):
            if len(value) > (TEXT if field == "abstract" else LINE):
                yield Excess(field, len(value), TEXT if field == "abstract" else LINE, "characters")
        elif isinstance(value, Sized) and len(value):
            yield from _of_many(field, value)


def _of_many(field: str, value: Sized) -> Iterator[Excess]:
    may = {"authors": AUTHORS, "editors": AUTHORS, "topics": TOPICS}.get(field, ITEMS)
    if len(value) > may:
        yield Excess(field, len(value), may, "entries")
    if not isinstance(value, tuple):
        return
    limit = NAME if value and isinstance(value[0], Name) else LINE
    for item in value:
        longest = max((len(part) for part in _texts(item)), default=0)
        if longest > limit:
            yield Excess(field, longest, limit, "characters in one entry")
            return


def _texts(item: object) -> Iterator[str]:
    """The texts of an entry of a list; of a person the names, which are what is taken apart."""
    if isinstance(item, Name):
        yield from item[:5]
    elif isinstance(item, str):
        yield item
    elif isinstance(item, tuple):
        yield from (part for part in item if isinstance(part, str))

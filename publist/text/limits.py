"""The limits of what is read: no honest file reaches them, and below them work and memory are bounded.

docs/formats.md and SECURITY.md tell them; tests hold the docs to these numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from publist.model.paper import Name

SOURCE = 512 << 20
"""Bytes of a file that is imported: a hundred thousand papers with their abstracts have about 200 MB."""
FILE = 32 << 20
"""Bytes of a file of content/ that people write: 20,000 authors with their affiliations have about 4 MB."""
DEPTH = 100
"""Lists and mappings within each other in YAML and JSON."""
PICTURE = 32 << 20
"""Bytes of a picture of a paper."""
PIXELS = 50_000_000
"""Pixels of such a picture, which are in memory while smaller ones are made; a photo of a camera has half as many."""
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

_MOST = {"authors": AUTHORS, "editors": AUTHORS, "topics": TOPICS}
_NAMES = 5
"""The first fields of a name are its texts."""


class Excess(NamedTuple):
    """A field that is over a limit: which, how much it has, how much it may have, and of what."""

    field: str
    has: int
    may: int
    unit: str

    def __str__(self) -> str:
        return f"`{self.field}` has {self.has:,} {self.unit}; at most {self.may:,} are read"


def excess(values: Mapping[str, Any], *, written: int = TEXT) -> Iterator[Excess]:
    """Everything of a paper's fields, by name, that is over a limit.

    ``written`` are the characters of the text that says all of them but the abstract.
    """
    if written <= NAME and len(values.get("topics", ())) <= TOPICS:
        return  # of all limits only that of topics can be passed in so few
    for field, value in values.items():
        if isinstance(value, str):
            if len(value) > (TEXT if field == "abstract" else LINE):
                yield Excess(field, len(value), TEXT if field == "abstract" else LINE, "characters")
        elif isinstance(value, (tuple, dict)):
            yield from _of_many(field, value)


def _of_many(field: str, value: tuple[Any, ...] | dict[str, Any]) -> Iterator[Excess]:
    may = _MOST.get(field, ITEMS)
    if len(value) > may:
        yield Excess(field, len(value), may, "entries")
    for item in value if isinstance(value, tuple) else ():
        longest = _longest(item)
        if longest > (NAME if isinstance(item, Name) else LINE):
            yield Excess(field, longest, NAME if isinstance(item, Name) else LINE, "characters in one entry")
            return


def _longest(item: object) -> int:
    """Characters of the longest text of an entry; of a person of the names, which are what is taken apart."""
    if isinstance(item, str):
        return len(item)
    if not isinstance(item, tuple):
        return 0
    parts = item[:_NAMES] if isinstance(item, Name) else item
    return max([len(part) for part in parts if isinstance(part, str)], default=0)

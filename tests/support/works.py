"""Invented papers as pages and files print them, and the ways to print their authors."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from publist.formats import load
from publist.formats.base import Reading
from publist.formats.recognition import recognised

Person = tuple[str, str]
"""Given and family name; a group, or a name in a script that does not part them, has no given name."""


class Work(NamedTuple):
    """A paper as a page prints it."""

    title: str
    authors: tuple[Person, ...]
    year: int
    venue: str
    volume: int
    issue: int
    first: int
    last: int
    number: int
    """Makes DOI, arXiv number and the like."""
    cited: int = 0

    @property
    def doi(self) -> str:
        """A DOI of its own."""
        return f"10.1000/{self.number}"

    @property
    def arxiv(self) -> str:
        """An arXiv number of the year."""
        return f"{self.year % 100:02d}05.{self.number:05d}"


def full(work: Work, separator: str = ", ") -> str:
    return separator.join(f"{given} {family}".strip() for given, family in work.authors)


def initials(given: str) -> str:
    return "".join(word[0].upper() for word in given.replace("-", " ").split())


def short(work: Work, separator: str = ", ") -> str:
    return separator.join(f"{initials(given)} {family}".strip() for given, family in work.authors)


def behind(work: Work) -> str:
    return ", ".join(f"{family} {initials(given)}".strip() for given, family in work.authors)


def inverted(work: Work, separator: str = "; ") -> str:
    return separator.join(f"{family}, {given}" if given else family for given, family in work.authors)


def dotted(work: Work) -> str:
    return ", ".join(f"{family}, {'.'.join(initials(given))}." if given else family for given, family in work.authors)


Printer = Callable[[Sequence[Work], random.Random], str]
"""Prints papers as a page or file has them."""


def read_as(name: str, text: str) -> Reading:
    """The reading of a text that is recognised as this form."""
    found = recognised(text).format
    assert found
    assert found.name == name
    reading: Reading = load(name).read(text, source="page.txt")
    return reading

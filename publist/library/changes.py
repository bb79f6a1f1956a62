"""What happened to the list, as its papers date it: what was added, corrected and retracted.

Every date is one that a file says; nothing is known of the day on which a site is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publist.library.library import Entry
from publist.model.paper import Date, Notice

ADDED, CORRECTED, RETRACTED = "added", "corrected", "retracted"
MOST = 100
"""So many changes are told: the newest."""


class Change(NamedTuple):
    """One change: what happened to which paper when, and the notice of a correction or retraction.

    ``number`` tells several corrections of a paper apart, from 1.
    """

    what: str
    date: Date
    entry: Entry
    notice: Notice | None = None
    number: int = 1


class Changes(NamedTuple):
    """The newest changes, newest first, and how many there are of all."""

    newest: tuple[Change, ...]
    total: int


def changes_of(entries: Iterable[Entry]) -> Changes:
    """The changes of these papers. A month without a day stands after its days, as in lists of papers."""
    found = [change for entry in entries for change in _of(entry)]
    found.sort(key=lambda change: (*[-part for part in change.date], change.entry.slug, change.what, change.number))
    return Changes(tuple(found[:MOST]), len(found))


def _of(entry: Entry) -> Iterator[Change]:
    paper = entry.paper
    if paper.added:
        yield Change(ADDED, paper.added, entry)
    for number, notice in enumerate(paper.corrections, 1):
        if notice.date:
            yield Change(CORRECTED, notice.date, entry, notice, number)
    if paper.retraction and paper.retraction.date:
        yield Change(RETRACTED, paper.retraction.date, entry, paper.retraction)

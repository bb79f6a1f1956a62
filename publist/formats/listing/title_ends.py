"""Where each title ends, judged twice: by the line and its abstract, then with the names that the page gave away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from publist.formats.listing.evidence import Surroundings
from publist.formats.listing.page_words import Page
from publist.formats.listing.records import ListingRecord
from publist.formats.listing.splits import Byline, Split, byline_of, margin, splits

SURE = 3.5
"""The margin from which on a seam counts as sure. It flags about one paper of a hundred, and nine wrong ones of ten."""

_BEYOND_DOUBT = 2 * SURE
"""No name of the page would change a seam with such a margin."""


class Judged(NamedTuple):
    """A byline and its readings, best first (at least none)."""

    byline: Byline
    splits: Sequence[Split]

    @property
    def names(self) -> tuple[str, ...]:
        """The authors of the best reading, if it is sure."""
        if margin(self.splits) < SURE:
            return ()
        best = self.splits[0].candidate
        return (best.first, *best.others)


def judged(records: Sequence[ListingRecord]) -> list[Judged]:
    """The judgement of each record in turn."""
    page = Page(record.abstract for record in records)
    first = [_judge(record, page) for record in records]
    for judgement in first:
        page.learn(judgement.names)
    return [_again(record, judgement, page) for record, judgement in zip(records, first, strict=True)]


def _judge(record: ListingRecord, page: Page) -> Judged:
    byline = byline_of(record.byline.text)
    return Judged(byline, splits(byline, Surroundings(record.abstract, record.abstract.lower(), page)))


def _again(record: ListingRecord, judgement: Judged, page: Page) -> Judged:
    """The judgement with what the other records say: what this one says itself must not support it."""
    if margin(judgement.splits) >= _BEYOND_DOUBT:
        return judgement
    page.learn(judgement.names, times=-1)
    again = _judge(record, page)
    page.learn(judgement.names)
    return again

"""What feeds are made of, whatever their format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from publist.library.library import Entry
from publist.model.paper import Date
from publist.model.settings import Config


class Channel(NamedTuple):
    """The feed itself: absolute addresses of the list's page and of the feed, and what it says of itself."""

    title: str
    page: str
    address: str
    author: str
    description: str
    language: str


def channel(title: str, page: str, address: str, config: Config, description: str = "") -> Channel:
    """The feed of a page of the site; both places are paths on it."""
    return Channel(
        title=f"{title} · {config.title}" if title else config.title,
        page=config.base_url + page,
        address=config.base_url + address,
        author=config.owner or config.title,
        description=description,
        language=config.language,
    )


class Item(NamedTuple):
    """A paper with its authors, its abstract in HTML and its permalink, which is also its permanent id.

    ``title`` is plain and says of a retracted paper that it is; ``instead`` is the moment for a paper without a date.
    """

    entry: Entry
    title: str
    authors: Sequence[str]
    html: str
    page: str
    instead: str


def moment(date: Date) -> str:
    """The moment at which a date begins, as far as it is known (RFC 3339)."""
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"


def timestamp(entry: Entry) -> str:
    """The moment at which the paper's date begins; "" without a date."""
    return moment(entry.paper.date) if entry.paper.date else ""


def newest(entries: Iterable[Entry]) -> str:
    """The newest of the entries' moments, "" if none has one. A feed says nothing of when the site was built."""
    return max((timestamp(entry) for entry in entries), default="")


def instead_of_date(entry: Entry, entries: Iterable[Entry]) -> str:
    """The moment that stands for a paper without a date in a feed of these, "" if it has one or none of them has.

    What has not appeared yet is as new as the newest; what nothing is known of is as old as the oldest.
    """
    if entry.paper.date:
        return ""
    known = [moment for moment in map(timestamp, entries) if moment]
    return (max if entry.paper.status else min)(known, default="")

"""Records to works: what is one edition by its identifiers, and which editions are one work because a service says so.

A record without any identifier joins an edition only where title, authors, year and kind agree with that one alone.
All else that looks alike stays apart, and is proposed by the import.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from publist.importing.duplicates.titles import title_of
from publist.model.paper import Name, Paper
from publist.network.matching import Sureness, letters, verdict
from publist.network.records import Record, arxiv_id, doi_id

KEPT = "kept"
"""What the last sync made of a work, where a service is silent now: it stays until all have spoken."""
Apart = Collection[frozenset[str]]
"""Pairs of identifiers of two works that somebody has told apart."""


class Edition(NamedTuple):
    """The records of one edition, and all its identifiers."""

    ids: frozenset[str]
    records: tuple[Record, ...]


class Work(NamedTuple):
    """The editions of one work; ``concept`` are identifiers that stand for all of its versions."""

    editions: tuple[Edition, ...]
    concept: frozenset[str]

    @property
    def ids(self) -> frozenset[str]:
        """The identifiers of all its editions."""
        return frozenset().union(*(edition.ids for edition in self.editions))

    @property
    def records(self) -> tuple[Record, ...]:
        """All that is said of it."""
        return tuple(record for edition in self.editions for record in edition.records)


def works_of(records: Sequence[Record], owners: Sequence[Name] = (), apart: Apart = frozenset()) -> list[Work]:
    """The works that the records are about."""
    editions = _with_unnamed(_editions([one for one in records if one.ids]), records, owners)
    groups = _Groups(len(editions))
    at = {name: number for number, edition in enumerate(editions) for name in edition.ids}
    concept = frozenset().union(*(record.concept for record in records))
    for number, edition in enumerate(editions):
        for name in sorted(frozenset().union(*(record.others for record in edition.records))):
            other = at.get(name)
            if other is not None and not _told_apart(edition.ids, editions[other].ids, apart):
                groups.join(number, other)
    return [Work(tuple(editions[number] for number in group), concept) for group in groups.all()]


def _told_apart(one: frozenset[str], other: frozenset[str], apart: Apart) -> bool:
    return any(pair & one and pair & other and len(pair) > 1 for pair in apart)


class _Groups:
    """Numbers that belong together (union-find)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def first(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low

    def all(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._above)):
            found[self.first(number)].append(number)
        return list(found.values())


def _editions(records: Sequence[Record]) -> list[Edition]:
    """The records by what they share of their own identifiers."""
    groups = _Groups(len(records))
    at: dict[str, int] = {}
    for number, record in enumerate(records):
        for name in sorted(record.ids):
            groups.join(number, at.setdefault(name, number))
    return [_edition(records[number] for number in group) for group in groups.all()]


def _edition(records: Iterable[Record]) -> Edition:
    each = tuple(records)
    return Edition(frozenset().union(*(record.ids for record in each)), each)


def _with_unnamed(editions: list[Edition], records: Sequence[Record], owners: Sequence[Name]) -> list[Edition]:
    """The editions with the records that have no identifier, each at the one that it can only be, else alone."""
    found = list(editions)
    by_title: dict[str, list[int]] = defaultdict(list)
    for number, edition in enumerate(found):
        for key in {letters(record.paper.title) for record in edition.records}:
            by_title[key].append(number)
    for record in sorted((one for one in records if not one.ids), key=lambda one: "authors" in one.paper.review):
        key = letters(record.paper.title)
        near = [number for number in by_title[key] if _is_kept(record, found[number])] or [
            number for number in by_title[key] if _is_same(record.paper, found[number], owners)
        ]
        if len(near) == 1:
            found[near[0]] = _edition((*found[near[0]].records, record))
        else:
            by_title[key].append(len(found))
            found.append(Edition(frozenset((unnamed(record.paper),)), (record,)))
    return [
        edition if edition.ids else Edition(frozenset((unnamed(edition.records[0].paper),)), edition.records)
        for edition in found
    ]


def _is_kept(record: Record, edition: Edition) -> bool:
    """Whether one of the two is what the last sync made of the other."""
    return any(
        KEPT in (record.service, one.service) and unnamed(one.paper) == unnamed(record.paper) for one in edition.records
    )


def _is_same(paper: Paper, edition: Edition, owners: Sequence[Name]) -> bool:
    """Whether a record without identifiers is about this edition: all that it says agrees with one of the records."""
    published = paper.type != "article"
    return any(
        verdict(paper, record.paper, owners).sureness is Sureness.SURE and (record.paper.type != "article") is published
        for record in edition.records
    )


def unnamed(paper: Paper) -> str:
    """What names a work without identifiers: its title and year."""
    return f"title:{letters(paper.title) or paper.title}:{paper.date.year if paper.date else ''}"


def ids_of(paper: Paper) -> Iterator[str]:
    """The identifiers that a paper of the list has, its versions' among them."""
    named = [(paper.doi, paper.arxiv), *((version.doi, version.arxiv) for version in paper.versions)]
    for doi, arxiv in named:
        yield from filter(None, (doi_id(doi), arxiv_id(arxiv) if arxiv else ""))


def is_telling(title: str) -> bool:
    """Whether a title says enough to be searched for."""
    return title_of(title).length >= 2

"""How sure each field of a reading is: the odds that it is wrong, from the readings that compete and signs of trouble.

What competing readings agree on is sure even where they differ elsewhere (views.py); what leaves words or numbers
unread (trouble.py), or is unlike the other references of its list (company.py), is not. The weights of the table
doubt.tsv are those of a logistic regression for each field, fitted by tests/benchmarks/references_doubt.py on
34,000 references in styles of the Citation Style Language and in invented forms; the limit is set so that about one
paper in six of lists in rare styles asks for a review, and one in nine of lists in common styles.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from math import log
from statistics import median
from typing import NamedTuple

from publist.formats.references import trouble, views
from publist.formats.references.company import company_of
from publist.formats.references.company import signs_of as signs_of_company
from publist.formats.references.lists import Judged
from publist.formats.references.parting import Reading, Reference
from publist.model.paper import Paper

FIELDS = ("title", "authors", "venue", "pages")
_TABLE = os.path.join(os.path.dirname(__file__), "doubt.tsv")
_SURE = 18.0
"""So much speaks for the readings of a list in a common style."""
_VENUE = 8
"""A venue of fewer letters may stand in another's name by chance."""
_BETWEEN = re.compile(r"(?<=\w)[\s,.:;(]")


def _read() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {field: {} for field in FIELDS}
    with open(_TABLE, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                field, weight, name = line.rstrip("\n").split("\t")
                table[field][name] = float(weight)
    return table


WEIGHTS = _read()


class Usual(NamedTuple):
    """What the references of a list have in common."""

    length: float
    pages: float
    venue: float
    volume: float
    year_first: float
    initials: float
    sorted: Sequence[str]
    venues: Counter[str]
    again: Sequence[str]
    """The median of their length, the shares that have pages, a venue, a volume, the year behind the authors and
    authors with initials, and how often each venue comes (sorted: only which there are; again: long ones that come
    more than once, as they stand within a text)."""


def usual_of(references: Sequence[Reference], judgements: Sequence[Judged], papers: Sequence[Paper | None]) -> Usual:
    """What is usual in this list."""
    read = [paper for paper in papers if paper and paper.authors] or [paper for paper in papers if paper]
    best = [judged.readings[0] for judged in judgements if judged.readings]
    count = len(read) or 1
    venues = Counter(paper.venue for paper in read)
    return Usual(
        median([len(reference.text) for reference in references] or [1]) or 1,
        sum(bool(paper.pages) for paper in read) / count,
        sum(bool(paper.venue) for paper in read) / count,
        sum(bool(paper.volume) for paper in read) / count,
        sum(_has_year_first(reading) for reading in best) / (len(best) or 1),
        sum(map(_has_initials, read)) / count,
        sorted(venues),
        venues,
        [f" {venue}" for venue, times in venues.items() if times > 1 and len(venue) >= _VENUE],
    )


def _has_year_first(reading: Reading) -> bool:
    return reading.authors is not None and bool(reading.authors.year)


def _has_initials(paper: Paper) -> bool:
    """Whether the authors are printed with initials."""
    return any(_INITIALS.search(name.name) for name in paper.authors)


_INITIALS = re.compile(r"\b[A-Z]\.?(?:$|[\s-])|\b[A-Z]{2,3}\b")


def doubtful(evidence: dict[str, float]) -> tuple[str, ...]:
    """The fields that are more likely wrong than the limit of their table allows."""
    seen = {name: value for name, value in evidence.items() if value}
    return tuple(field for field in FIELDS if odds_of(field, seen) > WEIGHTS[field].get("limit", 99.0))


def odds_of(field: str, evidence: dict[str, float]) -> float:
    """The log-odds that the field is wrong."""
    weights = WEIGHTS[field]
    return weights.get("bias", 0.0) + sum([weights.get(name, 0.0) * value for name, value in evidence.items()])


def evidence_of(
    judgements: Sequence[Judged], references: Sequence[Reference], papers: Sequence[Paper | None]
) -> list[dict[str, float] | None]:
    """All that speaks for or against the papers of a list, each the best of the readings of its reference."""
    usual = usual_of(references, judgements, papers)
    company = company_of(references, judgements, papers)
    told = [
        _evidence(judged, reference, paper, usual) | signs_of_company(judged.readings[0], reference, paper, company)
        if paper
        else None
        for judged, reference, paper in zip(judgements, references, papers, strict=True)
    ]
    seen = [one for one in told if one]
    of_list = {
        f"{name} of the list": sum([one[name] for one in seen]) / (len(seen) or 1)
        for name in ("title odds", "authors odds", "venue odds")
    }
    return [one | of_list if one else None for one in told]


def _evidence(judged: Judged, reference: Reference, paper: Paper, usual: Usual) -> dict[str, float]:
    """What speaks for or against one paper."""
    best, text = judged.readings[0], reference.text
    told = {
        **views.signs_of(judged, text),
        "unlike the list": -judged.agreement,
        "unlike the list in one trait": -judged.least,
        "less speaks for it than usual": min(max(judged.typical - best.score, 0.0), 15.0),
        "length": min(abs(log(max(len(text), 1) / usual.length)), 2.0),
        "no pages where most have": usual.pages * (not paper.pages),
        "pages where few have": (1 - usual.pages) * bool(paper.pages),
        "no venue where most have": usual.venue * (not paper.venue),
        "no volume where most have": usual.volume * (not paper.volume),
        "a year behind the authors where few have": (1 - usual.year_first) * _has_year_first(best),
        "no year behind the authors where most have": usual.year_first * (not _has_year_first(best)),
        "whole names where most have initials": usual.initials * (bool(paper.authors) and not _has_initials(paper)),
        "initials where few have": (1 - usual.initials) * _has_initials(paper),
        "little speaks for it": min(max(_SURE - best.score, 0.0), 15.0),
        "little speaks for the list": min(max(_SURE - judged.typical, 0.0), 15.0),
        "the venue is another's and more": _is_longer(paper.venue, usual.venues),
        "the venue is a part of another's": _is_part(paper.venue, usual.sorted),
        "the title holds a venue of the list": any(other in paper.title for other in usual.again),
        "the venue comes again": bool(paper.venue) and usual.venues[paper.venue] > 1,
    }
    return told | trouble.signs_of(best, reference, paper)


def _is_longer(venue: str, others: Counter[str]) -> bool:
    """Whether another venue of the list, and something behind it, makes this one."""
    ends = [match.start() for match in _BETWEEN.finditer(venue)]
    return any(end >= _VENUE and venue[:end] in others for end in ends)


def _is_part(venue: str, others: Sequence[str]) -> bool:
    """Whether another venue of the list goes on where this one ends; they are sorted."""
    after = bisect_right(others, venue)
    return bool(venue) and after < len(others) and others[after].startswith(venue)

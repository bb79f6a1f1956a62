"""Notices about papers (errata, corrections, retractions) in what services answer: they are no papers of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from publist.formats.base import Reading
from publist.model.paper import Notice, Paper
from publist.model.problems import Problem, warning

RETRACTIONS = frozenset(("retraction", "withdrawal", "removal", "partial_retraction", "partial-retraction"))
_TITLE = re.compile(
    r"""(?:(?:author|publisher|editorial)(?:'s)?\s+)(?:corrections?|errat(?:um|a)|retraction)\b
    | corrections?\s*(?:[:：]|to\s*[:：“"'‘<])
    | (?:errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a))\s*(?:[:：]|(?:to|for|zu)\b|$)
    | retraction\s*(?:[:：]|(?:notice|note)\b|of\s*[:：“"'‘<]|$)
    | expression\s+of\s+concern\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Titles of papers that only begin alike ("Correction of motion artefacts", "Retraction of the tongue") are none."""


class Update(NamedTuple):
    """A notice: the DOI of the paper that it is about (if it says so), what kind it is, and what it says."""

    doi: str
    kind: str
    notice: Notice


class ReadRecord(NamedTuple):
    """A record of a service: a paper, or (``about``) notices about papers."""

    paper: Paper
    line: int
    about: tuple[Update, ...] = ()


def is_notice(title: str) -> bool:
    """Whether a title is that of a notice: ``Erratum: …``, ``Author Correction: …``, ``Retraction of …``."""
    return _TITLE.match(title.lstrip("[(*")) is not None


def with_update(paper: Paper, update: Update) -> Paper:
    """The paper with one notice more."""
    if update.kind in RETRACTIONS:
        return paper._replace(retraction=update.notice)
    known = update.notice in paper.corrections
    return paper if known else paper._replace(corrections=(*paper.corrections, update.notice))


def reading(records: Iterable[ReadRecord], problems: Iterable[Problem], source: str) -> Reading:
    """The papers with the notices about them; a notice about none of them is told, and no paper."""
    records, told = tuple(records), list(problems)
    papers = [record.paper for record in records if not record.about]
    lines = tuple(record.line for record in records if not record.about)
    places: Mapping[str, int] = {paper.doi.lower(): at for at, paper in enumerate(papers) if paper.doi}
    for record in records:
        for update in record.about:
            place = places.get(update.doi.lower())
            if place is None:
                told.append(_left_out(record, update, source))
            else:
                papers[place] = with_update(papers[place], update)
    told.sort(key=lambda problem: problem.line)
    return Reading(tuple(papers), tuple(told), lines)


def _left_out(record: ReadRecord, update: Update, source: str) -> Problem:
    about = f" about {update.doi}" if update.doi else ""
    message = f"a notice{about} is no paper of its own and is left out: {record.paper.title[:80]}"
    return warning(source, record.line, 0, message, "if it is one, write it by hand: publist new")

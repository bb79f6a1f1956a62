"""What the reader makes of the lists of a folder, beside the truth: for fitting weights and the weights of doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from publist.formats import references
from publist.formats.references import lists
from publist.formats.references.hyphens import Vocabulary
from publist.formats.references.judging import readings
from publist.formats.references.parting import Reading, Reference
from publist.formats.references.publications import paper_of
from publist.formats.references.segmentation import Entry, segments_of
from publist.formats.references.sourcelines import lines_of
from publist.model.paper import Name, Paper
from publist.text.names import parts
from tests.benchmarks.references_styles import folded

Truth = dict[str, Any]


class Case(NamedTuple):
    """A reference of a list, and what it tells; None where the truth has no such paper."""

    entry: Entry
    reference: Reference
    truth: Truth | None


def cases_of(folder: Path) -> Iterator[list[Case]]:
    """The references of each list of the folder."""
    for file in sorted(folder.glob("*.txt")):
        truths = [json.loads(line) for line in file.with_suffix(".truth.jsonl").read_text("utf-8").splitlines()]
        entries = segments_of(lines_of(file.read_text("utf-8"))).entries
        vocabulary = Vocabulary(entry.text for entry in entries)
        yield [
            Case(entry, references._reference_of(entry.text, vocabulary), _truth_in(entry.text, truths))
            for entry in entries
        ]


def _truth_in(text: str, truths: Sequence[Truth]) -> Truth | None:
    """The paper whose title stands in the text, if it is only one."""
    shown = folded(text)
    found = [truth for truth in truths if folded(truth["title"]) in shown]
    return max(found, key=lambda truth: len(truth["title"])) if found else None


def all_readings(case: Case) -> list[Reading]:
    """The readings of a case by the weights that the reader has."""
    return readings(case.reference, lists.weigh)


def wrong_fields(case: Case, reading: Reading) -> list[str]:
    """Which of title, authors and venue this reading has wrong."""
    truth = case.truth or {}
    paper = paper_of(reading, case.reference, case.entry.heading)
    told = {
        "title": folded(paper.title) == folded(truth.get("title", "")),
        "authors": _same_authors(paper, truth),
        "venue": bool(venues(paper.venue) & _wanted(truth)) or (not paper.venue and not truth.get("venue")),
    }
    return [field for field, holds in told.items() if not holds]


def other_wrong_fields(paper: Paper, truth: Truth) -> list[str]:
    """Which of year, pages and DOI are wrong."""
    told = {
        "date": (str(paper.date.year) if paper.date else "") == truth.get("year", ""),
        "pages": _pages(paper.pages) == _pages(truth.get("pages", "")),
        "doi": paper.doi.lower() == truth.get("doi", "").lower(),
    }
    return [field for field, holds in told.items() if not holds]


def _same_authors(paper: Paper, truth: Truth) -> bool:
    wanted = [
        folded("".join(_order(name.get("given", ""), name.get("family", name.get("literal", "")))))
        for name in truth["authors"]
    ]
    return [_folded_name(name) for name in paper.authors] == wanted and paper.et_al == truth["et_al"]


def _order(given: str, family: str) -> tuple[str, str]:
    """The parts as they are printed: the family name first in Chinese."""
    return (family, given) if re.match(r"[\u4e00-\u9fff]", family) else (given, family)


def _folded_name(name: Name) -> str:
    known = parts(name)
    if re.match(r"[\u4e00-\u9fff]", name.name):
        return folded(name.name.replace(" ", ""))
    return folded(f"{known.given}{known.particle}{known.family}") if known.family else folded(name.name)


def _wanted(truth: Truth) -> set[str]:
    return {
        form
        for venue in [truth.get("venue", ""), *truth.get("alt", {}).get("venue", []), _house(truth)]
        if venue
        for form in venues(venue)
    }


def _house(truth: Truth) -> str:
    """The publisher, which may stand for the venue of what has none."""
    return "" if truth.get("venue") else truth.get("publisher", "")


def venues(venue: str) -> set[str]:
    """The forms of a venue that count as the same: without "Proc. of", a year or an acronym at its end."""
    found = {venue.strip(" .,;:")}
    for pattern in (
        r"^(?:In|in)\b[:\s]\s*",
        r"^(?:19|20)\d\d\s+",
        r"^[Tt]he\s+",
        r"^(?:Proc\.?|Proceedings)\s+(?:of\s+)?(?:the\s+)?",
        r"[\s,]+\(?(?:19|20)\d\d\)?$",
        r"\s*\([^()]*\)$",
    ):
        found |= {re.sub(pattern, "", form).strip(" .,;:") for form in found}
    return {folded(form) for form in found if folded(form)}


def _pages(pages: str) -> str:
    first, *last = re.findall(r"\w+", re.sub(r"^pp?\.\s?", "", pages)) or [""]
    if last and last[0].isdigit() and first.isdigit() and len(last[0]) < len(first):
        last[0] = first[: -len(last[0])] + last[0]
    return "-".join([first, *last]).lower()

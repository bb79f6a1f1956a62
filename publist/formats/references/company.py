"""What the papers of a list have in common beyond their style: people, words of venues, and how their numbers stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from publist.formats.references import trouble
from publist.formats.references.lists import Judged
from publist.formats.references.numbers import YEAR
from publist.formats.references.parting import Reading, Reference
from publist.model.paper import Name, Paper
from publist.text.names import parts

_YEARS = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_TOKEN = re.compile(r"\d+|[^\W\d_]{3,}")
_RANGE = re.compile(r"\d\W+\w*\d")
_NUMBER = re.compile(r"\d+")
_STOP = re.compile(r"[a-z]{3}\. [A-Z]")
_ONE_BEHIND = re.compile(r", [A-Z][a-z]+$")
_LONGEST = 24
_MOST, _LEFT = 12, 80
"""So many letters more than are printed make a reading odd; more that nobody has read than this counts as this."""


class Company(NamedTuple):
    """How many papers a list has, and how many have each family name, end of a venue and form of numbers."""

    papers: int
    people: Counter[str]
    first: Counter[str]
    last: Counter[str]
    endings: Counter[str]
    numbers: Counter[str]


def company_of(
    references: Sequence[Reference], judgements: Sequence[Judged], papers: Sequence[Paper | None]
) -> Company:
    """What the papers of this list have in common."""
    read = [
        (paper, ending_of(judged.readings[0], reference))
        for reference, judged, paper in zip(references, judgements, papers, strict=True)
        if paper and judged.readings
    ]
    venues = [paper.venue.split() for paper, _ in read if paper.venue.split()]
    return Company(
        len(read) or 1,
        Counter(family for paper, _ in read for family in set(map(_family, paper.authors))),
        Counter(words[0] for words in venues),
        Counter(words[-1] for words in venues),
        Counter(ending for _, ending in read),
        Counter(_numbers(paper) for paper, _ in read),
    )


def signs_of(best: Reading, reference: Reference, paper: Paper, company: Company) -> dict[str, float]:
    """The signs that a paper is unlike the others of its list, or not all of it was read."""
    ending = company.endings[ending_of(best, reference)]
    return {
        **_of_people(paper, company),
        **_of_venue(paper.venue, company),
        "numbers stand as in no other": ending < 2,
        "numbers stand as in few": -_share(ending, company),
        "numbers that few have": -_share(company.numbers[_numbers(paper)], company),
        "no pages and numbers left": 0 if paper.pages else _numbers_left(best, reference),
        **_of_letters(paper, reference.text),
    }


def _of_people(paper: Paper, company: Company) -> dict[str, float]:
    """The owner of a list is an author of nearly all its papers, and most co-authors come again."""
    families = list(map(_family, paper.authors))
    again = sum(company.people[family] > 1 for family in families)
    owner, count = (company.people.most_common(1) or [("", 0)])[0]
    owned = count > company.papers / 2
    return {
        "the owner is no author": count / company.papers if owned and owner not in families else 0.0,
        "authors who come again": again / max(1, len(families)),
        "nobody comes again": owned and not again,
    }


def _of_venue(venue: str, company: Company) -> dict[str, float]:
    words = venue.split() or [""]
    return {
        "venue: another begins so": company.first[words[0]] > 1,
        "venue: another ends so": company.last[words[-1]] > 1,
        "venue: words and a full stop inside": bool(_STOP.search(venue)),
        "venue: one word behind a comma": bool(_ONE_BEHIND.search(venue)),
    }


def _of_letters(paper: Paper, text: str) -> dict[str, float]:
    """How many letters and digits of the reference no field has, and whether the fields have more than are printed."""
    people = [name.name for name in (*paper.authors, *paper.editors)]
    printed = [paper.title, paper.venue, paper.publisher, paper.place, paper.series, paper.volume, paper.issue]
    read = len(trouble.bare("".join([*people, *printed, paper.pages, str(paper.date or "")])))
    left = len(trouble.bare(text)) - read
    return {"letters that no field has": min(max(left, 0), _LEFT) / 20, "more letters than are printed": left < -_MOST}


def _numbers_left(best: Reading, reference: Reference) -> float:
    return min(len(_NUMBER.findall(trouble.rest_of(best, reference))), 4)


def _share(count: int, company: Company) -> float:
    return log(max(count, 1) / company.papers)


def _family(name: Name) -> str:
    return parts(name).family or name.name


def _numbers(paper: Paper) -> str:
    """Which numbers the paper has."""
    pages = "range" if _RANGE.search(paper.pages) else "one" if paper.pages else ""
    return f"{bool(paper.volume)} {bool(paper.issue)} {pages}"


def ending_of(best: Reading, reference: Reference) -> str:
    """How the numbers stand behind the venue: punctuation, with signs for years, numbers and words."""
    rest = trouble.rest_of(best, reference)[:200]
    shown = _TOKEN.sub(lambda m: "N" if m[0][0].isdigit() else "w", _YEARS.sub("Y", rest))
    return " ".join(shown.split())[:_LONGEST]

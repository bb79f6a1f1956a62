"""Whether two papers look like versions of one work: by identifier, else by title, authors and year together.

A preprint and its publication differ in case, punctuation, a subtitle, a word, the initials of authors, the year.
What tells sister papers apart (other numbers, "Part II", another word between two publications) is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from publist.importing.duplicates.recognition import family
from publist.importing.duplicates.titles import LIKE, Title, likeness_of_titles, plain, title_of
from publist.model.paper import Name, Paper
from publist.text import identifiers, names

APART = frozenset("thesis dataset software patent speech book review review-book entry-encyclopedia".split())
"""Kinds of work that are no version of a paper of the same title."""
_SERIES = frozenset("speech book report standard periodical webpage post".split())
"""Kinds of work that come again under one title: a talk at another place, the proceedings of another year."""
_PREPRINTS = frozenset(("article", "manuscript", "report", "post", "webpage", "document"))
_PREPRINT_VENUE = re.compile(
    r"\b(?:corr|\w*rxiv|preprints?|ssrn|hal|research square|technical report|eprint archive)\b", re.IGNORECASE
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_YEARS = 2
_YEARS_TO_PRINT = 5
"""So many years after its preprint a paper of the very same title may appear (mathematics is slow)."""


class AuthorTraits(NamedTuple):
    """An author: the family name, and as much of the first given name as is printed."""

    family: str
    given: str


class Traits(NamedTuple):
    """What of a paper is compared."""

    doi: str
    arxiv: str
    title: Title
    people: tuple[AuthorTraits, ...]
    whole: bool
    """Whether all authors are named."""
    year: int
    type: str
    preprint: bool
    occasion: tuple[str, ...]
    """Which of a series it is: when, where, its volume or number."""


class Likeness(NamedTuple):
    """How sure it is that two papers are one work (3: an identifier, 2: the same title, 1: a like one), in words."""

    strength: int
    evidence: str
    at: str
    """The field that shows it."""


def traits(paper: Paper) -> Traits:
    """What of a paper is compared."""
    found = _ARXIV_DOI.fullmatch(paper.doi)
    arxiv = (identifiers.arxiv(found[1]) if found else "") or paper.arxiv
    return Traits(
        doi="" if found else paper.doi.lower(),
        arxiv=re.sub(r"v\d+$", "", arxiv),
        title=title_of(paper.title),
        people=tuple([person_of(name) for name in paper.authors]),
        whole=not paper.et_al,
        year=paper.date.year if paper.date else 0,
        type=paper.type,
        preprint=bool(_PREPRINT_VENUE.search(paper.venue)) if paper.venue else paper.type in _PREPRINTS,
        occasion=_occasion(paper),
    )


def _occasion(paper: Paper) -> tuple[str, ...]:
    """Which of a series the paper is, as far as it says so."""
    if paper.type not in _SERIES:
        return ()
    where = paper.event or paper.venue
    return str(paper.date or ""), plain(where), plain(paper.place), paper.volume, paper.number, paper.edition


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """Why the two look like one work; None where they do not."""
    if one.doi and one.doi == other.doi:
        return Likeness(3, "same DOI", "doi")
    if one.arxiv and other.arxiv:
        return Likeness(3, "same arXiv identifier", "arxiv") if one.arxiv == other.arxiv else None
    if one.type != other.type and (one.type in APART or other.type in APART):
        return None
    if one.type == other.type and _is_another_time(one.occasion, other.occasion):
        return None
    people = _same_people(one, other)
    step = one.preprint != other.preprint
    title = likeness_of_titles(one.title, other.title, step=step) if people else ""
    strength = 1 if title == LIKE else 2
    if not title or not _possible(one, other, people, strength):
        return None
    return Likeness(strength, f"{title}, {people}{_years(one, other)}", "title")


def _is_another_time(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two of a series differ in what both say: a date that only says more does not differ."""
    said = [(mine, theirs) for mine, theirs in zip(one, other, strict=False) if mine and theirs]
    return any(not (mine.startswith(theirs) or theirs.startswith(mine)) for mine, theirs in said)


_ALL, _FIRST, _MOST, _UNKNOWN = "same authors", "same first authors", "most authors the same", "authors not known"


def _possible(one: Traits, other: Traits, people: str, strength: int) -> bool:
    """Whether years, identifiers and authors allow what the titles say."""
    gap = abs(one.year - other.year) if one.year and other.year else 0
    step = one.preprint != other.preprint
    if strength == 1 and (people not in (_ALL, _FIRST) or (one.doi and other.doi and not step)):
        return False
    if people == _UNKNOWN and (one.people or other.people) and not step:
        return False
    return gap <= (_YEARS_TO_PRINT if step and strength == 2 and people in (_ALL, _FIRST) else _YEARS)


def _years(one: Traits, other: Traits) -> str:
    if not one.year or not other.year:
        return ""
    return f", both {one.year}" if one.year == other.year else f", {one.year} and {other.year}"


@lru_cache(1 << 16)
def person_of(name: Name) -> AuthorTraits:
    """What of a name is compared."""
    inverted = "," in name.name and not (name.family or name.literal)
    given = _WORD.findall(plain(names.parts(names.parse(name.name) if inverted else name).given))
    return AuthorTraits(re.sub(r"(?<=[aou])e", "", family(name)), given[0] if given else "")  # Mueller is Müller


def _same_people(one: Traits, other: Traits) -> str:
    """What the authors have in common; nothing where they are others."""
    if not one.people or not other.people:
        return _UNKNOWN
    few, many = sorted((one, other), key=lambda side: len(side.people))
    shared = _number_among(few.people, many.people)
    if shared == len(few.people):
        if len(few.people) == len(many.people) and (few.whole or many.whole is few.whole):
            return _ALL
        return _FIRST if all(map(same_person, few.people, many.people)) else _MOST
    return _MOST if shared * 2 >= len(many.people) else ""


def _number_among(few: Iterable[AuthorTraits], many: Iterable[AuthorTraits]) -> int:
    """How many of the few are among the many; each of thousands is looked up, not compared with each."""
    printed = {(person.family, person.given) for person in many}
    shorter = {(family, given[:end]) for family, given in printed for end in range(len(given) + 1)}
    return sum(
        (mine.family, mine.given) in shorter
        or any((mine.family, mine.given[:end]) in printed for end in range(len(mine.given) + 1))
        for mine in few
    )


def same_person(one: AuthorTraits, other: AuthorTraits) -> bool:
    """Whether two printed names may be of one person: J. Doe is Jane Doe, and John Doe is not."""
    return one.family == other.family and (one.given.startswith(other.given) or other.given.startswith(one.given))

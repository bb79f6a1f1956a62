"""Whether a record of a service is the work that a paper is: title, authors and year must agree, and nothing else fit.

Services' own scores are not used: they are relative to their other answers. A doubt is a question, never an answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from publist.formats.notices import is_notice
from publist.importing.duplicates.likeness import APART, AuthorTraits, Traits, person_of, same_person, traits
from publist.importing.duplicates.titles import SAME, SUBTITLE, likeness_of_titles
from publist.model.paper import Name, Paper

_WORD = re.compile(r"[^\W_]+")


class Sureness(IntEnum):
    """How sure it is that two are one work."""

    NO = 0
    DOUBT = 1
    SURE = 2


class Verdict(NamedTuple):
    """How sure it is, and why, in words."""

    sureness: Sureness
    evidence: str


_NO = Verdict(Sureness.NO, "")


def verdict(paper: Paper, found: Paper, owners: Sequence[Name] = ()) -> Verdict:
    """Whether ``found`` is the work that ``paper`` is. ``owners`` are those whose list it is."""
    one, other = traits(paper), traits(found)
    if one.doi and other.doi and one.doi != other.doi:
        return _NO
    if is_notice(paper.title) != is_notice(found.title) or (one.type != other.type and _kinds_differ(one, other)):
        return _NO
    title = _titles(paper, found, one, other)
    if not title:
        return _NO
    people = _people(paper, one, other, owners)
    if not people.evidence:
        return _NO
    step = one.preprint != other.preprint and bool(paper.venue or paper.arxiv or paper.doi)
    years = _years(one, other, step=step)
    evidence = f"{title.evidence}, {people.evidence}{years.evidence}"
    if not years.sureness:
        return _NO
    return Verdict(min(title.sureness, people.sureness, years.sureness), evidence)


def _kinds_differ(one: Traits, other: Traits) -> bool:
    """Whether one of two kinds is none that a paper can be: an ``article`` may be anything that nobody has told."""
    kinds = {one.type, other.type}
    return bool(kinds & APART) and "article" not in kinds and "document" not in kinds


def _titles(paper: Paper, found: Paper, one: Traits, other: Traits) -> Verdict:
    """How much two titles agree: the same words and numbers are sure, a subtitle or a slip more is a doubt."""
    if "".join(one.title.parts) == "".join(other.title.parts) or letters(paper.title) == letters(found.title):
        return Verdict(Sureness.SURE, SAME)
    alike = likeness_of_titles(one.title, other.title, step=one.preprint != other.preprint)
    if alike:
        return Verdict(Sureness.DOUBT, alike)
    if _one_slip(letters(paper.title), letters(found.title)):
        return Verdict(Sureness.DOUBT, "titles that differ in a letter")
    return _one_is_cut(one, other)


def _one_is_cut(one: Traits, other: Traits) -> Verdict:
    alike = likeness_of_titles(one.title, other.title, step=True)
    return Verdict(Sureness.DOUBT, alike) if alike == SUBTITLE else _NO


@lru_cache(1 << 12)
def letters(title: str) -> str:
    """Letters and digits of a title without its markup: how people type it."""
    from publist.importing.duplicates.titles import plain

    bare = re.sub(r"<[^<>]{1,20}>|\\[a-z]+|[$^_{}*~`]", "", title)
    return "".join(_WORD.findall(plain(bare)))


def _one_slip(one: str, other: str) -> bool:
    """Whether two texts of some length differ in one letter, which is no digit."""
    short, long = sorted((one, other), key=len)
    if len(short) < 15 or len(long) - len(short) > 1:
        return False
    at = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    rest = short[at + 1 :] if len(short) == len(long) else short[at:]
    return rest == long[at + 1 :] and not (long[at : at + 1].isdigit() or short[at : at + 1].isdigit())


def _people(paper: Paper, one: Traits, other: Traits, owners: Sequence[Name]) -> Verdict:
    """How much the authors agree: all that the paper names must be among those of the record, in their order."""
    if not other.people:
        return _NO
    if not one.people or "authors" in paper.review:
        if any(_is_among(person_of(owner), other.people) for owner in owners):
            enough = one.title.length >= 3 and one.year == other.year and bool(one.year)
            return Verdict(Sureness.SURE if enough else Sureness.DOUBT, "the owner is an author")
        return _NO
    places = [_place(person, other.people) for person in one.people]
    found = [place for place in places if place is not None]
    whole = len(found) == len(one.people)
    if whole and found == sorted(set(found)) and (paper.et_al or len(one.people) == len(other.people)):
        return Verdict(Sureness.SURE, "same authors" if not paper.et_al else "same first authors")
    if whole or len(found) * 2 >= len(one.people):
        return Verdict(Sureness.DOUBT, "most authors the same" if len(found) > 1 else "an author in common")
    return _NO


def _is_among(person: AuthorTraits, people: Collection[AuthorTraits]) -> bool:
    return any(alike(person, one) for one in people)


def _place(person: AuthorTraits, people: Sequence[AuthorTraits]) -> int | None:
    return next((at for at, one in enumerate(people) if alike(person, one)), None)


def alike(one: AuthorTraits, other: AuthorTraits) -> bool:
    """Whether two printed names may be of one person: J. Doe is Jane Doe, Lin Wei-Ting is Wei-Ting Lin."""
    return same_person(one, other) or _is_inverted(one, other) or _is_inverted(other, one)


def _is_inverted(one: AuthorTraits, other: AuthorTraits) -> bool:
    """Whether the other is printed with the family name first."""
    return bool(one.given) and one.family == other.given and other.family.startswith(one.given)


def _years(one: Traits, other: Traits, *, step: bool) -> Verdict:
    if not one.year or not other.year:
        return Verdict(Sureness.DOUBT, ", year not known")
    gap = abs(one.year - other.year)
    told = f", both {one.year}" if not gap else f", {one.year} and {other.year}"
    if gap <= (2 if step else 1):
        return Verdict(Sureness.SURE, told)
    return Verdict(Sureness.DOUBT if gap <= 5 and step else Sureness.NO, told)

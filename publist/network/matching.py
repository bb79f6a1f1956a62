"""Whether a record of a service is the work that a paper is: title, authors and year must agree, and nothing else fit.

Services' own scores are not used: they are relative to their other answers. A doubt is a question, never an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from publist.formats.notices import is_notice
from publist.importing.duplicates.likeness import APART, AuthorTraits, Traits, person_of, same_person, traits
from publist.importing.duplicates.titles import SAME, SUBTITLE, likeness_of_titles, plain, title_of
from publist.importing.join_versions import is_printed
from publist.model.paper import Name, Paper

_NUMBER = re.compile(r"\d{1,9}")
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
    people = _people(paper, found, owners, (one.year, other.year))
    if not people.evidence:
        return _NO
    step = one.preprint != other.preprint and bool(paper.venue or paper.arxiv or paper.doi)
    years = _years(one, other, step=step)
    evidence = f"{title.evidence}, {people.evidence}{years.evidence}"
    if not years.sureness:
        return _NO
    if against := _contradiction(paper, found):
        return Verdict(Sureness.DOUBT, f"{evidence}, but {against}")
    return Verdict(min(title.sureness, people.sureness, years.sureness), evidence)


def _contradiction(paper: Paper, found: Paper) -> str:
    """What two printings of one work say differently: a talk and the article of the same title are two."""
    if not (is_printed(paper.type) and is_printed(found.type)):
        return ""
    if paper.type != found.type:
        return f"one is {paper.type}, the other {found.type}"
    for name in ("volume", "pages"):
        mine, theirs = (_NUMBER.search(getattr(one, name)) for one in (paper, found))
        if mine and theirs and int(mine[0]) != int(theirs[0]):
            return f"{name} {getattr(paper, name)} is not {getattr(found, name)}"
    return ""


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


def _people(paper: Paper, found: Paper, owners: Sequence[Name], years: tuple[int, int]) -> Verdict:
    """How much the authors agree: all that the paper names must be among those of the record, in their order."""
    if not found.authors:
        return _NO
    if not paper.authors or "authors" in paper.review:
        if any(_place(owner, found.authors) is not None for owner in owners):
            enough = title_of(paper.title).length >= 3 and years[0] == years[1] != 0
            return Verdict(Sureness.SURE if enough else Sureness.DOUBT, "the owner is an author")
        return _NO
    places = [_place(person, found.authors) for person in paper.authors]
    there = [place for place in places if place is not None]
    whole = len(there) == len(paper.authors)
    if whole and there == sorted(set(there)) and (paper.et_al or len(paper.authors) == len(found.authors)):
        return Verdict(Sureness.SURE, "same first authors" if paper.et_al else "same authors")
    if whole or len(there) * 2 >= len(paper.authors):
        return Verdict(Sureness.DOUBT, "most authors the same" if len(there) > 1 else "an author in common")
    return _NO


def _place(person: Name, people: Sequence[Name]) -> int | None:
    return next((at for at, one in enumerate(people) if same_name(person, one)), None)


def same_name(one: Name, other: Name) -> bool:
    """Whether two printed names may be of one person, wherever their family names begin."""
    return alike(person_of(one), person_of(other)) or _same_words(_words(one.name), _words(other.name))


@lru_cache(1 << 14)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(name)))


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """``T Ibarra Nunez`` is Tomás Ibarra Núñez: word for word the same, or an initial before the last."""
    return (
        len(one) == len(other) > 1
        and one[-1] == other[-1]
        and all(
            mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0])
            for mine, theirs in zip(one, other, strict=True)
        )
    )


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

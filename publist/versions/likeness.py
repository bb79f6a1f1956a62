"""Whether two papers look like versions of one work: by identifier, else by title, authors and year together.

A preprint and its publication differ in case, punctuation, a subtitle, a word, the initials of authors, the year.
What tells sister papers apart (other numbers, "Part II", another word between two publications) is held against.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from publist.model import Name, Paper
from publist.text import identifiers, names
from publist.versions.recognition import family, folded

_EMPTY_WORDS = frozenset(
    """a an and as at based be between by can do does for from how in into is it its many new novel of on or our over
    several some that the their to toward towards under using via we what when with within and extended abstract
    version full short preprint technical report der die das ein eine und für von""".split()
)
"""Words that come and go between versions of a title."""
_OTHER_WORK = frozenset(
    """addendum appendix comment comments corrigendum correction discussion erratum errata part poster rejoinder
    remarks reply response review revisited slides supplement supplementary survey tutorial workshop not non
    ii iii iv vi vii viii ix""".split()
)
"""A word that one title has and the other has not, and that makes it another work."""
_GENERIC = frozenset(
    """editorial preface introduction foreword conclusion conclusions guest editors editor message chairs welcome
    special issue section overview index abstracts proceedings panel keynote obituary""".split()
)
_APART = frozenset("thesis dataset software patent speech book review review-book entry-encyclopedia".split())
"""Kinds of work that are no version of a paper of the same title."""
_PREPRINTS = frozenset(("article", "manuscript", "report", "post", "webpage", "document"))
_PREPRINT_VENUE = re.compile(
    r"\b(?:corr|\w*rxiv|preprints?|ssrn|hal|research square|technical report|eprint archive)\b", re.IGNORECASE
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_HEAD = re.compile(r"\s*(?::|[.?!](?=\s)|\s[-–—]+\s|—)\s*")
_MARKUP = re.compile(r"[{}*`~_]|\\[a-z]+")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.75
"""Least likeness of two forms of one word (difflib's ratio)."""
_YEARS = 2
_YEARS_TO_PRINT = 5
"""So many years after its preprint a paper of the very same title may appear (mathematics is slow)."""


class Person(NamedTuple):
    """An author: the family name, and as much of the first given name as is printed."""

    family: str
    given: str


class Traits(NamedTuple):
    """What of a paper is compared. ``words`` are the telling ones of the title, ``head`` those before the subtitle."""

    doi: str
    arxiv: str
    title: str
    words: tuple[str, ...]
    head: tuple[str, ...]
    people: tuple[Person, ...]
    whole: bool
    """Whether all authors are named."""
    year: int
    type: str
    preprint: bool


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
    title = _MARKUP.sub("", paper.title)
    return Traits(
        doi="" if found else paper.doi.lower(),
        arxiv=re.sub(r"v\d+$", "", arxiv),
        title=folded(title),
        words=_telling(title),
        head=_telling(_HEAD.split(title, maxsplit=1)[0]),
        people=tuple([_person(name) for name in paper.authors]),
        whole=not paper.et_al,
        year=paper.date.year if paper.date else 0,
        type=paper.type,
        preprint=bool(_PREPRINT_VENUE.search(paper.venue)) if paper.venue else paper.type in _PREPRINTS,
    )


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """Why the two look like one work; None where they do not."""
    if one.doi and one.doi == other.doi:
        return Likeness(3, "same DOI", "doi")
    if one.arxiv and other.arxiv:
        return Likeness(3, "same arXiv identifier", "arxiv") if one.arxiv == other.arxiv else None
    if one.type != other.type and (one.type in _APART or other.type in _APART):
        return None
    people = _same_people(one, other)
    title = _same_title(one, other) if people else ""
    strength = 1 if title == _LIKE else 2
    if not title or not _possible(one, other, people, strength):
        return None
    return Likeness(strength, f"{title}, {people}{_years(one, other)}", "title")


_SAME, _NEARLY, _SUBTITLE, _LIKE = (
    "same title",
    "nearly the same title",
    "same title but for a subtitle",
    "titles that differ little",
)
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


# ---- titles ----


def _same_title(one: Traits, other: Traits) -> str:
    if not one.words or not other.words or _GENERIC.issuperset(one.words):
        return ""
    joined, theirs = "".join(one.words), "".join(other.words)
    if joined == theirs:
        return _SAME if one.title == other.title else _NEARLY
    if _is_head(one, other) or _is_head(other, one):
        return _SUBTITLE
    return _LIKE if _differ_little(one, other) else ""


def _is_head(short: Traits, long: Traits) -> bool:
    """Whether the one title is what stands before the subtitle of the other, and that does not begin another work."""
    if "".join(short.words) != "".join(long.head) or len(short.words) == len(long.words):
        return False
    if len(short.words) < 3 and short.preprint == long.preprint:
        return False
    first = long.words[len(long.head)] if len(long.words) > len(long.head) else ""
    return first in ("non", "not") or not (first in _OTHER_WORK or first[:1].isdigit())


def _differ_little(one: Traits, other: Traits) -> bool:
    mine, theirs = _left_over(one.words, other.words)
    if "".join(mine) == "".join(theirs):
        return True  # one word or two: multi-task, multitask
    if any(word in _OTHER_WORK or any(char.isdigit() for char in word) for word in (*mine, *theirs)):
        return False
    step = one.preprint != other.preprint
    length, missing = max(len(one.words), len(other.words)), max(len(mine), len(theirs))
    if not step:  # a word more between two publications makes a sister paper
        return missing == 0
    if mine and theirs:
        compound = length >= 7 and missing == 2 and 1 in (len(mine), len(theirs))
        in_order = _shared(one.words, other.words) == _shared(other.words, one.words)
        return in_order and (compound or (length >= 4 and missing == 1))
    return length >= 3 and missing <= (1 if length < 6 else 2)


def _left_over(ones: tuple[str, ...], others: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words of either side that the other has in no form."""
    left = [word for word in ones if word not in others]
    theirs = [word for word in others if word not in ones]
    mine = []
    for word in left:
        form = next((other for other in theirs if _forms_of_one(word, other)), None)
        if form is None:
            mine.append(word)
        else:
            theirs.remove(form)
    return mine, theirs


def _shared(ones: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    return [word for word in ones if word in others]


@lru_cache(1 << 16)
def _forms_of_one(one: str, other: str) -> bool:
    """Two inflections or spellings: the beginning is the same (supervised is not unsupervised)."""
    return one[:3] == other[:3] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _telling(title: str) -> tuple[str, ...]:
    words = _WORD.findall(_plain(title).replace("'", "").replace("’", ""))
    return tuple([word for word in words if word not in _EMPTY_WORDS]) or tuple(words)


def _plain(text: str) -> str:
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return text.casefold()


# ---- authors ----


@lru_cache(1 << 16)
def _person(name: Name) -> Person:
    plain = name._replace(name=re.sub(r"\s\d{4}$", "", name.name))  # DBLP numbers people of one name: Wei Wang 0001
    inverted = "," in plain.name and not (plain.family or plain.literal)
    given = _WORD.findall(_plain(names.parts(names.parse(plain.name) if inverted else plain).given))
    return Person(re.sub(r"(?<=[aou])e", "", family(plain)), given[0] if given else "")  # Mueller is Müller


def _same_people(one: Traits, other: Traits) -> str:
    """What the authors have in common; nothing where they are others."""
    if not one.people or not other.people:
        return _UNKNOWN
    few, many = sorted((one, other), key=lambda side: len(side.people))
    shared = sum(any(_same_person(mine, theirs) for theirs in many.people) for mine in few.people)
    if shared == len(few.people):
        if len(few.people) == len(many.people) and (few.whole or many.whole is few.whole):
            return _ALL
        return _FIRST if all(map(_same_person, few.people, many.people)) else _MOST
    return _MOST if shared * 2 >= len(many.people) else ""


def _same_person(one: Person, other: Person) -> bool:
    """J. Doe is Jane Doe, and John Doe is not."""
    return one.family == other.family and (one.given.startswith(other.given) or other.given.startswith(one.given))

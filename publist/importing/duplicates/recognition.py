"""Which records describe the same paper: by DOI, arXiv id, key, then title with year and authors."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from publist.content.schema.paper_parts import NAME
from publist.importing.fields import Fields
from publist.model.paper import Name
from publist.text import names

_VERSION = re.compile(r"v\d+$")
_DIGIT = re.compile(r"\d")
_LEADING = 3
"""How many authors are compared: listings name three and go on with et al."""
_LIKE = 0.75
"""Least likeness of a title and what it was before it was mended (difflib's ratio)."""


class Identity(NamedTuple):
    """What tells one paper from another; text is folded to lower-case letters and digits."""

    doi: str
    arxiv: str
    key: str
    title: str
    authors: tuple[str, ...]
    """Family names of the first authors, as far as they can be told."""
    year: int
    date: str
    type: str
    abstract: str
    """Its digest; empty where there is none."""


def identity(fields: Fields) -> Identity:
    """The identity of a paper."""
    authors, date = fields.get("authors"), _text(fields, "date")
    people = (NAME.read(author, (), []) for author in authors[:_LEADING]) if isinstance(authors, list) else ()
    return Identity(
        _text(fields, "doi").lower(),
        _VERSION.sub("", _text(fields, "arxiv")),
        _text(fields, "key"),
        folded(_text(fields, "title")),
        tuple([family(name) for name in people if name]),
        int(date[:4]) if date[:4].isdecimal() else 0,
        date,
        _text(fields, "type") or "article",
        _text(fields, "abstract"),
    )


def _text(fields: Fields, name: str) -> str:
    return str(fields.get(name) or "")


def folded(text: str) -> str:
    """Letters and digits only, without accents and case; signs alone stay as they are."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    plain = "".join(filter(str.isalnum, text.casefold()))
    return plain or text.strip()


@lru_cache(1 << 16)
def family(name: Name) -> str:
    """The family name folded; a group is its whole name."""
    inverted = "," in name.name and not (name.family or name.literal)
    whole = names.parts(names.parse(name.name) if inverted else name)
    return folded(whole.family or whole.name)


def same_people(one: Identity, other: Identity) -> bool:
    """Whether the authors that both sides name agree."""
    shared = min(len(one.authors), len(other.authors))
    return one.authors[:shared] == other.authors[:shared] and bool(shared or one.authors == other.authors)


def same_work(one: Identity, other: Identity) -> bool:
    """Title, authors and year (one apart at most, or unknown) agree, and no identifier contradicts."""
    years = not one.year or not other.year or abs(one.year - other.year) <= 1
    return one.title == other.title and years and same_people(one, other) and not contradict(one, other)


def contradict(one: Identity, other: Identity) -> bool:
    """Whether both have an identifier of one sort and the two differ."""
    dois = one.doi and other.doi and one.doi != other.doi
    arxivs = one.arxiv and other.arxiv and one.arxiv != other.arxiv
    return bool(dois or arxivs)


def same_entry(one: Identity, other: Identity) -> bool:
    """Whether one source says the same thing twice."""
    return one._replace(abstract="", key="") == other._replace(abstract="", key="")


def could_be_renamed(one: Identity, other: Identity) -> bool:
    """Whether a file may be the one that a paper was written to, given that it has that name still."""
    return any(mine and mine == theirs for mine, theirs in zip(_shared(one), _shared(other), strict=True))


class Evidence(NamedTuple):
    """One way to recognise a paper."""

    look: Callable[[Identity], Hashable]
    """What is looked up; nothing if false."""
    accept: Callable[[Identity, Identity], bool]
    """Whether a candidate found by it is taken."""
    single: bool = False
    """Counts only where there is one candidate on either side."""


def _always(_one: Identity, _other: Identity) -> bool:
    return True


def _same_title(one: Identity, other: Identity) -> bool:
    return one.title == other.title and same_people(one, other)


def like_titles(one: Identity, other: Identity) -> bool:
    """Whether two titles differ as a mended one does from what it was."""
    from difflib import SequenceMatcher

    if _DIGIT.findall(one.title) != _DIGIT.findall(other.title):
        return False  # part 1 is not part 2
    return SequenceMatcher(None, one.title, other.title, autojunk=False).ratio() >= _LIKE


def _like_title(one: Identity, other: Identity) -> bool:
    return like_titles(one, other) and not _contradict_in_source(one, other)


def _related(one: Identity, other: Identity) -> bool:
    """Of two that share title or abstract: the other of the two agrees as well, or an author."""
    people = not one.authors or not other.authors or set(one.authors) & set(other.authors)
    alike = one.title == other.title and one.abstract == other.abstract
    return bool(people or alike) and not contradict(one, other)


def _related_in_source(one: Identity, other: Identity) -> bool:
    return _related(one, other) and not _contradict_in_source(one, other)


def _contradict_in_source(one: Identity, other: Identity) -> bool:
    return contradict(one, other) or bool(one.key and other.key and one.key != other.key)


BETWEEN_SOURCES: tuple[Evidence, ...] = (
    Evidence(lambda paper: paper, _always),
    Evidence(lambda paper: paper.doi, _always),
    Evidence(lambda paper: paper.arxiv, _always),
    Evidence(lambda paper: paper.key, _same_title),
    Evidence(lambda paper: (paper.title, paper.date), same_work),
    Evidence(lambda paper: (paper.title, paper.year), same_work),
    Evidence(lambda paper: paper.title, same_work),
)
"""Evidence that two records from different places are one paper, the strongest first."""

WITHIN_A_SOURCE: tuple[Evidence, ...] = (
    *BETWEEN_SOURCES[:3],
    Evidence(lambda paper: paper.key, _always),
    *BETWEEN_SOURCES[4:],
    Evidence(lambda paper: paper.abstract, _related_in_source, single=True),
    Evidence(lambda paper: paper.authors and paper.date and (paper.authors, paper.date), _like_title, single=True),
    Evidence(lambda paper: paper.title, _related_in_source, single=True),
)
"""Evidence that a record is the later form of one known before of the same source: it may be mended."""

OF_A_FILE: tuple[Evidence, ...] = (
    *WITHIN_A_SOURCE,
    Evidence(lambda paper: paper.abstract, _related, single=True),
    Evidence(lambda paper: paper.title, _related, single=True),
)
"""Evidence that a file was written for a paper. Two keys of one source are two papers, but people give their own."""


def pairs(
    ones: Mapping[str, Identity], others: Iterable[tuple[str, Identity]], evidence: Iterable[Evidence]
) -> dict[str, str]:
    """Which of the ones is which of the others: each at most once, by the strongest evidence first.

    One of ``others`` may come under several identities.
    """
    found: dict[str, str] = {}
    left, known = dict(ones), list(others)
    for kind in evidence:
        for one, other in _matches(left, known, kind):
            found[one] = other
        taken = set(found.values())
        left = {one: identity for one, identity in left.items() if one not in found}
        known = [(other, identity) for other, identity in known if other not in taken]
        if not left or not known:
            break
    return found


def _matches(
    ones: Mapping[str, Identity], others: list[tuple[str, Identity]], kind: Evidence
) -> Iterator[tuple[str, str]]:
    table: dict[Hashable, list[tuple[str, Identity]]] = {}
    for other, identity in others:
        if value := kind.look(identity):
            table.setdefault(value, []).append((other, identity))
    asked = Counter(kind.look(identity) for identity in ones.values()) if kind.single else None
    taken: set[str] = set()
    for one, identity in ones.items():
        value = kind.look(identity)
        if asked and asked[value] > 1:
            continue
        candidates = dict.fromkeys(
            other for other, theirs in table.get(value, ()) if other not in taken and kind.accept(identity, theirs)
        )
        if candidates and (asked is None or len(candidates) == 1):
            taken.add(next(iter(candidates)))
            yield one, next(iter(candidates))


def _shared(one: Identity) -> tuple[Hashable, ...]:
    return one.doi, one.arxiv, one.key, one.title, one.authors, one.abstract

"""Spellings that look like one person: proposed, never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from publist.content.people_file import Person
from publist.importing.duplicates.recognition import family, folded
from publist.library.library import CROWD
from publist.model.paper import Name
from publist.text import names


class NameVariants(NamedTuple):
    """Two spellings: the fuller one as the name, the other as its alias."""

    name: str
    alias: str
    name_papers: int
    alias_papers: int
    shared: int
    """Co-authors that both have."""

    def __str__(self) -> str:
        counted = [f"{number} paper{'s' * (number != 1)}" for number in (self.name_papers, self.alias_papers)]
        both = f", {self.shared} co-authors in common" if self.shared > 1 else ""
        return f"{self.name!r} ({counted[0]}) and {self.alias!r} ({counted[1]}{both}) are probably one person"


_MOST = 300
"""Of more spellings with one family name and initial, none is compared: it would cost the square of their number."""


class _Seen(NamedTuple):
    """What is known of each spelling; ``beside`` are those with it on papers that are not of a crowd."""

    papers: dict[str, set[int]]
    orcids: dict[str, set[str]]
    beside: dict[str, set[str]]
    given: dict[str, tuple[str, ...]]
    families: dict[str, list[str]]


def proposals(papers: Sequence[tuple[Name, ...]], people: Sequence[Person]) -> list[NameVariants]:
    """Pairs of printed names that may be one person, by the author lists of all papers.

    One family name, and given names that agree as far as both say them. Where one of them has initials only,
    they must have a co-author in common, or be the only two of that family name. Never two who have ORCID iDs
    that differ, two of one paper, or two that people.yaml has put under one person or under two.
    """
    seen = _seen(papers)
    known = {_plain(spelling): number for number, person in enumerate(people) for spelling in _spellings(person)}
    found = []
    for spellings in seen.families.values():
        for one, other in _candidates(spellings, seen):
            if not (_plain(one) in known and _plain(other) in known) and _alike(one, other, seen, len(spellings)):
                found.append(_proposal(one, other, seen))
    return sorted(found)


def _candidates(spellings: Sequence[str], seen: _Seen) -> Iterator[tuple[str, str]]:
    """Pairs of one family name whose given names begin with the same letter, as all that agree do."""
    by_letter = defaultdict(list)
    for spelling in sorted(spellings):
        if given := seen.given[spelling]:
            by_letter[given[0][:1]].append(spelling)
    for alike in by_letter.values():
        if len(alike) <= _MOST:
            yield from combinations(alike, 2)


def _seen(papers: Sequence[tuple[Name, ...]]) -> _Seen:
    seen = _Seen(defaultdict(set), defaultdict(set), defaultdict(set), {}, defaultdict(list))
    for number, authors in enumerate(papers):
        together = {name.name for name in authors if not name.literal} if len(authors) <= CROWD else set()
        for name in authors:
            if name.literal:
                continue
            if name.name not in seen.given:
                seen.given[name.name] = _given(name)
                seen.families[family(name)].append(name.name)
            seen.papers[name.name].add(number)
            seen.beside[name.name] |= together - {name.name}
            if name.orcid:
                seen.orcids[name.name].add(name.orcid)
    return seen


def _given(name: Name) -> tuple[str, ...]:
    """Given names folded, initials as single letters."""
    whole = names.parts(names.parse(name.name) if "," in name.name and not name.family else name)
    words = whole.given.replace(".", " ").replace("-", " ").split()
    return tuple(folded(word) for word in words)


def _alike(one: str, other: str, seen: _Seen, namesakes: int) -> bool:
    mine, theirs = seen.given[one], seen.given[other]
    if seen.papers[one] & seen.papers[other]:
        return False
    if seen.orcids[one] and seen.orcids[other] and not seen.orcids[one] & seen.orcids[other]:
        return False
    if not _agree(mine, theirs):
        return False
    said = len(mine[0]) > 1 and len(theirs[0]) > 1
    return said or namesakes == 2 or bool(seen.beside[one] & seen.beside[other])


def _agree(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether given names agree as far as both say them: ``Tara N.`` and ``Tara``, ``T. N.`` and ``Tara``."""
    if "".join(mine) == "".join(theirs):
        return True
    pairs = zip(mine, theirs, strict=False)
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)


def _proposal(one: str, other: str, seen: _Seen) -> NameVariants:
    name, alias = sorted((one, other), key=lambda spelling: (-len(spelling), -len(seen.papers[spelling]), spelling))
    shared = len(seen.beside[one] & seen.beside[other])
    return NameVariants(name, alias, len(seen.papers[name]), len(seen.papers[alias]), shared)


def _spellings(person: Person) -> Iterator[str]:
    yield from (person.name, *person.aliases, *person.former_names)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()

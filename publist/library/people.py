"""Which printed names are one person: by ORCID, by people.yaml, else by the name as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from publist.content.people_file import Person
from publist.library.terms import Ref, Slugs, ref
from publist.model.paper import Name
from publist.text.characters import as_seen
from publist.text.names import parts
from publist.text.slugs import slugify

_SETTING = re.compile(r"[.-]")
_SYLLABLE = re.compile(r"[^AEIOUY]{1,2}[AEIOUY]")


class Identities(NamedTuple):
    """The reference of each name that occurs, and what people.yaml says of the person at each path.

    ``special`` has the names that mean somebody else in one paper, by the paper's slug and the name; ``names`` the
    name of the person at each path, with the parts that papers say it has, ``families`` their family names as slugs,
    by which lists are sorted.
    """

    refs: Mapping[Name, Ref]
    special: Mapping[tuple[str, Name], Ref]
    people: Mapping[str, Person]
    names: Mapping[str, Name]
    families: Mapping[str, str]

    def of(self, slug: str, authors: tuple[Name, ...]) -> tuple[Ref, ...]:
        """The people of a paper's author list."""
        refs, special = self.refs, self.special
        if special:
            return tuple([special.get((slug, name)) or refs[name] for name in authors])
        return tuple([refs[name] for name in authors])


def identify(papers: Iterable[tuple[str, tuple[Name, ...]]], registry: tuple[Person, ...], owner: str) -> Identities:
    """Give every name its person. ``papers`` are slugs with their authors; ``owner`` is whose list this is, or "".

    Two spellings are one person only where people.yaml or one ORCID says so; two people of one name are two
    where each has an ORCID of their own, or where people.yaml says whose a paper is.
    """
    known = _Registry(registry)
    meant: dict[_Identity, list[Name]] = {}
    exceptions: dict[tuple[str, Name], _Identity] = {}
    seen: set[Name] = set()
    for slug, authors in papers:
        for name in known.claimed(slug, authors):
            identity = known.claimant(slug, name)
            meant.setdefault(identity, []).append(name)
            exceptions[slug, name] = identity
        seen.update(authors)
    identities = {name: known.identity(name) for name in seen}
    for name, identity in identities.items():
        meant.setdefault(identity, []).append(name)
    refs, people = _assigned(meant, known, owner)
    names = {refs[identity].path: _most_telling(refs[identity].title, names) for identity, names in meant.items()}
    return Identities(
        refs={name: refs[identity] for name, identity in identities.items()},
        special={key: refs[identity] for key, identity in exceptions.items()},
        people=people,
        names=names,
        families={path: _family(name) for path, name in names.items()},
    )


def _family(said: Name) -> str:
    name = parts(said)
    return slugify(name.name if name.literal else name.family or name.name)


def _most_telling(title: str, names: Sequence[Name]) -> Name:
    """Of the names of one person the one that says most of its parts, one that is printed as the title first."""
    return names[0] if len(names) == 1 else max(names, key=lambda name: (name.name == title, name))


_Identity = tuple[int, str, str]
"""The person's number in people.yaml, or -1 with the name (case folded) and the ORCID."""


def _assigned(
    meant: dict[_Identity, list[Name]], known: _Registry, owner: str
) -> tuple[dict[_Identity, Ref], dict[str, Person]]:
    """A path for each identity: those of people.yaml choose first, the others in the order of their names."""
    slugs = Slugs(person.slug for person in known.people if person.slug)
    owners = {fold(owner)} | {fold(name) for person in known.people if person.owner for name in spellings(person)}
    refs: dict[_Identity, Ref] = {}
    people: dict[str, Person] = {}
    for identity in sorted(meant, key=lambda identity: (identity[0] < 0, identity[0], identity)):
        person = known.people[identity[0]] if identity[0] >= 0 else None
        title = person.name if person else min(meant[identity]).name
        folded = fold(title) if person else identity[1]
        slug = person.slug if person and person.slug else slugs.free(title)
        is_owner = folded in owners or bool(person and person.owner)
        orcid = person.orcid if person else identity[2]
        is_member = bool(person and person.member)
        refs[identity] = ref(title, f"people/{slug}/", owner=is_owner, orcid=orcid, member=is_member)
        if person:
            people[refs[identity].path] = person
    return refs, people


def spellings(person: Person) -> tuple[str, ...]:
    """Every spelling of the person's name that people.yaml gives."""
    return (person.name, *person.aliases, *person.former_names)


def fold(name: str) -> str:
    """The name without what does not tell two people apart: case, white space, and how initials are set."""
    *given, last = as_seen(name).split() or [""]
    if not any(map(_initials, given)):
        return " ".join((*given, last)).casefold()
    runs = ["".join(run) if alike else " ".join(run) for alike, run in _runs(given, shouted=last.isupper())]
    return " ".join((*runs, last)).casefold()


def _runs(words: Sequence[str], *, shouted: bool) -> Iterator[tuple[bool, list[str]]]:
    """Given names in turn: initials that follow each other as one piece, and other words as they are.

    The full stops stay in that piece, so that ``J. O.`` is not the name Jo.
    """
    for alike, grouped in groupby(words, lambda word: bool(_initials(word)) and not (shouted and _is_word(word))):
        run = list(grouped)
        yield alike, [f"{letter}." for word in run for letter in _initials(word)] if alike else run


def initials_of(given: str) -> str:
    """The letters of given names that are initials alone, "" of others."""
    letters = [_initials(word) for word in given.split()]
    return "".join(letters) if all(letters) else ""


def _is_word(text: str) -> bool:
    return len(text) > 1 and text.isalpha()


@lru_cache(maxsize=10_000)  # given names are few: to tell 27,837 people apart takes two thirds of the time
def _initials(word: str) -> str:
    """The letters of ``P.``, ``P.-J.`` and ``PJ``; none of what may be a name of one syllable, as ``LI`` and ``MA``."""
    if word[1:2].islower():
        return ""  # a name as most are
    letters = "".join(_SETTING.split(word))
    apart = all(len(letter) == 1 for letter in _SETTING.split(word) if letter)
    together = len(letters) in (2, 3) and letters == word and not _SYLLABLE.match(word)
    return letters if letters.isupper() and (apart or together) else ""


class _Registry:
    """people.yaml, ready to be asked for a name."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        self.people = people
        self._by_orcid = {person.orcid: number for number, person in enumerate(people) if person.orcid}
        self._by_paper: dict[str, dict[str, int]] = {}
        self._by_name: dict[str, int] = {}
        for number, person in enumerate(people):
            for slug in person.papers:
                claims = self._by_paper.setdefault(slug, {})
                for spelling in spellings(person):
                    claims.setdefault(fold(spelling), number)
            for spelling in spellings(person):
                # Of two people of one name the one without a list of papers has the rest.
                if not person.papers or fold(spelling) not in self._by_name:
                    self._by_name[fold(spelling)] = number

    def claimed(self, slug: str, authors: tuple[Name, ...]) -> list[Name]:
        """The authors of this paper whom people.yaml names by the paper."""
        claims = self._by_paper.get(slug)
        return [name for name in authors if fold(name.name) in claims] if claims else []

    def claimant(self, slug: str, name: Name) -> _Identity:
        """Whom people.yaml means by this name in this paper, which is one that ``claimed`` gives."""
        return self._by_paper[slug][fold(name.name)], "", ""

    def identity(self, name: Name) -> _Identity:
        """Whom the name means where no paper says otherwise."""
        if name.orcid in self._by_orcid:
            return self._by_orcid[name.orcid], "", ""
        folded = fold(name.name)
        number = self._by_name.get(folded)
        if number is None or (name.orcid and self.people[number].orcid):
            return -1, folded, name.orcid
        return number, "", ""

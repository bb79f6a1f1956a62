"""Whose list this is: whether the owner of the settings is an author, and who most papers have as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from publist.checks.remarks import Remark
from publist.content.content_folder import SETTINGS
from publist.content.people_file import Person
from publist.content.schema.kinds import nearest
from publist.content.yaml import writer as yamltext
from publist.library.owner_spellings import owner_in_full
from publist.library.people import fold, spellings
from publist.model.paper import Name
from publist.text import names

_LEAST = 3
"""Of fewer papers it cannot be told whose list they are."""


def owner_remarks(
    papers: Sequence[tuple[Name, ...]], people: Sequence[Person], owner: str, heads: Iterable[str] = ()
) -> list[Remark]:
    """A remark where nobody owns the list though most papers are one author's, or where its owner is no author.

    ``papers`` are the authors of each paper, ``heads`` what stands above them in the sources, as a profile's name.
    """
    written = Counter(fold(name.name) for authors in papers for name in set(authors))
    owners = _owners(people, owner)
    if len(papers) < _LEAST or any(name in written for name in owners) or _in_full(papers, people, owner):
        return []
    likely = likely_owner(papers)
    if likely:
        alike = (name for name in heads if _known_as(Name(name)) == _known_as(Name(likely[0])))
        likely = next((name for name in alike if _in_full(papers, people, name)), likely[0]), likely[1]
    line = f"owner: {yamltext.scalar(likely[0])}" if likely else ""
    if owners:
        printed = tuple({name.name for authors in papers for name in authors})
        near = likely[0] if likely else nearest(owner, printed)
        hint = f"did you mean `owner: {near}`?" if near else "write the name as the papers have it"
        return [Remark(SETTINGS, ("owner",), f"the owner, {owner or people[0].name}, is an author of no paper", hint)]
    if not likely:
        return []
    message = f"no `owner`; {likely[0]} is an author of {likely[1]} of {len(papers)} papers"
    return [Remark(SETTINGS, (), message, f"if this is their list, write: {line}", "suggestion")]


def _owners(people: Sequence[Person], owner: str) -> set[str]:
    """Every spelling of every owner."""
    owners = {fold(owner)} if owner else set()
    for person in people:
        known = {fold(name) for name in spellings(person)}
        if person.owner or owners & known:
            owners |= known
    return owners


def likely_owner(papers: Sequence[tuple[Name, ...]]) -> tuple[str, int] | None:
    """The author of at least half of the papers, by family name and first initial, with the number of their papers.

    The name is the spelling that most papers have, or the full one where others are its initials. None where no one
    author, or more than one, has so many.
    """
    counts: Counter[tuple[str, str]] = Counter()
    printed: dict[tuple[str, str], Counter[str]] = {}
    for authors in papers:
        found = {_known_as(name): name.name for name in authors if not name.literal}
        counts.update(found.keys())
        for key, name in found.items():
            printed.setdefault(key, Counter())[name] += 1
    first, second = (*counts.most_common(2), (("", ""), 0), (("", ""), 0))[:2]
    if first[1] < max(_LEAST, len(papers) / 2) or first[1] == second[1]:
        return None
    shown = [spelling for spelling, _ in printed[first[0]].most_common()]
    return next((spelling for spelling in shown if _in_full(papers, (), spelling)), shown[0]), first[1]


def _in_full(papers: Sequence[tuple[Name, ...]], people: Sequence[Person], name: str) -> bool:
    """Whether the name is that of whom most papers print with initials."""
    return owner_in_full([("", authors) for authors in papers], people, name) is not None


def _known_as(name: Name) -> tuple[str, str]:
    parts = names.parts(name)
    return fold(parts.family), parts.given[:1].casefold()

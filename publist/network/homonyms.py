"""Works of people who only share the owner's name: told by the ORCID iD that a registry has at that name.

Profiles that services make themselves mix people up, so their iDs say nothing; what owners list themselves is theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from publist.importing.duplicates.likeness import person_of
from publist.model.paper import Name
from publist.network.joining import KEPT, Work
from publist.network.matching import alike
from publist.network.records import Record
from publist.text import names

_OWN_LISTS = frozenset(("orcid", "bibtex", KEPT))
"""Lists that their owners keep, and what was taken before."""
_DEPOSITED = frozenset(("crossref", "datacite", "europepmc"))
"""Registries whose iDs authors or their publishers have deposited."""


class Homonym(NamedTuple):
    """A work that is not taken, and the iD that stands at the owner's name in it."""

    work: Work
    orcid: str


def homonyms(works: Sequence[Work], owners: Sequence[Name], orcids: Collection[str]) -> list[Homonym]:
    """The works that are another's: the iD at the owner's name is not the owner's, and the owner's is nowhere."""
    own = frozenset(orcids) or _usual_orcid(works, owners)
    if not own:
        return []
    found = []
    for work in works:
        at_name = set(_orcids_at(work, owners))
        everywhere = set(_orcids_at(work, ()))
        claimed = any(record.service in _OWN_LISTS for record in work.records)
        if at_name and not claimed and not own & everywhere:
            found.append(Homonym(work, min(at_name)))
    return found


_PROFILES = frozenset(("openalex", "semanticscholar"))
"""Services that guess whose a work is."""


def is_unproven(work: Work) -> bool:
    """Whether only profiles that services make themselves list a published work, and nobody describes it."""
    published = any(name.startswith("doi:") for name in work.ids)
    return published and all(record.service in _PROFILES for record in work.records)


def _orcids_at(work: Work, people: Sequence[Name]) -> Iterator[str]:
    """The deposited iDs of a work's authors who have one of these names; of all, if none are given."""
    wanted = [person_of(name) for name in people]
    for record in work.records:
        for name in record.paper.authors if record.service in _DEPOSITED else ():
            if name.orcid and (not wanted or any(alike(person_of(name), one) for one in wanted)):
                yield name.orcid


def usual_author(records: Iterable[Record]) -> tuple[Name, ...]:
    """The author whom the most records have: whose list it is, where nobody has said."""
    count: Counter[str] = Counter()
    for record in records:
        count.update({name.name for name in record.paper.authors if not name.literal})
    best = count.most_common(1)
    return (names.parse(best[0][0]),) if best else ()


def _usual_orcid(works: Iterable[Work], people: Sequence[Name]) -> frozenset[str]:
    """The iD that stands at the owner's name in the most works; none where two are as usual."""
    count: Counter[str] = Counter()
    for work in works:
        count.update(set(_orcids_at(work, people)))
    best = count.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] == best[1][1]):
        return frozenset()
    return frozenset((best[0][0],))

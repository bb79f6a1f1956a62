"""Names of today on papers that were printed under a former name (COPE: name changes need no visible correction)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.content.loading import PaperRecord
from publist.content.people_file import Person
from publist.library.people import fold
from publist.model.artifact import digest
from publist.model.paper import Name
from publist.text import names


def with_current_names(records: Sequence[PaperRecord], people: Iterable[Person]) -> list[PaperRecord]:
    """The records with each author of a former name under the name of today, unless people.yaml says to show it.

    A name that somebody else has, or that is the former one of two, is left as printed where no ``papers`` tells whose
    it is: better an old name than a wrong person.
    """
    people = tuple(people)
    former = _Former(people)
    return [_renamed(record, former) for record in records] if former.names else list(records)


class _Former:
    """Former names, folded, with the people who had them."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.names: dict[str, list[Person]] = {}
        self._current = {fold(name) for person in people for name in (person.name, *person.aliases)}
        for person in people:
            for name in () if person.show_former_names else person.former_names:
                self.names.setdefault(fold(_straight(Name(name))), []).append(person)

    def person(self, slug: str, name: Name) -> Person | None:
        """Whose former name this is in a paper; None if it is nobody's, or if that is not certain."""
        folded = fold(_straight(name))
        found = self.names.get(folded, [])
        if name.orcid:
            found = [person for person in found if person.orcid in ("", name.orcid)]
        claimed = [person for person in found if slug in person.papers]
        if claimed or folded in self._current:
            return claimed[0] if len(claimed) == 1 else None
        others = [person for person in found if not person.papers]
        return others[0] if len(others) == 1 else None


def _straight(name: Name) -> str:
    """The name with the given name first: "Doe, Jane" is "Jane Doe"."""
    return name.name if name.literal or "," not in name.name else names.parse(name.name).name


def _renamed(record: PaperRecord, former: _Former) -> PaperRecord:
    current = tuple(_current(name, former.person(record.slug, name)) for name in record.paper.authors)
    if current == record.paper.authors:
        return record
    paper = record.paper._replace(authors=current)
    return record._replace(paper=paper, head=digest(record.head, *[name.name.encode() for name in current]))


def _current(name: Name, person: Person | None) -> Name:
    """The name of today; its parts are read anew."""
    return name._replace(name=person.name, given="", particle="", family="", suffix="") if person else name

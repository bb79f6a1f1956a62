"""The table of the keys of content/people.yaml."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath
from publist.content.schema.paper_parts import Orcid
from publist.content.schema.records import Field, ListOf, Record
from publist.content.schema.scalars import Flag, Line, Url
from publist.model.paper import Plain
from publist.model.settings import Person
from publist.text.slugs import slugify

_LINE = Line()


class Slug(Line):
    """A name as it stands in addresses."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The slug; text that is none is a fault."""
        text = super().read(value, at, faults)
        if text and slugify(text) != text:
            faults.append(Fault(at, f"{text!r} cannot stand in an address", f"write {slugify(text)}"))
            return ""
        return text


def _person(**values: Any) -> Person:
    if not values.get("name"):
        raise ValueError("a person needs a `name`")
    return Person(**values)


FIELDS: tuple[Field, ...] = (
    Field("name", Line(required=True), "The name that the person's page shows.", "Jane Doe"),
    Field("aliases", ListOf(_LINE), "Other spellings in print.", "[J. Doe, Jane A. Doe]"),
    Field("former_names", ListOf(_LINE), "Names no longer used; shown nowhere.", "[Jane Smith]"),
    Field("show_former_names", Flag(), "True to print former names as the papers have them.", "true"),
    Field("orcid", Orcid(), "ORCID iD.", "0000-0002-1825-0097"),
    Field("url", Url(), "Home page.", "https://example.org/"),
    Field("affiliation", _LINE, "Where they work.", "MIT"),
    Field("owner", Flag(), "True for the owner of the site; of a lab, for each member.", "true"),
    Field("slug", Slug(), "The name of the person's page, for two people of one name.", "jane-doe-mit"),
    Field("papers", ListOf(_LINE), "Papers by this person, where two people share a name.", "[a-theory]"),
)


class _People(ListOf):
    """The whole file: no two entries may claim one page or one ORCID iD."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> tuple[Any, ...]:
        """The people in the order written."""
        people = self.items(value, at, faults)
        for what in ("orcid", "slug"):
            _refuse_twice(people, what, faults)
        return tuple(person for _, person in people)


def _refuse_twice(people: list[tuple[int, Person]], what: str, faults: Faults) -> None:
    seen: dict[str, str] = {}
    for index, person in people:
        value = getattr(person, what)
        if value and value in seen:
            faults.append(Fault((index, what), f"{person.name} and {seen[value]} have the same {what}: {value}"))
        seen.setdefault(value, person.name)


PEOPLE = _People(Record(_person, FIELDS, required="name", what="a person"))

"""The table of the keys of content/people.yaml."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath
from publist.content.schema.names import Orcid, PersonName
from publist.content.schema.places import Picture, Place
from publist.content.schema.records import Field, ListOf, Record
from publist.content.schema.scalars import Day, Flag, Line, Url
from publist.model.paper import Date, Plain
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
    return Person(**{_ATTRIBUTES.get(name, name): value for name, value in values.items()})


FIELDS: tuple[Field, ...] = (
    Field("name", PersonName(required=True), "The name that the person's page shows.", "Jane Doe"),
    Field("aliases", ListOf(PersonName()), "Other spellings in print.", "[J. Doe, Jane A. Doe]"),
    Field("former_names", ListOf(PersonName()), "Names no longer used; shown nowhere.", "[Jane Smith]"),
    Field("show_former_names", Flag(), "True to print former names as the papers have them.", "true"),
    Field("orcid", Orcid(), "ORCID iD.", "0000-0002-1825-0097"),
    Field("url", Url(), "Home page.", "https://example.org/"),
    Field("affiliation", _LINE, "Where they work.", "MIT"),
    Field("role", _LINE, "What they do in the lab.", "PhD student"),
    Field("group", _LINE, "The group under which members/ has them, in any words.", "PhD students"),
    Field("photo", Picture(), "A picture under content/assets/; best square.", "assets/jane.jpg"),
    Field("page", Place(), "Their own page: a web address, or a page of this site.", "about-jane/"),
    Field("from", Day(), "When they came to the lab.", "2021-09", attribute="since"),
    Field("to", Day(), "When they left it: who has a `to` stands among the alumni.", "2024", attribute="until"),
    Field("owner", Flag(), "True for the owner of the site; a lab can have several.", "true"),
    Field("slug", Slug(), "The name of the person's page, for two people of one name.", "jane-doe-mit"),
    Field("papers", ListOf(_LINE), "Papers by this person, where two people share a name.", "[a-theory]"),
)


_ATTRIBUTES = {field.name: field.attribute for field in FIELDS if field.attribute}


class _People(ListOf):
    """The whole file: no two entries may claim one page or one ORCID iD, and nobody leaves before they come."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> tuple[Any, ...]:
        """The people in the order written."""
        people = self.items(value, at, faults)
        for what in ("orcid", "slug"):
            _refuse_twice(people, what, faults)
        faults += [_left_early(index, person) for index, person in people if _is_early(person.until, person.since)]
        return tuple(person for _, person in people)


def _refuse_twice(people: list[tuple[int, Person]], what: str, faults: Faults) -> None:
    seen: dict[str, str] = {}
    for index, person in people:
        value = getattr(person, what)
        if value and value in seen:
            faults.append(Fault((index, what), f"{person.name} and {seen[value]} have the same {what}: {value}"))
        seen.setdefault(value, person.name)


def _is_early(date: Date | None, other: Date | None) -> bool:
    """Whether a date is before the other, as far as both are known."""
    if not date or not other:
        return False
    known = min(sum(map(bool, date)), sum(map(bool, other)))
    return date[:known] < other[:known]


def _left_early(index: int, person: Person) -> Fault:
    message = f"{person.name} left ({person.until}) before they came ({person.since})"
    return Fault((index, "to"), message, "exchange `from` and `to`, or correct one of them")


def people_with(assets: Collection[str] | None) -> _People:
    """The kind of the whole file; ``assets`` are the files that pictures can be, None where they are not known."""
    fields = [field._replace(kind=Picture(assets)) if field.name == "photo" else field for field in FIELDS]
    return _People(Record(_person, fields, required="name", what="a person"))


PEOPLE = people_with(None)

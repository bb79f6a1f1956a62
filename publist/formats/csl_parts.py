"""Names and dates as CSL-JSON and Crossref write them."""

from __future__ import annotations

import re

from publist.formats.json_records import inside, listed, text
from publist.model.paper import Date, Name
from publist.text import identifiers, names

_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")


def people(value: object) -> tuple[Name, ...]:
    """The names of a list of CSL names."""
    return tuple(name for item in listed(value) if (name := _name(item)).name)


def _name(item: object) -> Name:
    if not isinstance(item, dict):
        return names.parse(text(item))
    literal = text(item.get("literal")) or text(item.get("name"))
    if literal and not item.get("family"):
        return Name(" ".join(literal.split()), literal=True)
    particle = f"{text(item.get('dropping-particle'))} {text(item.get('non-dropping-particle'))}".strip()
    name = names.from_parts(text(item.get("given")), text(item.get("family")), particle, text(item.get("suffix")))
    if not item.get("family"):
        name = Name(name.name)
    return name._replace(
        orcid=identifiers.orcid(text(item.get("ORCID"))),
        affiliation="; ".join(text(inside(place, "name")) or text(place) for place in listed(item.get("affiliation"))),
    )


def date(value: object) -> Date | None:
    """The (first) day of a CSL date: ``date-parts``, ``raw`` or ``literal``; None if it says none."""
    if not isinstance(value, dict):
        return _parsed(text(value))
    first = next(iter(listed(value.get("date-parts"))), None)
    numbers = [int(text(part)) for part in listed(first) if text(part).isdigit()]
    if numbers:
        return _valid(numbers)
    return _parsed(text(value.get("raw")) or text(value.get("literal")) or text(value.get("date-time")))


def _parsed(written: str) -> Date | None:
    found = _DATE.match(written)
    return _valid([int(part) for part in found.groups() if part]) if found else None


def _valid(numbers: list[int]) -> Date | None:
    """The date of year, month and day, as far as they make one."""
    for count in (3, 2, 1):
        try:
            return Date.of(*numbers[:count])
        except ValueError:
            continue
    return None

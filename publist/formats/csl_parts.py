"""Names and dates as CSL-JSON and Crossref write them."""

from __future__ import annotations

import re

from publist.formats import dates_in_words
from publist.formats.dates_in_words import ReadDate
from publist.formats.json_records import Object, inside, listed, text
from publist.model.paper import Date, Name
from publist.text import author_marks, identifiers, names

_SEVERAL = re.compile(r"\s*;\s*(?:and\s+)?|,?\s+and\s+")

DROPPING = "dropping_particles"
"""Where the particles that citations drop are kept, which the model does not tell from the others."""


def people(value: object) -> tuple[Name, ...]:
    """The names of a list of CSL names; of one text those that ``and`` or semicolons part."""
    items = _SEVERAL.split(value) if isinstance(value, str) else listed(value)
    return tuple(name for item in items if (name := _name(item)).name)


def _name(item: object) -> Name:
    from publist.formats.single_names import name_of  # a build reads none

    if not isinstance(item, dict):
        return name_of(text(item))
    literal = text(item.get("literal")) or text(item.get("name"))
    if literal and not item.get("family"):
        plain, marks = author_marks.apart(literal)
        return Name(" ".join(plain.split()), literal=True, note=marks)
    given, family = (
        _joined(item.get("given") or item.get("firstName")),
        _joined(item.get("family") or item.get("lastName")),
    )
    (given, first), (family, second) = author_marks.apart(given, part=True), author_marks.apart(family, part=True)
    suffix, third = author_marks.apart(text(item.get("suffix")))
    if not family and given:
        return name_of(given)._replace(note=first)
    name = names.from_parts(given, family, particle_of(item), suffix)
    return name._replace(
        note=first + second + third,
        orcid=identifiers.orcid(text(item.get("ORCID"))),
        affiliation="; ".join(text(inside(place, "name")) or text(place) for place in listed(item.get("affiliation"))),
    )


def _joined(value: object) -> str:
    """A part of a name; pandoc has given names as a list."""
    from publist.text import html_text

    return html_text.without_braces(" ".join(filter(None, map(text, listed(value)))))


def particle_of(item: Object) -> str:
    """Both particles, as they stand before the family name."""
    return f"{text(item.get('dropping-particle'))} {text(item.get('non-dropping-particle'))}".strip()


def dropping(value: object) -> dict[str, str]:
    """The particles that citations drop, by the printed names of the people who have them."""
    return {
        name.name: particle
        for item in listed(value)
        if isinstance(item, dict) and (particle := text(item.get("dropping-particle"))) and (name := _name(item))
    }


def date(value: object) -> Date | None:
    """The (first) day of a CSL date, as far as it is sure; None if it says none."""
    return read_date(value).date


def read_date(value: object) -> ReadDate:
    """What a CSL date says: ``date-parts``, ``raw``, ``literal``, ``season``, pandoc's lists of years and months."""
    if isinstance(value, list):
        first = read_date(value[0]) if value else ReadDate(None, True)
        return first._replace(exact=first.exact and len(value) < 2)
    if not isinstance(value, dict):
        return dates_in_words.read(text(value))
    parts = listed(value.get("date-parts")) or _own_parts(value)
    flat = not (parts and isinstance(parts[0], list))
    numbers = [text(part) for part in (parts if flat else parts[0])]
    if not any(numbers):
        said = text(value.get("raw")) or text(value.get("literal")) or text(value.get("date-time"))
        said = said or text(value.get("edtf"))
        return dates_in_words.read(said) if said else ReadDate(None, not any(map(_says, value.values())))
    found = _of_parts([number for number in numbers if number])
    whole = (len(parts) < 2 or flat) and not any(value.get(name) for name in ("season", "circa", "literal"))
    return found._replace(exact=found.exact and whole)


def _says(value: object) -> bool:
    """Whether there is anything in a value, however deep."""
    return any(map(_says, value)) if isinstance(value, list) else bool(value)


def _own_parts(value: Object) -> list[list[object]]:
    return [[value.get("year"), value.get("month"), value.get("day")]] if value.get("year") else []


def _of_parts(numbers: list[str]) -> ReadDate:
    """Year, month and day, as numbers or as their text; a season's number (21 and more, 13 to 16) is no month."""
    if not all(re.fullmatch(r"-?\d{1,5}", number) for number in numbers):
        return dates_in_words.read("-".join(numbers) if len(numbers) < 2 else " ".join(numbers))
    year, *rest = (int(number) for number in numbers)
    date = dates_in_words.of_parts(year, *rest[:2]) if year > 0 else None
    return ReadDate(date, date is not None and [part for part in date if part] == [year, *rest])

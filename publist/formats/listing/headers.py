"""The first line of a record: category, date and the mark that code exists, run together."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.model import Date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    rf"{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",  # Sep 18, 2023
    rf"{_DAY}\s*{_MONTH}\s*,?\s*{_YEAR}",  # 18 September 2023
    rf"{_MONTH}\s*,?\s*{_YEAR}",  # Sep 2023
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",  # 2023-09-18
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",  # 18.09.2023
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",  # 09/18/2023
    r"(?P<year>\d{4})-(?P<month>\d{1,2})",  # 2023-09
)
_CATEGORY = r"(?P<category>(?:[a-z-]+\.)?[A-Z]{2}|[a-z]+(?:-[a-z]+)+|)"
_SHAPES = tuple(re.compile(rf"{_CATEGORY}[\s·•|]*{date}[\s·•|]*(?P<code>Code)?", re.ASCII) for date in _DATES)
_LONGEST = 60


class Header(NamedTuple):
    """What the first line of a record says; ``date`` is None where it names a day that does not exist."""

    category: str
    date: Date | None
    code: bool


def header_of(text: str) -> Header | None:
    """The header that this line is, None if it is none."""
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found:
            said = found.groupdict()
            return Header(said["category"], _date(said), bool(said["code"]))
    return None


def _date(said: dict[str, str | None]) -> Date | None:
    month = said["month"] or ""
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return Date.of(int(said["year"] or 0), number, int(said.get("day") or 0)) if number else None
    except ValueError:
        return None

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
_CATEGORY = r"(?P<category>(?:[a-z-]+\.)?[A-Z]{2,4}|[a-z]+-[a-z]+|)"
_SPACE = r"[\s·•|,]*"
_SHAPES = tuple(
    re.compile(rf"{_CATEGORY}{_SPACE}{date}{_SPACE}(?P<code>Code)?", re.ASCII)
    for date in (
        rf"{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",  # Sep 18, 2023
        rf"{_DAY}\s*{_MONTH}\s*,?\s*{_YEAR}",  # 18 September 2023
        rf"{_MONTH}\s*,?\s*{_YEAR}",  # Sep 2023
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",  # 2023-09-18
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",  # 18.09.2023
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}",  # 09/18/2023 and 18/09/2023
        rf"{_YEAR}-(?P<month>\d{{2}})",  # 2023-09
        rf"(?<=[A-Z])\s*{_YEAR}",  # CL2023: a year alone counts only after a category
    )
)
_LONGEST = 60


class Header(NamedTuple):
    """What the first line of a record says.

    ``date`` is None where the line names a day that does not exist; ``doubt`` says what is unclear about the date.
    """

    category: str
    date: Date | None
    code: bool
    doubt: str = ""


def header_of(text: str) -> Header | None:
    """The header that this line is, None if it is none."""
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    said = next((found.groupdict() for shape in _SHAPES if (found := shape.fullmatch(text))), None)
    if not said:
        return None
    date, doubt = _numeric_date(said) if "first" in said else (_date(said), "")
    return Header(said["category"] or "", date, bool(said["code"]), doubt)


def _date(said: dict[str, str | None]) -> Date | None:
    month = said.get("month") or ""
    parts = [int(said["year"] or 0)]
    if month:
        parts.append(int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1)
    if "day" in said:
        parts.append(int(said["day"] or 0))
    return _checked(*parts)


def _checked(*parts: int) -> Date | None:
    try:
        return Date.of(*parts) if all(parts) else None
    except ValueError:
        return None


def _numeric_date(said: dict[str, str | None]) -> tuple[Date | None, str]:
    """``09/18/2023`` can be read one way only; ``09/08/2023`` has two readings, so only its year is sure."""
    first, second, year = (int(said[part] or 0) for part in ("first", "second", "year"))
    readings = {date for date in (_checked(year, first, second), _checked(year, second, first)) if date}
    if len(readings) < 2:
        return next(iter(readings), None), ""
    return Date(year), " or ".join(str(date) for date in sorted(readings))

"""The first line of a record: category, date and the mark that code exists, run together."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.model.paper import Date

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_OF = {name: at for at, full in enumerate(_MONTHS, start=1) for name in (full, full[:3])} | {"sept": 9}
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_CATEGORY = re.compile(r"(?:[a-z-]+\.)?[A-Z]{2,4}(?![a-z])|[a-z]+-[a-z]+|", re.ASCII)
_CODE = re.compile(r"[\s·•|,]*Code$")
_DATES = tuple(
    re.compile(date, re.ASCII)
    for date in (
        rf"{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",  # Sep 18, 2023
        rf"{_DAY}\s*{_MONTH}\s*,?\s*{_YEAR}",  # 18 September 2023
        rf"{_MONTH}\s*,?\s*{_YEAR}",  # Sep 2023
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",  # 2023-09-18
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",  # 18.09.2023
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}",  # 09/18/2023 and 18/09/2023
        rf"{_YEAR}-(?P<month>\d{{2}})",  # 2023-09
    )
)
_YEAR_ALONE = re.compile(r"[A-Z]{2}\d{4}(?!\d)", re.ASCII)  # CL2023: only run together with a category
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
    category = _category(text)
    code = _CODE.search(text)
    rest = text[len(category) : code.start() if code else None].lstrip(" ·•|,")
    said = next((found.groupdict() for date in _DATES if (found := date.fullmatch(rest))), None)
    if not said and _YEAR_ALONE.match(text) and len(rest) == 4:
        said = {"year": rest}
    if not said or not (category or _is_full_date(said)):
        return None
    date, doubt = _numeric_date(said) if "first" in said else (_date(said), "")
    return Header(category, date, bool(code), doubt)


def _category(text: str) -> str:
    """The code that the line begins with: capitals run into the month's name (``CLSep``) or stand before a digit."""
    found = _CATEGORY.match(text)
    return found[0] if found else ""


def _is_full_date(said: dict[str, str | None]) -> bool:
    """Whether this names a month that exists, which a line without category must do to be a header."""
    month = said.get("month") or ""
    return month.lower() in _MONTH_OF or (month.isdigit() and "day" in said)


def _date(said: dict[str, str | None]) -> Date | None:
    month = said.get("month") or ""
    parts = [int(said["year"] or 0)]
    if month:
        parts.append(int(month) if month.isdigit() else _MONTH_OF.get(month.lower(), 0))
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

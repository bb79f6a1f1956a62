"""Dates as pages print them: ``2021``, ``May 2021``, ``3 May 2021``, ``May 3, 2021``, ``2021 May 3``, ``2021-05``."""

from __future__ import annotations

import re

from publist.model.paper import Date

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_OF = {name: at for at, full in enumerate(_MONTHS, 1) for name in (full, full[:3])} | {"sept": 9}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?(?: ?[-–/] ?[A-Za-z]{3,9}\.?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})(?:[-/](?P<day>\d{{1,2}}))?",
        rf"{_MONTH},? {_YEAR}",
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_YEAR} {_MONTH}(?: {_DAY})?(?: ?[-–] ?\d{{1,2}})?",
    )
)


def date_of(text: str) -> Date | None:
    """The date that the text is, as far as it says it; None if it is none. Of a span of months the first counts."""
    found = next((found for form in _FORMS if (found := form.fullmatch(text.strip()))), None)
    if not found:
        return None
    parts = found.groupdict()
    month = parts.get("month") or ""
    number = int(month) if month.isdigit() else _MONTH_OF.get(month.lower(), 0)
    if month and not number:
        return None
    try:
        return Date.of(int(parts["year"]), number, int(parts.get("day") or 0))
    except ValueError:
        return None

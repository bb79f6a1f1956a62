"""Dates of BibTeX, which has the fields year, month and day, and of BibLaTeX, whose field is ISO 8601-2."""

from __future__ import annotations

import re

from publist.formats import dates_in_words
from publist.formats.dates_in_words import month_number, of_parts
from publist.model.paper import Date

_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)(?!\d)", re.ASCII)
_DAYS = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")


def iso(text: str) -> Date | None:
    """The (first) day of a BibLaTeX date such as ``2023?`` or ``2023-09/2024``; None if it cannot be read."""
    return dates_in_words.read(text).date


def is_exact(text: str) -> bool:
    """Whether a BibLaTeX date says a single certain date, so that nothing is lost by keeping its first day."""
    return dates_in_words.read(text).exact


def classic(year: str, month: str, day: str) -> Date | None:
    """The date of the fields year, month and day, as far as they can be read; None without a year."""
    found = _YEAR.search(year)
    alone = dates_in_words.read(year).date if not month.strip() and not day.strip() else None
    if alone or not found:
        return alone
    number = month_number(month) or month_number(year)
    days = _DAYS.search(day) or (_DAYS.search(_YEAR.sub("", month)) if number and not month.strip().isdigit() else None)
    return of_parts(int(found[1]), number, int(days[1]) if days and number else 0)


def understood(year: str, month: str, day: str) -> bool:
    """Whether the date says all that the fields say."""
    plain = (re.fullmatch(r"[0-9]{4}", year.strip()) or (not month and dates_in_words.read(year).exact)) and (
        not month.strip() or month_number(month)
    )
    words = re.findall(r"[^\W\d_]{3,}", month)
    numbers = re.findall(r"\d+", month)
    return bool(plain) and len(words) <= 1 and len(numbers) <= 1 and (not day.strip() or day.strip().isdigit())


def is_plain_year(year: str) -> bool:
    """Whether the year is a number, which leaves no doubt about it."""
    return re.fullmatch(r"\s*(?:[0-9]{4})?\s*", year) is not None


def is_range(text: str) -> bool:
    """Whether it says days or months of which the first can be taken: ``October 9-15``, ``2016-10-04/2016-10-07``."""
    if "/" in text and "?" not in text and "~" not in text:
        return all(dates_in_words.read(part).exact for part in text.split("/") if part) and not text.endswith("/")
    return not text.strip() or month_number(text) > 0

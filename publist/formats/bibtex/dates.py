"""Dates of BibTeX (year, month, day) and BibLaTeX (ISO 8601-2 / EDTF, as biber reads it)."""

from __future__ import annotations

import re

from publist.formats.bibtex.macros import MONTHS
from publist.model.paper import Date

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:T[\d:.Z+-]*)?")
_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)(?!\d)")
_DAYS = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
"""EDTF seasons; a paper of "spring" is put into its first month."""
_OTHER_MONTHS = {
    "mär": 3, "mai": 5, "okt": 10, "dez": 12, "ene": 1, "abr": 4, "ago": 8, "set": 9, "dic": 12, "janv": 1, "févr": 2,
    "fév": 2, "avr": 4, "juin": 6, "juil": 7, "aoû": 8, "déc": 12, "gen": 1, "mag": 5, "giu": 6, "lug": 7, "ott": 10,
    "out": 10,
}  # fmt: skip


def iso(text: str) -> Date | None:
    """The (first) day of a BibLaTeX date such as ``2023?`` or ``2023-09/2024``; None if it cannot be read."""
    first = re.split(r"/(?=\d{4}|\.\.|$)", text.strip())[0].strip().rstrip("?~%")
    match = _ISO.fullmatch(first)
    if not match:
        return None
    year, month, day = match.groups()
    return _date(int(year), _SEASONS.get(month or "", 0) or int(month or 0), int(day or 0))


def is_exact(text: str) -> bool:
    """Whether a BibLaTeX date says a single certain date, so that nothing is lost by keeping its first day."""
    return re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text.strip()) is not None


def classic(year: str, month: str, day: str) -> Date | None:
    """The date of the fields year, month and day, as far as they can be read; None without a year."""
    found = _YEAR.search(year)
    if not found:
        return None
    number = month_number(month) or month_number(year)
    days = _DAYS.search(day) or (_DAYS.search(_YEAR.sub("", month)) if number and not month.strip().isdigit() else None)
    return _date(int(found[1]), number, int(days[1]) if days and number else 0)


def understood(year: str, month: str, day: str) -> bool:
    """Whether the date says all that the fields say."""
    plain = re.fullmatch(r"\d{4}", year.strip()) and (not month.strip() or month_number(month))
    words = re.findall(r"[^\W\d_]{3,}", month)
    numbers = re.findall(r"\d+", month)
    return bool(plain) and len(words) <= 1 and len(numbers) <= 1 and (not day.strip() or day.strip().isdigit())


def month_number(text: str) -> int:
    """The month of a number or of a word in one of several languages; 0 if there is none."""
    text = text.strip().strip("{}").strip().lower()
    if re.fullmatch(r"0?[1-9]|1[0-2]", text):
        return int(text)
    if numeric := re.fullmatch(r"[\d.\s–-]*?\b\d{1,2}\.(\d{1,2})\.(?:\d{4})?", text):
        return int(numeric[1]) if 1 <= int(numeric[1]) <= 12 else 0
    for word in re.findall(r"[^\W\d_]{3,}", text):
        if word[:3] in MONTHS:
            return MONTHS.index(word[:3]) + 1
        for start in (word[:4], word[:3]):
            if start in _OTHER_MONTHS:
                return _OTHER_MONTHS[start]
    return 0


def _date(year: int, month: int, day: int) -> Date | None:
    for parts in ((year, month, day), (year, month), (year,)):
        try:
            return Date.of(*parts)
        except ValueError:
            continue
    return None

"""Dates as databases and people write them: ISO 8601 and EDTF (ISO 8601-2), in words, in numbers.

A date is read as far as it is sure. What the model's date cannot say (a season, "circa", a range, a year before 1) is
told by ``exact`` being false, so that the reader keeps the text beside it.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from publist.model.paper import Date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_OTHER_MONTHS = {
    "mär": 3, "mai": 5, "okt": 10, "dez": 12, "ene": 1, "abr": 4, "ago": 8, "set": 9, "dic": 12, "janv": 1, "févr": 2,
    "fév": 2, "avr": 4, "juin": 6, "juil": 7, "aoû": 8, "déc": 12, "gen": 1, "mag": 5, "giu": 6, "lug": 7, "ott": 10,
    "out": 10,
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d\d:[\d:.Z+-]*)?")
_BASIC = re.compile(r"\A((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\Z")
"""ISO 8601's basic format."""
_COPYRIGHT = re.compile(r"(?:©|\bc(?=\d{4}\b))\s*")
"""``c2014`` is how libraries write a year of copyright; ``c. 2014`` is one that nobody is sure of."""
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})?/(\d{1,2})?/?([^/]*)")
"""RIS: year, month, day and other information, each of which may be missing."""
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]\d\d|20\d\d)(?!\d)")
_CHINESE = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号])?)?")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?!\d)", re.IGNORECASE)
_SAYING_NOTHING = frozenset(
    """copyright of de the del den der le la el am st nd rd th er mon tue tues wed thu thur thurs fri sat sun monday
    tuesday wednesday thursday friday saturday sunday published online on t z""".split()
)
_SEASONS = frozenset(str(number) for number in range(21, 42))
_UNCERTAIN = re.compile(r"(?<=[\dX])[?~%]|[?~%](?=\d)")


class ReadDate(NamedTuple):
    """The date as far as it is sure, whether that is all that the text says, and the status that it says."""

    date: Date | None
    exact: bool
    status: str = ""


def read(text: str) -> ReadDate:
    """What a text that should hold one date says. Nothing is invented: of a season only the year is read."""
    plain = normalize("NFKC", " ".join(text.strip().strip("[](){}").split()))
    plain = _BASIC.sub(r"\1-\2-\3", _COPYRIGHT.sub("", plain))
    plain = _CHINESE.sub(lambda match: "-".join(part for part in match.groups() if part), plain)
    if not plain:
        return ReadDate(None, True)
    from publist.formats.normalising.statuses import status_of  # a build reads none

    if status := status_of(plain):
        return ReadDate(None, True, status)
    if any(char.isdigit() and not char.isascii() for char in plain):
        return ReadDate(None, False)
    for attempt in (_iso, _slashed, _edtf, _numbers, _words):
        if found := attempt(plain):
            return found
    return ReadDate(None, False)


def _iso(text: str) -> ReadDate | None:
    match = _ISO.fullmatch(text)
    if not match or match[2] in _SEASONS:
        return None
    date = of_parts(*(int(part or 0) for part in match.groups()))
    return date and ReadDate(date, date[1:] == tuple(int(part or 0) for part in match.groups()[1:]))


def _slashed(text: str) -> ReadDate | None:
    match = _SLASHES.fullmatch(text)
    if not match:
        return None
    date = of_parts(int(match[1]), int(match[2] or 0), int(match[3] or 0) if match[2] else 0)
    beside = _words(f"{match[1]} {match[4]}") if match[4].strip() else None
    if date and beside and beside.date and beside.exact and not date.month:
        return beside
    return date and ReadDate(date, not match[4].strip() and bool(match[2] or not match[3]))


def _edtf(text: str) -> ReadDate | None:
    """The (first) date of ISO 8601-2's ranges, seasons, uncertain and unspecified dates, as far as it is sure."""
    if text[:1] == "-" or re.match(r"[Yy]-?\d{5,}|\d{5,}", text):
        return ReadDate(None, False)
    if not re.match(r"[?~%]?\d{2,4}[\dX?~%/.-]*$|\d{4}-\d\d.*[/?~%X]|(?:\.\.)?/\d", text):
        return None
    first = text.partition("/")[0]
    if first in ("", "..") or "X" in first:
        return ReadDate(None, False)
    whole = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", _UNCERTAIN.sub("", first).rstrip("?~%"))
    if not whole:
        return None
    season = whole[2] in _SEASONS
    date = of_parts(int(whole[1]), 0 if season else int(whole[2] or 0), 0 if season else int(whole[3] or 0))
    return ReadDate(date, False) if date else None


def _numbers(text: str) -> ReadDate | None:
    """``31.12.2014`` and ``12/31/2014``; of ``03/04/2014`` only the year is sure."""
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    first, second, year = map(int, match.groups())
    if "." in text or first > 12 >= second or first == second:
        date = of_parts(year, second, first)
    else:
        date = of_parts(year, first, second) if second > 12 else of_parts(year)
    return date and ReadDate(date, date.day > 0)


def _words(text: str) -> ReadDate | None:
    """``May 3, 2014``, ``3 mai 2014``, ``2014 Sept.``, ``Spring 2014``, ``circa 2014``, ``in press (2014)``."""
    years = _YEAR.findall(text)
    if not years:
        return None
    from publist.formats.normalising.statuses import status_of

    left = _YEAR.sub(" ", text)
    status = status_of(re.sub(r"[^\w\s]", " ", left))
    words = [word.lower() for word in _WORD.findall(left)]
    months = [number for word in words if (number := month_number(word))]
    days = [int(day) for day in _DAY.findall(left)]
    unknown = [word for word in words if not month_number(word) and word not in _SAYING_NOTHING]
    day = days[0] if months and days else 0
    date = of_parts(int(years[0]), months[0] if months else 0, day)
    exact = len(years) == 1 and len(months) < 2 and len(days) == bool(day) and not (unknown and not status)
    return date and ReadDate(date, exact and "?" not in text and "~" not in text, status)


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


def of_parts(year: int, month: int = 0, day: int = 0) -> Date | None:
    """The date of these parts as far as they make one; None where not even the year does."""
    for parts in ((year, month, day), (year, month), (year,)):
        try:
            return Date.of(*parts)
        except ValueError:
            continue
    return None

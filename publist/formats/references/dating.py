"""When the paper of a reference came out: the year, with month and day, wherever the style prints them."""

from __future__ import annotations

import re

from publist.formats.references.bounds import leading_year
from publist.formats.references.headings import Heading
from publist.formats.references.numbers import DATE, YEAR, month_and_day
from publist.formats.references.parting import Reading, Reference
from publist.model.paper import Date

_LEAD_PAGES = re.compile(r"(?:[Pp]ages?|[Pp]{1,2}\.?|S\.)\s?\d+(?:\s?[–-]\s?\d+)?")
_NUMBERED = re.compile(r"\b(?:pp?|no|nr|vol|bd|art\w*|S|paper|id)\.?\s?$", re.IGNORECASE)
"""What makes a number of four digits none of a year."""


_WITH_ISSUE = re.compile(
    rf"\b(?!(?:19|20)\d\d,)(\d{{1,4}}),\s((?:sup|S|SI)?\d{{1,4}}(?:[–-]\d{{1,3}})?)\s(?=\((?:[^\W\d_]{{3,9}}\.?\s{YEAR}\)|{YEAR}\),\s\w*\d))"
    rf"|\b(\d{{1,4}}),\s((?:sup|S|SI)\d{{1,3}})\s(?=\({YEAR}\))"
)
"""Volume and issue before a date in brackets, as the ACM prints them: 51, 4 (Dec. 2025), 28."""
_DATED_TWICE = re.compile(rf"\b(?!(?:19|20)\d\d,)(\d{{1,4}}),\s(\d{{1,3}}(?:[–-]\d{{1,3}})?)\s(?=\({YEAR}\)\W*$)")
"""The same without pages, where the year stands behind the authors, too: no style does so that prints 51, 28 (2025)."""
_YEAR_AND_PAGE = re.compile(rf"(?<![\w.])({YEAR}):\s?(?=[A-Za-z]?\d+\W*$)|^([\s.,*]*\({YEAR}\)),\s(?=\d+\W*$)")
"""Nothing but a page behind the year: Journal of Ice 2015:14, or Journal of Ice. (2015), 14."""


def date_of(reading: Reading, reference: Reference, heading: Heading) -> tuple[Date | None, str]:
    """The date, and what follows title and venue without it."""
    text = reference.text
    after = max(
        reading.title[1], reading.venue.end, reading.authors.end if reading.authors and reading.order == "inside" else 0
    )
    if reading.order == "title last":
        rest = f"{text[reading.venue.end : reading.title[0] - 1]} {text[reading.title[1] + 1 :]}"
    else:
        rest = text[after : reading.authors.start if reading.authors and reading.order == "last" else len(text)]
    if (pages := _LEAD_PAGES.search(reading.venue.lead)) is not None:
        rest = f"{rest} {pages[0]}"
    printed = reading.authors.year if reading.authors else ""
    rest = _with_labels(rest, dated=bool(printed))
    found = DATE.search(printed) if printed else None
    inside = [match for match in DATE.finditer(rest) if not _NUMBERED.search(rest[: match.start()])]
    if len(inside) > 1 and not rest[: inside[0].start()].strip(" ,.*"):
        inside, rest = _of_several(inside, rest)
    lead = reading.venue.lead if reading.venue.start >= 0 else ""
    places = [*([found] if found else []), *DATE.finditer(lead), *inside]
    if inside:
        rest = _without_dates(
            rest, [match for match in inside if not found or match["year"] == found["year"] or _is_alone(match, inside)]
        )
    if not places and (reading.title[0] or reading.authors):
        places = list(DATE.finditer(text[: leading_year(text)]))[-1:]
    if not places and reading.venue.start >= 0:
        places = list(DATE.finditer(text[reading.venue.start : reading.venue.end]))[-1:]
    if places:
        best = found or _best(places, heading)
        return _in_words(best, places), rest
    year = reference.taken.year or heading.year
    return (Date(int(year)) if year else None), rest


def _with_labels(rest: str, *, dated: bool) -> str:
    """The text behind a venue, where its numbers stand around a year, so that they can be told apart without it."""
    rest = _WITH_ISSUE.sub(lambda match: f"{match[1] or match[3]}({match[2] or match[4]}) ", rest)
    rest = _DATED_TWICE.sub(r"\1(\2) ", rest) if dated else rest
    return _YEAR_AND_PAGE.sub(lambda match: f"{match[1] or match[2]}, p. ", rest)


def _of_several(years: list[re.Match[str]], rest: str) -> tuple[list[re.Match[str]], str]:
    """Of several years of which the first follows the venue: those that tell the date, and the text without others."""
    first, last = years[0], years[-1]
    if not re.match(r"[*\s]*[,;:]\s?[*]*\d", rest[first.end() :]):  # of the venue's name: ENUMATH 2017, Springer, 2019
        return years[1:], " " * first.end() + rest[first.end() :]
    at_end = rest[: last.start()].rstrip()[-1:] in ("(", ",", ".") and not rest[last.end() :].strip(" ).,")
    if last["year"] == first["year"] and at_end:
        return years[-1:], rest  # the year counts the volumes: 2019, 1–21 (2019)
    return years[:1], rest


def _is_alone(match: re.Match[str], inside: list[re.Match[str]]) -> bool:
    """Whether it is the only year, and no volume that looks like one (Lunar Papers 1986, 7125)."""
    numbered = re.match(r"\s?(?:\(\d+\))?[,:]\s?\d", match.string[match.end() :])
    return len(inside) == 1 and not (numbered and match[0] == match["year"])


def _best(places: list[re.Match[str]], heading: Heading) -> re.Match[str]:
    same = [match for match in places if match["year"] == heading.year]
    return same[0] if same else places[0]


def _in_words(match: re.Match[str], others: list[re.Match[str]]) -> Date:
    year = int(match["year"])
    for other in (match, *others):
        if other["year"] != match["year"]:
            continue
        if other["iso"]:
            parts = [int(part) for part in other["iso"].strip("-").split("-")]
            return _checked(year, *parts)
        month, day = month_and_day(f"{other['before'] or ''} {other['after'] or ''}")
        if month:
            return _checked(year, month, day)
    return Date(year)


def _checked(year: int, month: int = 0, day: int = 0) -> Date:
    try:
        return Date.of(year, month, day)
    except ValueError:
        return Date(year)


def _without_dates(text: str, dates: list[re.Match[str]]) -> str:
    for match in reversed(dates):
        text = f"{text[: match.start()]} , {text[match.end() :]}"
    return re.sub(r"\(\s*[,.]?\s*\)|\[\s*,?\s*\]", " ", text)

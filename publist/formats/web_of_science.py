"""Results of Web of Science as they are copied: title, authors with semicolons, date, venue, volume and pages.

    1
    Noise in long winters
    Lee, A; Roe, M and Poe, J
    May 2021 |
    JOURNAL OF WINTERS
    20 (5) , pp.1-36
    57
    Citations
    40
    References

The true page could not be seen by the author of this reader: a paper is taken whose parts all stand in this order.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.webpage.bylines import inverted
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Entry, Page, certainty, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.formats.webpage.venues import type_of
from publist.model.paper import Paper

_DATE = re.compile(
    r"(?P<date>(?:[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})? )?(?:\d{1,2} )?(?:19|20)\d\d)\s*\|?\s*(?P<venue>(?<=[| ])[^\d|].*)?"
)
_VOLUME = re.compile(r"(?P<volume>[\w-]+)\s*(?:\((?P<issue>[^()]+)\))?\s*(?:,\s*pp?\. ?(?P<pages>[\w-]+))?")
_NAME = r"[^,;]{1,40}, [^\W\d_a-z][\w. -]{0,20}?"
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*(?:Citations?|References?|Times Cited)\b", re.MULTILINE),
    kinds(
        a=rf"{_NAME}(?:; {_NAME})*(?:; \(\.\.\.\)|; \.\.\.)?(?: and {_NAME}| and \d+ more)?|{_NAME}",
        d=re.sub(r"\?P<\w+>", "", _DATE.pattern),
        v=r"[\w-]{1,8}\s*(?:\([^()]+\))?\s*,\s*pp?\. ?[\w-]+|\d{1,5}\s*\([^()]+\)",
        c=r"Citations?|References?|Times Cited.*|Full Text at Publisher.*|View full text.*|Free Full Text.*"
        r"|Show (?:more|less)"
        r"|Related records.*|Free (?:Published|Submitted|Accepted) Article.*|Highly Cited Paper"
        r"|Context Sensitive Links|\.\.\.",
        o=r"\d+ results? from .*|Add To Marked List|Export|Sort by:.*|Relevance|Analyze Results.*|Citation Report"
        r"|Refine results.*",
    ),
    re.compile(r"(?P<title>t)(?P<authors>[at])(?P<date>d)(?P<venue>[ta])?(?P<volume>v)?(?P<after>(?:c|t{1,3}(?=[cov]*c)|[ov](?=[cov]*c))*c)"),
    anchors="a",
    lists="a",
)  # fmt: skip
_MISSING = "Paste results of Web of Science, or choose “Export” → “RIS” there and import the .ris file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are results, each with its authors, date and counts."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every result; the beginnings of abstracts are not kept."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    dated = _DATE.fullmatch(said(fields, "date"))
    byline = inverted(re.sub(r"; \(\.\.\.\)| and \d+ more", "; …", said(fields, "authors")))
    if not dated or (dated["venue"] and "venue" in fields):
        return None
    venue = (dated["venue"] or said(fields, "venue")).strip()
    volume = _VOLUME.fullmatch(said(fields, "volume"))
    numbers = volume.groupdict("") if volume else {"volume": "", "issue": "", "pages": ""}
    paper = Paper(
        said(fields, "title"),
        date=date_of(dated["date"]),
        type=type_of(venue, numbers["volume"]),
        venue=venue,
        volume=numbers["volume"],
        issue=numbers["issue"],
        pages=numbers["pages"],
    )
    paper = labelled(paper, fields["after"], "Web of Science")
    return with_authors(paper, byline, fields["authors"][0], ";")

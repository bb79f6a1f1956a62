"""The publications of an OpenReview profile as they are copied: title, authors, then dates and venue.

    Noise in long winters
    Ann Lee, Max Roe
    Published: 01 Feb 2023, Last Modified: 12 May 2023
    ICLR 2023 poster
    Readers: Everyone

The parts are those of openreview/openreview-web, components/Note.js; dates, venue and readers may stand on one line.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Entry, Page, certainty, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.formats.webpage.venues import placed
from publist.model.paper import Date, Paper

_DATE = r"(?:\d{2} )?(?:[A-Z][a-z]{2,3} )?(?:19|20)\d\d"
_DATES = rf"(?:Published: )?{_DATE}(?:,? ?\(?(?:Last Modified|modified): ?{_DATE}\)?)?"
_META = re.compile(
    rf"(?:Published: )?(?P<date>{_DATE})(?:,? ?\(?(?:Last Modified"
    rf"|modified): ?{_DATE}\)?)?(?P<venue>.*?)(?:Readers: .*)?"
)
_SUBMITTED = re.compile(r"Submitted to (?P<venue>.*)")
_SHAPE = Shape(
    re.compile(r"\bReaders: |\bLast Modified: |\(modified: "),
    kinds(
        m=_DATES,
        x=rf"{_DATES}\s?\S.*",
        r=r"Readers: .*|Everyone",
        s=r"Show details|Hide details|Revisions|BibTeX|PDF|HTML|\d+ Repl(?:y|ies)|Unlink.*|pdf icon|html? icon"
        r"|\(hide authors\)",
        o=r"Publications|Recent Publications|View all \d+ publications|OpenReview(?:\.net)?|Co-Authors"
        r"|View all co-authors|Names"
        r"|Emails|Personal Links|Education & Career History|Advisors.*|Expertise|Edit Profile|Suggest .*|Joined .*"
        r"|Login|«|»|›|‹",
    ),
    re.compile(r"(?P<title>t)s*(?P<authors>t)(?:(?P<dates>m)(?P<venue>t)?r|(?P<line>x)r?)s*"),
    anchors="mx",
)  # fmt: skip
_MISSING = "Paste the publications of an OpenReview profile, with the line Readers: under each."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are publications, each with its dates and readers."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every publication. OpenReview sets 1 January for what has only a year."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    meta = _META.fullmatch(said(fields, "dates") or said(fields, "line"))
    byline = byline_of(re.sub(r",? et al\. \(.*\)$", ", et al.", said(fields, "authors")))
    if not meta:
        return None
    date = date_of(meta["date"])
    if date and (date.month, date.day) in ((1, 1), (1, 0)):
        date = Date(date.year)
    venue = (meta["venue"] or said(fields, "venue")).strip()
    paper = Paper(said(fields, "title"), date=date)
    if submitted := _SUBMITTED.fullmatch(venue):
        paper = paper._replace(status="submitted", note=f"Submitted to {submitted['venue']}")
    elif venue:
        paper = placed(paper, venue)
    return with_authors(paper, byline, fields["authors"][0])

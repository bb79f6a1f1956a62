"""The papers of an SSRN author as they are copied: title, perhaps a journal, numbers and dates, authors.

    1.
    Noise in long winters
    Number of pages: 36 Posted: 12 May 2021 Last Revised: 03 Jun 2022
    Ann Lee and Max Roe
    University of Oulu and CERN
    Downloads 123 (300,000)
    Citation 4

The true page could not be seen by the author of this reader: a paper is taken whose line of dates stands above authors
and whose downloads follow. The date is that of the first version.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Paper

_POSTED = re.compile(
    r"(?:Number of pages: \d+\s*)?Posted: (?P<date>\d{1,2} [A-Z][a-z]{2,8} \d{4})(?:\s*Last Revised: .*)?"
)
_SHAPE = Shape(
    re.compile(r"^.*\bPosted: \d", re.MULTILINE),
    kinds(
        p=re.sub(r"\?P<\w+>", "", _POSTED.pattern),
        w=r"Downloads? [\d,]+.*|Downloads?|Citations? [\d,]*|Abstract Views.*|[\d,]+ \([\d,]+\)",
        o=r"\d+\.|Scholarly Papers? \(\d+\)|Download This Paper|Open PDF in Browser|Add Paper to My Library"
        r"|Abstract:.*|View Paper"
        r"|Keywords:.*|JEL Classification:.*|Share:|Permalink|Using (?:the )?URL.*|https://ssrn\.com/\S+"
        r"|Multiple version icon.*",
    ),
    re.compile(r"(?P<title>t)(?P<journal>t)?(?P<posted>p)(?P<authors>t)(?P<where>t{0,2})(?P<after>(?:o*w)+)"),
    anchors="p",
)
_MISSING = "Paste the papers of an SSRN author, with the line Posted: … of each."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are papers, each with its dates and downloads."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper; a journal line is kept as a note."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    posted = _POSTED.fullmatch(said(fields, "posted"))
    byline = byline_of(said(fields, "authors"))
    if not posted:
        return None
    paper = Paper(said(fields, "title"), date=date_of(posted["date"]), publisher="SSRN")
    paper = labelled(paper, fields["after"], "SSRN")
    if byline and len(byline.names) > 1 and " and " not in said(fields, "authors"):
        byline = None  # SSRN joins the last one by "and": the line has been cut
    entry = with_authors(paper, byline, fields["authors"][0])
    if "journal" not in fields:
        return entry
    line = fields["journal"][0]
    doubt = Doubt(line, f"this may be where it appeared, and is kept as a note: {quoted(line.text)}")
    paper = doubtful(entry.paper._replace(note=line.text), "title", "venue")
    return Entry((), paper, (*entry.doubts, doubt))

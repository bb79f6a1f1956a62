"""Results of IEEE Xplore as they are copied: title, authors with semicolons, venue, then a line with the year.

Noise in long winters
Ann Lee; Max Roe
IEEE Transactions on Winters
Year: 2021 | Volume: 20, Issue: 5 | Journal Article | Publisher: IEEE
Cited by: Papers (57)
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.pages import Entry, Page, certainty, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Date, Paper

_TYPES = {
    "Journal Article": "article-journal", "Conference Paper": "paper-conference",
    "Magazine Article": "article-magazine",
    "Book Chapter": "chapter", "Book": "book", "Early Access Article": "article-journal", "Standard": "standard",
    "Course": "document",
}  # fmt: skip
_META = re.compile(
    r"Year: ?(?P<year>\d{4})(?: ?\| ?Volume: ?(?P<volume>[^,|]+?)(?:, Issue: ?(?P<issue>[^|]+?))?)?"
    rf" ?\| ?(?P<type>{'|'.join(_TYPES)})(?: ?\| ?Publisher: ?(?P<publisher>.+))?"
)
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*Year: ?\d{4}", re.MULTILINE),
    kinds(
        m=re.sub(r"\?P<\w+>", "", _META.pattern),
        c=r"Cited by: .*|Abstract|HTML|PDF|Media|Code|References|Full Text Views.*|Quick Preview|\(\(html\)\)|\(\)"
        r"|Free|Open Access",
        o=r"Showing .*|Select All.*|Items Per Page|Sort By.*|Set Search Alerts.*|Search Alerts|Download PDFs|Export"
        r"|IEEE Xplore.*"
        r"|Early Access.*|Conferences .*|Journals .*|Author|Affiliation|Publication Title|Publisher"
        r"|Supplemental Items.*|Year",
    ),
    re.compile(r"(?P<title>t)c?(?P<authors>t)?(?P<venue>t)(?P<meta>m)(?P<after>c*)"),
    anchors="m",
)
_MISSING = "Paste results of IEEE Xplore, or choose “Export” → “Citations” there and import the .ris or .bib file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are results, each with its line of year, type and publisher."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every result of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    meta = _META.fullmatch(said(fields, "meta"))
    byline = byline_of(said(fields, "authors"), ";")
    if not meta or "authors" not in fields:
        return None
    paper = Paper(
        said(fields, "title"),
        date=Date(int(meta["year"])),
        type=_TYPES[meta["type"]],
        venue=said(fields, "venue"),
        volume=(meta["volume"] or "").strip(),
        issue=(meta["issue"] or "").strip(),
        publisher=(meta["publisher"] or "").strip(),
    )
    paper = labelled(paper, fields.get("after", ()), "IEEE Xplore")
    return with_authors(paper, byline, fields["authors"][0], ";")

"""Pasted results of a Google Scholar search: title, then authors, venue and year on one line, then an extract.

    [PDF] How to scale up kernel methods
    Z Lu, A May, K Liu… - Journal of Kernels, 2014 - jok.example
    The computational complexity of kernel methods has often been …
    Save Cite Cited by 94 Related articles All 3 versions

Scholar cuts authors and venues short with "…"; such a venue asks for a review.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.scholar_venue import with_venue
from publist.formats.scholar_words import OWN
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import counted
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Date, Paper

_BYLINE = re.compile(
    r"(?P<authors>[^-–]*(?:[-–]\S[^-–]*)*?)\s+[-–]\s+(?:(?P<venue>.+?)(?:,\s|\s*…,\s))?(?P<year>(?:1[6-9]|20)\d\d)"
    r"(?:\s+[-–]\s+(?P<host>\S.{0,60}))?"
)
_CITED = re.compile(r"\bCited by (?P<count>\d+)")
_MARK = re.compile(r"^(?:\[(?:PDF|HTML|BOOK|B|CITATION|C|DOC)\]\s*)+", re.IGNORECASE)
_SHAPE = Shape(
    re.compile(r"\bCite\b|\bCited by\b|\bRelated articles\b"),
    kinds(
        f=r"(?:☆ ?)?(?:Save|Saved|Cite|Cited by \d+|Related articles|All \d+ versions|View as HTML|Library Search|More"
        r"|Full View|Web of Science: \d+|Fulltext|BL Direct|Cached)(?:\s+(?:Save|Saved|Cite|Cited by \d+"
        r"|Related articles"
        r"|All \d+ versions|View as HTML|Library Search|More|Full View|Web of Science: \d+|Cached|»))*",
        p=r"\[(?:PDF|HTML)\]\s*(?:from )?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:\s*Full View)?|Find@\w+|Get it @.*",
        o=rf"(?i:{OWN})",
        b=re.sub(r"\?P<\w+>", "", _BYLINE.pattern),
    ),
    re.compile(r"p*(?P<title>t)(?P<byline>b)(?P<extract>[tb]{0,5}?)p?(?P<after>f+)"),
    anchors="f",
)  # fmt: skip
_LINKS_MISSING = "Put the links of the paper (Save Cite Cited by …) under the lines before its title, and import again."
_MISSING = "Paste the results of a Google Scholar search, with the line Save Cite Cited by under each."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are results, each with its links under it."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every result; the extracts are no abstracts and are not kept."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _names_authors(text: str) -> bool:
    """Whether a line of the extract is made as the line of authors, venue and year is."""
    found = _BYLINE.fullmatch(text)
    return bool(found and byline_of(found["authors"]))


def _entry(fields: Fields) -> Entry | None:
    line = fields["title"][0]
    found = _BYLINE.fullmatch(said(fields, "byline"))
    byline = byline_of(found["authors"]) if found else None
    if not found or not byline:
        return None
    title = _MARK.sub("", line.text)
    paper = Paper(title, byline.authors, byline.et_al, date=Date(int(found["year"])))
    venue = (found["venue"] or "").strip()
    cut = "…" in said(fields, "byline")[len(found["authors"]) + 1 :]
    paper = with_venue(paper, venue.strip(" …,")) if venue.strip(" …,") else paper
    cited = _CITED.search(said(fields, "after"))
    paper = counted(paper, cited["count"], "Google Scholar") if cited else paper
    doubts = []
    if another := next((line for line in fields.get("extract", ()) if _names_authors(line.text)), None):
        paper = doubtful(paper, "title", "authors", "date", "venue")
        doubts.append(Doubt(another, f"this may be the line of another paper: {quoted(another.text)}", _LINKS_MISSING))
    if cut and venue:
        paper = doubtful(paper._replace(venue=paper.venue and venue), "venue")
        doubts.append(Doubt(fields["byline"][0], f"Scholar has cut this venue short: {quoted(venue)}"))
    if title.endswith(("…", "...")):
        paper = doubtful(paper, "title")
        doubts.append(Doubt(line, f"Scholar has cut this title short: {quoted(title)}"))
    return Entry((), paper, tuple(doubts))

"""The publications of a ResearchGate profile as they are copied.

    Noise in long winters
    Article
    Full-text available
    May 2021 · Journal of Winters
    57 Reads
    12 Citations
    Ann Lee · Max Roe · J. Poe

The true page could not be seen by the author of this reader: a paper is taken whose kind and date stand under its title
and whose authors stand on one line. With a line for each author nothing tells them from the venue, and they ask for a
review.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Paper

_TYPES = {
    "Article": "article-journal", "Conference Paper": "paper-conference", "Preprint": "article", "Chapter": "chapter",
    "Thesis": "thesis", "Book": "book", "Data": "dataset", "Poster": "graphic", "Presentation": "speech",
    "Technical Report": "report", "Working Paper": "article", "Patent": "patent", "Cover Page": "document",
    "Code": "software",
}  # fmt: skip
_DATE = re.compile(r"(?P<date>(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d)(?:\s*·\s*(?P<venue>\D.*))?")
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*(?:[\d,]+ (?:Reads?|Citations?)|Full-text available|Request full-text)", re.MULTILINE),
    kinds(
        y="|".join(_TYPES),
        d=re.sub(r"\?P<\w+>", "", _DATE.pattern),
        f=r"Full-text available|Request full-text|Download|View|File available|Source|Recommend|Follow|Share"
        r"|Read full-text"
        r"|[\d,]+ (?:Reads?|Citations?|Recommendations?|References?)(?:\s*·\s*[\d,]+ (?:Reads?|Citations?))*|·",
        m=r"[^·]+(?: ?· ?[^·]+)+",
        o=r"Publications?(?: \(\d+\))?|Publication types|Sort by.*|Newest|Research Items|Featured research"
        r"|Top co-authors"
        r"|ResearchGate|Overview|Stats|Scores|Profile|Questions|Answers",
    ),
    re.compile(r"(?P<title>t)(?P<kind>y)f*(?P<date>d)(?P<before>f*)(?:(?P<authors>m)|(?P<lines>t{1,30}))(?P<after>f+)"),
    anchors="y",
    lists="m",
)
_MISSING = "Paste the publications of a ResearchGate profile, or download their citations as RIS or BibTeX."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are publications, each with its kind and date."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every publication of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    dated = _DATE.fullmatch(said(fields, "date"))
    lines = fields.get("lines", ())
    authors = said(fields, "authors") or " · ".join(line.text for line in lines)
    byline = byline_of(authors, "·")
    if not dated or not byline:
        return None
    paper = Paper(
        said(fields, "title"),
        byline.authors,
        byline.et_al,
        date=date_of(dated["date"]),
        type=_TYPES[said(fields, "kind")],
        venue=dated["venue"] or "",
    )
    paper = labelled(paper, (*fields.get("before", ()), *fields["after"]), "ResearchGate")
    if not lines or dated["venue"]:
        return Entry((), paper)
    return Entry(
        (), doubtful(paper, "authors", "venue"), (Doubt(lines[0], "the first of these lines may be the venue"),)
    )

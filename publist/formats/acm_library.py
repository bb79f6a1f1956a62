"""Papers of an ACM Digital Library profile or search as they are copied.

    research-article
    May 2021
    Noise in long winters
    Ann Lee, Max Roe
    ACM Transactions on Winters, Volume 20, Issue 5 • May 2021, Article No.: 12, pp 1–36 • https://doi.org/10.1145/1.2

The true page could not be seen by the author of this reader: a paper is taken whose line of place ends in its DOI.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import NUMBER, counted, labelled
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Entry, Page, certainty, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.formats.webpage.venues import type_of
from publist.model.paper import Paper
from publist.text import identifiers

_DATE = r"(?:(?:\d{1,2} )?[A-Z][a-z]{2,8} )?(?:19|20)\d\d"
_PLACE = re.compile(
    rf"(?P<venue>.+?)(?:, Volume (?P<volume>[\w-]+))?(?:, Issue (?P<issue>[\w-]+))?\s*[•·]?\s*(?P<date>{_DATE})"
    r"(?:, Article No\.?:? ?(?P<article>[\w-]+))?(?:, pp?\.? ?(?P<pages>[\w–-]+))?\s*[•·]?\s*(?P<doi>https?://doi\.org/10\.\S+)"
)
_SHAPE = Shape(
    re.compile(r"https?://doi\.org/10\.(?:1145|5555)/"),
    kinds(
        y=r"(?i:research-article|short-paper|article|review-article|extended-abstract|abstract|poster|demonstration|survey"
        r"|tutorial|keynote|panel|opinion|introduction|invited-talk|invited-paper|editorial|column|work in progress"
        r"|doctoral"
        r" thesis|chapter|book|proceeding|other|note|discussion|correction|letter|letters|software|dataset|interview"
        r"|news"
        r"|report|front[- ]matter)(?:\s*[•·]?\s*(?i:open access|best paper|free access|honorable mention))*",
        d=_DATE,
        p=re.sub(r"\?P<\w+>", "", _PLACE.pattern),
        n=r"[\d,]{1,9}|Total (?:Citations|Downloads).*|Metrics|Get Access|PDF|eReader|HTML|View Options"
        r"|Supplementary Material.*"
        r"|Online Appendix.*|Cite|Save to Binder|Request permissions|References|Highlights|MORE|LESS|\.\.\."
        r"|Open Access",
        o=r"Select all|Export Citations|.*Results?|Publications|Bibliometrics|Most (?:Recent|Cited).*|Refine.*"
        r"|Per page.*|People",
    ),
    re.compile(r"[ydno]*(?P<title>t)(?P<authors>t{1,60}?)(?P<place>p)(?P<after>(?:[no]|t(?=t{0,4}[no]*(?:[yd]|$)))*)"),
    anchors="p",
)  # fmt: skip
_MISSING = "Paste papers of the ACM Digital Library, or choose “Export Citations” → “BibTeX” there."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are papers, each with its place and DOI."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper; the beginnings of abstracts are not kept."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    place = _PLACE.fullmatch(said(fields, "place"))
    authors = said(fields, "authors")
    byline = byline_of(authors)
    several = len(fields["authors"]) > 1 and any(not line.text.endswith(",") for line in fields["authors"][:-1])
    if not place or several or (not byline and len(fields["authors"]) > 1):
        return None
    paper = Paper(
        said(fields, "title"),
        date=date_of(place["date"]),
        type=type_of(place["venue"], place["volume"] or ""),
        venue=place["venue"],
        volume=place["volume"] or "",
        issue=place["issue"] or "",
        pages=(place["pages"] or "").replace("–", "-"),
        number=place["article"] or "",
        doi=identifiers.doi(place["doi"]),
    )
    return with_authors(_counted(paper, fields.get("after", ())), byline, fields["authors"][0])


def _counted(paper: Paper, lines: Sequence[Line]) -> Paper:
    """The paper with its citations: of two numbers side by side the first; the second one counts downloads."""
    numbers = [line.text for line in lines if NUMBER.fullmatch(line.text)]
    source = "ACM Digital Library"
    return counted(paper, numbers[0], source) if len(numbers) == 2 else labelled(paper, lines, source)

"""A page of PubMed results as it is copied, in its summary form.

1
Cite Share
Noise in long winters.
Lee A, Roe M, van der Poe J Jr.
J Winters. 2021 May 3;20(5):1-36. doi: 10.1000/winters.1. Epub 2021 Mar 3.
PMID: 34567890 Free PMC article.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.pubmed_citation import CITATION, bare_title, cited, numbered
from publist.formats.webpage.bylines import byline_of, family_first
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Paper

_ANONYMOUS = "[No authors listed]"
_SHAPE = Shape(
    re.compile(r"\bPMID: ?\d+"),
    kinds(
        p=r"PMID: ?\d+.*",
        j=re.sub(r"\?P<\w+>", "", CITATION.pattern),
        o=r"\d{1,5}|Cite|Share|Cite Share|Select item \d+|Item in Clipboard|.*\bresults?|Display options|Save|Email"
        r"|Send to"
        r"|Format:?|Summary.*|Abstract|PubMed|Per page.*|Sort by:?.*|Best match|Most recent|Publication date"
        r"|First author|Journal"
        r"|Free article\.?|Free PMC article\.?|Review\.?|Clinical Trial\.?|No abstract available\.?|Similar articles"
        r"|Conflict of interest statement|of \d+|Full text.*|Results by year|Filters applied:?.*|Clear all"
        r"|User Guide|Advanced",
    ),
    re.compile(r"(?P<title>t)(?P<authors>t)?(?P<journal>j)(?P<number>p)(?:o*t{1,3}(?=o|$))?"),
    anchors="p",
)
_MISSING = "Paste PubMed's results, or choose “Send to” → “Citation manager” there and import the .nbib file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are results, each with its journal and its PMID."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every result of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    found = CITATION.fullmatch(said(fields, "journal"))
    if not found:
        return None
    title, authors = fields["title"][0], said(fields, "authors")
    if authors and not _is_like_authors(authors):
        title, authors = fields["authors"][0], ""  # the line above is the extract of the result before
    paper = numbered(cited(Paper(bare_title(title.text)), found), said(fields, "number"))
    if authors and authors != _ANONYMOUS:
        return with_authors(paper, family_first(authors), fields["authors"][0])
    return Entry((), doubtful(paper, "authors"), (Doubt(title, f"no authors are given for {quoted(title.text)}"),))


def _is_like_authors(text: str) -> bool:
    """Whether some of what stands between commas is a name with its initials, or all of it is said to be missing."""
    return (
        text == _ANONYMOUS or any(map(family_first, text.rstrip(".").split(", "))) or bool(byline_of(text.rstrip(".")))
    )

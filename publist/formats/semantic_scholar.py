"""The papers of a Semantic Scholar author as they are copied from the page.

    Noise in long winters
    Ann Lee, Max Roe, +2 authors, J. Poe
    Computer Science, Physics
    Journal of Winters
    3 May 2021
    TLDR
    Long winters are noisy.Expand
    57
    PDF
    Save
    Alert
    Cite

The true page could not be seen by the author of this reader: it is strict, and takes papers only whose lines end in the
buttons. Authors that the page leaves out ("+2 authors") make the list of names ask for a review.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import NUMBER, counted
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.formats.webpage.venues import placed
from publist.model.paper import Paper

_FIELDS = frozenset(
    """Agricultural and Food Sciences|Art|Biology|Business|Chemistry|Computer Science|Economics|Education|Engineering
    |Environmental Science|Geography|Geology|History|Law|Linguistics|Materials Science|Mathematics|Medicine|Philosophy
    |Physics|Political Science|Psychology|Sociology""".replace("\n    ", "").split("|")
)
"""The fields of study that the site names."""
_LEFT_OUT = re.compile(r",?\s*\+\s?(?P<count>\d+)\s+authors?,?\s*")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*(?:Save|Cite)[^\S\r\n]*$", re.MULTILINE),
    kinds(
        d=rf"(?:Published )?(?:(?:\d{{1,2}} )?{_MONTH} )?(?:19|20)\d\d",
        c=r"Cite",
        x=r"TLDR|.*\.{0,3}(?:Expand|Collapse)|Abstract",
        n=r"[\d,]{1,9}",
        b=r"PDF|Save|Alert|\[PDF\]|View (?:PDF )?(?:on|via) .*|View \d+ excerpts?.*|\d+ Excerpts?"
        r"|Highly Influen(?:ced|tial).*"
        r"|Background|Methods|Results|Research Feed|Save to Library|Create Alert|Open Access|Add to Library"
        r"|\d+ Citations",
        o=r"Semantic Scholar.*|Search \d.*|Publications|Citing Authors|Referenced Authors|Co-Authors|Sort by.*"
        r"|Co-?Author"
        r"|Has PDF|Publication Type|Author|More Filters|Claim Author Page|Create Alert|h-index\d*|Citations[\d,]*"
        r"|Author pages.*",
    ),
    re.compile(r"(?P<title>t)(?P<authors>t)(?P<where>t{0,2})(?P<date>d)(?P<after>(?:[xnb]|t(?=x))*)c"),
    anchors="c",
)  # fmt: skip
_MISSING = "Paste the papers of a Semantic Scholar author, with the buttons Save, Alert and Cite under each."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are papers in the site's order, each with its buttons."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper; the short summaries are not abstracts and are not kept."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    line, authors = fields["title"][0], said(fields, "authors")
    left_out = _LEFT_OUT.search(authors)
    byline = byline_of(_LEFT_OUT.sub(", ", authors))
    where = [part.text for part in fields.get("where", ()) if not set(part.text.split(", ")) <= _FIELDS]
    if len(where) > 1 or set(authors.split(", ")) <= _FIELDS:
        return None
    paper = Paper(line.text, date=date_of(said(fields, "date").removeprefix("Published ")))
    paper = placed(paper, where[0]) if where else paper
    numbers = [part.text for part in fields.get("after", ()) if NUMBER.fullmatch(part.text)]
    paper = counted(paper, numbers[0], "Semantic Scholar") if len(numbers) == 1 else paper
    if left_out and byline:
        paper = paper._replace(authors=byline.authors, et_al=True)
        doubt = Doubt(line, f"the page leaves out {left_out['count']} authors of {quoted(line.text)}")
        return Entry((), doubtful(paper, "authors"), (doubt,))
    return with_authors(paper, byline, fields["authors"][0])

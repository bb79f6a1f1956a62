"""Results of INSPIRE as they are copied: title, authors with affiliations and date, where published, then buttons.

    Noise in long winters
    #1
    Ann Lee(Oulu U.), Max Roe(CERN) (May 3, 2021)
    Published in: Phys.Rev.D 103 (2021) 5, 015001 • e-Print: 2101.01234 [hep-th]
    pdf
    DOI
    cite
    claim
    reference search
    57 citations

The true page could not be seen by the author of this reader, only its data: a paper is taken whose authors end in the
date and whose buttons follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line, quoted
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Paper
from publist.text import identifiers

_AUTHORS = re.compile(r"(?P<names>.+?)\s*\((?P<date>(?:[A-Z][a-z]{2,8}\.?(?: \d{1,2})?, )?(?:19|20)\d\d)\)")
_AFFILIATION = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
_COLLABORATION = re.compile(r"(?P<name>.+? Collaborations?) • (?P<rest>.*)")
_JOURNAL = re.compile(
    r"Published in: (?P<venue>\D[^()]*?\.?)\s?(?P<volume>[\w-]+) \((?P<year>\d{4})\)"
    r"(?: (?P<issue>[\w-]+),)?(?: (?P<pages>[\w-]+))?"
)
_COUNT = re.compile(r"[\d,]+ citations?$")
_NAMED = re.compile(r"(?P<name>e-Print|DOI|Published in|Contribution to|Report number|Thesis)\s*: (?P<value>[^•]+)")
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*(?:cite|claim|reference search)\b", re.MULTILINE),
    kinds(
        n=r"#\d+",
        a=re.sub(r"\?P<\w+>", "", _AUTHORS.pattern),
        p=r"(?:Published in|e-Print|DOI|Contribution to|Report number|Thesis|Part of|Talk given at|Supervisor"
        r"|Submitted to)\s?:? .*",
        b=r"(?:(?:pdf|links?|DOI|cite|claim|datasets?|reference search|[\d,]+ citations?)\s*)+",
        o=r"[\d,]+ results.*|cite all|Citation Summary|Most Recent|Most Cited|Date of paper|Number of authors"
        r"|Exclude RPP.*"
        r"|Document Type|Author|Subject|arXiv Category|Collaboration|literature|Literature|Research.*works|Cited By",
    ),
    re.compile(r"(?P<title>t)n?(?P<authors>a)(?P<published>p*)(?P<after>b+)"),
    anchors="a",
    lists="a",
)  # fmt: skip
_MISSING = "Paste results of INSPIRE, or choose “cite all” → “BibTeX” there and import the .bib file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are results, each with its authors, date and buttons."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every result of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    line = fields["title"][0]
    found = _AUTHORS.fullmatch(said(fields, "authors"))
    if not found:
        return None
    group = _COLLABORATION.fullmatch(found["names"])
    named = _AFFILIATION.sub("", group["rest"] if group else found["names"])
    byline = byline_of(f"{group['name']}, {named}" if group else named)
    paper = Paper(line.text, date=date_of(found["date"]))
    published = " • ".join(part.text for part in fields.get("published", ()))
    values = {name["name"]: name["value"].strip() for name in _NAMED.finditer(published)}
    paper = paper._replace(
        arxiv=identifiers.arxiv(f"arXiv:{values.get('e-Print', '').split(' ')[0]}"),
        doi=identifiers.doi(values.get("DOI", "")),
        number=values.get("Report number", ""),
        type="thesis" if "Thesis" in values else "article",
    )
    paper = labelled(paper, _pieces(fields), "INSPIRE")
    authors = Line(line.number, line.column, named)
    if "Published in" not in values:
        return with_authors(paper, byline, authors)
    place = f"Published in: {values['Published in']}"
    journal = _JOURNAL.match(place)
    if journal:
        return with_authors(_published(paper, journal), byline, authors)
    doubt = Doubt(line, f"where this appeared is not clear: {quoted(place)}")
    entry = with_authors(doubtful(paper._replace(venue=values["Published in"]), "venue"), byline, authors)
    return entry._replace(doubts=(*entry.doubts, doubt))


def _pieces(fields: Fields) -> Iterator[Line]:
    """The lines under the paper, parted where the page has run buttons and count together."""
    for line in fields.get("after", ()):
        found = _COUNT.search(line.text)
        yield line._replace(text=found[0]) if found else line


def _published(paper: Paper, found: re.Match[str]) -> Paper:
    return paper._replace(
        type="article-journal",
        venue=found["venue"].strip(),
        volume=found["volume"],
        issue=found["issue"] or "",
        pages=found["pages"] or "",
    )

"""Documents of a Scopus author or search as they are copied: kind, title, authors, then place and year.

    Article • Open access
    Noise in long winters
    Lee, A., Roe, M., Poe, J.
    Journal of Winters, 2021, 20(5), pp. 1–36
    57
    Citations

The true page could not be seen by the author of this reader: a paper is taken whose parts all stand in this order.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.webpage.bylines import inverted
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.pages import Entry, Page, certainty, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Date, Paper

_TYPES = {
    "Article": "article-journal", "Review": "article-journal", "Conference Paper": "paper-conference",
    "Letter": "article-journal",
    "Editorial": "article-journal", "Note": "article-journal", "Short Survey": "article-journal",
    "Erratum": "article-journal",
    "Data Paper": "article-journal", "Conference Review": "article-journal", "Book Chapter": "chapter", "Book": "book",
    "Article in Press": "article-journal", "Conference paper": "paper-conference", "Book chapter": "chapter",
}  # fmt: skip
_KIND = re.compile(rf"(?P<type>{'|'.join(_TYPES)})(?:\s*[•·∙]\s*.*)?")
_PLACE = re.compile(
    r"(?P<venue>.+?), (?P<year>(?:19|20)\d\d)(?:, (?P<volume>\w{1,5}"
    r"|\w+-\w+)?(?:\((?P<issue>[^()]+)\))?)?(?:, pp?\. (?P<pages>[\w–-]+))?"
    r"(?:, (?P<article>[\w.-]+))?"
)
_NAME = r"[^,]{1,40}, (?:[^\W\d_]\w{0,2}\.[ -]?){1,6}"
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*(?:Article|Review|Conference [Pp]aper|Book [Cc]hapter|Letter|Editorial)\b", re.MULTILINE),
    kinds(
        y=re.sub(r"\?P<\w+>", "", _KIND.pattern),
        a=rf"{_NAME}(?:, {_NAME})*(?:, ?(?:\.\.\.|…)(?:, ?{_NAME})?)?",
        j=re.sub(r"\?P<\w+>", "", _PLACE.pattern),
        n=r"[\d,]{1,9}|Citations?|Cited by.*|(?:Show|Hide|View) abstract.*|View at Publisher.*|Related documents.*"
        r"|Full text.*"
        r"|Open access|Source title.*|•|∙",
        o=r"\d+ documents?.*|Document title|Authors|Source|Year|Sort (?:on|by).*|Export.*|Select all.*|Save.*"
        r"|Add to list|All",
    ),
    re.compile(r"(?P<kind>y)n*(?P<title>t)n*(?P<authors>[at])(?P<place>j)(?P<after>n*)"),
    anchors="a",
    lists="a",
)
_MISSING = "Paste documents of Scopus, or choose “Export” → “RIS” there and import the .ris file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are documents, each with its kind, authors and place."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every document of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    kind, place = _KIND.fullmatch(said(fields, "kind")), _PLACE.fullmatch(said(fields, "place"))
    authors = said(fields, "authors")
    byline = inverted(authors, ",")
    if not kind or not place:
        return None
    paper = Paper(
        said(fields, "title"),
        date=Date(int(place["year"])),
        type=_TYPES[kind["type"]],
        venue=place["venue"],
        volume=place["volume"] or "",
        issue=place["issue"] or "",
        pages=(place["pages"] or "").replace("–", "-"),
        number=place["article"] or "",
    )
    return with_authors(labelled(paper, fields.get("after", ()), "Scopus"), byline, fields["authors"][0])

"""Results of NASA ADS as they are copied: a line or lines with the bibcode, then title and authors.

    1
    2021ApJ...912...34L
    2021/05
    cited: 57
    Noise in long winters
    Lee, Ann; Roe, Max; and 3 more

The order is that of adsabs/bumblebee, src/js/widgets/list_of_things/templates/item-template.html. What a bibcode says
is at https://ui.adsabs.harvard.edu/help/actions/bibcode.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line
from publist.formats.webpage.bylines import inverted
from publist.formats.webpage.citation_counts import labelled
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Entry, Page, certainty, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Date, Paper

_BIBCODE = (
    r"(?P<year>(?:1[6-9]|20)\d\d)(?P<journal>[A-Za-z&.]{5})(?P<volume>[.\w]{4})(?P<sort>[.\w])(?P<page>[.\d]{4})[A-Z.:]"
)
_HEAD = re.compile(
    rf"(?:\d{{1,4}}\s+)?(?P<code>{_BIBCODE})(?:\s+(?P<date>\d{{4}}/\d\d))?(?:\s+cited(?: \(n\))?: [\d.]+)?"
)
_COUNT = re.compile(r"cited(?: \(n\))?: [\d,]+$")
_ARXIV = re.compile(r"(?P<begin>\d{4})(?P<end>\d{4,5})")
_MORE = re.compile(r";?\s*and \d+ more$")
_SHAPE = Shape(
    re.compile(re.sub(r"\?P<\w+>", "", _BIBCODE)),
    kinds(
        h=re.sub(r"\?P<\w+>", "", _HEAD.pattern),
        d=r"\d{4}/\d\d(?:/\d\d)?",
        c=r"cited(?: \(n\))?: [\d.]+",
        o=r"quick access to full text links|quick links to .*|select item \d+|Show (?:abstracts|highlights"
        r"|sidebar).*|Select all.*"
        r"|Your search returned .*|Sort|Bulk Actions|Explore|QUICK FIELD:.*|show less|\d+ results?|Per Page:.*"
        r"|of \d+|go to page.*",
    ),
    re.compile(r"(?P<head>h)(?P<date>d)?(?P<after>c?)o*(?P<title>t)(?P<authors>t)"),
    anchors="h",
)  # fmt: skip
_MISSING = "Paste results of NASA ADS, or choose “Export” → “in BibTeX” there and import the .bib file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are results, each with its bibcode."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every result of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    head = _HEAD.fullmatch(said(fields, "head"))
    authors = said(fields, "authors")
    named = _MORE.sub("", authors)
    byline = inverted(named)
    if not head:
        return None
    plain = byline if "," in named or ";" in named else None
    date = date_of(head["date"] or said(fields, "date").replace("/00", "")) or Date(int(head["year"]))
    paper = _placed(Paper(said(fields, "title"), date=date, extra={"bibcode": head["code"]}), head)
    paper = labelled(paper, _counts(fields), "NASA ADS")
    entry = with_authors(paper, plain, fields["authors"][0], ";")
    return entry._replace(paper=entry.paper._replace(et_al=entry.paper.et_al or named != authors))


def _counts(fields: Fields) -> list[Line]:
    """The count, on a line of its own or at the end of the first one."""
    heads = [line._replace(text=found[0]) for line in fields["head"] if (found := _COUNT.search(line.text))]
    return [*heads, *fields.get("after", ())]


def _placed(paper: Paper, head: re.Match[str]) -> Paper:
    """The paper with journal, volume and page, or the arXiv identifier, as its bibcode says them."""
    journal, volume = head["journal"].strip("."), head["volume"].strip(".")
    if journal == "arXiv":
        number = _ARXIV.fullmatch((head["volume"] + head["sort"] + head["page"]).strip("."))
        return paper._replace(arxiv=f"{number['begin']}.{number['end']}" if number else "")
    if not volume.isdigit() or journal.islower():
        return paper
    page = (head["sort"] if head["sort"] != "." else "") + head["page"].strip(".")
    return paper._replace(type="article-journal", venue=journal, volume=volume, pages=page)

"""The papers on a Hugging Face profile or collection as they are copied: title, then arXiv number and date.

    Noise in long winters
    Paper • 2309.09843 • Published Sep 18, 2023 • 57

The page names no authors, so that each paper asks for a review of them; importing the arXiv page as well fills them in.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Paper

_META = re.compile(
    r"(?:Paper\s*[•·]\s*)?(?:arxiv:\s*)?(?P<id>\d{4}\.\d{4,5})\s*[•·]?\s*Published(?: on)?"
    r" (?P<date>[A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?)"
    r"(?:\s*[•·]\s*[\d.k]+)*"
)
_SHAPE = Shape(
    re.compile(r"\d{4}\.\d{4,5}\s*[•·]?\s*Published"),
    kinds(
        m=re.sub(r"\?P<\w+>", "", _META.pattern),
        p=r"Paper",
        i=r"(?:[•·]\s*)?(?:arxiv:\s*)?\d{4}\.\d{4,5}",
        u=r"(?:[•·]\s*)?Published .*",
        n=r"[\d.]+k?|[•·]|Upvote|authored a paper.*|submitted a paper.*|Running|Viewer.*|Updated .*",
        o=r"Papers?\s*\d*|Models?\s*\d*|Datasets?\s*\d*|Spaces\s*\d*|Collections\s*\d*|Posts|Docs|Enterprise|Pricing"
        r"|Activity Feed"
        r"|AI & ML interests|Recent Activity|Organizations|Follow|Hugging Face.*",
    ),
    re.compile(r"(?P<title>t)(?P<meta>m|p?iu)n*"),
    anchors="miu",
)  # fmt: skip
_MISSING = "Paste the papers of a Hugging Face profile, or the author's page on arXiv, which names the authors, too."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are papers, each with its arXiv number and date."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper; a date without a year is that of the arXiv number."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    meta = _META.fullmatch(said(fields, "meta"))
    if not meta:
        return None
    line, number = fields["title"][0], meta["id"]
    date = date_of(meta["date"]) or date_of(f"20{number[:2]}-{number[2:4]}")
    doubt = Doubt(line, f"the page names no authors of {quoted(line.text)}")
    return Entry((), doubtful(Paper(line.text, date=date, arxiv=number), "authors"), (doubt,))

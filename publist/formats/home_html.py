"""The publications of a saved web page: items of lists, paragraphs or table cells, with their links.

The title of a paper is a line of its own, or the one marked or linked part of its line; headings give year, type and
status. Links named pdf, code, slides, video, … become links of the paper.
"""

from __future__ import annotations

import re

from publist.formats.base import Reading
from publist.formats.saved_page import is_of_a_site
from publist.formats.webpage.headings import Headings, heading_of
from publist.formats.webpage.items import Run, row_of, with_identifiers
from publist.formats.webpage.pages import Page, certainty, reading_of
from publist.formats.webpage.rows import Row, entries_of, linked
from publist.text.html_markup import MarkupParser

_BEGINNING = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|ul|ol|div|section|article|h[1-4]|main|table|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_LESS_THAN_A_SITE = 0.85
_ITEMS = frozenset("li p tr article dd".split())
_MARKS = frozenset("b strong em i cite q h4 h5 h6".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 dt".split())
_SKIPPED = frozenset("script style nav footer head noscript template svg button form".split())
_BREAKS = frozenset("br div td th h4 h5 h6 section".split())
_MISSING = "Open the page in a browser, copy the list, and paste it into a .txt file; or export BibTeX from its source."


def recognises(text: str) -> float:
    """How sure it is: whether the text is HTML, of no database's page, whose items are papers in one order."""
    if not _BEGINNING.match(text.lstrip("\ufeff")) or is_of_a_site(text):
        return 0.0
    return _LESS_THAN_A_SITE * certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    parser = _Items()
    parser.feed(text)
    parser.close()
    parser.end_item()
    rows = [with_identifiers(row) for row in parser.rows if len(row.lines) >= 2]
    entries = [linked(entry, row) for entry, row in zip(entries_of(rows), rows, strict=False)]
    strays = [line for row in parser.rows if len(row.lines) < 2 for line in row.all_lines] if entries else []
    if not entries:
        strays = [line for row in parser.rows for line in row.all_lines]
    return Page(entries, strays)


class _Items(MarkupParser):
    """The items of a page as rows, each with the headings above it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self._headings = Headings()
        self._runs: list[Run] = []
        self._marks: list[int] = []
        self._href = ""
        self._skipped = 0
        self._in_heading = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag in _ITEMS or (tag in _HEADINGS and tag not in _MARKS) or (tag in _HEADINGS and not self._runs):
            self.end_item()
            self._in_heading = tag in _HEADINGS
        elif tag in _BREAKS:
            self._runs.append(Run("\n", self.getpos()[0]))
        if tag == "a":
            self._href = dict(attributes).get("href") or ""
        if tag in _MARKS:
            self._marks.append(1 if tag in ("em", "i", "cite") else 2)
        elif tag in ("span", "div"):
            self._marks.append(2 if _is_title(attributes) else 0)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in _ITEMS or (tag in _HEADINGS and self._in_heading) or tag in ("ul", "ol", "table"):
            self.end_item()
        elif tag in _BREAKS:
            self._runs.append(Run("\n", self.getpos()[0]))
        if tag == "a":
            self._href = ""
        if self._marks and (tag in _MARKS or tag in ("span", "div")):
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipped and data:
            text = re.sub(r"\s+", " ", data)
            self._runs.append(Run(text, self.getpos()[0], max(self._marks, default=0), self._href))

    def end_item(self) -> None:
        """Take what has come since the last item as a heading or as a row."""
        text = " ".join("".join(run.text for run in self._runs).split())
        if text:
            found = heading_of(text) if self._in_heading or len(text) < 40 else None
            if found:
                self._headings.add(found)
            else:
                self.rows.append(
                    row_of([run for run in self._runs if run.text.strip() or run.text == "\n"], self._headings.current)
                )
        self._runs = []


def _is_title(attributes: list[tuple[str, str | None]]) -> bool:
    return any(name == "class" and "title" in (value or "") for name, value in attributes)

"""Lists whose papers are rows of lines, a title, its authors and where it appeared: which line is which, told by all.

No line of such a list says what it is. The order is taken that holds for every row, if no other does; one that holds
for most makes every paper ask for a review, and one that holds for fewer makes no papers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publist.formats.normalising.statuses import status_of
from publist.formats.pasted_lines import Line, quoted
from publist.formats.references.remarks import GENRE
from publist.formats.scholar_venue import with_venue
from publist.formats.scholar_words import is_own
from publist.formats.webpage.bylines import Byline, byline_of, in_any_order, is_certain, is_foreign
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.headings import Heading, heading_of, under
from publist.formats.webpage.pages import COLUMNS, Doubt, Entry, doubtful
from publist.formats.webpage.venues import placed, type_of
from publist.model.paper import Date, Paper
from publist.text import identifiers

_MOST = 0.8
"""The share of rows for which an order must hold."""
_SEEN = 4
"""What a name that many rows have weighs."""
_LONGEST_TITLE = 300
_YEAR_AT_END = re.compile(r"(?<![\s,(])[\s,(]++(?:[A-Z][a-z]{2,8}\.? )?(?P<year>(?:19|20)\d\d)\)?\.?$")
_IN = re.compile(r"^(?:In:? |To appear in |Accepted (?:at|to|by) |Published in )", re.IGNORECASE)
_STATUS = re.compile(r"^(?P<status>to appear|accepted|under review|submitted|in press|forthcoming)\b", re.IGNORECASE)
_SEVERAL_VOLUMES = re.compile(
    r"(?P<venue>.{3,200}?),? (?P<volume>\d{1,4}[–-]\d{1,4})[,:] ?(?:pp?\. ?)?(?P<pages>[A-Za-z]?\d+[–-][A-Za-z]?\d+)"
)
"""``Methods in Mechanics, 229–232, 110–127``."""
_ARTICLE = re.compile(
    r",? \b(?:article(?: no\.| number)?|art\. ?no\.|paper(?: no\.)?) (?P<number>[A-Za-z]?\d[\w.-]*)", re.IGNORECASE
)
_BADGE = re.compile(r"[A-Z][\w&’' -]{1,15}")


class Row(NamedTuple):
    """The lines of a paper, what the headings above it say, and its links by their labels."""

    lines: Sequence[Line]
    heading: Heading = Heading()
    links: Mapping[str, str] = {}
    all_lines: Sequence[Line] = ()
    """Those of its links, too."""


class Order(NamedTuple):
    """Which line of a row has the authors, and whether that holds for every row."""

    authors: int
    sure: bool

    @property
    def title(self) -> int:
        """Which line has the title."""
        return 1 - self.authors


def order_of(rows: Sequence[Row]) -> Order | None:
    """The order of the lines of all rows; None where none holds, or nothing tells which one does."""
    if len(rows) < 2 or any(len(row.lines) < 2 for row in rows):
        return None
    if any(COLUMNS.search(line.text) for row in rows for line in row.lines):
        return None  # two papers may stand side by side
    often = _names_often(rows)
    likeness = [tuple(_likeness(line.text, often) for line in row.lines[:2]) for row in rows]
    first = sum(one > other for one, other in likeness)
    second = sum(one < other for one, other in likeness)
    most, least, authors = (first, second, 0) if first > second else (second, first, 1)
    if most < _MOST * len(rows) or sum(row[authors] > 0 for row in likeness) < _MOST * len(rows):
        return None
    return Order(authors, not least)


def entries_of(rows: Sequence[Row]) -> list[Entry]:
    """The papers of the rows; none where the order of their lines is not clear, or a row may be two papers."""
    plain = [_without_badge(row) for row in rows]
    order = order_of(plain) if not any(map(_has_authors_below, plain)) else None
    return [_entry(row, order) for row in plain] if order else []


def _has_authors_below(row: Row) -> bool:
    """Whether names stand where only notes can, as those of a second paper would."""
    found = filter(None, (in_any_order(line.text) for line in row.lines[3:]))
    return any(len(byline.names) > 1 or is_certain(byline) for byline in found)


def linked(entry: Entry, row: Row) -> Entry:
    """The paper with the links and identifiers of its row; an address within the page is told, as it leads nowhere."""
    paper = entry.paper
    addresses = {label: identifiers.web_address(address) for label, address in row.links.items() if label[0] != "\0"}
    lost = sorted(label for label, address in addresses.items() if not address and label != "bibtex")
    paper = paper._replace(
        links={label: address for label, address in addresses.items() if address},
        doi=paper.doi or row.links.get("\0doi", ""),
        arxiv=paper.arxiv or row.links.get("\0arxiv", ""),
    )
    if not lost:
        return entry._replace(paper=paper)
    doubt = Doubt(entry.lines[0], f"left out, as the addresses are not whole: {', '.join(lost)}")
    return entry._replace(paper=paper, doubts=(*entry.doubts, doubt))


def _likeness(text: str, often: frozenset[str]) -> int:
    """How much a line looks like authors: not at all, like one name, like several, like people seen often."""
    found = in_any_order(text)
    if not found or not all(" " in name or is_foreign(name) for name in found.names):
        return 0
    seen = not often.isdisjoint(found.names)
    return 1 + (len(found.names) > 1) + ("," in text) + is_certain(found) + _SEEN * seen


def _names_often(rows: Sequence[Row]) -> frozenset[str]:
    """Names in many rows: a list is of somebody's papers, whose name is in most of them."""
    found = (in_any_order(line.text) for row in rows for line in row.lines[:2])
    counted = Counter(name for byline in found if byline for name in set(byline.names) if " " in name)
    return frozenset(name for name, times in counted.items() if times >= max(2, len(rows) // 3))


def _without_badge(row: Row) -> Row:
    """The row without the short name of its venue that some themes put before the title."""
    first = row.lines[0].text if row.lines else ""
    if len(row.lines) < 4 or heading_of(first) or not _BADGE.fullmatch(first) or not byline_of(row.lines[2].text):
        return row
    return row._replace(lines=row.lines[1:], links={**row.links, "\0badge": first})


def _entry(row: Row, order: Order) -> Entry:
    title, authors, rest = row.lines[order.title], row.lines[order.authors], row.lines[2:]
    found = in_any_order(authors.text)
    byline = found or Byline((authors.text,))
    links = {label: address for label, address in row.links.items() if label[0] != "\0"}
    paper = Paper(title.text.rstrip(".,"), byline.authors, byline.et_al, links=links)
    doubts = []
    if row.heading.year:
        paper = paper._replace(date=Date(row.heading.year))
    if rest:
        paper = _with_place(paper, rest[0].text)
    paper = under(paper, row.heading)
    if badge := row.links.get("\0badge"):
        paper = paper._replace(venue_short=badge)
    if row.heading.year and paper.date and paper.date.year != row.heading.year:
        doubts.append(Doubt(rest[0], f"the heading says {row.heading.year}, this line {paper.date.year}"))
        paper = doubtful(paper, "date")
    if len(rest) > 1:
        doubts.append(Doubt(rest[1], f"kept as a note: {quoted(' '.join(line.text for line in rest[1:]))}"))
        paper = doubtful(paper._replace(note=" ".join(line.text for line in rest[1:])), "venue")
    if is_own(title.text):
        doubts.append(Doubt(title, f"this title is also a word of pages: {quoted(title.text)}"))
        paper = doubtful(paper, "title", "authors")
    if not found or len(title.text) > _LONGEST_TITLE:
        doubts.append(Doubt(authors, f"these may be no authors: {quoted(authors.text)}"))
        paper = doubtful(paper, "title", "authors")
    if not order.sure:
        doubts.append(Doubt(title, "not all papers of this list have their lines in one order"))
        paper = doubtful(paper, "title", "authors", "date", "venue")
    return Entry(sorted({*row.all_lines, *row.lines}), paper, tuple(doubts))


def _with_place(paper: Paper, text: str) -> Paper:
    """The paper with what the line under title and authors says: venue, numbers, year, status."""
    if date_of(text.strip(" .()")):
        return paper._replace(date=date_of(text.strip(" .()")))
    status = _STATUS.match(text)
    plain = _IN.sub("", text).strip()
    year = _YEAR_AT_END.search(plain)
    if year:
        paper = paper._replace(date=Date(int(year["year"])))
        plain = plain if year[0][0] == " " and "(" not in year[0] and "," not in year[0] else plain[: year.start()]
    if status:
        paper = paper._replace(status=status_of(status["status"]))
    number = identifiers.arxiv(plain) if "arxiv" in plain.lower() else ""
    if number:
        return paper._replace(arxiv=number)
    if re.match(r"(?i)in ", text):
        return placed(paper, plain)._replace(type="paper-conference")
    if thesis := GENRE.match(plain):
        school = identifiers.without_full_stop(plain[thesis.end() :].lstrip(" ,.:()"))
        return paper._replace(type="thesis", genre=thesis["genre"], publisher=school)
    paper = _numbered(paper, plain.rstrip("."))
    return paper if paper.type != "article" else paper._replace(type=type_of(paper.venue, paper.volume))


def _numbered(paper: Paper, text: str) -> Paper:
    """The paper with its venue and its numbers; what may be a volume as well as a page is in doubt."""
    if found := _SEVERAL_VOLUMES.fullmatch(text):
        pages = found["pages"].replace("–", "-")
        return paper._replace(type="article-journal", venue=found["venue"], volume=found["volume"], pages=pages)
    article = _ARTICLE.search(text)
    if article:
        text = text[: article.start()] + text[article.end() :]
    read = with_venue(paper, text)
    if article:
        read = read._replace(number=article["number"])
    if read.pages and not _ascends(read.pages):
        return doubtful(paper._replace(venue=text), "venue")
    return doubtful(read, "pages") if read.pages.isdigit() and not read.volume else read


def _ascends(pages: str) -> bool:
    """Whether the second number may be a page behind the first one, which ``2012-03`` cannot."""
    first, dash, last = pages.partition("-")
    if not (dash and first.isdigit() and last.isdigit()):
        return True
    return int(first[: max(0, len(first) - len(last))] + last) >= int(first)

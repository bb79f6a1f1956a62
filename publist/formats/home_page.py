"""The publications of an own home page as text: rows of title, authors and venue under headings with years.

    2021
    Noise in long winters
    Ann Lee, Max Roe, and J. Poe
    In International Conference on Winters, 2021
    Abs Bib PDF Code

So print it al-folio (_layouts/bib.liquid), Hugo Blox and Quarto, and many pages that people write themselves. Papers
are parted by blank lines, bullets, lines of links, or headings; or each has the same number of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line, lines_of
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.headings import Headings, heading_of
from publist.formats.webpage.pages import Entry, Page, certainty, doubtful, reading_of
from publist.formats.webpage.rows import Row, entries_of

_LINKS = re.compile(
    r"[\[(|]*+(?:(?:abs|abstract|bib|bibtex|cite|pdf|html|code|slides?|poster|video|talk|data|dataset"
    r"|project(?: page)?|website"
    r"|blog|doi|arxiv|preprint|paper|supp(?:lementary)?(?: material)?|appendix|demo|github|source document|link|url"
    r"|news|press"
    r"|model|models|award|read more|dataset)[\])|·•,/\s]*+[\[(]*+)+",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:arxiv|preprint)(?: preprint)?\.?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-–•*▪◦‣○●]|\[\d{1,3}\]|\d{1,3}[.)])\s+(?=\S)")
_MARKDOWN = re.compile(r"^[-*+]\s+\*\*[^*\n]{1,500}\*\*$|\]\(https?:", re.MULTILINE)
"""What stands in a source in Markdown, and never on the page that is made of it."""
_FEW_MARKS = 2
_LESS_THAN_A_SITE = 0.55
"""What a form weighs that has no signs of its own beside one that has."""
_MOST_LINES = 5
_MISSING = "Part the papers by blank lines, each with its title, its authors and its venue on lines of their own."


def recognises(text: str) -> float:
    """How sure it is: whether all lines are headings, links, or rows in one order, and none is in Markdown."""
    if len(_MARKDOWN.findall(text)) > _FEW_MARKS:
        return 0.0
    return _LESS_THAN_A_SITE * certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper; years, types and statuses are those of the headings above them."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    lines = [line for line in lines_of(text) if any(map(str.isalnum, line.text))]
    pages = _pages(lines, list(_blocks(lines)))
    if not any(map(_is_whole, pages)):
        pages += _pages(lines, list(_blocks(lines, venues=True)))
    whole = list(filter(_is_whole, pages))
    if any(page.entries != whole[0].entries for page in whole):
        return Page((), lines)  # more than one way to part the lines into papers fits
    return max(pages, key=certainty, default=Page((), lines))


def _pages(lines: Sequence[Line], blocks: Sequence[Row]) -> list[Page]:
    return [_with_strays(entries_of(rows), lines) for rows in _ways(blocks)]


def _is_whole(page: Page) -> bool:
    return bool(page.entries) and certainty(page) == 1


def _with_strays(entries: Sequence[Entry], lines: Sequence[Line]) -> Page:
    taken = {line.number for entry in entries for line in entry.lines}
    strays = [line for line in lines if line.number not in taken and not _is_around(line.text)]
    lost = [line for line in strays if (byline := byline_of(line.text)) and len(byline.names) > 1]
    return Page(_dated(entries, lines), strays, lost if entries else [])


def _is_around(text: str) -> bool:
    return bool(heading_of(text) or _LINKS.fullmatch(text))


def _blocks(lines: Sequence[Line], *, venues: bool = False) -> Iterator[Row]:
    """Lines that nothing parts, with the headings above them and the line of links under them.

    ``venues`` says that arXiv or a preprint on a line of its own is where a paper appeared, and no link.
    """
    headings, block, links = Headings(), list[Line](), list[Line]()
    for before, line in pairwise((Line(0, 0, ""), *lines)):
        found = heading_of(line.text)
        as_links = bool(_LINKS.fullmatch(line.text)) and not (venues and block and _VENUE.fullmatch(line.text))
        is_links = as_links and bool(block)
        begins = bool(found or _BULLET.match(line.text) or line.number > before.number + 1 or links)
        if block and begins and not is_links:
            yield Row(block, headings.current, {}, [*block, *links])
            block, links = [], []
        if found:
            headings.add(found)
        elif is_links:
            links.append(line)
        elif not as_links:
            bullet = _BULLET.match(line.text)
            block.append(line._replace(text=line.text[bullet.end() :]) if bullet else line)
    if block:
        yield Row(block, headings.current, {}, [*block, *links])


def _ways(blocks: Sequence[Row]) -> Iterator[list[Row]]:
    """The ways to part the blocks into papers: each block is one, or each so many lines."""
    yield [block for block in blocks if 2 <= len(block.lines) <= _MOST_LINES]
    if any(len(block.all_lines) > len(block.lines) for block in blocks):
        return  # lines of links part the papers
    for size in (2, 3, 4):
        if any(len(block.lines) > size for block in blocks):
            yield [
                Row(block.lines[at : at + size], block.heading, {}, block.lines[at : at + size])
                for block in blocks
                if len(block.lines) % size == 0
                for at in range(0, len(block.lines), size)
            ]


def _dated(entries: Sequence[Entry], lines: Sequence[Line]) -> list[Entry]:
    """The papers, whose dates are in doubt where years stand neither above all of them nor nowhere."""
    years = [line.number for line in lines if (heading := heading_of(line.text)) and heading.year]
    if not entries or not years:
        return list(entries)
    first, last = entries[0].lines[0].number, entries[-1].lines[-1].number
    if years[0] < first and years[-1] < last:
        return list(entries)
    return [entry._replace(paper=doubtful(entry.paper, "date")) for entry in entries]

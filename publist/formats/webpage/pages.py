"""A copied page as papers, the page's own words, and lines that have no place; how sure it is, and what is told of it.

A line that has no place makes all that it touches doubtful: the paper before it and the paper after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publist.formats.base import Reading
from publist.formats.listing.name_shapes import PARTICLES
from publist.formats.page_text import from_page
from publist.formats.pasted_lines import Line, quoted
from publist.formats.webpage.bylines import Byline, byline_of, inverted, is_foreign, run_together
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, error, in_order, warning

_TOUCHED = ("title", "authors", "date", "venue")
_TWICE = re.compile(r"(.{8,}?)(?:[.?!]?\s+\1)+[.?!]?")
_PLACE = re.compile(r"\d \(\d+\)[,:] ?\d+(?:[-–]\d+)?$")
_YEAR = re.compile(r", ((?:19|20)\d\d)$")
COLUMNS = re.compile(r"\S {4,}\S")
"""A gap as between two columns."""
_STRAY = 3
"""How many lines of papers a line without a place outweighs."""
_SHOWN = 3


class Doubt(NamedTuple):
    """What somebody has to look at, and on which line."""

    line: Line
    message: str
    hint: str = ""


class Entry(NamedTuple):
    """A paper and the lines that it was read from."""

    lines: Sequence[Line]
    paper: Paper
    doubts: tuple[Doubt, ...] = ()


class Page(NamedTuple):
    """What a page holds. ``strays`` are lines that are part of no paper and no known words of the page.

    ``lost`` are those of them that only a paper has: each is a paper that could not be read.
    """

    entries: Sequence[Entry]
    strays: Sequence[Line] = ()
    lost: Sequence[Line] = ()


def certainty(page: Page) -> float:
    """From 0 to 1: how much of the papers, and of what stands between the first and the last, is read."""
    if not page.entries:
        return 0.0
    used = sum(len(entry.lines) for entry in page.entries)
    return used / (used + _STRAY * len({*_between(page), *page.lost}))


def reading_of(page: Page, source: str, missing: str) -> Reading:
    """The papers, and what is told of the page; ``missing`` says what to do where there is no paper."""
    between = _between(page)
    entries = [_judged(entry) for entry in _in_step(_flagged(page.entries, [*between, *page.lost]))]
    problems = [
        warning(source, doubt.line.number, doubt.line.column, doubt.message, doubt.hint)
        for entry in entries
        for doubt in entry.doubts
    ]
    inside = {*between, *page.lost}
    problems += [_left_out(run, source, inside=not inside.isdisjoint(run)) for run in _runs(page, entries)]
    if not entries:
        problems = [error(source, 1, 1, "there is no paper in this text", missing)] if page.strays else []
    return Reading(
        tuple(from_page(entry.paper) for entry in entries),
        in_order(problems),
        tuple(entry.lines[0].number for entry in entries),
        tuple(entry.lines[-1].number for entry in entries),
        tuple(line.number for line in page.strays),
    )


def with_authors(paper: Paper, found: Byline | None, line: Line, separator: str = ",") -> Entry:
    """The paper with the authors of a line; where they are not plainly names, it asks for a review."""
    if found:
        paper = paper._replace(authors=found.authors, et_al=found.et_al)
        if not run_together(found):
            return Entry((), paper)
        return Entry((), doubtful(paper, "authors"), (Doubt(line, f"names may be run together: {quoted(line.text)}"),))
    pieces = tuple(Name(piece.strip()) for piece in line.text.split(separator) if piece.strip())
    doubt = Doubt(line, f"these may be no authors: {quoted(line.text)}")
    return Entry((), doubtful(paper._replace(authors=pieces), "title", "authors"), (doubt,))


def doubtful(paper: Paper, *fields: str) -> Paper:
    """The paper with fields that somebody has to look at."""
    return paper._replace(review=tuple(dict.fromkeys((*paper.review, *fields))))


def _judged(entry: Entry) -> Entry:
    """The entry, with a doubt where title and authors look as if they had run into each other or changed places."""
    paper = entry.paper
    lone = any(_is_lone(name) for name in paper.authors)
    if not (lone or _is_odd(paper)):
        return entry
    doubt = Doubt(entry.lines[0], f"title and authors may not be told apart rightly: {quoted(paper.title)}")
    return entry._replace(paper=doubtful(paper, "title", "authors"), doubts=(*entry.doubts, doubt))


def _in_step(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, with a doubt about each that follows without a gap on one that has a place for its title.

    A line too much or too few moved the lines of both.
    """
    kept = list(entries[:1])
    for before, entry in pairwise(entries):
        follows = entry.lines[0].number == before.lines[-1].number + 1
        moved = follows and _is_place(before.paper)
        kept.append(entry._replace(paper=doubtful(entry.paper, *_said(entry.paper))) if moved else entry)
    return kept


def _is_place(paper: Paper) -> bool:
    """Whether the title is where a paper appeared: numbers of a journal, or a venue and the year that is its own."""
    year = _YEAR.search(paper.title)
    own = year is not None and (paper.date is None or str(paper.date.year) == year[1])
    return own or bool(_PLACE.search(paper.title))


def _is_lone(name: Name) -> bool:
    """Whether it is a family name alone, with or without a particle."""
    words = [word for word in name.name.split() if word not in PARTICLES]
    return len(words) == 1 and not name.literal and not is_foreign(name.name) and "." not in name.name


def _is_odd(paper: Paper) -> bool:
    """Whether title or venue have an author in them, or the title is a list of names or a place, or stands twice."""
    names = [str(name) for name in paper.authors]
    if any(name in text for name in names if " " in name for text in (paper.title, paper.venue)):
        return True
    if any(COLUMNS.search(text) for text in (paper.title, *names)):
        return True
    if _TWICE.fullmatch(paper.title) or _is_place(paper):
        return True
    as_names = (byline_of(paper.title) or inverted(paper.title)) if "," in paper.title else None
    return as_names is not None and all(" " in name for name in as_names.names)


def _between(page: Page) -> list[Line]:
    """The lines without a place that stand among the papers."""
    if not page.entries:
        return []
    first, last = page.entries[0].lines[0], page.entries[-1].lines[-1]
    return [line for line in page.strays if first < line < last]


def _flagged(entries: Sequence[Entry], between: Iterable[Line]) -> list[Entry]:
    """The papers, those beside a line without a place with a doubt about all that they say."""
    begins = [entry.lines[0] for entry in entries]
    touched = set()
    for line in between:
        after = bisect_left(begins, line)
        inside = after > 0 and line < entries[after - 1].lines[-1]
        touched |= {after - 1} if inside else {at for at in (after - 1, after) if 0 <= at < len(entries)}
    return [
        entry._replace(paper=doubtful(entry.paper, *_said(entry.paper))) if at in touched else entry
        for at, entry in enumerate(entries)
    ]


def _said(paper: Paper) -> Iterator[str]:
    """The fields that lines which moved would have changed."""
    return filter(paper._asdict().get, _TOUCHED)


def _runs(page: Page, entries: Sequence[Entry]) -> Iterator[list[Line]]:
    """The lines without a place, together where no paper stands between them."""
    begins = [entry.lines[0] for entry in entries]
    run: list[Line] = []
    for line in page.strays:
        if run and bisect_left(begins, run[-1]) != bisect_left(begins, line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _left_out(run: Sequence[Line], source: str, *, inside: bool) -> Problem:
    """One problem for lines that follow each other; among papers it matters, around them it is the page's own text."""
    first = run[0]
    shown = ", ".join(quoted(line.text, 80) for line in run[:_SHOWN]) + (", …" if len(run) > _SHOWN else "")
    where = f"lines {first.number}–{run[-1].number} are" if run[-1].number > first.number else "this line is"
    if inside:
        hint = (
            "Check the papers before and after it, which are marked with `review`, or delete what is not part of one."
        )
        return warning(source, first.number, first.column, f"{where} part of no paper: {shown}", hint)
    return warning(source, first.number, first.column, f"{where} left out as not part of a paper: {shown}")

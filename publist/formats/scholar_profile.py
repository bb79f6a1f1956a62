"""The pasted profile of a Google Scholar author: title, authors, venue, cited-by count and year of each work.

    How to scale up kernel methods to be as good as deep neural nets
    Z Lu, A May, K Liu, AB Garakani, D Guo, ...
    Journal of Kernels 12 (3), 45-67
    94	2014

Venue, count and year may be missing; count and year stand on lines of their own or behind tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats.base import Reading
from publist.formats.page_text import from_page
from publist.formats.pasted_lines import Line, cells_of, quoted
from publist.formats.scholar_venue import with_venue
from publist.model.paper import Date, Name, Paper
from publist.model.problems import Problem, error, warning

_BEGINNING = 50_000
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_NUMBER = re.compile(r"(?:Cited by )?[\d,]+\*?")
_AUTHOR = re.compile(r"[^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])? [^\W\d_](?:[\w'’.\-‐ ]*\w\.?)?")
_MORE = ("...", "…")


class _Group(NamedTuple):
    """Cells of text, and the cells with numbers that follow them."""

    texts: list[Line]
    numbers: list[Line]


class _Entry(NamedTuple):
    title: Line
    authors: Line | None
    venue: Line | None
    year: int


def recognises(text: str) -> bool:
    """Whether the beginning has authors as Scholar prints them, between a title and a year."""
    cells = cells_of(text[:_BEGINNING])
    return any(
        _is_authors(cell.text) and any(_YEAR.fullmatch(later.text) for later in cells[at + 1 : at + 4])
        for at, cell in enumerate(cells)
        if at
    )


def read(text: str, *, source: str) -> Reading:
    """Every work of the profile; cells that belong to none are in a problem."""
    papers: list[Paper] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for group in _groups(cells_of(text)):
        around = not papers or not group.numbers
        entries, left = _entries(group, first=not papers)
        for entry in entries:
            paper = _paper(entry)
            papers.append(from_page(paper))
            lines.append(entry.title.number)
            problems += _doubts(entry, paper, source)
        problems += [_left_out(cell, source, around=around) for cell in left]
    if not papers and text.strip():
        problems.append(error(source, 1, 1, "there is no work in this text", "Paste the table of a Scholar profile."))
    return Reading(tuple(papers), tuple(sorted(problems, key=lambda problem: problem.line)), tuple(lines))


def _groups(cells: Sequence[Line]) -> Iterator[_Group]:
    group = _Group([], [])
    for cell in cells:
        if _NUMBER.fullmatch(cell.text):
            group.numbers.append(cell)
            continue
        if group.numbers:
            yield group
            group = _Group([], [])
        group.texts.append(cell)
    yield group


def _entries(group: _Group, *, first: bool) -> tuple[list[_Entry], list[Line]]:
    """The works of a group (more than one where a work has no number) from the last to the first, and what is left."""
    texts, found = list(group.texts), list[_Entry]()
    year = _year_of(group.numbers)
    while texts and (at := _authors_at(texts)):
        venue = texts[at + 1] if at + 1 < len(texts) else None
        found.insert(0, _Entry(texts[at - 1], texts[at], venue, year))
        texts, year = texts[: at - 1], 0
    if not found and not first and year and len(texts) <= 2:
        return [_Entry(texts[0], None, texts[1] if len(texts) == 2 else None, year)], []
    return found, [*texts, *([] if found else group.numbers)]


def _authors_at(texts: Sequence[Line]) -> int:
    """Where the authors of the last work of a group are, 0 if there are none: last or last but one."""
    places = [at for at in (len(texts) - 2, len(texts) - 1) if at > 0 and _is_authors(texts[at].text)]
    return max(places, key=lambda at: (texts[at].text.count(","), -at), default=0)


def _is_authors(text: str) -> bool:
    names = text.split(", ")
    return all(_AUTHOR.fullmatch(name) for name in names[:-1]) and (
        bool(_AUTHOR.fullmatch(names[-1])) or (names[-1] in _MORE and len(names) > 1)
    )


def _year_of(numbers: Sequence[Line]) -> int:
    """The last number, if it can be a year: a count may stand before it."""
    last = numbers[-1].text if numbers else ""
    return int(last) if _YEAR.fullmatch(last) else 0


def _paper(entry: _Entry) -> Paper:
    names = entry.authors.text.split(", ") if entry.authors else []
    et_al = bool(names) and names[-1] in _MORE
    paper = Paper(
        title=entry.title.text,
        authors=tuple(Name(name) for name in (names[:-1] if et_al else names)),
        et_al=et_al,
        date=Date(entry.year) if entry.year else None,
        review=() if entry.authors else ("authors",),
    )
    return with_venue(paper, entry.venue.text if entry.venue else "")


def _doubts(entry: _Entry, paper: Paper, source: str) -> Iterator[Problem]:
    line = entry.title
    if not entry.authors:
        yield warning(source, line.number, line.column, f"no author is given for {quoted(line.text)}")
    if not paper.date:
        yield warning(source, line.number, line.column, f"no year is given for {quoted(line.text)}")
    if entry.venue and "venue" in paper.review:
        venue = entry.venue
        hint = "Write it out in the paper's file, then delete its line review."
        yield warning(
            source, venue.number, venue.column, f"Scholar has cut this venue short: {quoted(venue.text)}", hint
        )


def _left_out(cell: Line, source: str, *, around: bool) -> Problem:
    if around:
        return warning(source, cell.number, cell.column, f"left out, as it is not part of a work: {quoted(cell.text)}")
    hint = "Delete it, or bring title, authors, venue, count and year into this order."
    return error(source, cell.number, cell.column, f"a line too many: it belongs to no work: {quoted(cell.text)}", hint)

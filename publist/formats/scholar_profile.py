"""The pasted profile of a Google Scholar author: title, authors, venue, cited-by count and year of each paper.

    How to scale up kernel methods to be as good as deep neural nets
    Z Lu, A May, K Liu, AB Garakani, D Guo, ...
    Journal of Kernels 12 (3), 45-67
    94	2014

Venue, count and year may be missing; count and year stand on lines of their own or behind tabs. What else stands on
the page (menus, counts, co-authors) may be there or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line, cells_of, quoted
from publist.formats.scholar_venue import with_venue, year_of
from publist.formats.scholar_words import is_own
from publist.formats.webpage.bylines import Byline, begins_with_initials, byline_of, is_foreign, is_group
from publist.formats.webpage.citation_counts import counted
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of
from publist.model.paper import Date, Paper

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_MONTH_AND_YEAR = re.compile(r"\b[A-Z][a-z]{2,8}\.? (?P<year>(?:19|20)\d\d)$")
_CITED = "Cited by "
_NUMBER = re.compile(rf"(?:{_CITED})?(?:[\d,]+|\d{{1,3}}(?:\.\d{{3}})+)\*?|\*")
_COUNT_AND_YEAR = re.compile(r"(?P<count>[\d,]+\*?) +(?P<year>(?:1[6-9]|20)\d\d)")
_MISSING = "Paste the table of a Google Scholar profile: title, authors, venue, count and year of each paper."


class _Row(NamedTuple):
    """Cells of text, and the cells with numbers that follow them."""

    texts: list[Line]
    numbers: list[Line]
    apart: bool = False
    """Whether words of the page stand before it."""

    @property
    def year(self) -> int:
        """The last number, if it can be a year: a count may stand before it, or behind it with words that say so."""
        plain = [number.text for number in self.numbers if not number.text.startswith(_CITED)]
        return int(plain[-1]) if plain and _YEAR.fullmatch(plain[-1]) else 0

    @property
    def counts(self) -> list[str]:
        """The numbers that are no year."""
        texts = [number.text for number in self.numbers]
        if self.year:
            texts.remove(next(text for text in reversed(texts) if not text.startswith(_CITED)))
        return [text.removeprefix(_CITED) for text in texts]


class _Work(NamedTuple):
    """The cells of one paper."""

    title: Line
    authors: Line | None
    venue: Line | None
    row: _Row

    @property
    def year(self) -> int:
        """That of its row; a narrow window shows it behind the venue alone."""
        return self.row.year or (year_of(self.venue.text) if self.venue else 0)


def recognises(text: str) -> float:
    """How sure it is: whether counts and years stand as in Scholar's table, and all between the papers is read."""
    works, strays, lost = _works(text)
    if not works or not _is_in_order(works) or _years_are_headings(cells_of(text)):
        return 0.0
    return certainty(Page([_entry(work) for work in works], strays, lost))


def read(text: str, *, source: str) -> Reading:
    """Every paper of the profile; cells that belong to none are in a problem."""
    works, strays, lost = _works(text)
    return reading_of(Page([_entry(work) for work in works], strays, lost), source, _MISSING)


def _works(text: str) -> tuple[list[_Work], list[Line], list[Line]]:
    """The papers, the cells that belong to none, and those of them that are parts of papers."""
    works: list[_Work] = []
    strays: list[Line] = []
    lost: list[Line] = []
    rows = list(_rows(cells_of(text)))
    in_table = any(row.year and row.texts and _stands_in_table(row) for row in rows)
    for row in rows:
        found, left = _in_row(row, anonymous=bool(works) and (not in_table or _stands_in_table(row)))
        if in_table and (row.apart or not works):
            left = [*left, *(line for work in found if not work.row.numbers for line in _lines(work))]
            found = [work for work in found if work.row.numbers]
        works += found
        strays += left
        lost += left[-1:] if found or (row.year and len(row.texts) > 1) else []
    return works, strays, lost


def _rows(cells: Sequence[Line]) -> Iterator[_Row]:
    """The rows of the table; the page's own words part them and belong to none."""
    row = _Row([], [])
    for at, cell in enumerate(cells):
        numbers = _numbers(cell)
        if numbers and row.texts:
            row.numbers.extend(numbers)
            continue
        own = is_own(cell.text) and not _is_title(cells[at + 1 : at + 3])
        if row.numbers or own or numbers:
            yield row
            row = _Row([], [], apart=own)
        if not own and not numbers:
            row.texts.append(cell)
    yield row


def _is_title(following: Sequence[Line]) -> bool:
    """Whether a word of the page is a title, by the cells behind it: authors follow, and no title with its authors."""
    found = _authors(following[0]) if following and not is_own(following[0].text) else None
    may_be_title = bool(found) and all(map(is_foreign, found.names if found else ()))
    return bool(found) and not (may_be_title and len(following) > 1 and _authors(following[1]))


def _numbers(cell: Line) -> list[Line]:
    """The numbers of a cell; count and year may stand in one."""
    if _NUMBER.fullmatch(cell.text):
        return [cell]
    both = _COUNT_AND_YEAR.fullmatch(cell.text)
    return [cell._replace(text=both["count"]), cell._replace(text=both["year"])] if both else []


def _in_row(row: _Row, *, anonymous: bool) -> tuple[list[_Work], list[Line]]:
    """The papers of a row (more than one where a paper has no number) from the last to the first, and what is left.

    ``anonymous`` says that a title without authors may be a paper.
    """
    texts, numbers = list(row.texts), row
    found: list[_Work] = []
    if len(row.counts) > 1:
        return [], texts  # citations in all years, and in the last ones
    while texts and (at := _authors_at(texts, counted=bool(numbers.numbers))) and not _is_head(texts[: at + 1], row):
        venue = texts[at + 1] if at + 1 < len(texts) else None
        found.insert(0, _Work(texts[at - 1], texts[at], venue, numbers))
        texts, numbers = texts[: at - 1], _Row(texts, [])
    if not found and anonymous and row.year and len(texts) <= 2:
        return [_Work(texts[0], None, texts[1] if len(texts) == 2 else None, row)], []
    if not found and row.year and len(texts) == 3 and byline_of(texts[1].text):
        title, authors, venue = texts
        return [_Work(title, authors, venue, row)], []
    return found, texts


def _is_head(texts: Sequence[Line], row: _Row) -> bool:
    """Whether these lines are the owner and where they work, as above the table: two names, and nothing else."""
    if row.numbers or len(row.texts) != 2:
        return False
    authors = byline_of(texts[-1].text) if byline_of(texts[0].text) else None
    return authors is not None and len(authors.names) == 1 and not begins_with_initials(authors.names[0])


def _authors_at(texts: Sequence[Line], *, counted: bool) -> int:
    """Where the authors of the last paper of a row are, 0 if there are none: last or last but one.

    Where no number shows that it is a paper, a lone name in a script without capitals may be a word of the page.
    """
    found = {at: _authors(texts[at]) for at in (len(texts) - 2, len(texts) - 1) if at > 0}
    places = [
        at
        for at, byline in found.items()
        if byline and (counted or len(byline.names) > 1 or not is_foreign(byline.names[0]))
    ]
    return max(places, key=lambda at: (texts[at].text.count(","), -at), default=0)


def _authors(cell: Line) -> Byline | None:
    """The authors of a cell, if they are printed as Scholar does it."""
    found = byline_of(cell.text)
    printed_so = found and any(begins_with_initials(n) or is_foreign(n) or is_group(n) for n in found.names)
    return found if printed_so else None


def _is_in_order(works: Sequence[_Work]) -> bool:
    """Whether the years stand behind their papers.

    A year that stands where another may be a heading: then no count stands before it, no tab, and not the same year
    at the end of the venue. Where nothing shows it, each paper must have its authors and a year behind it.
    """
    dated = [work for work in works if work.row.year]
    if not dated:
        return _is_narrow(works)
    said = [(_year_at_end(work.venue.text), work.row.year) for work in dated if work.venue]
    if any(one and one != other for one, other in said):
        return False
    if any(one == other for one, other in said) or any(work.row.counts for work in dated):
        return True
    in_table = any(_stands_in_table(work.row) for work in dated)
    return len(dated) == len(works) and (in_table or all(work.authors for work in works))


def _is_narrow(works: Sequence[_Work]) -> bool:
    """Whether it is the table of a narrow window, which has no column of years: a count follows venue and year.

    Numbers that rise by one count the papers of some other list.
    """
    counts = [int(text) for work in works for text in work.row.counts if text.isdecimal()]
    rising = all(after == before + 1 for before, after in pairwise(counts))
    return len(counts) > 1 and not rising and all(work.venue and year_of(work.venue.text) for work in works)


def _year_at_end(text: str) -> int:
    """The year that a venue line ends in; that of a month (``May 2021``) is never Scholar's."""
    month = _MONTH_AND_YEAR.search(text)
    return int(month["year"]) if month else year_of(text)


def _years_are_headings(cells: Sequence[Line]) -> bool:
    """Whether a year stands between blank lines in a text whose lines mostly follow each other."""
    apart = [at for at in range(1, len(cells)) if cells[at].number > cells[at - 1].number + 1]
    if 2 * len(apart) > len(cells):
        return False
    return any(
        _YEAR.fullmatch(cells[at].text) and cells[at].column == 1 and {at, at + 1} <= {*apart, len(cells), 0}
        for at in range(1, len(cells))
    )


def _stands_in_table(row: _Row) -> bool:
    return len(row.numbers) > 1 or (bool(row.numbers) and row.numbers[-1].column > 1)


def _entry(work: _Work) -> Entry:
    byline = byline_of(work.authors.text) if work.authors else None
    year = work.year
    paper = Paper(
        title=work.title.text,
        authors=byline.authors if byline else (),
        et_al=bool(byline and byline.et_al),
        date=Date(year) if year else None,
    )
    paper = with_venue(paper if byline else doubtful(paper, "authors"), work.venue.text if work.venue else "")
    paper = counted(paper, work.row.counts[0], "Google Scholar") if work.row.counts else paper
    if is_own(work.title.text):
        paper = doubtful(paper, "title")
    return Entry(_lines(work), paper, tuple(_doubts(work, paper)))


def _lines(work: _Work) -> list[Line]:
    return [line for line in (work.title, work.authors, work.venue, *work.row.numbers) if line]


def _doubts(work: _Work, paper: Paper) -> Iterator[Doubt]:
    line = work.title
    if is_own(line.text):
        yield Doubt(line, f"this title is also a word of the page: {quoted(line.text)}")
    if not paper.authors:
        yield Doubt(line, f"no author is given for {quoted(line.text)}")
    if not paper.date:
        yield Doubt(line, f"no year is given for {quoted(line.text)}")
    if work.venue and "venue" in paper.review:
        hint = "Write it out in the paper's file, then delete its line `review`."
        yield Doubt(work.venue, f"Scholar has cut this venue short: {quoted(work.venue.text)}", hint)

"""The pasted listing of an author page: three lines a paper, the title run together with the authors.

    CLSep 18, 2023Code
    Instruction-Following Speech RecognitionCheng-I Jeff Lai, Zhiyun Lu, Liangliang Cao et al. · mit
    Conventional end-to-end …

Title and authors are parted by evidence (see weights.py); where that is not clear, the paper asks for a review.
"""

from __future__ import annotations

from publist.formats.base import Reading
from publist.formats.listing.headers import header_of
from publist.formats.listing.papers import papers_of
from publist.formats.listing.records import records_of
from publist.formats.listing.title_ends import judged
from publist.formats.page_text import from_page
from publist.formats.pasted_lines import lines_of
from publist.model.problems import Problem, error

_FORM = "A paper begins with a line such as CLSep 18, 2023; the next has title and authors, the next the abstract."
_BEGINNING = 50_000


def recognises(text: str) -> bool:
    """Whether the beginning of the text has the header of a record, as ``CLSep 18, 2023Code``."""
    headers = (header_of(line.text) for line in lines_of(text[:_BEGINNING]))
    return any(header and header.category for header in headers)


def read(text: str, *, source: str) -> Reading:
    """Every paper of the listing; each line that is not blank is part of a paper or in a problem."""
    reading = as_pasted(text, source=source)
    return reading._replace(papers=tuple(map(from_page, reading.papers)))


def as_pasted(text: str, *, source: str) -> Reading:
    """The same with title, authors and abstract to the letter of the page."""
    lines = lines_of(text)
    records, problems = records_of(lines, source)
    if lines and not records:
        problems.append(error(source, lines[0].number, lines[0].column, "there is no paper in this text", _FORM))
    papers, begins, doubts = papers_of(records, judged(records), source)
    return Reading(papers, tuple(sorted([*problems, *doubts], key=_place)), begins)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column

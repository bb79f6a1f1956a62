"""The pasted listing of an author page: three lines a paper, the title run together with the authors.

    CLSep 18, 2023Code
    Instruction-Following Speech RecognitionCheng-I Jeff Lai, Zhiyun Lu, Liangliang Cao et al. · mit
    Conventional end-to-end …

Title and authors are parted by evidence (see weights.py); where that is not clear, the paper asks for a review.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from publist.formats.base import Reading
from publist.formats.joined_names import parted
from publist.formats.listing.headers import header_of
from publist.formats.listing.papers import papers_of
from publist.formats.listing.records import WITHOUT_PLACE, records_of
from publist.formats.listing.title_ends import judged
from publist.formats.page_text import from_page
from publist.formats.pasted_lines import Line, lines_of
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, error, warning

_LOOK = "Look at the authors in the paper's file, then delete its line review."
_FORM = "A paper begins with a line such as CLSep 18, 2023; the next has title and authors, the next the abstract."


def recognises(text: str) -> float:
    """How sure it is: whether there are headers of records, as ``CLSep 18, 2023Code``, and few lines have no place."""
    lines = lines_of(text)
    headers = [line.number for line in lines if (header := header_of(line.text)) and header.category]
    if not headers:
        return 0.0
    strays = [line for line in read(text, source="").strays if headers[0] < line < headers[-1]]
    within = sum(headers[0] <= line.number <= headers[-1] for line in lines)
    return max(0.0, 1 - len(strays) / within)


def read(text: str, *, source: str) -> Reading:
    """Every paper of the listing; each line that is not blank is part of a paper or in a problem."""
    reading = as_pasted(text, source=source)
    told = list(reading.problems)
    papers = []
    for paper, line in zip(reading.papers, reading.lines, strict=True):
        papers.append(_with_parted_names(from_page(paper)))
        if papers[-1].review != paper.review:
            names = ", ".join(map(str, papers[-1].authors))
            told.append(warning(source, line + 1, 1, f"whether these are all names is in doubt: {names}", _LOOK))
    return reading._replace(papers=tuple(papers), problems=tuple(sorted(told, key=_place)))


def _with_parted_names(paper: Paper) -> Paper:
    """The paper with names of their own where a page has joined two by "and"; in doubt, they ask for a review."""
    found = [parted(name.name) for name in paper.authors]
    if all(len(joined.names) == 1 and joined.sure for joined in found):
        return paper
    paper = paper._replace(authors=tuple(Name(name) for joined in found for name in joined.names))
    if all(joined.sure for joined in found) or "authors" in paper.review:
        return paper
    return paper._replace(review=(*paper.review, "authors"))


def as_pasted(text: str, *, source: str) -> Reading:
    """The same with title, authors and abstract to the letter of the page."""
    lines = lines_of(text)
    records, problems = records_of(lines, source)
    if lines and not records:
        problems.append(error(source, lines[0].number, lines[0].column, "there is no paper in this text", _FORM))
    papers, begins, doubts = papers_of(records, judged(records), source)
    strays = tuple(sorted({problem.line for problem in problems if problem.message.startswith(WITHOUT_PLACE)}))
    told = tuple(sorted([*problems, *doubts], key=_place))
    return Reading(papers, told, begins, _ends(lines, begins, strays), strays)


def _ends(lines: Sequence[Line], begins: Sequence[int], strays: Sequence[int]) -> tuple[int, ...]:
    """The last line of each paper: the one before the next paper, or before the first line without a place."""
    numbers = [line.number for line in lines]
    breaks = sorted({*begins, *strays})
    after = [breaks[at] if (at := bisect_right(breaks, begin)) < len(breaks) else numbers[-1] + 1 for begin in begins]
    return tuple(numbers[bisect_left(numbers, end) - 1] for end in after)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column

"""Papers from records and judgements, with a problem for each thing that somebody has to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist.formats.listing.prose import is_long
from publist.formats.listing.records import ListingRecord
from publist.formats.listing.splits import Split, margin
from publist.formats.listing.title_ends import SURE, Judged
from publist.formats.pasted_lines import quoted
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, error, warning

_LOOK = "Look at title and authors in the paper's file, then delete its line review."
_SHOWN = 40


def papers_of(
    records: Sequence[ListingRecord], judgements: Sequence[Judged], source: str
) -> tuple[tuple[Paper, ...], tuple[int, ...], list[Problem]]:
    """The papers, the lines on which they begin, and the problems; a paper that is there twice is taken once."""
    papers: list[Paper] = []
    lines: list[int] = []
    problems = list(_without_abstract(records, source))
    first_on: dict[tuple[object, ...], int] = {}
    for record, judgement in zip(records, judgements, strict=True):
        paper = _paper(record, judgement)
        on = first_on.setdefault((paper.title, paper.authors, paper.date, paper.abstract), record.begin.number)
        if on != record.begin.number:
            message = f"this paper is already on line {on}: {quoted(paper.title)} is taken once"
            problems.append(warning(source, record.begin.number, record.begin.column, message))
            continue
        papers.append(paper)
        lines.append(record.begin.number)
        problems += _date_problems(record, source)
        problems += _seam_problems(record, judgement, source)
    return tuple(papers), tuple(lines), problems


def _paper(record: ListingRecord, judgement: Judged) -> Paper:
    header, (byline, splits) = record.header, judgement
    names = (splits[0].candidate.first, *splits[0].candidate.others) if splits else ()
    review = () if margin(splits) >= SURE else ("title", "authors")
    return Paper(
        title=splits[0].candidate.title.rstrip() if splits else byline.text,
        authors=tuple(Name(name) for name in names),
        et_al=byline.et_al,
        affiliations=byline.affiliations,
        date=header.date,
        category=header.category,
        code=header.code,
        review=review if header.date and not header.doubt else (*review, "date"),
        abstract=record.abstract,
    )


def _without_abstract(records: Sequence[ListingRecord], source: str) -> Iterator[Problem]:
    """One warning for each paper without an abstract, one for all if no paper of the page has one."""
    missing = [record for record in records if not record.abstract]
    if len(missing) == len(records) > 1:
        first = missing[0].begin
        yield warning(source, first.number, first.column, f"none of the {len(records)} papers has an abstract")
        return
    for record in missing:
        line = record.byline
        yield warning(source, line.number, line.column, f"no abstract follows {quoted(line.text)}")
    for record in records:
        if record.abstract and not is_long(record.abstract):
            line = record.byline
            yield warning(source, line.number, line.column, f"the abstract is no more than {quoted(record.abstract)}")


def _date_problems(record: ListingRecord, source: str) -> Iterator[Problem]:
    begin, header = record.begin, record.header
    if begin is record.byline:
        return
    if not header.date:
        message = f"there is no such date: {quoted(begin.text)}"
        yield error(source, begin.number, begin.column, message, "Write the date as on a calendar: Sep 18, 2023.")
    elif header.doubt:
        message = f"this date is {header.doubt}; only the year is taken: {quoted(begin.text)}"
        yield warning(source, begin.number, begin.column, message, "Write the month as a word: Sep 18, 2023.")


def _seam_problems(record: ListingRecord, judgement: Judged, source: str) -> Iterator[Problem]:
    line, splits = record.byline, judgement.splits
    if margin(splits) >= SURE:
        return
    if not splits:
        yield warning(source, line.number, line.column, f"no author found in {quoted(line.text)}", _LOOK)
        return
    column = line.column + len(splits[0].candidate.title)
    message = f"where the title ends is in doubt; read as {_reading(splits[0])}"
    rival = f"It may also be {_reading(splits[1])}. " if len(splits) > 1 else ""
    yield warning(source, line.number, column, message, rival + _LOOK)


def _reading(split: Split) -> str:
    title, first, others = split.candidate
    start = f"…{title[-_SHOWN:]}" if len(title) > _SHOWN else title
    return f"“{start}” by {', '.join((first, *others))}"

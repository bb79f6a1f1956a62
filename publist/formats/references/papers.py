"""Papers from the judged references of a list, with a problem for each thing that somebody has to look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from publist.formats.pasted_lines import quoted
from publist.formats.references.coauthors import owner_left_out
from publist.formats.references.confidence import doubtful, evidence_of
from publist.formats.references.cvsections import foreign_sections, scattered_entries, unsigned_entries
from publist.formats.references.headings import Heading
from publist.formats.references.inline import plain
from publist.formats.references.lists import Judged
from publist.formats.references.marks import Marks
from publist.formats.references.misfits import misfits
from publist.formats.references.numbers import YEAR
from publist.formats.references.parting import Reference
from publist.formats.references.publications import paper_of
from publist.formats.references.segmentation import Entry
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, warning

_LOOK = "Compare these with the reference as printed (extra: printed), then delete the paper's line review."
_WRITE = "Write it as the other references are, or make the paper by hand: publist new."
_RENAME = "If papers stand there, put them under a heading that says so, such as Publications."
_SAME_AUTHORS = re.compile(r"\s*(?:[—–_]{1,4}|-{2,4})[.,:]?\s")
"""A dash in place of the authors: they are those of the reference before."""


def papers_of(
    entries: Sequence[Entry],
    references: Sequence[Reference],
    judgements: Sequence[Judged],
    marks: Marks,
    source: str,
    owner: Name | None = None,
) -> tuple[tuple[Paper, ...], tuple[int, ...], list[Problem]]:
    """The papers, the lines on which they begin, and the problems; a paper that is there twice is taken once.

    Where a list leaves out its ``owner``, they are the first author; who else is not known is in doubt.
    """
    found = _Found(source)
    read = _read(entries, references, judgements, marks)
    left_out = owner_left_out(judgements, references, read, owner)
    unsigned = left_out | unsigned_entries(entries, judgements)
    whole = [
        paper is not None and _is_whole(paper, entry.heading, unsigned=number in unsigned, alike=_is_alike(judged))
        for number, (entry, judged, paper) in enumerate(zip(entries, judgements, read, strict=True))
    ]
    foreign = foreign_sections(entries, whole)
    scattered = scattered_entries(entries, whole)
    evidence = evidence_of(judgements, references, read)
    misplaced = misfits(judgements, references, read)
    orders = Counter(judged.readings[0].order for judged in judgements if judged.readings)
    for number, (entry, reference, judged, paper, told) in enumerate(
        zip(entries, references, judgements, read, evidence, strict=True)
    ):
        if number in foreign:
            found.leave_out(entry)
        elif paper is None or told is None or not whole[number]:
            found.problems.append(_refused(entry, reference, source))
        elif not found.is_double(paper, entry):
            doubts = _ALL if number in scattered or entry.uneven else doubtful(told)
            alone = _is_alone(judged, orders) or (number in left_out and not owner)
            review = _review(paper, doubts, alone=alone, misplaced=number in misplaced)
            found.take(entry, *(_owned(paper, review, owner) if owner and number in left_out else (paper, review)))
    return tuple(found.papers), tuple(found.lines), [*found.problems, *_other_sections(found.foreign, source)]


def _owned(paper: Paper, review: tuple[str, ...], owner: Name) -> tuple[Paper, tuple[str, ...]]:
    """The paper with the owner before the coauthors, and what is in doubt: not who wrote a paper of their own."""
    doubts = review if paper.authors else tuple(field for field in review if field != "authors")
    return paper._replace(authors=(owner, *paper.authors)), doubts


def _read(
    entries: Sequence[Entry], references: Sequence[Reference], judgements: Sequence[Judged], marks: Marks
) -> list[Paper | None]:
    """The best reading of each reference as a paper; a dash in place of the authors repeats those before."""
    read: list[Paper | None] = []
    before: Paper | None = None
    for entry, reference, judged in zip(entries, references, judgements, strict=True):
        best = judged.readings[0] if judged.readings else None
        paper = paper_of(best, reference, entry.heading, marks) if best else None
        if best and paper and before and _SAME_AUTHORS.match(plain(entry.text)):
            repeats = not paper.authors or best.order != "first"
            paper = paper._replace(authors=before.authors, et_al=before.et_al) if repeats else paper
        before = paper or before
        read.append(paper)
    return read


class _Found:
    """The papers so far, their lines, and what is to be told."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.papers: list[Paper] = []
        self.lines: list[int] = []
        self.problems: list[Problem] = []
        self.foreign: dict[str, list[Entry]] = {}
        self.first_on: dict[tuple[object, ...], int] = {}

    def leave_out(self, entry: Entry) -> None:
        """An entry of a section without references: they are told together."""
        self.foreign.setdefault(entry.heading.text, []).append(entry)

    def is_double(self, paper: Paper, entry: Entry) -> bool:
        """Whether the paper was there before, which is told."""
        on = self.first_on.setdefault((paper.title, paper.authors, paper.date, paper.venue), entry.line)
        if on != entry.line:
            said = f"this paper is already on line {on}: {quoted(paper.title)} is taken once"
            self.problems.append(warning(self.source, entry.line, 1, said))
        return on != entry.line

    def take(self, entry: Entry, paper: Paper, review: tuple[str, ...]) -> None:
        """The paper; with the reference as printed, if it asks for a review."""
        if review:
            paper = paper._replace(review=review, extra={**paper.extra, "printed": printed(entry)})
            said = f"in doubt ({', '.join(review)}): {quoted(printed(entry))}"
            self.problems.append(warning(self.source, entry.line, 1, said, _LOOK))
        self.papers.append(paper)
        self.lines.append(entry.line)


def _other_sections(foreign: Mapping[str, Sequence[Entry]], source: str) -> Iterator[Problem]:
    """One warning for each section of a CV that holds no references."""
    for name, entries in foreign.items():
        number = f"{len(entries)} entries are" if len(entries) > 1 else "one entry is"
        said = f"under {quoted(name)} stand no references: {number} left out"
        yield warning(source, entries[0].line, 1, said, _RENAME)


def printed(entry: Entry) -> str:
    """The reference as it stands in the list, on one line."""
    return " ".join(plain(entry.text).replace("\u00ad", "-").split())


_ALIKE = -1.0
"""References whose parts stand as those of the others of the list do agree with them at least so well."""


def _is_alike(judged: Judged) -> bool:
    """Whether it has authors, written and set apart as those of most references are."""
    names = judged.readings[0].authors.names if judged.readings and judged.readings[0].authors else None
    return names is not None and judged.agreement > _ALIKE


def _is_whole(paper: Paper, heading: Heading, *, unsigned: bool, alike: bool) -> bool:
    """Whether enough was read to call it a paper: a title, authors, and a time, a place or the list's own style."""
    if not re.search(r"[^\W\d_]{2}", paper.title) or heading.foreign:
        return False
    told = bool(
        paper.doi or paper.arxiv or paper.venue or paper.volume or paper.pages or paper.publisher or paper.genre
    )
    if paper.authors:
        if alike and len(paper.title.split()) > 3:
            return True
        return bool(paper.date or paper.doi or paper.arxiv or paper.status) and (told or bool(paper.date))
    return unsigned and bool(paper.date) and told and len(paper.title.split()) > 2


def _refused(entry: Entry, reference: Reference, source: str) -> Problem:
    text = printed(entry)
    like_one = len(text) > 40 and bool(re.search(YEAR, text)) and len(reference.wording.words) > 6
    if like_one:
        return warning(
            source, entry.line, 1, f"this reference cannot be read whole and is left out: {quoted(text)}", _WRITE
        )
    return warning(source, entry.line, 1, f"this is no reference and is left out: {quoted(text)}")


def _is_alone(judged: Judged, orders: Counter[str]) -> bool:
    """Whether authors come last though they do not in most references: those of the next one may have run into it."""
    return judged.readings[0].order == "last" and 2 * orders["last"] <= orders.total()


def _review(paper: Paper, doubts: tuple[str, ...], *, alone: bool, misplaced: bool) -> tuple[str, ...]:
    """The fields in doubt."""
    undated = not paper.date and not paper.status
    told = {*doubts, *_with_commands(paper), *["authors"] * alone, *["venue"] * misplaced, *["date"] * undated}
    return tuple(field for field in _ORDER if field in told)


def _with_commands(paper: Paper) -> Iterator[str]:
    """The fields in which a command of LaTeX is left that nothing explains: it may stand for a name."""
    shown = {"title": _MATHS.sub("", paper.title), "authors": " ".join(map(str, paper.authors)), "venue": paper.venue}
    return (field for field, text in shown.items() if _COMMAND.search(text))


_MATHS = re.compile(r"\$[^$]*\$")
_COMMAND = re.compile(r"\\[a-zA-Z]{2}")
_ALL = ("title", "authors", "venue")
_ORDER = ("title", "authors", "venue", "pages", "date")

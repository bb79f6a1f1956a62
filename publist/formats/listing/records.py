"""The lines of a listing as records, and a problem for each line that belongs to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats.listing.abstracts import Abstract
from publist.formats.listing.boilerplate import is_boilerplate
from publist.formats.listing.headers import Header, header_of
from publist.formats.listing.prose import ends_sentence, has_sentences, is_long
from publist.formats.listing.splits import byline_of, reads_as_byline
from publist.formats.pasted_lines import Line, quoted
from publist.model.problems import Problem, Severity

_NO_HEADER = Header("", None, code=False)
_LONGEST_TITLE = 300
WITHOUT_PLACE = ("left out, as it is not part of a paper", "a line too many: it belongs to no paper")
"""What is told of a line that is part of no record."""


class ListingRecord(NamedTuple):
    """The lines of one paper; ``begin`` is the line on which it begins, ``abstract`` is on one line."""

    header: Header
    begin: Line
    byline: Line
    abstract: str


class _Block(NamedTuple):
    """A header (none before the first one) and the lines up to the next one."""

    header: Header
    begin: Line | None
    lines: list[Line]


def records_of(lines: Sequence[Line], source: str) -> tuple[list[ListingRecord], list[Problem]]:
    """Every record of the lines in order; ``source`` is the path that the problems name."""
    sorter = _Sorter(source)
    for block in _blocks(lines):
        sorter.sort(block)
    return sorter.records, sorter.problems


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    block = _Block(_NO_HEADER, None, [])
    for line in lines:
        header = header_of(line.text)
        if header:
            yield block
            block = _Block(header, line, [])
        else:
            block.lines.append(line)
    yield block


class _Sorter:
    """Sorts the lines of block after block into records and problems."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.records: list[ListingRecord] = []
        self.problems: list[Problem] = []

    def sort(self, block: _Block) -> None:
        """Make records of a block: one as a rule, more where papers have lost their headers."""
        header, begin, lines = block
        at = _title_at(lines) if begin else _headless_at(lines)
        if begin and at is None:
            self._tell("error", begin, "no title follows this line", "Add the line with title and authors under it.")
        for line in lines[:at]:
            self._left_out(line, "error" if begin else "warning")
        while at is not None:
            if not begin:
                self._no_header(lines[at])
            at = self._record(header, begin or lines[at], lines, at)
            header, begin = _NO_HEADER, None

    def _record(self, header: Header, begin: Line, lines: Sequence[Line], at: int) -> int | None:
        """Take the record whose title is at this place; return the place of the next title, if one follows."""
        title = lines[at]
        abstract = Abstract(title)
        following: int | None = None
        for place in range(at + 1, len(lines)):
            if abstract.prose.unbroken and lines[place].text != title.text and _is_headless(lines, place):
                following = place
                break
            abstract.add(lines[place])
        self.records.append(ListingRecord(header, begin, title, str(abstract.prose)))
        self._tell_of(abstract)
        return following

    def _tell_of(self, abstract: Abstract) -> None:
        for line in abstract.doubtful:
            hint = "If it is not, delete it."
            self._tell("warning", line, "this line is read as a part of the abstract above it", hint)
        around: Severity = "warning" if any(is_boilerplate(line.text) for line in abstract.strays) else "error"
        for line in abstract.strays:
            self._left_out(line, around)

    def _no_header(self, title: Line) -> None:
        hint = "Add that line, as in CLSep 18, 2023, or delete this one if it is one too many."
        self._tell("error", title, "this paper has no line with category and date above it", hint)

    def _left_out(self, line: Line, severity: Severity) -> None:
        if severity == "warning" or is_boilerplate(line.text):
            self._tell("warning", line, WITHOUT_PLACE[0])
        else:
            hint = "Delete it, or join it to the line that it is a part of."
            self._tell("error", line, WITHOUT_PLACE[1], hint)

    def _tell(self, severity: Severity, line: Line, message: str, hint: str = "") -> None:
        told = f"{message}: {quoted(line.text)}"
        self.problems.append(Problem(severity, self.source, line.number, line.column, told, hint))


def _title_at(lines: Sequence[Line]) -> int | None:
    """Which of the lines under a header has title and authors; None if none can be it."""
    for at, line in enumerate(lines[:3]):
        prose = has_sentences(line.text) if at else len(line.text) > _LONGEST_TITLE and ends_sentence(line.text)
        if reads_as_byline(line.text) and not prose:
            return at
    return 0 if lines and _is_title(lines[0].text) else None


def _is_title(text: str) -> bool:
    """Whether a line under a header can be a title although no author is seen in it."""
    if len(text) > _LONGEST_TITLE or is_boilerplate(text):
        return False
    return not ends_sentence(text) or byline_of(text).et_al


def _headless_at(lines: Sequence[Line]) -> int | None:
    """Where above the first header a paper begins that has none of its own."""
    return next((at for at in range(len(lines)) if _is_headless(lines, at)), None)


def _is_headless(lines: Sequence[Line], at: int) -> bool:
    """Whether this is the title line of a paper whose header is missing: an abstract or the next paper follows."""
    text = lines[at].text
    if not reads_as_byline(text) or has_sentences(text):
        return False
    if byline_of(text).et_al:
        return True
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return not ends_sentence(text) and (not following or (is_long(following) and not following[0].islower()))

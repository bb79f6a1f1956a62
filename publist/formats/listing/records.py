"""The lines of a listing as records, and a problem for each line that belongs to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.errors import Problem, Severity
from publist.formats.listing.furniture import is_furniture
from publist.formats.listing.headers import Header, header_of
from publist.formats.listing.prose import continues, ends_sentence, is_fragment, is_prose
from publist.formats.listing.seams import byline_of, reads_as_byline
from publist.formats.listing.source import Line

_NO_HEADER = Header("", None, code=False)
_LONGEST_TITLE = 300
_LONGEST_QUOTE = 200


class Record(NamedTuple):
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


def records_of(lines: Sequence[Line], source: str) -> tuple[list[Record], list[Problem]]:
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
        self.records: list[Record] = []
        self.problems: list[Problem] = []

    def sort(self, block: _Block) -> None:
        if block.begin is None:
            self._around(block.lines)
            return
        at = _byline_at(block.lines)
        if at is None:
            self._no_title(block.begin, block.lines)
            return
        for line in block.lines[:at]:
            self._stray(line)
        self._record(block.header, block.begin, block.lines[at], block.lines[at + 1 :])

    def _around(self, lines: Sequence[Line]) -> None:
        """Lines before the first header: what the page has above its listing, unless a paper lost its header."""
        for at, line in enumerate(lines):
            if _is_headless(line, lines[at + 1 :]):
                self._headless(line, lines[at + 1 :])
                return
            self._stray(line, severity="warning")

    def _record(self, header: Header, begin: Line, byline: Line, rest: Sequence[Line]) -> None:
        abstract, strays, left = _abstract_of(byline, rest)
        self.records.append(Record(header, begin, byline, " ".join(abstract)))
        around: Severity = "warning" if any(is_furniture(line.text) for line in strays) else "error"
        for line in strays:
            self._stray(line, severity=around)
        if left:
            self._headless(left[0], left[1:])

    def _headless(self, byline: Line, rest: Sequence[Line]) -> None:
        self._tell(
            "error", byline, "this paper has no line with category and date above it",
            "Add that line, as in CLSep 18, 2023, or delete this one if it is one too many.",
        )  # fmt: skip
        self._record(_NO_HEADER, byline, byline, rest)

    def _no_title(self, begin: Line, lines: Sequence[Line]) -> None:
        self._tell("error", begin, "no title follows this line", "Add the line with title and authors.")
        for line in lines:
            self._stray(line)

    def _stray(self, line: Line, severity: Severity = "error") -> None:
        if severity == "warning" or is_furniture(line.text):
            self._tell("warning", line, "left out, as it is not part of a paper", "")
        else:
            self._tell(
                "error", line, "a line too many: it belongs to no paper",
                "Delete it, or join it to the line that it is a part of.",
            )  # fmt: skip

    def _tell(self, severity: Severity, line: Line, message: str, hint: str) -> None:
        quoted = line.text if len(line.text) <= _LONGEST_QUOTE else f"{line.text[:_LONGEST_QUOTE]}…"
        self.problems.append(Problem(severity, self.source, line.number, line.column, f"{message}: “{quoted}”", hint))


def _byline_at(lines: Sequence[Line]) -> int | None:
    """Which line of a block has title and authors; None if none can be it."""
    for at, line in enumerate(lines[:3]):
        long = len(line.text) > _LONGEST_TITLE and ends_sentence(line.text)
        if reads_as_byline(line.text) and not long:
            return at
    first = lines[0].text if lines else ""
    readable = first and len(first) <= _LONGEST_TITLE and not ends_sentence(first) and not is_furniture(first)
    return 0 if readable else None


def _abstract_of(byline: Line, rest: Sequence[Line]) -> tuple[list[str], list[Line], Sequence[Line]]:
    """The abstract in the lines after the title, the lines that have no place, and the lines of a next paper."""
    abstract: list[Line] = []
    strays: list[Line] = []
    for at, line in enumerate(rest):
        before = [piece.text for piece in abstract]
        if is_furniture(line.text) or line.text == byline.text or line.text in before:
            strays.append(line)
        elif _is_headless(line, rest[at + 1 :]) and (not before or ends_sentence(before[-1])):
            return before, strays, rest[at:]
        elif not before or continues(before, line.text):
            abstract.append(line)
        elif len(before) == 1 and is_fragment(before[0]):
            strays, abstract = [*strays, *abstract], [line]
        else:
            strays.append(line)
    return [piece.text for piece in abstract], strays, ()


def _is_headless(line: Line, following: Sequence[Line]) -> bool:
    """Whether this is the title line of a paper whose header is missing: an abstract or the next paper follows."""
    if ends_sentence(line.text) or not reads_as_byline(line.text):
        return False
    return not following or is_prose(following[0].text) or bool(byline_of(line.text).et_al)

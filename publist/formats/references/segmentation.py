"""Where each reference begins and ends, and which lines are none: by markers, blank lines, indents and full lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from publist.formats.references.beginnings import SURE_START, begins_with_names, carries_on, is_whole
from publist.formats.references.gaps import parted_at_gaps
from publist.formats.references.headings import Heading
from publist.formats.references.hyphens import wrapped
from publist.formats.references.inline import plain
from publist.formats.references.letters import UPPER
from publist.formats.references.lines import OWN, Line, early, line_of, width_of, with_their_markers, without_furniture
from publist.formats.references.lines import uneven as uneven_groups
from publist.formats.references.marks import is_legend
from publist.formats.references.numbers import YEAR
from publist.formats.references.sections import is_heading_mark, sections_of, with_titles
from publist.formats.references.sourcelines import SourceLines

_ENDS = re.compile(r"(?:[.!?)\]”\"’/]|\d|\.\w{2,4})$")
_HAS_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_SMALL = re.compile(r"[a-zà-ÿ(\d&–—-]")
_SPARE = 12
"""So many characters must be free at a line's end for its end to mean something."""

_SHORTEST = 40
"""Fewer characters are no whole reference."""
_LONG = 400
"""Characters of lines that are a reference even without a year."""
_HYPHEN = re.compile(r"\w-$")
"""A line's end at which a word or a number goes on, however much room there was."""

_NEVER_FIRST = re.compile(
    r"(?:https?:|doi|DOI|10\.\d{4}|[Aa]vailable|[Rr]etrieved|[Dd]isponible|[Vv]ol\b|pp?\.|[Nn]o\.|In\b|In:|and\b|\(|\d)"
)

_VENUE_FIRST = re.compile(r"[^.\d]{4,90}?,?\s\d{1,4}\s?(?:\(\d{1,4}(?:[-–]\d+)?\))?[,:]\s?(?:pp?\.\s?)?[A-Za-z]?\d+")
"""A line that begins with a venue and its numbers goes on with the reference before."""
_ANY_NAME = re.compile(
    rf"[{UPPER}][\w'’-]+,\s[{UPPER}]|[{UPPER}]\.\s?[{UPPER}]|[{UPPER}][\w'’-]+\s[{UPPER}][\w'’-]*[,*]|\band\b"
)


class Entry(NamedTuple):
    """What may be a reference: the number of its first line, its text, the heading over it, its marker.

    It is ``uneven`` where one of its lines is not indented, as all that follow a first one in the list are.
    """

    line: int
    text: str
    heading: Heading
    marker: str
    uneven: bool = False


class Segments(NamedTuple):
    """The entries of a list, and the lines that are neither entry nor heading."""

    entries: tuple[Entry, ...]
    furniture: tuple[Line, ...]


def segments_of(source: SourceLines) -> Segments:
    """The entries of a text given as numbered lines with marks for its markup."""
    numbered = with_their_markers(source.numbered)
    lines, furniture = without_furniture(
        [line_of(number, text) for number, text in numbered], paged=source.may_be_wrapped
    )
    furniture += [line for line in lines if is_legend(line.text)]
    lines = with_titles([line for line in lines if not is_legend(line.text)])
    width = width_of([line for line in lines if not is_heading_mark(line)]) if source.may_be_wrapped else 0
    sections = sections_of(lines, width)
    layout = _layout_of(_body(sections), width, furniture)
    entries = [entry for heading, section in sections for entry in _entries(section, heading, layout)]
    return Segments(tuple(entries), tuple(furniture))


def _body(sections: Sequence[tuple[Heading, list[Line]]]) -> list[Line]:
    """The lines that show how the list is laid out: not those of a CV's sections without references."""
    body = [line for heading, section in sections if not heading.foreign for line in section]
    return body or [line for _, section in sections for line in section]


class Layout(NamedTuple):
    """How the list is laid out: what begins a reference."""

    marked: bool
    blanks: bool
    hanging: bool
    width: int
    base: int
    breaks: frozenset[int]
    """The lines that were page numbers or running heads: a reference may go on after them."""
    markers: frozenset[str]
    """The kinds of marker that are usual; a volume's number in brackets may begin a line, too."""


def _layout_of(lines: Sequence[Line], width: int, furniture: Sequence[Line]) -> Layout:
    full = [line for line in lines if not line.blank]
    paragraphs = _paragraphs(lines)
    is_marked = _is_marked(full, paragraphs)
    base = min((line.indent for line in full), default=0)
    indented = sum(line.indent > base for line in full)
    hanging = bool(indented) and indented >= 0.2 * len(full) and not is_marked
    return Layout(
        is_marked,
        _blanks_part(paragraphs, is_marked),
        hanging,
        width,
        base,
        frozenset(line.number for line in furniture),
        _usual_markers(full),
    )


def _usual_markers(full: Sequence[Line]) -> frozenset[str]:
    counts = Counter(_kind_of(line.marker) for line in full if line.marker)
    return frozenset(kind for kind, count in counts.items() if 5 * count >= max(counts.values()))


def _kind_of(marker: str) -> str:
    return re.sub(r"\d+", "n", re.sub(r"[A-Z]+", "A", marker))


def _is_marked(full: Sequence[Line], paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether markers (numbers, bullets) begin the references."""
    outermost = min((line.indent for line in full if line.marker), default=0)
    marked = sum(bool(line.marker) and line.indent == outermost for line in full)
    first = sum(bool(paragraph[0].marker) for paragraph in paragraphs)
    often = marked >= 2 and marked >= 0.5 * min(len(paragraphs), len(full))
    return often or (
        first >= 0.6 * len(paragraphs) and marked > 0 and (len(paragraphs) > 1 or marked >= 0.2 * len(full))
    )


def _blanks_part(paragraphs: Sequence[Sequence[Line]], marked: bool) -> bool:
    """Whether a blank line stands between references: no paragraph then holds many."""
    if not paragraphs:
        return False
    if marked:
        several = sum(sum(bool(line.marker) for line in paragraph) > 1 for paragraph in paragraphs)
        return several <= 0.2 * len(paragraphs) and len(paragraphs) > 1
    several = sum(len(paragraph) > 9 or _holds_several(paragraph) for paragraph in paragraphs)
    return len(paragraphs) > 1 and several <= 0.2 * len(paragraphs)


def _holds_several(paragraph: Sequence[Line]) -> bool:
    """Whether two lines of a paragraph look like whole references."""
    whole = sum(
        len(line.body) > 60 and bool(_HAS_YEAR.search(line.body)) and bool(_ANY_NAME.search(line.body[:60]))
        for line in paragraph
    )
    return whole > 1


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            if found[-1]:
                found.append([])
        else:
            found[-1].append(line)
    return [paragraph for paragraph in found if paragraph]


def _entries(lines: Sequence[Line], heading: Heading, layout: Layout) -> list[Entry]:
    groups: list[list[Line]] = []
    blank = True
    for line in lines:
        if line.blank:
            blank = True
            continue
        if not groups or _begins(line, groups[-1], blank, layout, dated=bool(heading.year)):
            groups.append([line])
        else:
            groups[-1].append(line)
        blank = False
    groups = parted_at_gaps(groups, layout.width, dated=bool(heading.year)) if layout.marked else groups
    entries = [_entry(group, heading, layout) for group in groups]
    odd = uneven_groups(groups) if layout.marked else [False] * len(groups)
    return [entry._replace(uneven=is_odd) for entry, is_odd in zip(entries, odd, strict=True)]


def _begins(line: Line, group: Sequence[Line], blank: bool, layout: Layout, *, dated: bool) -> bool:
    """Whether a reference begins with this line, given the lines of the one before; ``dated``: by the heading above."""
    previous = group[-1]
    is_usual = not layout.width or _kind_of(line.marker) in layout.markers
    if line.marker and layout.marked and is_usual and _is_marker(line, group[0]):
        return True
    if blank and not line.marker and not layout.width and carries_on(line.body):
        return False
    if blank:
        return not _goes_over_blank(line, previous, group[0], layout)
    if line.indent > layout.base and layout.hanging:
        return False
    if layout.marked and group[0].marker:
        within = layout.width or line.indent > group[0].indent
        return not within and is_whole(plain(line.body)) and _complete(group)
    if layout.hanging:
        return line.indent <= layout.base
    if dated and _follows_undated(line, previous, layout.width):
        return True
    if layout.blanks:
        return False
    if layout.width:
        return _begins_wrapped(line, group, layout.width)
    return _complete(group) or (
        not _SMALL.match(plain(line.body)[:1]) and bool(_HAS_YEAR.search(line.body)) and len(line.body) > 60
    )


def _follows_undated(line: Line, previous: Line, width: int) -> bool:
    """Whether the line before is a reference to its end, whose year stands in the heading, and names begin this one."""
    body, before = plain(line.body), plain(previous.body)
    whole = begins_with_names(before) and len(before) > _SHORTEST and not _HAS_YEAR.search(before)
    ended = bool(_ENDS.search(before)) and (not width or early(previous, line, width) or before[-2:-1].isdigit())
    return whole and ended and begins_with_names(body)


def _is_marker(line: Line, first: Line) -> bool:
    """Whether the marker is one of a list's: not a number that begins a wrapped line."""
    if not first.marker or first.marker[0] in "-*•–—[(" or not line.marker[0].isdigit():
        return True
    return line.indent <= first.indent or abs(line.indent - first.indent) <= 2


def _begins_wrapped(line: Line, group: Sequence[Line], width: int) -> bool:
    """Whether a reference begins here, where all lines are of one width and nothing else sets them apart."""
    body, before = plain(line.body), plain(group[-1].text).rstrip()
    if _SMALL.match(body) or _NEVER_FIRST.match(body):
        return False
    whole = _beginning(group)
    dated = len(whole) > _LONG or bool(_HAS_YEAR.search(whole))
    if not dated or not _ENDS.search(before) or (_VENUE_FIRST.match(body) and not SURE_START.match(body)):
        return False
    return early(group[-1], line, width) or (
        before.endswith((".", "]")) and len(whole) > 90 and bool(SURE_START.match(body))
    )


def _beginning(group: Sequence[Line]) -> str:
    """The text of the lines as far as it matters for where they end: more than a long reference is not looked at."""
    pieces: list[str] = []
    length = 0
    for line in group:
        pieces.append(plain(line.body))
        length += len(pieces[-1]) + 1
        if length > _LONG + 1:
            break
    return " ".join(pieces)


def _complete(group: Sequence[Line]) -> bool:
    """Whether the lines so far hold a whole reference: a year or a venue at their end, and enough words."""
    if len(group) > 2:
        return True
    text = " ".join(plain(line.body) for line in group)
    return (
        (bool(_HAS_YEAR.search(text)) and len(text) > 70 and not re.search(rf"\(?{YEAR}[a-z]?\)?[.,:]?$", text.strip()))
        or len(text) > 160
        or (bool(re.search(rf"[,\s(]{YEAR}\)?\.?$", text.strip())) and len(text) > 60)
    )


_ONLY_WITHIN = re.compile(r"&|(?:and|et|und|y) |https?:|(?:doi|DOI)[:\s]\s?10\.|10\.\d{4,}/")
"""What begins no reference: names that go on, and an address."""


def _goes_over_blank(line: Line, previous: Line, first: Line, layout: Layout) -> bool:
    """Whether a reference goes on after a blank line: a page ended within it."""
    if line.marker and layout.marked:
        return False
    if layout.breaks.isdisjoint(range(previous.number, line.number)):
        return False
    if (layout.marked and first.marker) or _ONLY_WITHIN.match(line.body):
        return bool(layout.width)
    text = plain(previous.text).rstrip()
    if layout.width and not early(previous, line, layout.width) and not _ENDS.search(text):
        return True
    return bool(re.match(r"[a-z]", line.body)) and not _ENDS.search(text) and bool(layout.width)


def _entry(group: Sequence[Line], heading: Heading, layout: Layout) -> Entry:
    text = group[0].body
    for previous, line in pairwise(group):
        semantic = not layout.width or early(previous, line, layout.width, max(_SPARE, layout.width // 4))
        semantic = semantic and not _HYPHEN.search(previous.text)
        more = line.text.strip() if re.search(r"\w", line.marker) and line.marker != OWN else line.body
        text = f"{text}\n{more}" if semantic else wrapped(text, more)
    return Entry(group[0].number, text, heading, group[0].marker)

"""The lines of a reference list, each with its number, what marks its beginning, and what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from publist.formats.references.labels import label_of
from publist.formats.references.letters import UPPER

_MARKER = re.compile(
    r"(?P<indent>["
    r" \t\u00a0]*)(?P<marker>[\[(]?\s?(?P<letters>[A-Z]{1,3}[-.]?)?(?P<number>\d{1,4})\s?(?:[\])](?![,;])[.:]?"
    rf"|[.)](?=[\s\u00a0*“\"‘_]|[{UPPER}][a-z’'-]{{2,}}[ ,]|$))[\s\u00a0]*|[-*•–—◦▪·‣●○■□►➢⁃✓♦◆>+](?:["
    r" \t\u00a0]+)(?:[\[(]?\d{1,3}[\]).]+\s)?|\d{1,3}\t+|\d{1,3}\s{2,})(?=\S)"
)
_PAGE = re.compile(
    r"\W*(?:(?:page|p\.|seite|página|pág\.|pagina|s\.)\s*)?\d{1,3}(?:\s*(?:of|/|von|de|sur"
    r"|di)\s*\d{1,3})?\W*|\W*(?:page|seite|página)\s+[ivxlc]{1,6}\W*",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\W*(?:curriculum vitae|c\.?\s?v\.?|lebenslauf|publications?|list of publications)\W{1,5}(?:page\s)?\d{1,3}\W*"
    r"|\W*\d{1,3}\W{1,5}(?:curriculum vitae|cv)\W*",
    re.IGNORECASE,
)
"""A running head with the page's number, which may come only once."""
_UNDERLINE = re.compile(r"\s*[-=~_*]{3,}\s*")
_YEAR_AND_NAME = re.compile(rf"\s*(?:19|20)\d\d[.:]?\s+(?:[{UPPER}][\w'’-]+,\s[{UPPER}][\w.]|[{UPPER}]\.)")
"""A year before the names marks where a reference begins; it is a part of it, too."""
OWN = "own"
"""The marker of a line that begins with a year or the label of a venue: it is a part of the reference."""
_YEAR_ONLY = re.compile(r"\s*(?:19|20)\d\d\s*")


class Line(NamedTuple):
    """A line: its number (from 1), its text, its indent, its marker and what follows that."""

    number: int
    text: str
    indent: int
    marker: str
    body: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.body


def line_of(number: int, text: str) -> Line:
    """The line with its marker told from its text."""
    bare = text.expandtabs(4).rstrip()
    indent = len(bare) - len(bare.lstrip())
    if _YEAR_AND_NAME.match(text) or label_of(text):
        return Line(number, text.rstrip(), indent, OWN, text.strip())
    if (
        _YEAR_ONLY.fullmatch(text)
        or not (found := _MARKER.match(text))
        or (found["number"] and _is_year(found["number"]))
    ):
        return Line(number, text.rstrip(), indent, "", text.strip())
    marker = found["marker"].strip()
    return Line(number, text.rstrip(), indent, marker, _SECOND.sub("", text[found.end() :].strip(), count=1))


_SECOND = re.compile(rf"\A[\[(]?\d{{1,3}}[\]).](?:\s+(?=[{UPPER}“\"‘])|(?=[{UPPER}][a-z’'-]{{2,}}[ ,]))")
"""A second number behind the marker: one list's references pasted into another."""


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("18", "19", "20")


_GOES_ON = re.compile(r"(?:\b(?:pp?|vol|no|nr|S|pages?)\.?|[,:;(–-])$", re.IGNORECASE)
"""The end of a line that a number must follow."""
_MARKER_ALONE = re.compile(r"\s*(?:[-*•–◦▪·‣●]|[\[(]?\d{1,3}[\]).]+)\s*")


def with_their_markers(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines, of which a marker that stands alone on its line is a part of the next one."""
    found: list[tuple[int, str]] = []
    waiting: tuple[int, str] | None = None
    before = ""
    for number, text in texts:
        if waiting and not text.strip():
            continue
        if _MARKER_ALONE.fullmatch(text) and not _GOES_ON.search(before):
            found += [waiting] if waiting else []
            waiting = number, text
        elif waiting:
            found.append((waiting[0], f"{waiting[1].rstrip()} {text.strip()}"))
            waiting = None
        else:
            found.append((number, text))
        before = text.rstrip()
    return [*found, *([waiting] if waiting else [])]


def without_furniture(lines: Sequence[Line], *, paged: bool) -> tuple[list[Line], list[Line]]:
    """The lines without page numbers and running heads, and those; only what may be ``paged`` has the latter."""
    heads = _running_heads(lines) if paged else set()
    kept: list[Line] = []
    dropped: list[Line] = []
    for at, line in enumerate(lines):
        is_page = not line.blank and bool(_PAGE.fullmatch(line.text)) and not _YEAR_ONLY.fullmatch(line.text)
        is_page = is_page and not (at and _GOES_ON.search(lines[at - 1].text) and line.text[:1].isdigit())
        is_page = is_page or bool(_HEAD.fullmatch(line.text))
        if is_page or line.number in heads or ("\f" in line.text and not line.body.strip("\f")):
            dropped.append(line)
        elif _UNDERLINE.fullmatch(line.text) and at and not lines[at - 1].blank:
            continue
        else:
            kept.append(line)
    return kept, dropped


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Numbers of short lines that come again and again, page numbers aside."""
    forms: dict[str, list[int]] = {}
    for line in lines:
        if line.body and len(line.body) < 80 and not line.marker and line.body[0] != "#":
            form = re.sub(r"(?<!\d)\d{1,3}(?!\d)", "#", line.body.lower())
            if len(form) > 3 and not re.fullmatch(r"[\W#]*", form):
                forms.setdefault(form, []).append(line.number)
    return {
        number
        for form, numbers in forms.items()
        if len(numbers) > 1
        and ("#" in form or re.search(r"curriculum|vitae|\bcv\b", form))
        and re.search(r"page|seite|curriculum|vitae|\bcv\b|publications?|p\.\s?#|^\W*#\W|\W#\W*$", form)
        and not re.search(r"doi|vol|pp|http|arxiv|\(#\)|#\s?[-–—,:;(]\s?#", form)
        for number in numbers
    }


_NARROW = 65
"""Lines as short as that are seldom wrapped, but in a column of a page, which has many."""


def width_of(whole: Sequence[Line]) -> int:
    """The width at which the lines are wrapped; 0 if they are not."""
    if _are_references(whole):
        return 0
    lengths = sorted(len(line.text) for line in whole if line.text.count(" ", line.indent) > 2)
    if not lengths:
        return 0
    total = len(lengths)
    longer = max(total // 50, total > 12)
    usual = _may_be_width(lengths[-1 - longer], lengths, 0.1)
    others = [at for at in range(longer + 1, total // 20 + 1) if _may_be_width(lengths[-1 - at], lengths, 0.3)]
    width = lengths[-1 - longer] if usual else lengths[-1 - others[0]] if others else 0
    return width if width and _are_full(whole, width) else 0


def _may_be_width(width: int, lengths: Sequence[int], share: float) -> bool:
    """Whether so large a share of the lines is about as long; a few may be longer, as those with an address are."""
    near = sum(length > width - 16 for length in lengths)
    return width <= 140 and len(lengths) >= (4 if width > _NARROW else 24) and near >= share * len(lengths)


def _are_references(lines: Sequence[Line]) -> bool:
    """Whether nearly each line is a reference by itself, though all may be about as long."""
    full = [line.body for line in lines if not line.blank]
    whole = sum(len(text) > _SHORTEST and bool(_YEAR.search(text)) and not text[0].islower() for text in full)
    return len(full) > 1 and whole >= _NEARLY_ALL * len(full)


_SHORTEST, _NEARLY_ALL = 50, 0.85
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def _are_full(lines: Sequence[Line], width: int) -> bool:
    """Whether lines that another follows run to the edge: then they were wrapped, and not ended on purpose."""
    long = [(one, other) for one, other in pairwise(lines) if len(one.text) > width / 2]
    pairs = [(one, other) for one, other in long if other.body and not other.marker]
    full = sum(not early(one, other, width, spare=width // 8) for one, other in pairs)
    return full > 0.45 * len(pairs)


def early(previous: Line, line: Line, width: int, spare: int = 2) -> bool:
    """Whether the first word of the line would have found room on the line before."""
    first = re.split(r"\s|(?<=\w-)", line.body, maxsplit=1)[0]
    return len(previous.text) + 1 + len(first) <= width - spare


_FEW_LINES = 4
"""Fewer lines tell no rule."""


def uneven(groups: Sequence[Sequence[Line]]) -> list[bool]:
    """Which groups have a line that stands no further in than their first, where almost all lines of the list do."""
    indented = [[line.indent > group[0].indent for line in group[1:]] for group in groups]
    every = [is_indented for lines in indented for is_indented in lines]
    is_rule = len(every) >= _FEW_LINES and every.count(False) <= len(every) // 5
    return [is_rule and not all(lines) for lines in indented]

"""The sections of a list: what stands under each heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.references.headings import NONE, Heading, heading_of, joined
from publist.formats.references.inline import BOLD, BOLD_END, LINK, LINK_END, plain
from publist.formats.references.lines import Line, early

_HASH = re.compile(r"\s*(#{1,6})\s+\S")
_ALL_BOLD = re.compile(rf"\s*{BOLD}[^{BOLD_END}]*{BOLD_END}:?\s*")
_ENDS = re.compile(r"(?:[.!?)\]”\"’/]|\d|\.\w{2,4})$")


def is_heading_mark(line: Line) -> bool:
    """Whether the line begins with the mark of a heading in Markdown."""
    return bool(_HASH.match(line.text))


def with_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which headings of the deepest level that are titles of papers begin references.

    So a home page prints "### On rivers", and authors and venue on the lines below it.
    """
    levels = [(at, len(found[1])) for at, line in enumerate(lines) if (found := _HASH.match(line.text))]
    deepest = max((level for _, level in levels), default=0)
    marked = [at for at, level in levels if level == deepest]
    titles = [at for at in marked if len(plain(lines[at].text).split()) > _WORDS and _goes_on(lines, at)]
    if len(titles) < _FEWEST or 2 * len(titles) <= len(marked):
        return list(lines)
    shown = list(lines)
    short = [at for at in marked if heading_of(plain(lines[at].text)) is None and _goes_on(lines, at)]
    for at in {*titles, *short}:
        text = _HASHES.sub("", lines[at].text)
        shown[at] = Line(lines[at].number, text, 0, "#", text)
    return shown


_FEWEST = 3
_WORDS = 5
"""A heading with the hash and so many words more is rather the title of a paper."""
_HASHES = re.compile(r"\s*#+\s+|[\s#]+$")


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether text, and no heading, stands below the line."""
    below = next((line for line in lines[at + 1 : at + 3] if not line.blank), None)
    return below is not None and not _HASH.match(below.text) and not below.marker


def sections_of(lines: Sequence[Line], width: int) -> list[tuple[Heading, list[Line]]]:
    """The lines under each heading."""
    sections: list[tuple[Heading, list[Line]]] = [(NONE, [])]
    for at, line in enumerate(lines):
        below = not sections[-1][1] and len(sections) > 1
        heading = _heading(line, lines, at, width, below)
        if heading is None:
            sections[-1][1].append(line)
        else:
            sections.append((joined(sections[-1][0], heading), []))
    return sections


def _heading(line: Line, lines: Sequence[Line], at: int, width: int, below: bool) -> Heading | None:
    text = plain(line.text)
    if line.blank or len(text) > 110 or text.lstrip()[:1] in ("[", "|") or _is_part_of_another(text):
        return None
    if hashes := _HASH.match(line.text):
        return heading_of(text, len(hashes[1])) or Heading(text.strip("# *"), level=len(hashes[1]))
    if (line.marker and line.marker[0] not in "*") or _ONLY_LINK.fullmatch(line.text):
        return None
    previous = lines[at - 1] if at else None
    if previous is not None and not previous.blank and line.indent > 0:
        return None
    found = heading_of(text)
    if found is None or (found.foreign and len(text.split()) > _FEW_WORDS):
        return Heading(text.strip(" *:")) if _stands_alone(lines, at) and _like_heading(text) else None
    if found.year and not found.type and not found.status and len(found.text) == 4:
        return None if _ends_reference(previous, line, width) else found
    if _looks_like_reference(text) or _has_too_many_words(text) or _stands_inside(lines, at):
        return None
    if _leads_a_list(lines, at) and _like_heading(text):
        return found
    return found if _stands_out(found, line, previous, width, below) else None


_FEW_WORDS = 5
"""What heads a section of a CV that holds no references says so in as many words; a title has more."""


_ONLY_LINK = re.compile(rf"\s*(?:{LINK}[^{LINK_END}]*{LINK_END}\W*)+")
"""The labels of links below a reference: arXiv, code."""


def _has_too_many_words(text: str) -> bool:
    """Whether a heading is never so long."""
    return len(text.split()) > 9 or (text[:1].islower() and len(text.split()) > 3)


def _stands_inside(lines: Sequence[Line], at: int) -> bool:
    """Whether the line goes on with the marked one above it: no marker follows that would begin a list."""
    above = next((line for line in reversed(lines[max(at - _SEVERAL, 0) : at]) if line.blank or line.marker), None)
    below = lines[at + 1] if at + 1 < len(lines) else None
    return above is not None and not above.blank and not (below and below.marker)


_SEVERAL = 9
"""So many lines may stand between the first of a reference and one of its others."""


def _is_part_of_another(text: str) -> bool:
    """Whether a bracket or a quotation closes that opened on the line before, or the line is a title in quotes."""
    closes = text.count(")") > text.count("(") or text.count("]") > text.count("[")
    return closes or bool(_QUOTED.search(text))


_QUOTED = re.compile('[“”„«»]|^\\W{0,3}[‘"]')


def _stands_out(found: Heading, line: Line, previous: Line | None, width: int, below: bool) -> bool:
    """Whether a line with the words of a heading stands where one may, or looks like one."""
    text = plain(line.text).rstrip()
    first = previous is None or previous.blank
    if text.endswith((".", ",")) or (found.foreign and not first) or _continues(previous, line, width):
        return False
    after = first or below or (previous is not None and bool(_ENDS.search(previous.text.rstrip())))
    return after or bool(_ALL_BOLD.fullmatch(line.text)) or text.isupper() or text.endswith(":")


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether blank lines, or a list that begins with a marker, surround the line."""
    above = at == 0 or lines[at - 1].blank
    below = at + 1 == len(lines) or lines[at + 1].blank or bool(lines[at + 1].marker)
    return above and below


def _leads_a_list(lines: Sequence[Line], at: int) -> bool:
    """Whether a list begins on the next line."""
    return at + 1 < len(lines) and bool(lines[at + 1].marker)


def _like_heading(text: str) -> bool:
    bare = text.strip(" *:")
    return len(bare.split()) <= 5 and not re.search(r"[\d.,;()]", bare) and bare[:1].isupper()


def _continues(previous: Line | None, line: Line, width: int) -> bool:
    """Whether the line before runs to the edge, so that this one goes on with it."""
    return previous is not None and not previous.blank and bool(width) and not early(previous, line, width)


def _ends_reference(previous: Line | None, line: Line, width: int) -> bool:
    """Whether a year that stands alone on its line ends the reference on the lines before."""
    if previous is None or previous.blank:
        return False
    return previous.text.rstrip().endswith((",", ";", "(")) or _continues(previous, line, width)


def _looks_like_reference(text: str) -> bool:
    return bool(re.search(r"doi|https?:|\bpp?\.|\d+\s?[–-]\s?\d+|“|, \d|\(\d{4}\)", text))

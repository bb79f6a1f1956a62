"""Which format a text is in, by all of it: one form, two that are about as likely, or one form after another."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats import FORMATS, Format, load, named
from publist.formats.base import Reading
from publist.formats.lines_taken import SYNTAX, lines_read, taken
from publist.formats.own_pages import LAST, PLAIN, SURE, VAGUE, is_dated, references_instead, whole_page
from publist.formats.pasted_lines import lines_of, raw_lines
from publist.formats.unread import LISTS, likeness
from publist.formats.webpage.bylines import byline_of

_AS_LIKELY = 0.1
_FEWEST = 2
"""So many lines at least can be another form's."""
_MOST_BREAKS = 12
"""About so many blank lines at a time are tried as the place where a second form begins."""
_MOST_READ = 60_000
"""So many lines in all are read to find that place; of a longer text it is known less closely."""
_MOST_STARTS = 10
_NEAR = 30
"""So many lines around the one that was found first may be where a second form begins."""
_LOOSE = VAGUE - {"home-page"}
_ROWS = 5
"""One line in so many at least is a list of authors where papers are rows of lines."""
_PAGE = re.compile(
    r"^[^\S\r\n]*(?:<\?xml[^>\n]{0,200}>\s{0,99})?(?:<!--[^\n]{0,1000}-->\s{0,99})?<(?:!doctype html|html)\b",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_END = re.compile(r"</html>(?:\s*</html>)*", re.IGNORECASE)
_BEGINS = re.compile(r"%0 |TY {0,2}-|PMID ?-|@\w+\s*[{(]|<\?xml|<!doctype|<html|[\[{]\s*$", re.IGNORECASE)
_END = {"endnote-xml": "</xml>", "arxiv-atom": "</feed>"}
"""What a text of these ends in."""


class Recognised(NamedTuple):
    """The format of a text; None where none is sure, where a rival is as likely, or where a second form follows."""

    format: Format | None
    rival: Format | None = None
    first: Format | None = None
    """The form that is as likely as its rival, or that the text begins in."""
    second: Format | None = None
    line: int = 0
    """The line on which the second form begins."""


NOTHING = Recognised(None)


def recognise(text: str, filename: str = "") -> Format | None:
    """The format that the text is in, by its content; None where that is not clear."""
    return recognised(text, filename).format


def recognised(text: str, filename: str = "") -> Recognised:
    """The format that the text is in; formats of the file's extension are asked first."""
    found = _beside_page(text) or _judged(text, filename)
    names = {form.name for form in (found.format, found.first, found.second) if form}
    known = found.first is not None and not found.first.pasted  # where a file of a format ends, it says itself
    vague = found.rival or not names or not (known or VAGUE.isdisjoint(names))
    parts = _two_parts(text, same=not (found.format or found.first)) if vague else None
    names = {form.name for form in (parts.first, parts.second) if form} if parts else set()
    if names == PLAIN and (whole := whole_page(text)):
        return Recognised(whole)
    found = parts or found
    if found.format and found.format.name in VAGUE:
        return Recognised(references_instead(text, found.format) or found.format)
    if found.second:
        return _nearest(raw_lines(text), found)
    return found if found.format or found.first else _as_references(text)


def _beside_page(text: str) -> Recognised | None:
    """A web page with another form above or below it, or with a second page below it."""
    begin = _PAGE.search(text)
    end = _PAGE_END.search(text, begin.end()) if begin else None
    if not begin or not end:
        return None
    page = _main_form(text[begin.start() : end.end()]) or named("saved-page")
    above, below = text[: begin.start()], text[end.end() :]
    if other := _main_form(above):
        return Recognised(None, first=other, second=page, line=above.count("\n") + 1)
    if other := _main_form(below.strip()):
        blank = below[: len(below) - len(below.lstrip())]
        return Recognised(None, first=page, second=other, line=(text[: end.end()] + blank).count("\n") + 1)
    return None


def _as_references(text: str) -> Recognised:
    """A list of references, which has no signs of its own: only where no other form has anything in the text."""
    alike = likeness(text)
    form = named(LAST) if (alike is None or alike.name in LISTS) and not has_rows(text) else None
    return Recognised(form) if form and load(form.name).recognises(text) >= SURE else NOTHING


def has_rows(text: str) -> bool:
    """Whether many lines are lists of authors and nothing else: titles and authors stand on lines of their own."""
    lines = lines_of(text)
    found = (byline_of(line.text) for line in lines)
    several = (byline for byline in found if byline and sum(" " in name for name in byline.names) > 1)
    return _ROWS * sum(1 for _ in several) > len(lines)


def _judged(text: str, filename: str) -> Recognised:
    """What a text is that is mostly in one form, and where another follows."""
    readable = list(_likely_first(filename))
    form = _with_syntax(text, readable)
    if form:
        return _beside_syntax(text, form)
    likely = _likely(text, readable)
    return _among_pages(text, likely) if likely else NOTHING


def _main_form(text: str) -> Format | None:
    """The form that a part of a text is in, whatever follows in it."""
    readable = list(_likely_first(""))
    likely = [] if (form := _with_syntax(text, readable)) else _likely(text, readable)
    return form or (likely[0][1] if likely else None)


def _with_syntax(text: str, readable: Sequence[Format]) -> Format | None:
    return next((form for form in readable if not form.pasted and load(form.name).recognises(text)), None)


def _likely(text: str, readable: Sequence[Format]) -> list[tuple[float, Format]]:
    """The pages that a text may be copied from, the most likely first."""
    weighed = [(load(form.name).recognises(text), form) for form in readable if form.pasted]
    return sorted((pair for pair in weighed if pair[0] >= SURE), key=lambda pair: -pair[0])


def _likely_first(filename: str) -> Iterator[Format]:
    extension = os.path.splitext(filename)[1].lower()
    readable = [entry for entry in FORMATS if entry.reads and entry.name != LAST]
    yield from (entry for entry in readable if extension in entry.extensions)
    yield from (entry for entry in readable if extension not in entry.extensions)


def _beside_syntax(text: str, form: Format) -> Recognised:
    """The form, if what stands above its first line and below its last one is in no other."""
    lines = raw_lines(text)
    syntax = SYNTAX.get(form.name)
    if form.name in _END:
        first, last = 1, next((at for at, line in enumerate(lines, 1) if _END[form.name] in line), len(lines))
    elif syntax:
        own = [number for number, line in enumerate(lines, 1) if syntax.match(line)]
        first, last = (own[0], own[-1]) if own else (1, len(lines))
    else:
        reading = load(form.name).read(text, source="")
        first, last = 1, min([*reading.strays[:1], *_syntax_behind_blanks(lines)], default=len(lines) + 1) - 1
    if above := _other(lines[: first - 1], form):
        return Recognised(None, first=above, second=form, line=first)
    if below := _other(lines[last:], form):
        begin = next(number for number, line in enumerate(lines[last:], last + 1) if line.strip())
        return Recognised(None, first=form, second=below, line=begin)
    return Recognised(form)


def _syntax_behind_blanks(lines: Sequence[str]) -> list[int]:
    """The lines behind blank ones that begin as files of a format do."""
    return [
        number
        for number in range(2, len(lines) + 1)
        if not lines[number - 2].strip() and _BEGINS.match(lines[number - 1])
    ]


def _other(lines: Sequence[str], form: Format) -> Format | None:
    """The form that some lines of a text are in, if it is another one; names above places are people, not papers."""
    if sum(bool(line.strip()) for line in lines) < _FEWEST:
        return None
    text = "\n".join(lines)
    other = _main_form(text)
    if other and other.name in PLAIN and not is_dated(text, other):
        return None
    return other if other is not form else None


def _among_pages(text: str, likely: Sequence[tuple[float, Format]]) -> Recognised:
    """The most likely form, if none is about as likely for the same lines and no other begins where it has nothing."""
    certainty, best = likely[0]
    reading = load(best.name).read(text, source="")
    if not reading.ends:
        return Recognised(best)
    for other, rival in likely[1:]:
        theirs = load(rival.name).read(text, source="")
        if not theirs.ends or reading.papers == theirs.papers:
            continue
        if not _overlap(reading, theirs):
            return _in_turn(raw_lines(text), (best, reading), (rival, theirs))
        if certainty - other < _AS_LIKELY:
            return Recognised(None, rival, best)
    return _followed(text, best, reading) or Recognised(best)


def _overlap(one: Reading, other: Reading) -> bool:
    """Whether both take about the same lines for papers."""
    ones, others = taken(one), taken(other)
    return 2 * len(ones & others) > min(len(ones), len(others))


def _in_turn(lines: Sequence[str], *forms: tuple[Format, Reading]) -> Recognised:
    """Two forms that have different lines: the second one begins behind the papers of the first."""
    (first, above), (second, below) = sorted(forms, key=lambda pair: pair[1].lines[0])
    begin = min(below.lines, key=lambda line: _misplaced(line, above, below))
    return Recognised(None, first=first, second=second, line=_begin(begin, above, lines))


def _misplaced(begin: int, above: Reading, below: Reading) -> int:
    """How many papers stand on the wrong side of a line: either form may take some lines of the other for one."""
    return sum(line >= begin for line in above.lines) + sum(line < begin for line in below.lines)


def _begin(line: int, above: Reading, lines: Sequence[str]) -> int:
    """Where a form begins whose first paper is on this line: behind a blank line, or the papers of the form above.

    Where a paper of the form above begins on this line or before it and ends behind it, the other begins below that.
    """
    end = max((end for begin, end in zip(above.lines, above.ends, strict=True) if begin <= line <= end), default=0)
    if end:
        return next((number for number in range(end + 1, len(lines) + 1) if lines[number - 1].strip()), line)
    end = max((end for end in above.ends if end < line), default=0)
    while line - 1 > end and lines[line - 2].strip():
        line -= 1
    return line


def _followed(text: str, form: Format, reading: Reading) -> Recognised | None:
    """What stands before, between or behind the papers of a form in another one."""
    lines = raw_lines(text)
    strays = set(reading.strays)
    begins, ends = (*reading.lines, len(lines) + 1), (0, *reading.ends)
    for at, (before, after) in enumerate(zip(ends, begins, strict=True)):
        unread = [number for number in range(before + 1, after) if number in strays]
        if len(unread) < _FEWEST:
            continue
        if not at:
            other = _other(lines[: unread[-1]], form)
            if other:
                return Recognised(None, first=other, second=form, line=unread[-1] + 1)
            continue
        for start in _starts(lines, unread):
            other = _other(lines[start - 1 : after - 1], form)
            if other:
                theirs = load(other.name).read("\n".join(lines[start - 1 : after - 1]), source="")
                first = theirs.lines[0] + start - 1 if theirs.lines else start
                return Recognised(None, first=form, second=other, line=_begin(first, reading, lines))
    return None


def _starts(lines: Sequence[str], unread: Sequence[int]) -> list[int]:
    """Where among lines without a place another form may begin: at the first, behind a blank line, at a syntax."""
    first, *others = unread
    may_be = [number for number in others if not lines[number - 2].strip() or _BEGINS.match(lines[number - 1])]
    return [first, *may_be[:_MOST_STARTS]]


def _two_parts(text: str, *, same: bool) -> Recognised | None:
    """Two forms one after the other, parted at the blank line where the two read most; perhaps two of the same one.

    Of many blank lines a few are tried, then a few of those around the best one, until there is none between.
    """
    lines = raw_lines(text)
    breaks = [number for number, line in enumerate(lines[:-1], 1) if not line.strip() and lines[number].strip()]
    begin, end, best, most = 0, len(breaks), 0, (0, 0, NOTHING)
    step, left = len(breaks) + 1, max(_MOST_READ // len(lines), 1)
    while step > 1 and left > 0:
        step = max(1, (end - begin) // _MOST_BREAKS)
        tried = range(begin, end, step)[:left]
        left -= len(tried)
        for at in tried:
            if (found := _parted_at(lines, breaks[at], same=same)) and found[:2] > most[:2]:
                best, most = at, found
        begin, end = max(0, best - step + 1), min(len(breaks), best + step)
    return most[2] if most[0] else None


def _nearest(lines: Sequence[str], found: Recognised) -> Recognised:
    """The same two forms, parted at the blank line near by where the two read most."""
    near = range(max(1, found.line - _NEAR), min(len(lines), found.line + _NEAR))
    breaks = [number for number in near if not lines[number - 1].strip() and lines[number].strip()]
    closest = sorted(breaks, key=lambda number: abs(found.line - number))[:_MOST_STARTS]
    parted = [_parted_at(lines, number, same=False) for number in closest]
    same = [part for part in parted if part and part[2][2:4] == found[2:4]]
    best = max(same, key=lambda part: part[:2], default=None)
    return best[2] if best else found


def _parted_at(lines: Sequence[str], number: int, *, same: bool) -> tuple[int, int, Recognised] | None:
    """How many lines two forms read above and below a line, how well it parts them, and which these are.

    Markdown's form takes lines of others for its own: where it is the one below, the last line parts them best.
    None where there is only one form.
    """
    parts = ["\n".join(lines[:number]), "\n".join(lines[number:])]
    above = _main_form(parts[0])
    below = _main_form(parts[1]) if above else None
    if not above or not below or not (same or above is not below):
        return None
    read = sum(lines_read(form, part) for form, part in zip((above, below), parts, strict=True))
    better = number if below.name in _LOOSE and above.name not in _LOOSE else -number
    return read, better, Recognised(None, first=above, second=below, line=number + 1)

"""Which format a text is in, by all of it: one form, two that are about as likely, or one form after another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats import Format, load, named
from publist.formats.base import Reading
from publist.formats.form_breaks import nearest, two_parts
from publist.formats.lines_taken import SYNTAX, taken
from publist.formats.main_form import NOTHING, Recognised, likely_first, likely_pages, main_form, with_syntax
from publist.formats.own_pages import CERTAIN, LAST, PLAIN, SURE, VAGUE, is_dated, references_instead, whole_page
from publist.formats.pasted_lines import lines_of, raw_lines
from publist.formats.unread import LISTS, likeness
from publist.formats.webpage.bylines import byline_of

_AS_LIKELY = 0.1
_FEWEST = 2
"""So many lines at least can be another form's."""
_MOST_STARTS = 10
_ROWS = 5
"""One line in so many at least is a list of authors where papers are rows of lines."""
_PAGE = re.compile(
    r"^[^\S\r\n]*(?:<\?xml[^>\n]{0,200}>\s{0,99})?(?:<!--[^\n]{0,1000}-->\s{0,99})?<(?:!doctype html|html)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LATEX = re.compile(r"^[^\S\n]*\\(?:item|section|begin)\b", re.MULTILINE)
_PAGE_END = re.compile(r"</html>(?:\s*</html>)*", re.IGNORECASE)
_BEGINS = re.compile(r"%0 |TY {0,2}-|PMID ?-|@\w+\s*[{(]|<\?xml|<!doctype|<html|[\[{]\s*$", re.IGNORECASE)
_END = {"endnote-xml": "</xml>", "arxiv-atom": "</feed>"}
"""What a text of these ends in."""


def recognise(text: str, filename: str = "") -> Format | None:
    """The format that the text is in, by its content; None where that is not clear."""
    return recognised(text, filename).format


def recognised(text: str, filename: str = "") -> Recognised:
    """The format that the text is in; formats of the file's extension are asked first."""
    found = _beside_page(text) or _judged(text, filename)
    names = {form.name for form in (found.format, found.first, found.second) if form}
    known = found.first is not None and not found.first.pasted  # where a file of a format ends, it says itself
    vague = found.rival or not names or not (known or VAGUE.isdisjoint(names))
    parts = two_parts(text, same=not (found.format or found.first)) if vague else None
    names = {form.name for form in (parts.first, parts.second) if form} if parts else set()
    if names == PLAIN and (whole := whole_page(text)):
        return Recognised(whole)
    found = parts or found
    if found.format and found.format.name in VAGUE:
        return Recognised(references_instead(text, found.format) or found.format)
    if found.second:
        return nearest(raw_lines(text), found)
    return found if found.format or found.first else _as_references(text)


def _beside_page(text: str) -> Recognised | None:
    """A web page with another form above or below it, or with a second page below it."""
    begin = _PAGE.search(text)
    end = _PAGE_END.search(text, begin.end()) if begin else None
    if not begin or not end:
        return None
    page = main_form(text[begin.start() : end.end()]) or named("saved-page")
    above, below = text[: begin.start()], text[end.end() :]
    if other := main_form(above):
        return Recognised(None, first=other, second=page, line=above.count("\n") + 1)
    if other := main_form(below.strip()):
        blank = below[: len(below) - len(below.lstrip())]
        return Recognised(None, first=page, second=other, line=(text[: end.end()] + blank).count("\n") + 1)
    return None


def _as_references(text: str) -> Recognised:
    """A list of references, which has no signs of its own: only where no other form has anything in the text."""
    alike = likeness(text)
    own = alike is None or alike.name in LISTS or _LATEX.search(text)  # no page of a database is a LaTeX source
    least = SURE if own else CERTAIN
    form = named(LAST) if not has_rows(text) else None
    return Recognised(form) if form and load(form.name).recognises(text) >= least else NOTHING


def has_rows(text: str) -> bool:
    """Whether many lines are lists of authors and nothing else: titles and authors stand on lines of their own."""
    lines = lines_of(text)
    found = (byline_of(line.text) for line in lines)
    several = (byline for byline in found if byline and sum(" " in name for name in byline.names) > 1)
    return _ROWS * sum(1 for _ in several) > len(lines)


def _judged(text: str, filename: str) -> Recognised:
    """What a text is that is mostly in one form, and where another follows."""
    readable = list(likely_first(filename))
    form = with_syntax(text, readable)
    if form:
        return _beside_syntax(text, form)
    likely = likely_pages(text, readable)
    return _among_pages(text, likely) if likely else NOTHING


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
    other = main_form(text)
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

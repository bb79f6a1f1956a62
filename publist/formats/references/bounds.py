"""Where a part of a reference may begin and end: punctuation, quotation marks, the edges of italics, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publist.formats.references.inline import Span
from publist.formats.references.letters import QUOTES, UPPER
from publist.formats.references.numbers import DATE, DAY, YEAR_OR_WORD

_BOUND = re.compile(
    rf"[.?!…]{{1,20}}[\"”’»)*]?(?=\s|$|[“„«‘(\[]|-\s)|,[”\"](?=\s[{UPPER}]|\s(?i:in)[:\s])|[,;:](?=[\s{UPPER}“„«‘*]|$)|(?<=[a-z)])\.(?=[{UPPER}][a-z])|\n"
    rf"|\s(?=[/|–—−]\s)|\s(?=-\s)|\s(?=//)|(?=//)|\s(?=[(\[])|\s(?=[“„«]|[‘](?=\w))|(?=\[)|\s(?=(?:[Ii]n"
    rf"|IN|En|Em|Dans)(?::\s|\s(?:the\s)?[{UPPER}\d]))|$"
)
_LEADING_YEAR = re.compile(
    rf"\s*(?:(?P<label>[\w'’-]{{2,}})[^:=\n]{{0,80}}?{YEAR_OR_WORD}\)?\s?[:=]?\s+(?=[^:=\n]{{0,30}}?(?P=label)\b))?(?:(?:[—–_]{{1,4}}|-{{2,4}})[.,:]?\s+)?(?:\[[^\[\]]{{1,60}}\]\s+(?=[{UPPER}“\"‘*]))?(?:[(\[]?{YEAR_OR_WORD}[)\]]?\s*[.,:;–—-]?\s+(?=\S))?"
)
"""A label ("[ICML]", "[Wick(2018)]", "Wick (2018):" before Wick's name) and a year that begin a reference."""
_GAP = re.compile(r"[\s.,:;*†‡–—/|)\]-]*")
_AFTER_AUTHORS = re.compile(
    rf"(?P<gap>[\s.,:;*†‡/|–—-]*)(?P<editors>\(?(?:[Ee]ds?|[Hh]rsg|dirs?"
    rf"|coord)\.?\)[.,:;\s]*)?(?P<year>[(\[]?\s*(?P<date>{YEAR_OR_WORD}(?:,?\s+(?i:{DAY}))?"
    rf"|(?i:{DAY}),?\s+{YEAR_OR_WORD})\s*[)\]]?(?=[\s.,:;“‘\"–—/|]"
    rf"|$))?(?P<more>[\s.,:;–—/|-]*)"
)


def bounds(text: str, start: int, spans: Sequence[Span], most: int = 28) -> list[int]:
    """Places from ``start`` on at which a part may end, in order; a question mark belongs to what it ends."""
    found: list[int] = []
    for match in _BOUND.finditer(text, start + 1):
        at = match.start()
        if match[0][:1] in ("?", "!"):
            at += len(match[0].rstrip('"”’»)*.'))
        elif match[0][:2] in (",”", ',"'):
            at = match.end()
        if not found or at > found[-1]:
            found.append(at)
        if len(found) >= most:
            break
    for span in spans:
        if span.kind != "link":
            found += [edge for edge in (span.start, span.end) if start < edge]
    stripped = {len(text[:at].rstrip(" \n.,;:")) if text[at - 1 : at] in " \n.,;:" else at for at in found}
    return sorted(at for at in stripped if at > start)


def quoted(text: str, start: int) -> tuple[int, int] | None:
    """The stretch in quotation marks that begins here: from after the opening mark to before the closing one."""
    mark = text[start : start + 1]
    double = text[start : start + 2]
    if double in ("``", "''"):
        end = text.find("''", start + 2)
        return (start + 2, end) if end > 0 else None
    if mark not in QUOTES:
        return None
    closing = QUOTES[mark]
    depth = 0
    for at in range(start + 1, min(len(text), start + 700)):
        char = text[at]
        if char == mark and mark not in closing:
            depth += 1
        elif char in closing:
            if char in "’'" and (
                text[at + 1 : at + 2].isalpha()
                or (text[at - 1 : at] == "s" and text[at + 1 : at + 3].strip().islower())
            ):
                continue
            if depth and mark not in closing:
                depth -= 1
                continue
            return start + 1, at
    return None


def leading_year(text: str) -> int:
    """Where the reference goes on after a year that begins it; 0 if none does."""
    found = _LEADING_YEAR.match(text)
    return found.end() if found else 0


def after_authors(text: str, at: int) -> re.Match[str]:
    """What stands between the authors and what follows: marks, "(eds.)", a year."""
    found = _AFTER_AUTHORS.match(text, at)
    assert found is not None  # noqa: S101 - for the types: every part of the pattern may be empty
    return found


def gap_end(text: str, at: int) -> int:
    """The place after punctuation and spaces."""
    found = _GAP.match(text, at)
    return found.end() if found else at


def years(text: str) -> Iterator[re.Match[str]]:
    """Every year, with the month and the day beside it."""
    return DATE.finditer(text)

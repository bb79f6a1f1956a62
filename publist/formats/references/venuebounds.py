"""Where the name of a venue may end: at punctuation, at numbers and at the end of italics, never inside a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.references.inline import Span
from publist.formats.references.letters import DASH, UPPER
from publist.formats.references.numbers import DAY, ONLY_DAY, YEAR

_BREAKS = re.compile(
    rf"[,.;:](?=[\s{'“'}(\[]|$)|(?<=[\w)])[,:;](?=[A-Z\d])|\n|\s(?=[(\[/|]|[–—−](?!\s[A-Z]\b)|-\s(?![A-Z]\b))|(?<=[a-z][a-z.)*])(?=\d)|\s(?=\d)"
    rf"|\s(?=[a-z]{{4}}\d{{3,4}}(?:[\s.,;:]|$))|\s(?=(?:vol|Vol|Bd|no|pp|p|S|t)\b\.?\s?(?:\d|[IVXL]+\b))|\s(?={YEAR}[a-z]?\b)|$"
)
_LABEL_END = re.compile(
    r"(?:^|(?<![-–—])[\s.,;(])(?:pp?|[Vv]ol|[Nn]o|[Nn]r|[Bb]d|S|[tTтТС]|[Pp]ages?|[Hh]eft|[Aa]rt|[Jj]g|№|Part|Ser)\.?$"
)
"""The label of a number, which no venue ends with."""
_ABBREVIATED = re.compile(rf"(?<![\w.])[{UPPER}][^\W\d_]{{1,7}}(?<!Proc)$")
_GOES_ON = re.compile(
    rf"\.\s(?!(?:{DAY}|[Vv]ols?|[Nn]os?|[Nn]r|Bd|Art|Pt|Ser|Suppl|Ch|Jg|Nat)\b)(?:[{UPPER}][a-z]{{2,7}}\.\s?){{1,3}}(?=[\s,]*[(*]*\d)"
)
"""More abbreviations before the numbers: a journal's name does not end among its words (Comput. Mech. Engrg. 320)."""
_YEAR_WITHIN = re.compile(
    rf"\s{YEAR}(?::\s(?:\d{{1,2}}(?:st|nd|rd|th)\s)?[^\W\d_]{{2,}}\s[^\W\d_]|\s(?!(?:{DAY}|[Vv]ols?|[Nn]os?|[Nn]r|pp?|[Pp]ages|[Bb]d|[Ii]ssue"
    rf"|[Aa]rt|doi|[Ii]n|and|ACM|IEEE)\b)[a-z]{{3,}})"
)
"""The year of a meeting within its name: RoboCup 2016: Robot World Cup XX, Ice Forum 2024 workshops."""
_ARTICLE = re.compile(r"\s[a-z]{4}$")
"""The letters of an article's number: Geophysical Journal ggae203."""
_ONLY_LABEL = re.compile(r"(?:[Pp]{1,2}|[Vv]ols?|[Nn]os?|S)\.?")
_NUMBERED = re.compile(
    r"[\s,.;(]*(?:(?:[Vv]ols?|[Nn]os?|[Nn]úm|pp|[Bb]d|[Ii]ssue)\b\.?\s?(?:\d|[IVXL]+\b)"
    rf"|(?!{YEAR})\d{{1,4}}\s?(?:\(\s?\d|[:,]\s?(?:pp?\.\s?)?[A-Za-z]?\d+\s?[{DASH}])|{YEAR}\s(?i:{DAY})[\d\s]*;\s?\d)"
)
"""A number with its label, volume and issue, volume and pages, or a date and these: no venue goes on after them."""
_MOST = 9


def venue_ends(text: str, start: int, spans: Sequence[Span]) -> list[int]:
    """The places at which a venue that begins at ``start`` may end."""
    ends: list[int] = []
    for span in spans:
        if span.kind != "link" and abs(span.start - start) <= 2 and span.end > start:
            ends.append(span.end)
    for match in _BREAKS.finditer(text, start + 1):
        end = len(text[: match.start()].rstrip(" ,;:*\n"))
        if end > start and (not ends or end not in ends) and not _LABEL_END.search(text, max(start, end - 8), end):
            ends.append(end)
        if len(ends) >= _MOST or (ends and _NUMBERED.match(text, match.start())):
            break
    return [
        end
        for end in dict.fromkeys(ends)
        if any(map(str.isalpha, text[start:end]))
        and not (_GOES_ON.match(text, end) and _ABBREVIATED.search(text, start, end))
        and not _YEAR_WITHIN.match(text, end)
        and not (text[end : end + 1].isdigit() and _ARTICLE.search(text, start, end))
        and not _ONLY_LABEL.fullmatch(text, start, end)
        and not ONLY_DAY.fullmatch(text, start, end)
    ]

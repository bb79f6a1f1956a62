"""What speaks for and against a title: how it begins and ends, its words."""

from __future__ import annotations

import re

from publist.formats.references import venuewords
from publist.formats.references.letters import QUOTES
from publist.formats.references.parting import Reference
from publist.formats.references.signs import bucket, end_sign, first_sign, styles
from publist.formats.references.wording import Wording


def features(start: int, end: int, reference: Reference, lead: str) -> list[str]:
    """Features of a title: how it begins and ends, its words."""
    text, wording = reference.text, reference.wording
    first, last = wording.span(start, end)
    before = text[start - 1 : start]
    opened = bool(before.strip()) and before in QUOTES
    found = [
        f"title begins: {first_sign(text[start : start + 1])}",
        f"title words: {bucket(last - first, 1, 2, 3, 4, 6, 12, 25, 40)}",
        f"title then: {end_sign(text, end)}",
        *styles(start, end, reference.taken.spans, "title"),
        *venue_words(wording, start, end, "title"),
    ]
    if opened:
        following = text[end : end + 1]
        found.append("title quoted" if following and following in "”“»«’\"'」》" else "title opens a quotation")
    found += _end(start, end, reference)
    if first == last:
        return [*found, "title: no word"]
    found += _inside(start, end, reference, opened=opened)
    if ":" in lead or text[start : start + 1].islower():
        found.append("title begins small or after a colon")
    return found


def _end(start: int, end: int, reference: Reference) -> list[str]:
    """How the title ends."""
    wording, final = reference.wording, reference.text[end - 1 : end]
    first, last = wording.span(start, end)
    ending = wording.words[last - 1] if last > first else ""
    told = {
        "title ends at a medium": any(end - 1 <= medium <= end + 1 for medium in reference.taken.media),
        "title ends with a question mark": final in ("?", "!"),
        "title: year in brackets at its end": final == ")" and bool(wording.matches("year", end - 6, end)),
        "title: ends with a comma": final in (",", ":", ";"),
        "title ends: small word": ending.lower() in venuewords.FUNCTION,
        "title: a part's number follows": bool(_PART_FOLLOWS.match(reference.text, end)),
        "title: a span of years follows": bool(_YEARS_FOLLOW.match(reference.text, end)),
        "title ends: a letter or number": last - first > 1 and (ending in _CUT or _is_letter(reference, end, ending)),
    }
    return [name for name, holds in told.items() if holds]


def _is_letter(reference: Reference, end: int, ending: str) -> bool:
    """Whether the title ends with one letter that is a word: not that of 3D."""
    at = reference.text.rfind(ending, 0, end)
    return len(ending) == 1 and not reference.text[at - 1 : at].isdigit()


_PART_FOLLOWS = re.compile(
    r"[.,:;]?\s(?:(?:Part|Teil|Partie|Parte)\s)?(?:[IVX]{1,4}|\d)[.:]\s|[.,:;]?\s(?:Part|Teil|Partie)\s\w+[.:]\s"
)
_YEARS_FOLLOW = re.compile(r"[,:]?\s\(?(?:1\d|20)\d\d\s?[–-]\s?(?:\d\d){1,2}\b")
_CUT = frozenset(("II", "III", "IV", "Int", "Proc", "Eur", "vs"))
"""Words with which no title ends: a part's number, an abbreviation."""


def _inside(start: int, end: int, reference: Reference, *, opened: bool) -> list[str]:
    """What stands inside the title that seldom stands in one."""
    wording, title = reference.wording, reference.text[start:end]
    found = []
    for kind, spare in (("long stop", 8), ("short stop", 1)):
        if stops := wording.matches(kind, start, end - spare):
            found.append(f"title: {min(stops, 2)} {kind}s inside")
    found += [
        f"title: {kind} inside" for kind in ("pages", "name", "year", "editors") if wording.matches(kind, start, end)
    ]
    told = {
        "title: line end inside": "\n" in title,
        "title: by and a name at its end": bool(_BY_NAME.search(title)),
        "title: in: inside": bool(_IN.search(title)),
        "title: bracket left open": has_open_bracket(title),
        "title: quotation marks inside": not opened and bool(wording.matches("quote", start, end)),
    }
    return found + [name for name, holds in told.items() if holds]


_BY_NAME = re.compile(r"\sby\s[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3}$")
_IN = re.compile(r"[.,;”\"]\s(?:[Ii]n|[Ee]n|[Ee]m|[Dd]ans):\s")


def has_open_bracket(text: str) -> bool:
    """Whether a bracket in the text is not closed in it."""
    return text.count("(") != text.count(")") or text.count("[") != text.count("]")


def venue_words(wording: Wording, start: int, end: int, what: str) -> list[str]:
    """Whether words that tell a venue stand in a stretch."""
    found = [f"{what}: {min(wording.matches('strong', start, end), 2)} venue words"]
    if wording.matches("acronym", start, end):
        found.append(f"{what}: acronym of a conference")
    return found

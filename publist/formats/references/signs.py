"""Short names for what a stretch of text looks like: its punctuation, its first character, its italics."""

from __future__ import annotations

import re
from functools import lru_cache

from publist.formats.references.inline import Span
from publist.formats.references.numbers import YEAR

_SEPARATORS = re.compile(rf"{YEAR}[a-z]?|[^\W\d_]+")


@lru_cache(maxsize=4096)
def bucket(number: int, *steps: int) -> int:
    """The greatest of the steps that the number reaches, 0 if none."""
    return next((step for step in reversed(steps) if number >= step), 0)


@lru_cache(maxsize=4096)
def signs(text: str) -> str:
    """Punctuation without words and years: what the references of a list have in common between two parts."""
    text = _SEPARATORS.sub(lambda m: "Y" if m[0][:1].isdigit() else "w", text)
    return re.sub(r"\s+", " ", text.replace("\n", "⏎"))[:8]


def first_sign(text: str) -> str:
    """What the first character is: a digit, a capital (also of iScience), a small letter, a mark."""
    char = text[:1]
    if not char:
        return "end"
    if char.islower() and text[1:2].isupper():
        return "capital"
    if char.isdigit():
        return "digit"
    if char.isupper():
        return "capital"
    if char.islower():
        return "small"
    return char if char in "“‘\"«'([\n*" else "other"


_END = re.compile(r"[?!]*([\"”’»')\s]*[.,:;/|–—-]*[\"”’»']*)(\s*)")


def end_sign(text: str, end: int) -> str:
    """The punctuation at the end of a stretch, and what the next word begins with."""
    following = text[end : end + 14]
    found = _END.match(following)
    sign = found[1].strip() if found else ""
    if not sign:
        sign = "⏎" if following[:1] == "\n" else "space" if following.strip() else "end"
    return sign + (first_sign(following[found.end() : found.end() + 2]) if found and sign != "end" else "")


def styles(start: int, end: int, spans: tuple[Span, ...], what: str) -> list[str]:
    """How italics, bold and links lie to a stretch."""
    found = []
    for span in spans:
        if abs(span.start - start) <= 2 and abs(span.end - end) <= 2:
            found.append(f"{what} is {span.kind}")
        elif span.kind != "bold" and start < span.start < end < span.end:
            found.append(f"{what} ends inside {span.kind}")
        elif span.kind == "italic" and start <= span.start and span.end <= end and span.end - span.start > 12:
            found.append(f"{what} holds italics")
        elif span.start < start - 2 < span.end and span.kind != "bold":
            found.append(f"{what} begins inside {span.kind}")
    if spans and not found:
        found.append(f"{what} is plain")
    return found


@lru_cache(maxsize=4096)
def lead_signs(lead: str) -> str:
    """How a venue is led up to: punctuation, "in", a year, editors."""
    has_in = re.search(r"\b(?:in|im|en|em|dans|at|by)\b", lead, re.IGNORECASE) or "//" in lead
    year = re.search(YEAR, lead)
    bare = re.sub(r"[\w\s]", "", lead.replace("\n", "⏎"))
    return f"{bare[:3]}{' in' if has_in else ''}{' year' if year else ''}{' eds' if '(eds)' in lead else ''}"

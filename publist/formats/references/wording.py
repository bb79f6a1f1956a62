"""The words of a reference, found once, and how many of each kind stand in a stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from publist.formats.references import venuewords
from publist.formats.references.letters import CJK, DASH, UPPER
from publist.formats.references.numbers import YEAR

_WORD = re.compile(rf"[{CJK}]{{1,2}}|[^\W\d_{CJK}][^\W{CJK}]*(?:[.’-][^\W{CJK}]+)*")
"""A word; of Chinese, which has no spaces, every two characters."""
_PATTERNS = {
    "strong": venuewords.STRONG,
    "acronym": venuewords.ACRONYM,
    "publisher": venuewords.PUBLISHER,
    "place": venuewords.PLACE,
    "pages": re.compile(rf"\bpp?\.\s?\d|\d+\s?[{DASH}]\s?\d+|\bvol\.", re.IGNORECASE),
    "name": re.compile(
        rf"[{CJK}]{{2,3}}[,，、]\s?[{CJK}]{{2,4}}(?=[,，、.．])|"
        rf"(?:[{UPPER}]\.\s?){{1,6}}[{UPPER}][a-z]+|[{UPPER}][a-z]+,\s(?:[{UPPER}]\.)"
        rf"|[{UPPER}][a-z]+\s[{UPPER}]{{1,3}},\s[{UPPER}]|[{UPPER}][\w'’-]+,\s[{UPPER}][\w.'’ -]{{0,24}}[;*]"
        rf"|\w[*†‡]+[,;]"
    ),
    "series": re.compile(
        r"[,;]\s(?:Lecture Notes|LNCS|LNAI|Springer \w+ in|Proceedings in|Studies in|Advances in|Mathematics"
        r" (?:in|of)|(?:[A-Z&][\w-]*\s(?:[a-z]{2,3}\s)?){1,6}Series|Oberwolfach)"
    ),
    "editors": re.compile(r"\((?:Eds?|eds?|Hrsg|Hg|dirs?|coords?)\.?\)|\b[Ee]dited by\b"),
    "year": re.compile(YEAR),
    "digit": re.compile(r"\d+"),
    "short stop": re.compile(rf"(?<![\w.-])[{UPPER}][a-z]{{0,5}}\.(?=\s)"),
    "long stop": re.compile(rf"[\w)]{{7}}[.?!](?=\s+[{UPPER}\d])"),
    "quote": re.compile("[“”„«»]"),
}


class Wording:
    """Where the words of a text are, and what they are."""

    def __init__(self, text: str) -> None:
        self.text = text
        matches = list(_WORD.finditer(text))
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.following: dict[int, str] = {}
        """What follows a place, as far as somebody has asked."""
        self._counts: dict[str, list[int]] = {}
        self._places: dict[str, list[int]] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the words that begin in a stretch: first, and after the last."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def count(self, kind: str, first: int, last: int) -> int:
        """How many words of a kind are among these."""
        counts = self._counts.get(kind)
        if counts is None:
            test = _KINDS[kind]
            counts = self._counts[kind] = [0, *accumulate(map(test, self.words))]
        return counts[last] - counts[first]

    def matches(self, kind: str, start: int, end: int) -> int:
        """How often a pattern begins in a stretch."""
        places = self._places.get(kind)
        if places is None:
            places = self._places[kind] = [match.start() for match in _PATTERNS[kind].finditer(self.text)]
        return bisect_left(places, end) - bisect_left(places, start) if places else 0


def _is_odd(word: str) -> int:
    return int(word.islower() and word not in venuewords.FUNCTION)


_KINDS: dict[str, Callable[[str], int]] = {
    "small": lambda word: int(word.islower()),
    "odd": _is_odd,
    "capital": lambda word: int(word[0].isupper() or word[1:2].isupper()),  # also of iScience
    "title": lambda word: int(word.lower() in venuewords.TITLE_ONLY),
    "long": lambda word: int(len(word) > 2 or word[0] >= "\u3400"),
}

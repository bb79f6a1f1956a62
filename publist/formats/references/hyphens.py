"""Words that were parted at a line's end: joined again, or kept apart where the hyphen is the word's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT = "\u00ad"
_LONGEST_WORD = 2_000
"""Characters at a line's end that are looked at for an address that goes on."""
"""Stands where a line ended with a hyphen."""
_WORD = re.compile(r"[^\W\d_]{2,}(?:[-‐][^\W\d_]{2,})*")
_PARTED = re.compile(rf"([^\W\d_]+){SOFT}([^\W\d_]+)")
_PREFIXES = frozenset(
    """non multi semi self quasi pre post anti cross co sub super inter intra over under micro macro meta pseudo ultra
    high low long short large small real time data model context two three one first second well fine coarse end full
    half open zero few many free based aware driven state""".split()
)
_HALVES = frozenset(
    """based driven free aware guided level scale order dimensional time type specific like dependent independent
    preserving invariant supervised agnostic efficient resolution fidelity preserving constrained optimal informed
    augmented enhanced shot scale step stage wise field element volume art end
    change""".split()
)


class Vocabulary:
    """The words that a list prints whole."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: set[str] = set()
        for text in texts:
            for word in _WORD.findall(_PARTED.sub(" ", text) if SOFT in text else text):
                small = word.lower()
                self.words.add(small)
                self.words.update(small.replace("‐", "-").split("-"))

    def whole(self, text: str) -> str:
        """The text with each parted word as it was before the line ended."""
        return _PARTED.sub(self._joined, text).replace(SOFT, "-") if SOFT in text else text

    def _joined(self, match: re.Match[str]) -> str:
        left, right = match[1], match[2]
        before, after = left.lower(), right.lower()
        if before + after in self.words:
            return left + right
        if f"{before}-{after}" in self.words:
            return f"{left}-{right}"
        if (after in _HALVES and len(before) > 2) or (
            before in self.words and after in self.words and len(before) > 2 and len(after) > 3
        ):
            return f"{left}-{right}"
        return f"{left}-{right}" if before in _PREFIXES and after in self.words else left + right


def wrapped(text: str, more: str) -> str:
    """Both lines as one: a word that was parted at the line's end is joined, and so is an address."""
    last = text[-_LONGEST_WORD:].rsplit(" ", 1)[-1]
    address = bool(last) and ("://" in last or re.search(r"10\.\d{4,}/", last))
    if address and last[-1] == "-" == more[:1]:  # a hyphen that was printed twice
        return text + more[1:]
    if address and (last[-1] in "-/_=&?%" or (last[-1] == "." and re.match(r"[a-z\d]", more))):
        return text + more
    if text.endswith("\u00ad"):
        return text + more if more[:1].islower() else text[:-1] + more
    if re.search(r"[^\W\d_]-$", text[-2:]) and re.match(r"[^\W\d_]", more):
        return text[:-1] + "\u00ad" + more if more[0].islower() else text + more
    if re.search(r"[\d][-–]$", text[-2:]) and more[:1].isdigit():
        return text + more
    return f"{text} {more}"

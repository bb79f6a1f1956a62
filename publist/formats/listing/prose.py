"""Lines of running text: which of them together make one abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"[.?!:…。]['\"’”)\]}$*]*$")
_SHORT = 60
_WIDEST_COLUMN = 250


def ends_sentence(text: str) -> bool:
    """Whether the text stops where a sentence does."""
    return bool(_SENTENCE_END.search(text[-8:]))


def is_prose(text: str) -> bool:
    """Whether a line can stand as a paragraph: a sentence or more that is not short, or a long piece of text."""
    return len(text) >= _SHORT and (ends_sentence(text) or len(text) >= 3 * _SHORT)


def is_fragment(text: str) -> bool:
    """Whether a line is too short for a paragraph and no sentence."""
    return len(text) < _SHORT and not ends_sentence(text)


def continues(before: Sequence[str], text: str) -> bool:
    """Whether a line reads on from the lines before it: from a broken sentence, a broken column, or as a paragraph."""
    previous = before[-1]
    if ends_sentence(previous):
        return is_prose(text) or _breaks_column(before, text)
    return len(previous) >= _SHORT or not text[0].isupper() or _breaks_column(before, text)


def _breaks_column(before: Sequence[str], text: str) -> bool:
    """Whether the lines were broken at a width: the last one had no room for the first word of the text."""
    if len(before) < 2 or ends_sentence(before[-2]):
        return False
    width = max(len(line) for line in [*before, text])
    return width <= _WIDEST_COLUMN and len(before[-1]) + 1 + len(text.split(None, 1)[0]) > width

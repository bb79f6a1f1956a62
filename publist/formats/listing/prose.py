"""Lines of running text: which of them together make one abstract."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.?!…。]['\"’”)\]}$*]*$")
_NEXT_SENTENCE = re.compile(r"[a-z]{3}\. [A-Z][a-z]* [a-z]")
_BROKEN_OFF = re.compile(
    r"(?:[,;:(-]|\b(?:a|an|and|as|at|by|for|from|in|is|of|on|or|that|the|to|we|with))$", re.IGNORECASE
)
_SHORT = 50
_WIDEST_COLUMN = 250


def ends_sentence(text: str) -> bool:
    """Whether the text stops where a sentence does."""
    return bool(_SENTENCE_END.search(text[-8:]))


def has_sentences(text: str) -> bool:
    """Whether a line goes on after the end of a sentence, as no title does."""
    return bool(_NEXT_SENTENCE.search(text))


def is_long(text: str) -> bool:
    """Whether a line is long enough for a paragraph or for a full line of one."""
    return len(text) >= _SHORT


class Prose:
    """The lines of one abstract as they come in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._known: set[str] = set()
        self._width = 0
        self._broken = False

    def __str__(self) -> str:
        """The abstract on one line."""
        return " ".join(self.lines)

    def add(self, text: str) -> None:
        """Take a line in."""
        self._broken = self._broken or not self.complete
        self.lines.append(text)
        self._known.add(text)
        self._width = max(self._width, len(text))

    @property
    def complete(self) -> bool:
        """Whether the abstract could end here: there is none so far, or its last line ends a sentence."""
        return not self.lines or ends_sentence(self.lines[-1])

    @property
    def unbroken(self) -> bool:
        """Whether the abstract could end here, or has no line that was broken at a width."""
        return self.complete or self._width > _WIDEST_COLUMN

    def repeats(self, text: str) -> bool:
        """Whether the line is there already, and is not a line of a text that was broken at a width."""
        return text in self._known and (self.complete or len(text) > _WIDEST_COLUMN)

    def surely_continues_with(self, text: str) -> bool:
        """Whether the line begins the abstract, or mends a broken sentence or column."""
        if not self.lines or self._fills_column(text):
            return True
        return not self.complete and (not text[0].isupper() or bool(_BROKEN_OFF.search(self.lines[-1])))

    def perhaps_continues_with(self, text: str) -> bool:
        """Whether the line may be a further paragraph, or the rest of a sentence that was broken before a name."""
        return is_long(self.lines[-1]) and (is_long(text) or not self.complete)

    def _fills_column(self, text: str) -> bool:
        """Whether the lines were broken at a width, so that the last one had no room for the first word of the text."""
        width = max(self._width, len(text))
        full = len(self.lines[-1]) + 1 + len(text.split(None, 1)[0]) > width
        return self._broken and full and width <= _WIDEST_COLUMN

"""What the page itself says about names and words, beside the line in question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_A-Z]{2,}(?![^\W\d_])")


class Page:
    """Names and common words seen on the page; filled in as the reading goes on."""

    def __init__(self, prose: Iterable[str]) -> None:
        self.words: set[str] = set()
        """Words that the page writes in lower case."""
        for text in prose:
            self.words.update(_WORD.findall(text))
        self.names: Counter[str] = Counter()
        """Whole names, as often as they were read with certainty."""
        self.name_words: Counter[str] = Counter()
        """Their single words."""

    def learn(self, name: str, times: int = 1) -> None:
        """Count a name that was read with certainty."""
        self.names[name] += times
        for word in name.split():
            self.name_words[word] += times

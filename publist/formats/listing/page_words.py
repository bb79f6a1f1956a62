"""What the page says about names and words elsewhere than on the line in question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SMALL_WORD = re.compile(r"\b[a-zà-öø-ÿ]{3,}\b")


class Page:
    """Names and common words of the page; the names grow as lines are read with certainty."""

    def __init__(self, prose: Iterable[str] = ()) -> None:
        self.words: set[str] = set()
        """Words that the page writes in small letters."""
        for text in prose:
            self.words.update(_SMALL_WORD.findall(text))
        self.names: Counter[str] = Counter()
        """Whole names, as often as they were read."""
        self.name_words: Counter[str] = Counter()
        """The words of those names."""

    def learn(self, names: Iterable[str], times: int = 1) -> None:
        """Count names that were read with certainty; ``times=-1`` takes that back."""
        for name in names:
            self.names[name] += times
            for word in name.split():
                self.name_words[word] += times

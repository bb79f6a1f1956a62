"""Names that a word or a sign joins where a comma could stand: ``A. Lee y M. Roe``, ``李明、王芳``.

Some of these words stand inside names as well (Ramón y Cajal, Costa e Silva, von und zu): they part two names only
where whole names stand on both sides.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ALWAYS = frozenset("and And & et og och en ja oraz és ve и та και și si dan 和 与 與 及 و".split())
"""And, in the languages of names: what stands in no name of a person."""
_WITHIN_NAMES = frozenset("y e i und a".split())
"""And, which is part of family names as well."""
_SIGNS = re.compile(r"[、，；]")
_TOGETHER = re.compile(r"(?<=[\u4e00-\u9fff]{2})[和与與及](?=[\u4e00-\u9fff]{2})")
"""Between names in Chinese nothing need stand beside the word; no name there has as many signs as two names have."""
_LEADING = re.compile(rf"^(?:{'|'.join(sorted((_ALWAYS | _WITHIN_NAMES) - {'And'}, key=len, reverse=True))})\s+(?=\w)")
_INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+|[^\W\d_a-z]{1,2}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]{2,}")
_MOST_WORDS = 5
_MOST_JOINED = 100
"""Words of a piece between commas that is taken for names."""


class Joined(NamedTuple):
    """The names of a piece of a list of authors, and whether it is sure that these are they."""

    names: tuple[str, ...]
    sure: bool = True


def parted(text: str) -> Joined:
    """The names that are joined in a piece between commas; one name as a rule."""
    pieces = [_LEADING.sub("", piece.strip()) for piece in _SIGNS.split(_TOGETHER.sub("、", text)) if piece.strip()]
    found = [_by_word(piece) for piece in pieces] or [Joined((text,))]
    return Joined(tuple(name for joined in found for name in joined.names), all(joined.sure for joined in found))


def _by_word(text: str) -> Joined:
    words = text.split()
    if len(words) > _MOST_JOINED:
        return Joined((text,))
    for at in range(len(words) - 2, 0, -1):
        before, word, after = words[:at], words[at], words[at + 1 :]
        if word in _WITHIN_NAMES and _is_whole(before) and _is_whole(after):
            sure = bool(_INITIAL.fullmatch(after[0]) or _DOTTED.fullmatch(after[0]))
            rest = _by_word(" ".join(before))
            return Joined((*rest.names, " ".join(after)), sure and rest.sure)
        if word in _WITHIN_NAMES and len(words) == 3:
            return Joined((text,), False)  # family names of two, or the two of one
        if word in _ALWAYS:
            if not (_is_whole(before) and _is_whole(after)):
                return Joined((text,), False)
            rest = _by_word(" ".join(before))
            return Joined((*rest.names, " ".join(after)), rest.sure)
    return Joined((text,))


def _is_whole(words: list[str]) -> bool:
    """Whether the words have given and family name: two words that begin large, or letters that know no size."""
    if not 0 < len(words) <= _MOST_WORDS or not all(word[0].isalpha() for word in words):
        return False
    first, last = words[0], words[-1]
    if first[0].lower() == first[0].upper():
        return len("".join(words)) > 1
    if len(words) == 1:
        return bool(_DOTTED.fullmatch(first))
    return first[0].isupper() and last[0].isupper() and not _INITIAL.fullmatch(last)

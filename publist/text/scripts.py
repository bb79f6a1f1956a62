"""Scripts that put no spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar), and letters with a plain form."""

from __future__ import annotations

import re
from unicodedata import category, normalize

WITHOUT_SPACES = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Their characters, as a class of a regular expression has them (Unicode Standard Annex 14: classes ID and SA)."""
_ANY = f"[{WITHOUT_SPACES}]"


def has_no_spaces(text: str) -> bool:
    """Whether there is a character of such a script in the text."""
    return not text.isascii() and re.search(_ANY, text) is not None


_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that no Unicode normal form takes apart, as people type them who have no such keys; list.js has the same."""
_WORD = re.compile(r"\w+")


def spaced(text: str) -> str:
    """The text with each character of such a script as a word of its own, without its marks (vowels and tones of Thai).

    A search that folds marks takes a letter with one and without for one word, but loses its place in a phrase.
    """
    if not has_no_spaces(text):
        return text
    return re.sub(f"[{WITHOUT_SPACES}]", _alone, normalize("NFC", text))


def _alone(char: re.Match[str]) -> str:
    return "" if category(char[0]).startswith("M") else f" {char[0]} "


def plain_words(text: str) -> str:
    """The words of a text that have a letter with a plain form, in plain letters and lower case."""
    if text.isascii():
        return ""
    words = ((word.lower(), word.lower().translate(_PLAIN)) for word in _WORD.findall(text))
    return " ".join(dict.fromkeys(plain for word, plain in words if plain != word))

"""Scripts that put no spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar."""

from __future__ import annotations

import re

WITHOUT_SPACES = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Their characters, as a class of a regular expression has them (Unicode Standard Annex 14: classes ID and SA)."""
_ANY = re.compile(f"[{WITHOUT_SPACES}]")


def has_no_spaces(text: str) -> bool:
    """Whether there is a character of such a script in the text."""
    return not text.isascii() and _ANY.search(text) is not None

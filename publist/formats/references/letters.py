"""The capital letters of the scripts that have them, for character classes, and marks that come in many forms."""

from __future__ import annotations

_SCRIPTS = (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))
"""Latin, Greek and Cyrillic, with what Vietnamese and old Greek add."""


def _ranges() -> str:
    """The capitals; those of Latin Extended alternate with small letters, so that few ranges come of them."""
    return "".join(chr(code) for code in _SCRIPTS if chr(code).isupper())


UPPER = _ranges()
CJK = "\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff\uf900-\ufaff"
QUOTES = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "`": "'’`",
    '"': '"',
    "「": "」",
    "『": "』",
    "《": "》",
    "‹": "›",
}
"""Opening quotation marks, and what closes each."""
DASH = r"\-‐‑‒–—−"

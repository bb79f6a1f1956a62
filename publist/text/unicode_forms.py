"""One form for texts that are canonically equal (Unicode Standard Annex 15): names from macOS and PDFs come in two."""

from __future__ import annotations

from unicodedata import normalize


def composed(text: str) -> str:
    """The text in composed form (NFC): equal for all texts that are canonically equal, and the shorter one."""
    return text if text.isascii() else normalize("NFC", text)

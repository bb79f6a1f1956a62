"""Text in the Latin letters of ASCII."""

from __future__ import annotations

from unicodedata import combining, normalize

_PLAIN = dict(zip("ßæÆœŒøØłŁđĐıðþ–—‘’“”…", "ss ae Ae oe Oe o O l L d D i d th - - ' ' \" \" ...".split(), strict=True))
"""What Europe writes besides letters with accents."""


def in_latin(text: str) -> str:
    """The text in ASCII: letters lose their accents, other scripts are transliterated."""
    return text if text.isascii() else "".join([letter(char) for char in text])


def letter(char: str) -> str:
    """One character in ASCII, as anyascii has it; for most that Europe writes its tables need not be loaded."""
    if char.isascii() or char in _PLAIN:
        return _PLAIN.get(char, char)
    parts = normalize("NFD", char)
    if parts[0].isascii() and parts[0].isalpha() and all(map(combining, parts[1:])):
        return parts[0]
    from anyascii import anyascii

    return anyascii(char)

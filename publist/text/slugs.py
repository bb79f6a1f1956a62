"""URL-safe names for titles and people: lower-case ASCII words joined by hyphens."""

from __future__ import annotations

import re

from publist.text.transliteration import letter

MAX_LENGTH = 80

_SIGNS = (
    (re.compile(r"(?<=[\w+])\+"), " plus "),
    (re.compile(r"(?<=\w)#"), " sharp "),
    (re.compile("&"), " and "),
)
_OTHER = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.ASCII)


def slugify(text: str, limit: int = MAX_LENGTH) -> str:
    """The slug of a text: at most ``limit`` characters, never empty, the same on every machine.

    Scripts other than Latin are transliterated, so 李明 is ``li-ming``; C, C++ and C# stay three; names that
    Windows keeps for devices get a suffix; what has no letter or digit at all is named by its hash.
    """
    plain = text if text.isascii() else _transliterated(text)
    if "+" in plain or "#" in plain or "&" in plain:
        for sign, word in _SIGNS:
            plain = sign.sub(word, plain)
    slug = _OTHER.sub("-", plain.replace("'", "").replace("`", "").lower()).strip("-")
    slug = _cut(slug, limit) or _hashed(text)
    return f"{slug}-x" if _RESERVED.fullmatch(slug) else slug


def _transliterated(text: str) -> str:
    """The text in ASCII, a syllable a word where a script has syllables."""
    return "".join([_word(char, letter(char)) for char in text])


def _word(char: str, latin: str) -> str:
    """A character in Latin letters; a caseless one that anyascii capitalises is a syllable of its own."""
    return f" {latin}" if char.isalpha() and not (char.isupper() or char.istitle()) and latin[:1].isupper() else latin


def _cut(slug: str, limit: int) -> str:
    """The slug's first words as far as they fit; a single word that does not fit is broken."""
    if len(slug) <= limit:
        return slug
    head, hyphen, _ = slug[: limit + 1].rpartition("-")
    return head if hyphen and len(head) > limit // 2 else slug[:limit].strip("-")


def _hashed(text: str) -> str:
    from hashlib import sha256

    return "x" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

"""Characters that no file of a site may hold, and the escapes by which they come into a text all the same.

XML 1.0 (section 2.2) and HTML (https://html.spec.whatwg.org/#text-2) hold no control characters, no surrogates and no
noncharacters; a terminal obeys control characters; controls of direction (UAX #9, embeddings, overrides, isolates)
make a text look like another one. Tab and line ends are text.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar, cast

T = TypeVar("T")

_UNFIT = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""What prints nothing and means nothing but where a line may end: pages and PDFs bring it along."""
_WIDTHLESS = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_AROUND = re.compile(f" *{_UNSEEN.pattern}+ *")
_NOT_PRINTED = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]")
UNFIT = re.compile(f"[{_UNFIT}]")
"""A character that cannot stand in a file of a site."""
_CONTROLS = bytes([number for number in range(0x80) if UNFIT.match(chr(number))])
"""Those of ASCII."""
_ESCAPED = re.compile(f"[{_UNFIT}{_DIRECTION}]")
"""A character that nobody writes as an escape who means well."""
_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,9});?")
REPLACEMENT = "\ufffd"


def unfit(text: str) -> re.Match[str] | None:
    """The first character of a text that cannot stand in a file of a site."""
    if text.isascii():  # as most files are: their bytes are looked through in a quarter of the time
        raw = text.encode()
        if len(raw.translate(None, _CONTROLS)) == len(raw):
            return None
    return None if text.isprintable() or text.replace("\n", "").isprintable() else UNFIT.search(text)


def unfit_escape(text: str) -> re.Match[str] | None:
    """The first such character, or control of direction, in what an escape has made."""
    return None if text.isprintable() else _ESCAPED.search(text)


def unfit_reference(text: str) -> re.Match[str] | None:
    """The first numeric character reference of HTML (``&#1;``) to such a character."""
    if "&#" not in text:
        return None
    return next((found for found in _REFERENCE.finditer(text) if not _is_fit(found[0])), None)


def _is_fit(reference: str) -> bool:
    """Whether the character that HTML makes of a reference may be there; it maps C1 to Windows-1252, some to none."""
    number = int(reference[3:].rstrip(";"), 16) if reference[2] in "xX" else int(reference[2:].rstrip(";"))
    made = html.unescape(reference)
    return (
        0 < number < 0x110000 and made != "" and not _ESCAPED.search(made) and (made != REPLACEMENT or number == 0xFFFD)
    )


def without_widthless(text: str) -> str:
    """The text without spaces of no width, word joiners, byte order marks; soft hyphens tell word breaks and stay."""
    return text.translate(_WIDTHLESS)


def as_seen(text: str) -> str:
    """An identifier or address as it is seen: without what prints nothing, and without white space around it."""
    return text.strip() if text.isascii() else _NOT_PRINTED.sub("", text).strip()


def name_of(char: str) -> str:
    """The character's number as people look it up: ``U+202E``."""
    return f"U+{ord(char):04X}"


def fit(text: str) -> str:
    """The text with a replacement character for each one that cannot stand in a file of a site."""
    return text if text.isprintable() else UNFIT.sub(REPLACEMENT, text)


def escaped_in_json(text: str) -> str:
    """JSON text with such characters, and controls of direction, as escapes: a terminal prints it and obeys nothing."""
    return _ESCAPED.sub(lambda match: json.dumps(match[0])[1:-1], text)


def cleaned(value: T, found: set[str]) -> T:
    """A value of texts, tuples, lists and mappings without such characters and without controls of direction.

    ASCII controls become spaces, those behind ASCII (C1) what Windows-1252 has there, as HTML reads them: whoever has
    them took its bytes for Latin-1. Controls of direction become nothing, all others U+FFFD; ``found`` gets each.
    Soft hyphens and spaces of no width go, and nobody misses them.
    """
    made: Any = value
    if isinstance(value, str):
        made = _cleaned_text(value, found)
    elif isinstance(value, Mapping):
        made = {cleaned(name, found): cleaned(item, found) for name, item in value.items()}
    elif isinstance(value, (tuple, list)):
        items = [cleaned(item, found) for item in value]
        made = value._make(items) if hasattr(value, "_make") else type(value)(items)
    return cast("T", made)


def _cleaned_text(text: str, found: set[str]) -> str:
    if text.isprintable():
        return text
    if _UNSEEN.search(text):
        text = _AROUND.sub(lambda match: " " if " " in match[0] else "", text).strip(" ")
    wrong = set(_ESCAPED.findall(text))
    if not wrong:
        return text
    found |= wrong
    return _ESCAPED.sub(_instead, text)


def _instead(match: re.Match[str]) -> str:
    char = match[0]
    if "\x80" <= char <= "\x9f":
        return char.encode("latin-1").decode("cp1252", "replace")
    return " " if char.isascii() else REPLACEMENT if UNFIT.match(char) else ""

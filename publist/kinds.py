"""The kinds of value that people write in YAML: how each is read, written again and described to an editor.

A kind works on plain values (text, None, lists, mappings; true and numbers too, where JSON brought them),
so the same table of fields serves front matter, settings and JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from publist.errors import Severity
from publist.model import Date, Plain

Place = tuple[str | int, ...]
"""Where in a nested value something stands: ``("authors", 2, "orcid")``."""

Schema = dict[str, Any]

_TRUE = frozenset(("true", "True", "TRUE", "yes", "Yes"))
_FALSE = frozenset(("false", "False", "FALSE", "no", "No"))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WEB = frozenset(("http", "https"))
_HOST_FIRST = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)+/)")
_FORBIDDEN_IN_URL = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")


class Fault(NamedTuple):
    """Something wrong with a value, before it is known where in the file the value stands."""

    at: Place
    message: str
    hint: str = ""
    severity: Severity = "error"
    on_key: bool = False
    """The fault is in the key, not in the value."""


Faults = list[Fault]


class Kind(Protocol):
    """One kind of value. ``read`` never raises: it notes faults and gives what could be understood."""

    def read(self, value: Plain, at: Place, faults: Faults) -> Any:
        """The value as the model has it; the kind's ``nothing`` where there is none or it cannot be understood."""

    def plain(self, value: Any) -> Plain:
        """What ``read`` would give back as ``value``."""

    def schema(self) -> Schema:
        """The kind in JSON Schema (draft 2020-12 words that draft 7 knows too)."""

    @property
    def nothing(self) -> Any:
        """The value that stands for "not said"."""


class Line:
    """One line of text. Numbers are text here: ``2023``, ``1.10`` and ``no`` stay what they look like."""

    nothing = ""

    def __init__(self, *, required: bool = False) -> None:
        self.required = required

    def read(self, value: Plain, at: Place, faults: Faults) -> str:
        """The text on one line, without white space around it."""
        text = _text(value)
        if text is None:
            return _wrong(at, faults, "must be text", value)
        if "\n" in text:
            text = " ".join(text.split())
        text = text.strip()
        if not text and self.required:
            faults.append(Fault(at, f"`{label(at)}` is empty"))
        return text

    def plain(self, value: str) -> Plain:
        """The text itself."""
        return value

    def schema(self) -> Schema:
        """Text, or what YAML takes for a number."""
        return {"type": ["string", "number", "boolean"]}


class Paragraph(Line):
    """Text that may have several lines."""

    def read(self, value: Plain, at: Place, faults: Faults) -> str:
        """The text without white space around it."""
        text = _text(value)
        return _wrong(at, faults, "must be text", value) if text is None else text.strip()


class Flag:
    """Yes or no."""

    nothing = False

    def __init__(self, *, nothing: bool = False) -> None:
        self.nothing = nothing

    def read(self, value: Plain, at: Place, faults: Faults) -> bool:
        """True or false."""
        text = _text(value)
        if text == "":
            return self.nothing
        if text in _TRUE:
            return True
        if text not in _FALSE:
            faults.append(Fault(at, f"`{label(at)}` must be true or false, not {described(value)}"))
        return False

    def plain(self, value: bool) -> Plain:
        """The word."""
        return "true" if value else "false"

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Day:
    """A date as far as it is known."""

    nothing = None

    def read(self, value: Plain, at: Place, faults: Faults) -> Date | None:
        """The date; None where there is none."""
        text = _text(value)
        if text is None:
            _wrong(at, faults, "must be a date", value)
        elif text:
            try:
                return Date.parse(text.strip())
            except ValueError as wrong:
                faults.append(Fault(at, str(wrong), "write YYYY, YYYY-MM or YYYY-MM-DD, as in 2023-09-18"))
        return None

    def plain(self, value: Date) -> Plain:
        """ISO 8601, as far as known."""
        return str(value)

    def schema(self) -> Schema:
        """A date or a part of one; a bare year is a number to YAML."""
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}


class Number:
    """A whole number within bounds (both included)."""

    def __init__(self, low: int, high: int, *, nothing: int | None = 0) -> None:
        self.low, self.high, self.nothing = low, high, nothing

    def read(self, value: Plain, at: Place, faults: Faults) -> int | None:
        """The number."""
        text = _text(value)
        if text == "":
            return self.nothing
        if text is None or not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
            faults.append(Fault(at, f"`{label(at)}` must be a whole number, not {described(value)}"))
            return self.nothing
        if not self.low <= int(text) <= self.high:
            faults.append(Fault(at, f"`{label(at)}` must be between {self.low} and {self.high}, not {text}"))
            return self.nothing
        return int(text)

    def plain(self, value: int) -> Plain:
        """The number in digits."""
        return str(value)

    def schema(self) -> Schema:
        """An integer within the bounds."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Choice:
    """One of a set of words."""

    def __init__(self, words: Sequence[str], *, nothing: str, instead: Mapping[str, str] | None = None) -> None:
        self.words, self.nothing = tuple(words), nothing
        self._known = frozenset(words)
        self._instead = instead or {}

    def read(self, value: Plain, at: Place, faults: Faults) -> str:
        """The word."""
        text = _text(value)
        if text == "":
            return self.nothing
        if text in self._known:
            return text or self.nothing
        faults.append(Fault(at, f"`{label(at)}` cannot be {described(value)}", self._hint(text or "")))
        return self.nothing

    def _hint(self, text: str) -> str:
        near = self._instead.get(text.lower()) or nearest(text, self.words)
        return f"did you mean `{near}`?" if near else f"it can be {', '.join(self.words)}"

    def plain(self, value: str) -> Plain:
        """The word itself."""
        return value

    def schema(self) -> Schema:
        """The words."""
        return {"enum": list(self.words)}


class Identifier:
    """An identifier kept bare: the address that people paste is cut down to it."""

    nothing = ""

    def __init__(self, pattern: str, *, prefix: str, example: str) -> None:
        self._pattern, self._prefix = re.compile(pattern), re.compile(prefix, re.IGNORECASE)
        self._example = example

    def read(self, value: Plain, at: Place, faults: Faults) -> str:
        """The bare identifier; one of another form is kept, with a warning."""
        text = _text(value)
        if text is None:
            return _wrong(at, faults, "must be text", value)
        text = self._prefix.sub("", text.strip(), count=1)
        if text and not self._pattern.fullmatch(text):
            faults.append(Fault(at, f"{text!r} has not the form of `{label(at)}`", f"as in {self._example}", "warning"))
        return text

    def plain(self, value: str) -> Plain:
        """The identifier itself."""
        return value

    def schema(self) -> Schema:
        """Text, or what YAML takes for a number."""
        return {"type": ["string", "number"], "examples": [self._example]}


class Url:
    """A web address, or (``local``) a file of content/assets/.

    Such a file is named as ``assets/x.pdf`` or, as seen from a paper's file, ``../assets/x.pdf``.
    """

    nothing = ""

    def __init__(self, *, local: bool = False) -> None:
        self._local = local

    def read(self, value: Plain, at: Place, faults: Faults) -> str:
        """The address."""
        text = _text(value)
        if text is None:
            return _wrong(at, faults, "must be a web address", value)
        text = text.strip()
        if text and (hint := self._wrong(text)):
            faults.append(Fault(at, f"{text!r} is no web address", hint))
            return ""
        return text

    def _wrong(self, text: str) -> str:
        """What to do about the text; empty if it is an address."""
        if _FORBIDDEN_IN_URL.search(text):
            return "an address has no spaces, quotes or angle brackets"
        scheme = _SCHEME.match(text)
        if scheme:
            known = scheme[1].lower() in _WEB and re.match(r"https?://[^/?#]+", text, re.IGNORECASE)
            return "" if known else "it must begin with https:// (or http://)"
        if not self._local or text.startswith(("//", "#", "?")):
            return "it must begin with https:// (or http://)"
        if _HOST_FIRST.match(text) and not text.startswith("."):
            return f"did you mean https://{text}?"
        below = text.removeprefix("../") if text.startswith("../assets/") else text
        if ".." in below.split("/"):
            return "a file must be under content/assets/; `..` leads out of it"
        return "" if "." in text or "/" in text else "write an https:// address, or a file under content/assets/"

    def plain(self, value: str) -> Plain:
        """The address itself."""
        return value

    def schema(self) -> Schema:
        """An address."""
        return {"type": "string", "format": "uri-reference" if self._local else "uri"}


def label(at: Place) -> str:
    """A place as people write it: ``authors[2].orcid`` (counted from 1)."""
    text = ""
    for part in at:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def described(value: object) -> str:
    """A value in a message: short text quoted, the rest by its kind."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    text = "nothing" if value is None else repr(value) if isinstance(value, str) else str(value).lower()
    return text if len(text) <= 60 else f"{text[:57]}…"


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, or an empty string."""
    from difflib import get_close_matches

    simple = {entry.replace("_", "").replace("-", ""): entry for entry in known}
    found = get_close_matches(word.lower().replace("_", "").replace("-", "").replace(" ", ""), simple, 1, 0.7)
    return simple[found[0]] if found else ""


def _text(value: object) -> str | None:
    """The text of a scalar, "" for nothing, None for a list or mapping."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float, str)) else None


def _wrong(at: Place, faults: Faults, must: str, value: object) -> str:
    faults.append(Fault(at, f"`{label(at)}` {must}, not {described(value)}"))
    return ""

"""Kinds of single values: lines, flags, dates, numbers, choices, identifiers, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from publist.content.schema.kinds import Bare, Fault, Faults, KeyPath, Schema, described, label, nearest
from publist.model.paper import Date, Plain
from publist.text.characters import as_seen
from publist.text.look_alikes import told_apart
from publist.text.unicode_forms import composed

_TRUE = frozenset(("true", "True", "TRUE", "yes", "Yes"))
_FALSE = frozenset(("false", "False", "FALSE", "no", "No"))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WITH_HOST = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_HOST_FIRST = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)+/)")
_A_FILE = re.compile(r"(?:\.\.?/|/)?assets/[^:]+|[^:]+\.[A-Za-z0-9]{1,5}(?:#\S*)?")
"""A relative address that can be that of a file, whose name may have spaces."""
_FORBIDDEN_IN_URL = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")


class Line:
    """One line of text. Numbers are text here: ``2023``, ``1.10`` and ``no`` stay what they look like."""

    nothing = ""

    def __init__(self, *, required: bool = False) -> None:
        self.required = required

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
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

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The text without white space around it."""
        text = _text(value)
        return _wrong(at, faults, "must be text", value) if text is None else text.strip()


class Flag:
    """Yes or no."""

    nothing = False

    def __init__(self, *, nothing: bool = False) -> None:
        self.nothing = nothing

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> bool:
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
        return Bare("true" if value else "false")

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Day:
    """A date as far as it is known."""

    nothing = None

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Date | None:
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
        return Bare(value)

    def schema(self) -> Schema:
        """A date or a part of one; a bare year is a number to YAML."""
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}


class Number:
    """A whole number within bounds (both included)."""

    def __init__(self, low: int, high: int, *, nothing: int | None = 0) -> None:
        self.low, self.high, self.nothing = low, high, nothing

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> int | None:
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
        return Bare(value)

    def schema(self) -> Schema:
        """An integer within the bounds."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Choice:
    """One of a set of words."""

    def __init__(self, words: Sequence[str], *, nothing: str, instead: Mapping[str, str] | None = None) -> None:
        self.words, self.nothing = tuple(words), nothing
        self._known = frozenset(words)
        self._instead = instead or {}

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
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
        return f"did you mean `{near}`?{told_apart(text, near)}" if near else f"it can be {', '.join(self.words)}"

    def plain(self, value: str) -> Plain:
        """The word itself."""
        return value

    def schema(self) -> Schema:
        """The words."""
        return {"enum": list(self.words)}


class Identifier:
    """An identifier kept bare: the address that people paste is cut down to it."""

    nothing = ""

    def __init__(self, form: str, *, prefix: str, example: str) -> None:
        self._pattern, self._prefix = re.compile(form), re.compile(prefix, re.IGNORECASE)
        self._example = example

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The bare identifier; one of another form is kept, with a warning."""
        text = _text(value)
        if text is None:
            return _wrong(at, faults, "must be text", value)
        text = self._prefix.sub("", as_seen(text), count=1)
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

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The address."""
        text = _text(value)
        if text is None:
            return _wrong(at, faults, "must be a web address", value)
        text = as_seen(text)
        if text and (hint := self._wrong(text)):
            faults.append(Fault(at, f"{text!r} is no web address", hint))
            return ""
        return text

    def _wrong(self, text: str) -> str:
        """What to do about the text; empty if it is an address."""
        spaced = " " in text and self._local and _A_FILE.fullmatch(text)
        if _FORBIDDEN_IN_URL.search(text.replace(" ", "") if spaced else text):
            return "an address has no spaces, quotes or angle brackets"
        scheme = _SCHEME.match(text)
        if scheme:
            if not _WITH_HOST.match(text):
                return "it must begin with https:// (or http://)"
            return "" if _can_be_split(text) else "look at its host: no server can have that name"
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


def _can_be_split(address: str) -> bool:
    """Whether the parts of an address can be told apart; only odd hosts (brackets, look-alikes of signs) cannot."""
    if address.isascii() and "[" not in address and "]" not in address:
        return True
    from urllib.parse import urlsplit

    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _text(value: object) -> str | None:
    """The text of a scalar in its composed form (NFC), "" for nothing, None for a list or mapping."""
    if type(value) is str:
        return composed(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return composed(str(value)) if isinstance(value, (int, float, str)) else None


def _wrong(at: KeyPath, faults: Faults, must: str, value: object) -> str:
    faults.append(Fault(at, f"`{label(at)}` {must}, not {described(value)}"))
    return ""

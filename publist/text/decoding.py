"""Bytes to text: UTF-8 as it should be, and the older encodings that bibliographies still come in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from publist.model.problems import Problem, warning
from publist.text.unicode_forms import composed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(rb"%[ \t]*Encoding:[ \t]*([\w-]+)|coding[:=][ \t]*([\w-]+)", re.IGNORECASE)
"""What JabRef and editors write into the first lines."""
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_ONLY_WINDOWS = re.compile(rb"[\x80-\x9f]")


class Decoded(NamedTuple):
    """A text, the encoding that it was in, and a warning if that is not a Unicode encoding."""

    text: str
    encoding: str
    problem: Problem | None = None


def decode(raw: bytes, path: str = "") -> Decoded:
    """The text of a file, whatever its bytes, in composed form (NFC), with the line ends of Unix.

    The problem names ``path`` and the line of the first foreign byte.

    Where UTF-8 is a must (a pasted listing), the caller makes an error of the problem.
    """
    mark = next((name for bom, name in _MARKS if raw.startswith(bom)), None)
    try:
        return Decoded(_in_lines(raw.decode(mark or "utf-8")), (mark or "utf-8").removesuffix("-sig"))
    except UnicodeDecodeError as wrong:
        text, encoding, said = _legacy(raw)
        line = raw.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - raw.rfind(b"\n", 0, wrong.start)
        message = f"the byte 0x{raw[wrong.start]:02x} is not UTF-8; {said}"
        return Decoded(_in_lines(text), encoding, warning(path, line, column, message, "save the file as UTF-8"))


def _in_lines(text: str) -> str:
    return composed(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def _legacy(raw: bytes) -> tuple[str, str, str]:
    """Text, encoding and what to say of it: the encoding that the file says, UTF-8 with stray bytes, or Western."""
    if said := _declared(raw):
        try:
            return raw.decode(said), said, f"the file says that it is {said} and is read so"
        except (UnicodeDecodeError, LookupError):
            pass
    in_sequences = sum(len(found) for found in _MULTIBYTE.findall(raw))
    if in_sequences > len(_HIGH.findall(raw)) - in_sequences:
        return raw.decode("utf-8", "publist.windows-1252"), "utf-8", "such bytes are read as Windows-1252"
    if not _ONLY_WINDOWS.search(raw):
        return raw.decode("latin-1"), "latin-1", "the file is read as Latin-1"
    return raw.decode("cp1252", "publist.windows-1252"), "windows-1252", "the file is read as Windows-1252"


def _declared(raw: bytes) -> str:
    """The encoding that the first lines name, if it is one that Python knows and not UTF-8."""
    found = _SAID.search(raw[:1000])
    name = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    try:
        known = codecs.lookup(name.replace("ISO8859_", "iso8859-")).name if name else ""
    except LookupError:
        return ""
    return "" if known.startswith(("utf", "ascii")) else known


def _windows(wrong: UnicodeError) -> tuple[str, int]:
    """The bytes that cannot be decoded as Windows-1252 has them, or as Latin-1 where it has none."""
    if not isinstance(wrong, UnicodeDecodeError):
        raise wrong
    foreign = wrong.object[wrong.start : wrong.end]
    text = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in foreign)
    return text, wrong.end


codecs.register_error("publist.windows-1252", _windows)

"""Plain values to YAML that people like to edit: one key a line, quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.content.schema.kinds import Bare
from publist.model.paper import Plain

_WIDTH = 100
"""Longest list written in brackets on one line."""
_UNSAFE = re.compile(
    r"""^[-?:](?:\s|$)|^[,\[\]{}#&*!|>'"%@`~=]|^(?:---|\.\.\.)|:(?:\s|$)|\s\#|^\s|\s$|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]""",
    re.VERBOSE,
)
_UNSAFE_IN_BRACKETS = re.compile(r"^[:-]|[,?\[\]{}]")
_LOOKS_OTHER = re.compile(
    r"(?i:true|false|yes|no|on|off|y|n|null|~|<<|[-+]?\.inf|\.nan)|0[\dobx][\d_a-fA-F]*|[-+]?[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?"
    r"|[-+]?\d+[eE][-+]?\d+|\+\d+|\d[\d_]*_[\d_]*|[-+]?\d+(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?",
    re.ASCII,
)
"""Text that another YAML reader would take for a truth value, nothing, a fraction, a time or a date."""


def lines(values: Iterable[tuple[str, Plain]], indent: int = 0) -> list[str]:
    """The lines (without line feeds) of a block mapping."""
    written = []
    for key, value in values:
        written += _entry(f"{' ' * indent}{scalar(key)}:", value, indent)
    return written


def scalar(text: str, *, bracketed: bool = False) -> str:
    """One text as YAML: plain where that means the same to every reader, else quoted."""
    if not text:
        return "''"
    if isinstance(text, Bare):
        return text
    if _UNSAFE.search(text) or (bracketed and _UNSAFE_IN_BRACKETS.search(text)) or _LOOKS_OTHER.fullmatch(text):
        return _quoted(text)
    return text


def items(values: Iterable[Plain], indent: int) -> list[str]:
    """The lines of a block list whose dashes stand at ``indent``."""
    written = []
    for value in values:
        if isinstance(value, (dict, list)) and value:
            inner = _block(value, indent + 2)
            written += [f"{' ' * indent}- {inner[0][indent + 2 :]}", *inner[1:]]
        else:
            written.append(f"{' ' * indent}- {_inline(value)}")
    return written


def brackets(value: Plain) -> str:
    """A value on one line, lists and mappings in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, bracketed=True)}: {brackets(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(brackets(item) for item in value) + "]"
    return "" if value is None else scalar(value, bracketed=True)


def _entry(key: str, value: Plain, indent: int) -> list[str]:
    if not isinstance(value, (dict, list)) or not value:
        return [f"{key} {_inline(value)}".rstrip()]
    return [key, *_block(value, indent + 2)]


def _block(value: dict[str, Plain] | list[Plain], indent: int) -> list[str]:
    return lines(value.items(), indent) if isinstance(value, dict) else items(value, indent)


def _inline(value: Plain) -> str:
    return brackets(value) if isinstance(value, (dict, list)) else "" if value is None else scalar(value)


def fits(text: str) -> bool:
    """Whether a list in brackets is short enough for one line."""
    return len(text) <= _WIDTH


def _quoted(text: str) -> str:
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text or "'" not in text else f'"{text}"'
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char)
    return short or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")

"""The plainest YAML without a parser: what people write who do nothing special in it.

Lines ``key: text``; ``key:`` with a list or a mapping of texts under it; lists and mappings of texts in brackets;
texts in quotes without escapes; remarks on lines of their own; and a list of such mappings. Whatever is not plain to
see is left to the parser; held equal to it by a property test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from publist.model.paper import Plain

# Every build compiles the first pattern, and each class in it that named signs beyond ASCII would take a
# millisecond: what cannot be printed of those is refused before (see `simple`).
_KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_START = r"[^\x00-#%-'\x29-\x2d:-@\[-^`{-\x7f]"
"""A letter, a digit, one of ``$ ( . / _``, any sign beyond ASCII."""
_INNER = r"[^\x00-\x1f\x7f:#]"
_TEXT = rf"{_START}{_INNER}*+(?:(?::(?=[^\s:])|(?<! )#){_INNER}*+)*+(?<! )"
_QUOTED = r"\"[^\x00-\x1f\x7f\"\\]*\"|'[^\x00-\x1f\x7f']*'"
_LINE = re.compile(
    rf"(?P<key>{_KEY}):(?: (?:(?P<text>{_TEXT})|(?P<quoted>{_QUOTED})|(?P<list>\[.*\])|(?P<mapping>\{{.*\}})))?\n"
    rf"|  (?:-|(?P<field>{_KEY}):) (?:(?P<item>{_TEXT})|(?P<quoted_item>{_QUOTED})|(?P<mapping_item>\{{.*\}}))\n"
    r"|(?P<remark> *#[^\x00-\x1f\x7f]*)?\n"
)
_WORD = rf"{_START}(?:[^\x00-\x1f\x7f:#,\[\]{{}}\"'&*!|>%@`]|:(?=//))*(?<! )|{_QUOTED}"
_PIECE = re.compile(rf"(?:(?P<key>{_KEY}): )?(?:(?P<word>{_WORD})|\[(?P<list>[^\[\]]*)\])(?:, (?!$)|$)")
"""What stands between commas in brackets: an item of a list, or a key with one or with a list of them."""
_OUTSIDE = re.compile(r"^(?!- \S|  |#|$)", re.MULTILINE)
"""A line that neither begins a record nor belongs to one."""

Block = dict[str, Plain] | list[Plain]


class _NotPlainError(Exception):
    """Only a parser can tell what this is."""


def simple(block: str) -> Block | None:
    """What the block says, None where only a parser can tell; an empty mapping where it says nothing."""
    if not block.isascii() and not block.replace("\n", "").isprintable():
        return None
    try:
        return _records(block) if block.startswith("- ") else _mapping(block)
    except _NotPlainError:
        return None


def _records(block: str) -> list[Plain]:
    """A list of mappings, each of which begins behind its dash."""
    if _OUTSIDE.search(block):
        raise _NotPlainError
    records = f"\n{block[:-1]}".split("\n- ")[1:]
    mappings = [_mapping(record.replace("\n  ", "\n") + "\n") for record in records]
    if not all(mappings):
        raise _NotPlainError
    return [*mappings]


def _mapping(block: str) -> dict[str, Plain]:
    """Lines of keys, with what is under them."""
    values: dict[str, Plain] = {}
    below: Block | None = None
    key = ""
    end = 0
    for match in _LINE.finditer(block):
        start, stop = match.span()
        if start != end:
            raise _NotPlainError
        end = stop
        kind = match.lastgroup
        if kind is None or kind == "remark":
            continue
        text = match[kind]
        value = text if kind in _AS_IT_IS else _READ[kind](text)
        if kind in _BELOW:
            if below is None and values.get(key, "") is not None:
                raise _NotPlainError
            below = values[key] = _added(below, match["field"], value)
            continue
        key, below = match["key"], None
        if key in values:
            raise _NotPlainError
        values[key] = value
    if end != len(block):
        raise _NotPlainError
    return values


def _added(below: Block | None, field: str | None, value: Plain) -> Block:
    """The list or mapping under a key with one more entry."""
    if field is None:
        if below is None:
            return [value]
        if isinstance(below, list):
            below.append(value)
            return below
    elif below is None:
        return {field: value}
    elif isinstance(below, dict) and field not in below:
        below[field] = value
        return below
    raise _NotPlainError


def _nothing(_text: str) -> None:
    """What stands for a key without a value."""


def _unquoted(text: str) -> str:
    return text[1:-1] if text[0] in "\"'" else text


def _listed(text: str) -> list[Plain]:
    found: list[Plain] = []
    for piece in _pieces(text[1:-1]):
        if piece["key"] or not piece["word"]:
            raise _NotPlainError
        found.append(_unquoted(piece["word"]))
    return found


def _mapped(text: str) -> dict[str, Plain]:
    values: dict[str, Plain] = {}
    for piece in _pieces(text[1:-1]):
        key = piece["key"]
        if not key or key in values:
            raise _NotPlainError
        values[key] = _unquoted(piece["word"]) if piece["word"] else _listed(f"[{piece['list']}]")
    return values


def _pieces(inner: str) -> Iterator[re.Match[str]]:
    """What stands between the commas of a list or mapping."""
    end = 0
    for piece in _PIECE.finditer(inner):
        if piece.start() != end:
            break
        end = piece.end()
        yield piece
    if end != len(inner):
        raise _NotPlainError


_AS_IT_IS = frozenset(("text", "item"))
_BELOW = frozenset(("item", "quoted_item", "mapping_item"))
_READ: Mapping[str, Callable[[str], Plain]] = {
    "key": _nothing,
    "quoted": _unquoted,
    "list": _listed,
    "mapping": _mapped,
    "quoted_item": _unquoted,
    "mapping_item": _mapped,
}

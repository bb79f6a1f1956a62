"""The plainest YAML without a parser: what front matter is when nobody has done anything special in it.

Lines ``key: text``, ``key:`` with a list or a mapping of texts under it, ``key: [text, text]``. Whatever is not
plain to see is left to the parser; held equal to it by a property test.
"""

from __future__ import annotations

import re

from publist.model import Plain

_START = r"[A-Za-z0-9(\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u4e00-\u9fff]"
_REST = r"[^\x00-\x1f\x7f-\xa0\ud800-\udfff\ufeff\ufffe\uffff:#\u2028\u2029]"
_TEXT = rf"{_START}{_REST}*+(?:(?::(?=[^\s:])|(?<! )#){_REST}*+)*+(?<! )"
_ITEM = (
    r"[A-Za-z0-9(\u00c0-\u024f]"
    r"[^\x00-\x1f\x7f-\xa0\ud800-\udfff\ufeff\ufffe\uffff:#\u2028\u2029,\[\]{}\"'&*!|>%@`]*(?<![ ])"
)
_LINE = re.compile(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]*):"
    rf"(?: (?P<text>{_TEXT})"
    rf"| \"(?P<double>[^\"\\\x00-\x1f\x7f-\xa0\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]+)\""
    rf"| \[(?P<items>{_ITEM}(?:, {_ITEM})*)\])?\n"
    rf"|  - (?P<item>{_TEXT})\n"
    rf"|  (?P<field>[A-Za-z_][A-Za-z0-9_-]*): (?P<value>{_TEXT})\n"
)


def simple(block: str) -> dict[str, Plain] | None:
    """The mapping that the block is, or None where only a parser can tell."""
    values: dict[str, Plain] = {}
    below: Plain = None
    key = ""
    end = 0
    for match in _LINE.finditer(block):
        start, stop = match.span()
        if start != end:
            return None
        end = stop
        kind = match.lastgroup
        if kind in ("item", "value"):
            below = _added(below, match, kind)
            if below is None or key == "" or values[key] not in (None, below):
                return None
            values[key] = below
            continue
        key = match["key"]
        if key in values:
            return None
        text = match[kind] if kind and kind != "key" else None
        values[key] = [*text.split(", ")] if text and kind == "items" else text
        below = None if text is None else text
    return values if end == len(block) else None


def _added(below: Plain, match: re.Match[str], kind: str) -> Plain:
    """The list or mapping under a key with one more entry, None where it does not fit."""
    if kind == "item":
        if below is None:
            return [match["item"]]
        if isinstance(below, list):
            below.append(match["item"])
            return below
        return None
    if below is None:
        return {match["field"]: match["value"]}
    if isinstance(below, dict) and match["field"] not in below:
        below[match["field"]] = match["value"]
        return below
    return None

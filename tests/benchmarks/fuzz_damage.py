"""How the fuzz program damages a text: cut, repeated, swapped, spliced, and with signs put in that readers look for."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

LARGEST = 40_000
"""So many bytes of a file are damaged at a time."""
_REPEATED = 20 * LARGEST
"""So many bytes a repeated piece may become."""
_WEIGHED = frozenset(("references", "detected"))
"""Readers that weigh every way to read a line: a thousand whole references are honest work of two seconds."""


class Example(NamedTuple):
    """A text and the reader that it is for."""

    reader: str
    data: bytes


_TOKENS: list[bytes] = [
    token.encode("utf-8", "surrogatepass")
    for token in (
        *"{}[]()<>\"'`$\\@#%&*_~|,;:=+-!?^/\n\t \r\0\x01\x0b\x0c\x1b\x7f\x85\x9b\xad",
        *"\u200b\u202e\u2066\u2028\ufeff\ufffe\uffff\ud800\U0001f600",
        "---\n", "{{", "}}", "\\begin{", "\\end{", "\\textbf{", "\\def\\x{\\x\\x}", "\\symbol{1}", "\\char1 ", "^^A",
        "$$",
        "\\ud800", "\\u0000", "\\x9b", "\\ufffe", "\\u202e", "&#0;", "&#1;", "&#x9b;", "&#xD800;", "&#xFFFE;",
        "&#x202E;",
        "@string{a = a # a}\n", "@article{x,", " and ", "title = ", "- [", "? ", "&a ", "*a", "<<: *a",
        "!!python/object:os.system ",
        "> ", "- - - ", "# ", "![](", "](javascript:", "<script>", "<!--", "<![CDATA[", "]]>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "TY  - JOUR\n", "ER  - \n", '{"title": ', "1e999", "-0", "9" * 400, "٣", "\u0301", "ﬃ", "İ", "arXiv:", "et al.",
    )
]  # fmt: skip


def damaged(data: bytes, chance: random.Random, known: list[Example], reader: str) -> bytes:
    """The text with one to six things done to it."""
    damages: tuple[_Damage, ...] = (*_DAMAGES, partial(_again, most=LARGEST if reader in _WEIGHED else _REPEATED))
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        damage = chance.choice(damages)
        data = damage(data, chance, known)[: 20 * LARGEST]
    return data


def _slice(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(1 / 30)) + 1)


def _cut_out(data: bytes, chance: random.Random, _known: list[Example]) -> bytes:
    start, end = _slice(data, chance)
    return data[:start] + data[end:]


def _put_in(data: bytes, chance: random.Random, _known: list[Example]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_TOKENS) + data[at:]


def _many(data: bytes, chance: random.Random, _known: list[Example]) -> bytes:
    at = chance.randrange(len(data) + 1)
    token, times = chance.choice(_TOKENS), chance.choice([10, 100, 1_000, 20_000])
    return data[:at] + b"".join([token] * times) + data[at:]


def _again(data: bytes, chance: random.Random, _known: list[Example], *, most: int) -> bytes:
    start, end = _slice(data, chance)
    again = b"".join([data[start:end]] * chance.choice([1, 10, 1_000]))
    return data[:end] + again[:most] + data[end:]


def _changed(data: bytes, chance: random.Random, _known: list[Example]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(1) + data[at + 1 :]


def _ended(data: bytes, chance: random.Random, _known: list[Example]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _spliced(data: bytes, chance: random.Random, known: list[Example]) -> bytes:
    other = chance.choice(known).data
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _swapped(data: bytes, chance: random.Random, _known: list[Example]) -> bytes:
    first, last = _slice(data, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[first:last] + data[at:first] + data[last:]


_Damage = Callable[[bytes, random.Random, list[Example]], bytes]
_DAMAGES: tuple[_Damage, ...] = (
    _cut_out, _put_in, _put_in, _many, _changed, _ended, _spliced, _swapped,
)  # fmt: skip

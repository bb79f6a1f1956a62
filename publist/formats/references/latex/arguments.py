"""The arguments in braces that follow a command of a LaTeX source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_OPENS = re.compile(r"[ \t]*(?:\n[ \t]*\0[ \t]*)*\n?[ \t]*([{\[])")
"""No blank line stands before an argument, but lines that were comments may (source.py)."""
_EDGE = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
_LONGEST = 20_000
"""Characters of an argument: what is longer was never closed where it should be."""


def arguments_of(source: str, at: int, most: int) -> tuple[list[str], int]:
    """The arguments in braces that follow, and where they end; those in brackets are passed over."""
    found: list[str] = []
    while len(found) < most:
        opened = _OPENS.match(source, at)
        end = closed(source, opened.end()) if opened else 0
        if opened is None or not end:
            break
        if opened[1] == "{":
            found.append(source[opened.end() : end])
        at = end + 1
    return found, at


def closed(source: str, at: int) -> int:
    """Where the brace or bracket that opens before ``at`` closes; 0 if it does not."""
    end = _pairs(source).get(at, 0)
    return end if end - at <= _LONGEST else 0


@lru_cache(maxsize=8)
def _pairs(source: str) -> Mapping[int, int]:
    """The place behind each opening brace or bracket, with the place of the one that closes it."""
    found: dict[int, int] = {}
    opened: list[re.Match[str]] = []
    for match in _EDGE.finditer(source):
        if match[0] in "{[":
            opened.append(match)
        elif match[0] == "}":
            while opened and opened[-1][0] == "[":  # a bracket in maths: [0, 1)
                opened.pop()
            if opened:
                found[opened.pop().end()] = match.start()
        elif match[0] == "]" and opened and opened[-1][0] == "[":
            found[opened.pop().end()] = match.start()
    return found

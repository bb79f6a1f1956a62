"""The arguments in braces that follow a command of a LaTeX source."""

from __future__ import annotations

import re

_OPENS = re.compile(r"[ \t]*(?:\n[ \t]*\0[ \t]*)*\n?[ \t]*([{\[])")
"""No blank line stands before an argument, but lines that were comments may (texsource.py)."""
_EDGE = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
_LONGEST = 20_000
"""Characters of an argument that are looked at: an open brace must not run to the end of a long source."""


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
    """Where the brace or bracket that is open closes; 0 if it does not."""
    depth = 1
    for match in _EDGE.finditer(source, at, at + _LONGEST):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return 0

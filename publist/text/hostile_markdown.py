"""Markdown that it could take for ever to convert."""

from __future__ import annotations

import re

_RUNS = tuple([sign * 61 for sign in "[]()*_`<>~!#&-"])
_DEPTH = 30
_DEEP = re.compile(rf"^(?:[ \t]*(?:>|[-+*][ \t]|\d{{1,9}}\.[ \t])){{{_DEPTH}}}", re.MULTILINE)
"""A quotation or list so deep within others."""
MOST = 1_000
"""Markdown takes time by the square of unmatched openings and of escapes; no abstract has so many."""
_LONGEST = 200_000
_LONG = 20_000
_LINES = 200_000_000
"""Markdown may look at each line of a paragraph or list once for each line: two seconds of work."""
_STEPS = 2_000_000
"""So many signs may be looked at for brackets that do not close: a second of work."""


def is_hostile(text: str) -> bool:
    """Whether converting the text could take for ever: it is then shown as it is."""
    if len(text) > _LONGEST or any(text.count(char) > MOST for char in "[`<&*_"):
        return True
    if any(run in text for run in _RUNS):
        return True
    if sum([text.count(sign) for sign in ">-+*."]) >= _DEPTH and _DEEP.search(text):  # most have no such signs
        return True
    if len(text) > _LONG and max(part.count("\n") * len(part) for part in text.split("\n\n")) > _LINES:
        return True
    return "[" in text and max(_unclosed(text, "[]"), _unclosed(text, "()")) * len(text) > _STEPS


def _unclosed(text: str, marks: str) -> int:
    """How many brackets never close: from each of them Markdown looks for its end to the end of the text."""
    opened = 0
    for found in re.finditer(rf"[\{marks[0]}\{marks[1]}]", text):
        opened += 1 if found[0] == marks[0] else -1 if opened else 0
    return opened

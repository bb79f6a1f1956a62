"""A number that is missing among those before references: the reference without it stands in the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from publist.formats.references.beginnings import begins_with_names
from publist.formats.references.inline import plain
from publist.formats.references.lines import Line
from publist.formats.references.numbers import YEAR

_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_NUMBER = re.compile(r"\d+")
_SHORTEST = 50
"""A reference has at least so many letters."""


def parted_at_gaps(groups: Sequence[list[Line]], width: int) -> list[list[Line]]:
    """The lines of each reference; where the next number but one follows, those of the one between are parted."""
    parted: list[list[Line]] = []
    for group, following in pairwise([*groups, []]):
        at = _start_of_unmarked(group, width) if following and _is_gap(group[0].marker, following[0].marker) else 0
        parted += [group[:at], group[at:]] if at else [group]
    return parted


def _is_gap(one: str, other: str) -> bool:
    """Whether exactly one number is left out between these, upwards or downwards."""
    first, second = _NUMBER.search(one), _NUMBER.search(other)
    return first is not None and second is not None and abs(int(first[0]) - int(second[0])) == 2


def _start_of_unmarked(group: Sequence[Line], width: int) -> int:
    """The only line at which a second reference may begin, with a whole one before and behind it; 0: there is none."""
    texts = [plain(line.body) for line in group]
    found = [
        at
        for at in range(1, len(group))
        if _may_be_whole(texts[:at]) and _may_be_whole(texts[at:]) and _may_begin(texts[at], width)
    ]
    return found[0] if len(found) == 1 else 0


def _may_begin(text: str, width: int) -> bool:
    """Whether a reference may begin so; among wrapped lines only with names in a form that no title has."""
    return begins_with_names(text) if width else text[:1].isupper() or text[:1] in '“"«‘'


def _may_be_whole(texts: Sequence[str]) -> bool:
    text = " ".join(texts)
    return len(text) > _SHORTEST and bool(_YEAR.search(text))

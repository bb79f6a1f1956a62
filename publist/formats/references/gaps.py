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


def parted_at_gaps(groups: Sequence[list[Line]], width: int, *, dated: bool) -> list[list[Line]]:
    """The lines of each reference; where the next number but one follows, those of the one between are parted.

    ``dated``: by the heading above, so that they need not tell a year.
    """
    parted: list[list[Line]] = []
    for group, following in pairwise([*groups, []]):
        is_gap = following and _is_gap(group[0].marker, following[0].marker)
        at = _start_of_unmarked(group, width, dated=dated) if is_gap else 0
        parted += [group[:at], group[at:]] if at else [group]
    return parted


def _is_gap(one: str, other: str) -> bool:
    """Whether exactly one number is left out between these, upwards or downwards."""
    first, second = _NUMBER.search(one), _NUMBER.search(other)
    return first is not None and second is not None and abs(int(first[0]) - int(second[0])) == 2


def _start_of_unmarked(group: Sequence[Line], width: int, *, dated: bool) -> int:
    """The only line at which a second reference may begin, with a whole one before and behind it; 0: there is none."""
    texts = [plain(line.body) for line in group]
    found = [
        at
        for at in range(1, len(group))
        if all(_may_be_whole(" ".join(part), dated=dated) for part in (texts[:at], texts[at:]))
        and _may_begin(texts[at], texts[0], sure=bool(width) or dated)
    ]
    return found[0] if len(found) == 1 else 0


def _may_begin(text: str, first: str, *, sure: bool) -> bool:
    """Whether a reference may begin so; ``sure``: only with names, as the ``first`` one does, in forms no title has."""
    if sure:
        return begins_with_names(text) and begins_with_names(first)
    return text[:1].isupper() or text[:1] in '“"«‘'


def _may_be_whole(text: str, *, dated: bool) -> bool:
    return len(text) > _SHORTEST and (dated or bool(_YEAR.search(text)))

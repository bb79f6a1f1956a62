"""The sections of a CV as their entries show them: those without references, and those whose entries may be no list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from publist.formats.references.headings import Heading
from publist.formats.references.inline import plain
from publist.formats.references.lists import Judged
from publist.formats.references.segmentation import Entry

_HALF, _MOST = 0.5, 0.6
_FEW = 3
"""Fewer entries of a section tell no rule."""
_WORD = re.compile(r"[^\W\d_]{3}")
"""What has no word is a number or an ornament beside a paper."""


def foreign_sections(entries: Sequence[Entry], whole: Sequence[bool]) -> frozenset[int]:
    """The places of entries whose section holds no references.

    The heading says so, or it says nothing, most of what stands under it is none, and another section names papers.
    """
    sections = _sections(entries)
    named = any(entries[each[0]].heading.named and _share(each, whole) >= _HALF for each in sections)
    return frozenset(
        number
        for each in sections
        for number in each
        if entries[number].heading.foreign
        or (named and len(each) > 1 and _is_unclear(entries[number].heading) and _share(each, whole) < _HALF)
    )


def scattered_entries(entries: Sequence[Entry], whole: Sequence[bool]) -> frozenset[int]:
    """The places of entries in sections in which every third among the references is none.

    What stands there may be no list, and its lines parted wrongly.
    """
    found: set[int] = set()
    for each in _sections(entries):
        with_words = [number for number in each if _WORD.search(plain(entries[number].text))]
        own = [whole[number] for number in with_words]
        if True not in own:
            continue
        among = own[own.index(True) : len(own) - own[::-1].index(True)]
        if among.count(False) >= max(3, len(among) / 3):
            found |= set(each)
    return frozenset(found)


def unsigned_entries(entries: Sequence[Entry], judgements: Sequence[Judged]) -> frozenset[int]:
    """The places of entries in sections that name no authors: those of one person alone."""
    found: set[int] = set()
    named = [each for each in _sections(entries) if entries[each[0]].heading.named and len(each) >= _FEW]
    for each in [list(range(len(entries))), *named]:
        best = [judgements[number].readings[0] for number in each if judgements[number].readings]
        if len(best) > 1 and sum(reading.authors is None for reading in best) > _MOST * len(best):
            found |= set(each)
    return frozenset(found)


def _is_unclear(heading: Heading) -> bool:
    """Whether there is a heading, and its words do not say what stands under it."""
    return bool(heading.text) and not heading.named


def _share(places: Sequence[int], whole: Sequence[bool]) -> float:
    return sum(whole[number] for number in places) / len(places)


def _sections(entries: Sequence[Entry]) -> list[list[int]]:
    """The places of entries that stand under one heading, whatever years part them."""
    numbered = groupby(enumerate(entries), key=lambda each: (each[1].heading.section, each[1].heading.foreign))
    return [[number for number, _ in group] for _, group in numbered]

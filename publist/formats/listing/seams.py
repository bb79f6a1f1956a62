"""The seam: where on a line the title ends and the authors begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publist.formats.listing.evidence import Candidate, score
from publist.formats.listing.names import possible
from publist.formats.listing.page import Page

_AFFILIATIONS = re.compile(r" · ([a-z0-9][\w.&+-]*(?:, [a-z0-9][\w.&+-]*)*)$")
_ET_AL = re.compile(r",? et al\.?$")
_COMMA = re.compile(r", (?!(?:Jr|Sr)\b)")
_LONGEST_NAME = 60


class Byline(NamedTuple):
    """The line that has title and authors run together, without what follows the authors."""

    text: str
    et_al: bool
    affiliations: tuple[str, ...]


class Split(NamedTuple):
    """One reading of a byline and how much speaks for it."""

    candidate: Candidate
    score: float


def byline_of(line: str) -> Byline:
    """Part off ``et al.`` and the affiliations."""
    found = _AFFILIATIONS.search(line, max(0, len(line) - 300))
    affiliations = tuple(found[1].split(", ")) if found else ()
    text = line[: found.start()] if found else line
    et_al = _ET_AL.search(text, max(0, len(text) - 10))
    return Byline(text[: et_al.start()] if et_al else text, bool(et_al), affiliations)


def splits(byline: Byline, abstract: str, page: Page) -> list[Split]:
    """All readings of the line, best first; ``abstract`` in lower case."""
    found = [Split(candidate, score(candidate, abstract, page)) for candidate in _candidates(byline)]
    return sorted(found, key=lambda split: -split.score)


def _candidates(byline: Byline) -> Iterator[Candidate]:
    for segment, others in _segments(byline):
        start = max(0, len(segment) - _LONGEST_NAME, segment.rfind(", ") + 1)
        for at in range(start, len(segment) - 1):
            if segment[at].isupper() and not segment[at - 1 : at].isspace():
                yield Candidate(segment[:at], segment[at:], others)


def _segments(byline: Byline) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The text that ends in the first author, with the further authors, for each number of authors that may be."""
    text = byline.text
    commas = [found.start() for found in _COMMA.finditer(text, max(0, len(text) - 3 * _LONGEST_NAME))][-2:]
    others: tuple[str, ...] = ()
    end = len(text)
    for comma in [*reversed(commas), -1]:
        if not byline.et_al or len(others) == 2 or comma < 0:
            yield text[:end], others
        others = (text[comma + 2 : end], *others)
        end = comma
        if comma < 0 or not possible(others[0]):
            return

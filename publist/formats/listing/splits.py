"""The seam: where on a line the title ends and the authors begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from publist.formats.listing.evidence import Candidate, Surroundings, features
from publist.formats.listing.name_shapes import LONGEST_NAME, shape
from publist.formats.listing.weights import WEIGHTS

_AFFILIATIONS = re.compile(r" · ([a-z0-9][\w.&+-]*(?:, [a-z0-9][\w.&+-]*)*)$")
_ET_AL = re.compile(r",? et al\.?$")
_COMMA = re.compile(r", (?!(?:Jr|Sr)\b)")
_LONGEST_BYLINE = 600
_USUAL = 3
"""Authors that the page names at the most; exactly so many stand before ``et al.``."""

_MANY = 30
"""Authors that are looked for where the usual number gives no reading."""

_POOR = 0.5
"""Below this score a reading is so poor that seams in odd places deserve a look; one of 200 true seams is."""

_NO_SEAM = -2.5
"""What the reading that the line has no seam at all would score."""

_NO_SEAM_AFTER = frozenset("-–‐‑ ")


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


def reads_as_byline(line: str) -> bool:
    """Whether a line could be title and authors, by its form alone."""
    if len(line) > _LONGEST_BYLINE:
        return False
    byline = byline_of(line)
    if byline.affiliations:
        return True
    if byline.et_al and any(len(others) == _USUAL - 1 for _, others in _segments(byline)):
        return True
    return any(_is_plain(candidate) for candidate in candidates(byline))


def _is_plain(candidate: Candidate) -> bool:
    title, name, _ = candidate
    if title[-1].isupper() and not (name[1].islower() or name[1] in ".'’-"):
        return False
    shapes = [shape(word) for word in name.split()]
    long_enough = 2 <= len(shapes) <= 5 or shapes == ["dotted"]
    return long_enough and shapes[-1] not in ("particle", "suffix") and not {"other", "lower"} & set(shapes)


def splits(byline: Byline, around: Surroundings) -> list[Split]:
    """The readings of the line, best first; seams in odd places are looked at only where the usual ones fail."""
    found = _weighed(candidates(byline), around) or _weighed(candidates(byline, most=_MANY), around)
    if not found or found[0].score < _POOR:
        found = _weighed(candidates(byline, anywhere=True), around) or found
    return found


def _weighed(readings: Iterable[Candidate], around: Surroundings) -> list[Split]:
    found = [Split(reading, score(reading, around)) for reading in readings]
    return sorted(found, key=lambda split: -split.score)


def score(candidate: Candidate, around: Surroundings) -> float:
    """The sum of the weights of what speaks for and against the candidate."""
    return sum(WEIGHTS[feature].weight for feature in features(candidate, around))


def margin(found: Sequence[Split]) -> float:
    """By how much the best reading is ahead; a lone reading is measured against there being no seam."""
    if not found:
        return 0.0
    rival = found[1].score if len(found) > 1 else _NO_SEAM
    return found[0].score - max(rival, _NO_SEAM)


def candidates(byline: Byline, *, most: int = _USUAL, anywhere: bool = False) -> Iterator[Candidate]:
    """The readings that are worth weighing, with so many authors at the most: before capitals, or before any letter."""
    for segment, others in _segments(byline, most):
        start = max(1, len(segment) - LONGEST_NAME, segment.rfind(", ") + 3)
        for at in range(start, len(segment) - 1):
            char, before = segment[at], segment[at - 1]
            if char.isalpha() if anywhere else char.isupper() and before not in _NO_SEAM_AFTER:
                yield Candidate(segment[:at], segment[at:], others)


def _segments(byline: Byline, most: int = _USUAL) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The text that ends in the first author, with the further authors, for each number of authors that may be."""
    text = byline.text
    commas = [found.start() for found in _COMMA.finditer(text, max(0, len(text) - most * LONGEST_NAME))][1 - most :]
    others: tuple[str, ...] = ()
    end = len(text)
    for comma in [*reversed(commas), -1]:
        if not byline.et_al or len(others) >= _USUAL - 1 or comma < 0:
            yield text[:end], others
        if comma < 0:
            return
        others = (text[comma + 2 : end], *others)
        end = comma

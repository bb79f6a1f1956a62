"""How sure each field of a reading is: the share of the evidence that readings with the same value have, as log-odds.

The readings compete; what they agree on is sure even where they differ elsewhere. For the venue, where most mistakes
are made, signs of trouble count too. Measured on some 1,200 references in 48 styles and layouts, these limits ask for a
review of one paper in ten, and of five wrong ones in six.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import log
from typing import NamedTuple

from publist.formats.references import venuewords
from publist.formats.references.grammar import probabilities
from publist.formats.references.lists import Judged
from publist.formats.references.numbers import YEAR
from publist.formats.references.parting import Reading, Reference
from publist.model.paper import Paper

LEAST = {"title": 2.2, "authors": 2.2, "venue": 2.0}
"""The log-odds below which a field asks for a review."""
_NEVER, _ALWAYS = 1e-4, 1 - 1e-4
_YEAR_END = re.compile(rf"[\s,(]*{YEAR}\W*$")
_MOST_LEFT = 8


class Confidence(NamedTuple):
    """The log-odds that title, authors and venue are read right."""

    title: float
    authors: float
    venue: float

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The fields that ask for a review."""
        return tuple(field for field, least in LEAST.items() if getattr(self, field) < least)


def confidence_of(judged: Judged, reference: Reference, paper: Paper) -> Confidence:
    """The confidence in the best of the readings, which was read as this paper."""
    shares = probabilities(judged.scores)
    best, text = judged.readings[0], reference.text

    def odds(value: Callable[[Reading], object]) -> float:
        wanted = value(best)
        share = sum(part for part, reading in zip(shares, judged.readings, strict=True) if value(reading) == wanted)
        share = min(max(share, _NEVER), _ALWAYS)
        return log(share / (1 - share))

    return Confidence(
        odds(lambda reading: _bare(text[slice(*reading.title)])),
        odds(_names),
        odds(lambda reading: _venue(reading, text)) - _trouble(judged, reference, paper),
    )


def _trouble(judged: Judged, reference: Reference, paper: Paper) -> float:
    """What makes a venue less sure than its rivals tell."""
    best, wording = judged.readings[0], reference.wording
    start, end = max(best.venue.start, 0), max(best.venue.end, 0)
    name = reference.text[start:end]
    first, last = wording.span(start, end)
    return (
        0.3 * _left_over(best, reference) * (not paper.publisher and not paper.place)
        + 0.12 * max(judged.typical - best.score, 0.0)
        + 1.2 * (paper.date is None)
        + 0.6 * bool(wording.matches("digit", start, end))
        + 0.6 * ("," in name)
        + 0.8 * bool(venuewords.PUBLISHER_ALONE.fullmatch(name))
        + 0.5 * (last - first > _MOST_LEFT)
        + 0.4 * wording.count("odd", first, last)
        - 0.5 * judged.agreement
    )


def _left_over(best: Reading, reference: Reference) -> int:
    """How many words follow that nothing explains."""
    if best.order == "title last":
        return 0
    names_end = best.authors.end if best.authors and best.order == "inside" else 0
    wording, end = reference.wording, max(best.title[1], best.venue.end, names_end)
    return min(wording.count("long", wording.span(end, end)[0], len(wording.words)), _MOST_LEFT)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _venue(reading: Reading, text: str) -> str:
    """The name without a year that ends it."""
    return _bare(_YEAR_END.sub("", text[max(reading.venue.start, 0) : max(reading.venue.end, 0)]))


def _names(reading: Reading) -> object:
    names = reading.authors.names if reading.authors else None
    if names is None:
        return None
    starts = tuple(min(word.start for word in (*name.family, *name.given)) for name in names.names)
    return names.et_al, names.end, starts, tuple(len(name.family) for name in names.names)

"""How far the readings of a reference agree with the best one: all told, by its own words, and by the list alone.

The three views of a reference are as good as independent. What each of them reads alike is sure; where the words of the
reference say one thing and the others of its list another, one of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from publist.formats.references import trouble
from publist.formats.references.grammar import probabilities
from publist.formats.references.lists import Judged
from publist.formats.references.parting import Reading

_NEVER, _ALWAYS = 1e-4, 1 - 1e-4
_STEPS = (0, 2, 4, 6)
"""How little agreement counts more, the less there is of it."""


def signs_of(judged: Judged, text: str) -> dict[str, float]:
    """The log-odds for title, authors and venue of the best reading in each view, and how far they are below steps."""
    own = [reading.score for reading in judged.readings]
    votes = [score - alone for score, alone in zip(judged.scores, own, strict=True)]
    views = [("", judged.scores), (" alone", own), (" by the list", votes)]
    alike = {field: _alike(field, judged.readings, text) for field in ("title", "authors", "venue")}
    told: dict[str, float] = {}
    for view, scores in views:
        shares = probabilities(scores)
        for field, agree in alike.items():
            odds = _odds(sum([share for share, same in zip(shares, agree, strict=True) if same]))
            told[f"{field} odds{view}"] = odds
            told |= {f"{field} odds{view} below {step}": max(step - odds, 0.0) for step in _STEPS}
    return told


def _alike(field: str, readings: Sequence[Reading], text: str) -> list[bool]:
    """Which readings have this field as the best one has it: at the same place, or elsewhere with the same value."""
    best = readings[0]
    place, value = _place(field, best), _value(field, best, text)
    return [_place(field, reading) == place or _value(field, reading, text) == value for reading in readings]


def _place(field: str, reading: Reading) -> object:
    if field == "title":
        return reading.title
    if field == "venue":
        return reading.venue.start, reading.venue.end
    return reading.authors


def _value(field: str, reading: Reading, text: str) -> object:
    if field == "title":
        return trouble.bare(text[slice(*reading.title)])
    return trouble.venue_of(reading, text) if field == "venue" else trouble.names_of(reading)


def _odds(share: float) -> float:
    share = min(max(share, _NEVER), _ALWAYS)
    return log(share / (1 - share))

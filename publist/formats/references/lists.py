"""All references of a list judged together: each by itself, then by the grammar that the others agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from publist.formats.references.grammar import Grammar, Traits, probabilities
from publist.formats.references.judging import readings
from publist.formats.references.parting import Reading, Reference
from publist.formats.references.traits import traits_of
from publist.formats.references.weights import VOTES, WEIGHTS

_BALLOT = 8
_ROUNDS = 2
_LIKELIEST = 2
"""So many titles of a reference are looked at further where the list is long and it is as most of it."""
_SAMPLE = 80
"""So many references show what is usual in a long list."""


class Judged(NamedTuple):
    """The readings of a reference, best first, and the score of each with the votes of the others."""

    readings: tuple[Reading, ...]
    scores: tuple[float, ...]
    agreement: float
    """How well the best reading fits the others of the list: the mean logarithm of their shares (0: all are so)."""
    least: float
    """The logarithm of the share of the trait in which fewest are as it is."""
    typical: float
    """The median of what speaks for the best readings of the list."""


def judged(references: Sequence[Reference]) -> list[Judged]:
    """The judgement of each reference in turn."""
    found = _all_readings(references)
    traits = [
        [traits_of(reading, reference) for reading in each] for each, reference in zip(found, references, strict=True)
    ]
    scores = [[reading.score for reading in each] for each in found]
    for _ in range(_ROUNDS):
        scores = _voted(found, traits, scores)
    grammar = Grammar()
    for each, values in zip(traits, scores, strict=True):
        grammar.learn(_ballot(each, values))
    typical = _typical([each[0] for each in found if each])
    return [
        _sorted(each, values, shown, grammar)._replace(typical=typical)
        for each, values, shown in zip(found, scores, traits, strict=True)
    ]


def _typical(best: Sequence[Reading]) -> float:
    """The median of what speaks for the readings with authors, if any has: others may be no references."""
    signed = [reading.score for reading in best if reading.authors]
    return median(signed or [reading.score for reading in best] or [0.0])


def _all_readings(references: Sequence[Reference]) -> list[list[Reading]]:
    """The readings of each reference; of a long list, a part tells where authors stand, and the rest is read so."""
    if len(references) < 2 * _SAMPLE:
        return [readings(reference, weigh) for reference in references]
    step = len(references) // _SAMPLE
    sample = {at: readings(references[at], weigh) for at in range(0, len(references), step)}
    best = [each[0] for each in sample.values() if each]
    orders = Counter(reading.order if reading.authors else "none" for reading in best)
    usual = frozenset(order for order, count in orders.items() if count > len(best) // 50)
    least = sorted(reading.score for reading in best)[len(best) // 10] if best else 0.0
    return [sample.get(at) or _usual_readings(reference, usual, least) for at, reference in enumerate(references)]


def _usual_readings(reference: Reference, orders: frozenset[str], least: float) -> list[Reading]:
    """The readings as the list usually is; all of them where these are poor."""
    found = readings(reference, weigh, orders=orders, titles=_LIKELIEST)
    return found if found and found[0].score >= least else readings(reference, weigh)


def weigh(features: Sequence[str]) -> float:
    """The sum of what the features weigh."""
    get = WEIGHTS.get
    return sum([get(feature, 0.0) for feature in features])


def _voted(
    found: Sequence[Sequence[Reading]], traits: Sequence[Sequence[Traits]], scores: Sequence[Sequence[float]]
) -> list[list[float]]:
    """The scores with the agreement of the other references."""
    grammar = Grammar()
    ballots = [_ballot(each, values) for each, values in zip(traits, scores, strict=True)]
    for ballot in ballots:
        grammar.learn(ballot)
    voted = []
    for each, shown, ballot in zip(found, traits, ballots, strict=True):
        grammar.learn(ballot, -1.0)
        votes = _agreements(grammar, shown)
        voted.append([reading.score + vote for reading, vote in zip(each, votes, strict=True)])
        grammar.learn(ballot)
    return voted


def _ballot(traits: Sequence[Traits], scores: Sequence[float]) -> list[tuple[Traits, float]]:
    best = sorted(range(len(scores)), key=lambda at: -scores[at])[:_BALLOT]
    return (
        list(zip([traits[at] for at in best], probabilities([scores[at] for at in best]), strict=True)) if best else []
    )


def _agreements(grammar: Grammar, shown: Sequence[Traits]) -> list[float]:
    """What the votes say for each reading; readings of one reference share most traits, which are weighed once."""
    every = list({trait for traits in shown for trait in traits})
    shares = grammar.agreement(every)
    known = {trait: VOTES[name] * share for trait, (name, share) in zip(every, shares, strict=True)}
    return [sum([known[trait] for trait in traits]) for traits in shown]


def _sorted(found: Sequence[Reading], scores: Sequence[float], traits: Sequence[Traits], grammar: Grammar) -> Judged:
    order = sorted(range(len(found)), key=lambda at: -scores[at])
    shares = [share for _, share in grammar.agreement(traits[order[0]])] if order else [0.0]
    return Judged(
        tuple(found[at] for at in order), tuple(scores[at] for at in order), sum(shares) / len(shares), min(shares), 0.0
    )

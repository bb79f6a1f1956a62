"""The grammar of a list: what its references have in common, learned from all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log

Traits = Sequence[tuple[str, str]]
_PRIOR = 0.4


class Grammar:
    """How often the references of a list show each trait; each votes with how sure it is."""

    def __init__(self) -> None:
        self.counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.votes = 0.0

    def learn(self, ballot: Iterable[tuple[Traits, float]], times: float = 1.0) -> None:
        """Take the votes of one reference: its readings' traits, each with its probability."""
        for traits, weight in ballot:
            for trait in traits:
                self.counts[trait] += weight * times
            self.votes += weight * times

    def agreement(self, traits: Traits) -> list[tuple[str, float]]:
        """For each trait, the logarithm of its share among the votes."""
        total = log(self.votes + 2 * _PRIOR)
        return [(name, log(max(self.counts.get((name, value), 0.0), 0.0) + _PRIOR) - total) for name, value in traits]


def probabilities(scores: Sequence[float]) -> list[float]:
    """The scores, which are log-odds, as probabilities."""
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]

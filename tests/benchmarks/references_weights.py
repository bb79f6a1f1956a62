"""Fit the weights of evidence (publist/formats/references/weights.tsv) to folders of reference lists.

    python -m tests.benchmarks.references_lists TUNE --half 0 --lists 120
    python -m tests.benchmarks.references_weights TUNE [MORE ...] [--pull 0.02] [--rounds 12] > weights.tsv

Conditional logistic regression: the readings of each reference compete, and the sum of the evidence, with the votes of
the other references of its list, is to be greatest for one that is right. Weights are pulled towards those of the
table, new ones towards 0; evidence that is rare in the folders is left out. Judge the result on lists of --half 1.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from publist.formats.references import lists
from publist.formats.references.grammar import Grammar
from publist.formats.references.judging import features
from publist.formats.references.traits import traits_of
from publist.formats.references.weights import VOTES, WEIGHTS
from tests.benchmarks.references_truth import Case, all_readings, cases_of, wrong_fields

_FEWEST = 25
_STEP = 0.15
_LEAST = 0.05


class Example(NamedTuple):
    """The features of each reading, the votes for it, and whether it is right."""

    features: list[list[str]]
    votes: list[list[tuple[str, float]]]
    right: list[bool]


def main() -> None:
    """Fit, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--pull", type=float, default=0.02, help="how much the table's weights count")
    parser.add_argument("--rounds", type=int, default=12)
    chosen = parser.parse_args()
    examples = [example for folder in chosen.folders for cases in cases_of(folder) for example in _examples(cases)]
    print(
        f"{len(examples)} references, right by the table's weights: {_share(examples, WEIGHTS, VOTES):.2f} %",
        file=sys.stderr,
    )
    weights, votes = _fit(examples, chosen.pull, chosen.rounds)
    print(f"right by the new ones: {_share(examples, weights, votes):.2f} %", file=sys.stderr)
    print("# kind\tvalue\tname: see weights.py")
    for kind, table in (("weight", weights), ("vote", votes)):
        for name in sorted(table):
            if abs(table[name]) >= _LEAST or kind == "vote":
                print(f"{kind}\t{table[name]:.2f}\t{name}")


def _examples(cases: Sequence[Case]) -> list[Example]:
    """The references of a list of which some reading is right, with the votes as they are at the end."""
    found = [all_readings(case) for case in cases]
    traits = [[traits_of(reading, case.reference) for reading in each] for each, case in zip(found, cases, strict=True)]
    scores = [[reading.score for reading in each] for each in found]
    for _ in range(2):
        scores = lists._voted(found, traits, scores)
    grammar = Grammar()
    ballots = [lists._ballot(each, values) for each, values in zip(traits, scores, strict=True)]
    for ballot in ballots:
        grammar.learn(ballot)
    examples = []
    for case, each, shown, ballot in zip(cases, found, traits, ballots, strict=True):
        if case.truth is None or not each:
            continue
        right = [not wrong_fields(case, reading) for reading in each]
        if any(right) and not all(right):
            grammar.learn(ballot, -1.0)
            votes = [grammar.agreement(of) for of in shown]
            grammar.learn(ballot)
            examples.append(Example([features(reading, case.reference) for reading in each], votes, right))
    return examples


def _scores(example: Example, weights: dict[str, float], votes: dict[str, float]) -> list[float]:
    return [
        sum([weights.get(name, 0.0) for name in names]) + sum([votes[name] * share for name, share in shares])
        for names, shares in zip(example.features, example.votes, strict=True)
    ]


def _share(examples: Sequence[Example], weights: dict[str, float], votes: dict[str, float]) -> float:
    good = 0
    for example in examples:
        scores = _scores(example, weights, votes)
        good += example.right[scores.index(max(scores))]
    return 100 * good / len(examples)


def _fit(examples: list[Example], pull: float, rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Stochastic gradient descent with a step for each weight (AdaGrad)."""
    seen = Counter(name for example in examples for name in {name for names in example.features for name in names})
    weights = {name: WEIGHTS.get(name, 0.0) for name, count in seen.items() if count >= _FEWEST or name in WEIGHTS}
    weights |= {name: value for name, value in WEIGHTS.items() if name not in weights}
    start, votes = dict(weights), dict(VOTES)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    chance = random.Random(0)
    for _ in range(rounds):
        chance.shuffle(examples)
        for example in examples:
            slopes, of_votes = _slopes(example, weights, votes)
            for name, slope in slopes.items():
                if name in weights:
                    squares[name] += slope**2
                    weights[name] -= _STEP * (slope + pull * (weights[name] - start[name])) / math.sqrt(squares[name])
            for name, slope in of_votes.items():
                squares[f"vote {name}"] += slope**2
                votes[name] -= _STEP * slope / math.sqrt(squares[f"vote {name}"])
                votes[name] = max(votes[name], 0.0)
        print(f"right {_share(examples, weights, votes):.2f} %", file=sys.stderr)
    return weights, votes


def _slopes(
    example: Example, weights: dict[str, float], votes: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    scores = _scores(example, weights, votes)
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    of_right = sum(odd for odd, right in zip(odds, example.right, strict=True) if right)
    slopes: defaultdict[str, float] = defaultdict(float)
    of_votes: defaultdict[str, float] = defaultdict(float)
    for names, shares, odd, right in zip(example.features, example.votes, odds, example.right, strict=True):
        slope = odd / total - (odd / of_right if right else 0.0)
        if abs(slope) > 1e-3:
            for name in names:
                slopes[name] += slope
            for name, share in shares:
                of_votes[name] += slope * share
    return slopes, of_votes


if __name__ == "__main__":
    main()

"""Which weights of evidence would fit a folder of listings best: conditional logistic regression over the seams.

    python tests/benchmarks/listing_weights.py FOLDER [--half 0|1] [--pull 0.5]

The folder is as in listing.py beside this file. Each line is taken with and without its abstract, once with its own
authors and once with those of another paper of the folder. The weights are pulled towards those of the table, so
that evidence which is rare in the folder keeps the weight that general knowledge gave it. Printed are the rows that
would change, with the old and the new weight. With --half only half of the listings count; report on the other half.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publist.formats.listing.evidence import Candidate, Surroundings, features
from publist.formats.listing.page_words import Page
from publist.formats.listing.splits import byline_of, candidates
from publist.formats.listing.weights import WEIGHTS

Truth = dict[str, Any]
Example = tuple[list[list[str]], int]
"""The features of each candidate of a line, and which candidate is right."""

_BY_HAND = frozenset(("join: before a small letter", "join: after a space", "name begins: lower"))
"""Evidence of odd seams, which are looked at only where the usual ones fail: the examples here do not have them."""

_ROUNDS = 30
_STEP = 0.3


def main() -> None:
    """Fit, and print what would change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--pull", type=float, default=0.5, help="how much the table's weights count")
    chosen = parser.parse_args()
    pages = [
        [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        for file in sorted(chosen.folder.glob("*.truth.jsonl"))
        if chosen.half is None or zlib.crc32(file.name.split(".")[0].encode()) % 2 == chosen.half
    ]
    examples = [*_examples(pages), *_examples(_recombined(pages))]
    fitted = _fit(examples, chosen.pull)
    for name, row in WEIGHTS.items():
        if abs(fitted[name] - row.weight) >= 0.1:
            print(f"{name:45}{row.weight:6.1f} -> {fitted[name]:5.1f}")


def _recombined(pages: list[list[Truth]]) -> list[list[Truth]]:
    """The same titles with the authors of other papers: seams that the folder could have had as well."""
    chance = random.Random(0)
    papers = [paper for page in pages for paper in page]
    return [
        [
            paper | {key: other[key] for key in ("authors", "et_al")}
            for paper in page
            for other in [chance.choice(papers)]
        ]
        for page in pages
    ]


def _examples(pages: list[list[Truth]]) -> Iterator[Example]:
    for papers in pages:
        for abstracts in (True, False):
            page = Page(paper["abstract"] for paper in papers if abstracts)
            for paper in papers:
                page.learn(paper["authors"])
            for paper in papers:
                page.learn(paper["authors"], times=-1)
                yield _example(paper, paper["abstract"] if abstracts else "", page)
                page.learn(paper["authors"])


def _example(paper: Truth, abstract: str, page: Page) -> Example:
    right = Candidate(paper["title"], paper["authors"][0], tuple(paper["authors"][1:]))
    line = paper["title"] + ", ".join(paper["authors"]) + (" et al." if paper["et_al"] else "")
    readings = [right, *(reading for reading in candidates(byline_of(line)) if reading != right)]
    around = Surroundings(abstract, abstract.lower(), page)
    return [features(reading, around) for reading in readings], 0


def _fit(examples: list[Example], pull: float) -> dict[str, float]:
    """Stochastic gradient descent with a step for each weight (AdaGrad)."""
    weights = {name: row.weight for name, row in WEIGHTS.items()}
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(_ROUNDS):
        for readings, right in examples:
            slopes = _slopes(readings, right, weights)
            for name in slopes.keys() - _BY_HAND:
                squares[name] += slopes[name] ** 2
                weights[name] -= _STEP * slopes[name] / math.sqrt(squares[name])
        for name, row in WEIGHTS.items():
            weights[name] -= _STEP * pull * (weights[name] - row.weight) / math.sqrt(squares[name])
    return weights


def _slopes(readings: list[list[str]], right: int, weights: dict[str, float]) -> dict[str, float]:
    sums = [sum(weights[name] for name in reading) for reading in readings]
    best = max(sums)
    odds = [math.exp(value - best) for value in sums]
    slopes: defaultdict[str, float] = defaultdict(float)
    for at, reading in enumerate(readings):
        difference = odds[at] / sum(odds) - (at == right)
        if abs(difference) > 1e-4:
            for name in reading:
                slopes[name] += difference
    return slopes


if __name__ == "__main__":
    main()

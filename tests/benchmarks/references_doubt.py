"""Fit the weights of doubt (publist/formats/references/doubt.tsv) to folders of reference lists.

    python -m tests.benchmarks.references_lists TUNE --half 0 --lists 90 --seed 2
    python -m tests.benchmarks.references_doubt TUNE [MORE ...] [--flagged 0.18] > doubt.tsv

A logistic regression for each field tells from the evidence (confidence.py) how likely it is wrong. One limit for all
fields is set so that the share of papers asked for is about the expected one. Lists that the weights of evidence
were fitted to show too few mistakes: take others, and judge the result on lists of --half 1. Left out are lists that
are read wrongly as a whole, which tell nothing of single papers, and years and pages that the truth may not know.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from publist.formats.references import lists
from publist.formats.references.confidence import FIELDS, evidence_of
from publist.formats.references.familyfirst import with_family_first
from publist.formats.references.publications import paper_of
from publist.model.paper import Paper
from tests.benchmarks.references_truth import Case, cases_of, other_wrong_fields, wrong_fields

_PULL = 0.002
_ROUNDS = 14
_STEP = 0.1


class Example(NamedTuple):
    """The evidence for a paper, and which of its fields are wrong."""

    evidence: dict[str, float]
    wrong: list[str]


def main() -> None:
    """Fit, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--flagged", type=float, default=0.18, help="the share of papers to ask a review for")
    chosen = parser.parse_args()
    every = [_examples(cases) for folder in chosen.folders for cases in cases_of(folder)]
    examples = [one for examples in every if _is_read(examples) for one in examples]
    models = {field: _fit(examples, field) for field in FIELDS}
    odds = sorted((max(_odds(models[field], one.evidence) for field in FIELDS) for one in examples), reverse=True)
    limit = odds[int(chosen.flagged * len(odds))]
    _tell(examples, models, limit)
    print("# field\tweight\tevidence: see confidence.py")
    for field, weights in models.items():
        for name in sorted(weights):
            print(f"{field}\t{weights[name]:.3f}\t{name}")
        print(f"{field}\t{limit:.3f}\tlimit")


def _tell(examples: Sequence[Example], models: dict[str, dict[str, float]], limit: float) -> None:
    flagged = [max(_odds(models[field], one.evidence) for field in FIELDS) > limit for one in examples]
    wrong = sum(bool(one.wrong) for one in examples)
    caught = sum(bool(one.wrong) and flag for one, flag in zip(examples, flagged, strict=True))
    print(
        f"{len(examples)} papers, {wrong} wrong, {sum(flagged)} flagged, {caught} of the wrong ones caught",
        file=sys.stderr,
    )


def _is_read(examples: Sequence[Example]) -> bool:
    return 2 * sum(bool(one.wrong) for one in examples) <= len(examples)


def _examples(cases: Sequence[Case]) -> list[Example]:
    judgements = with_family_first(lists.judged([case.reference for case in cases]))
    papers = [
        paper_of(judged.readings[0], case.reference, case.entry.heading) if judged.readings else None
        for case, judged in zip(cases, judgements, strict=True)
    ]
    evidence = evidence_of(judgements, [case.reference for case in cases], papers)
    return [
        Example(
            {name: float(value) for name, value in told.items()},
            [*wrong_fields(case, judged.readings[0]), *other_wrong_fields(paper, case.truth)],
        )
        for case, judged, paper, told in zip(cases, judgements, papers, evidence, strict=True)
        if paper and told and case.truth and not _may_be_untold(paper, case)
    ]


def _may_be_untold(paper: Paper, case: Case) -> bool:
    """Whether nothing but a year or pages are wrong, of which the truth has none."""
    truth = case.truth or {}
    others = other_wrong_fields(paper, truth)
    return len(others) == 1 and not truth.get({"date": "year"}.get(others[0], others[0])) and others[0] != "doi"


def _odds(weights: dict[str, float], evidence: dict[str, float]) -> float:
    return weights["bias"] + sum([weights.get(name, 0.0) * value for name, value in evidence.items()])


def _fit(examples: list[Example], field: str) -> dict[str, float]:
    """Stochastic gradient descent with a step for each weight (AdaGrad)."""
    weights: defaultdict[str, float] = defaultdict(float, bias=-3.0)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    chance = random.Random(0)
    order = list(examples)
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for one in order:
            error = 1 / (1 + math.exp(-max(min(_odds(weights, one.evidence), 30), -30))) - (field in one.wrong)
            for name, value in (*one.evidence.items(), ("bias", 1.0)):
                if value:
                    slope = error * value + (_PULL * weights[name] if name != "bias" else 0.0)
                    squares[name] += slope**2
                    weights[name] -= _STEP * slope / math.sqrt(squares[name])
    return dict(weights)


if __name__ == "__main__":
    main()

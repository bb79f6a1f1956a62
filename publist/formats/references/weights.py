"""What each piece of evidence weighs: log-odds, from the table weights.tsv beside this module.

They are those of a conditional logistic regression over all ways to part a reference, on some 7,600 references: papers
of public bibliographies and invented ones, in styles of CSL rendered by pandoc's citeproc and in forms such as people
write by hand (tests/benchmarks/references_weights.py fits them, references_lists.py beside it makes the lists). Three
rows are set by hand, for what these lists lack: "by before", "title: by and a name at its end", "title: in: inside".
A ``weight`` is that of a feature (author_evidence.py, title_evidence.py, venue_evidence.py), a ``vote`` that of a trait
on which the references of a list agree (traits.py, grammar.py). Only differences count.
"""

from __future__ import annotations

import os

_TABLE = os.path.join(os.path.dirname(__file__), "weights.tsv")


def _read(kind: str) -> dict[str, float]:
    with open(_TABLE, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return {name: float(value) for row, value, name in rows if row == kind}


WEIGHTS = _read("weight")
VOTES = _read("vote")

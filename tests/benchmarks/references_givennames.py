"""Make the table of given names (publist/formats/references/givennames.tsv).

    python -m tests.benchmarks.references_givennames dist.male.first dist.female.first dist.all.last items.json

The first three files are the lists of names of the United States census of 1990 (in the public domain; the Python
package ``names`` brings them), the last one holds papers as CSL items. A name is taken if it is more often a given
name than a family name, by far, and not rare.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

_MOST = 1500
_TIMES = 4
"""So many times as often a given name as a family name."""


def main(paths: Sequence[str]) -> None:
    """Print the table."""
    given, family = _shares(paths[:2]), _shares(paths[2:3])
    common = sorted((name for name in given if len(name) > 2), key=lambda name: -given[name])[:_MOST]
    found = {name for name in common if given[name] > _TIMES * family.get(name, 0.0) / 2} | _of_items(paths[3])
    print(f"# {len(found)} words that are given names rather than family names; made by {Path(__file__).name}")
    print(fill(" ".join(sorted(found)), 118))


def _shares(paths: Sequence[str]) -> Counter[str]:
    """How many of 100 people have each name."""
    found: Counter[str] = Counter()
    for path in paths:
        for line in Path(path).read_text("ascii").splitlines():
            name, share, *_ = line.split()
            found[name.lower()] += float(share)  # type: ignore[assignment]  # a Counter of shares
    return found


def _of_items(path: str) -> set[str]:
    """The first words of given names that two people of the items have, and few as a family name."""
    people = {
        (person["given"], person["family"])
        for item in json.loads(Path(path).read_text("utf-8"))
        for person in item["author"]
        if person.get("given") and person.get("family")
    }
    given = Counter(given.split()[0].lower() for given, _ in people)
    family = Counter(family.split()[-1].lower() for _, family in people)
    return {
        name
        for name, count in given.items()
        if count > 1 and count > _TIMES * family[name] and len(name) > 2 and name.replace("-", "").isalpha()
    }


if __name__ == "__main__":
    main(sys.argv[1:])

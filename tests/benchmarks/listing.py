"""How exact the listing reader is on a folder of listings whose truth is known.

    python tests/benchmarks/listing.py FOLDER [--no-abstracts] [--split category|listing] [--wrong]

FOLDER holds ``NAME.txt`` (a pasted listing), ``NAME.truth.jsonl`` (one object a paper in page order: category, date,
code, title, authors, et_al, affiliations, abstract) and ``INDEX.tsv`` (listing, papers, ...; a line of heads first).
The kind of a listing is its name up to the first hyphen. CPU time is that of reading, without loading the files.
"""

from __future__ import annotations

import argparse
import json
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from publist.formats import listing
from publist.model.paper import Paper

Truth = dict[str, Any]


class Case(NamedTuple):
    """One paper as the page has it and as it was read (None where it was not)."""

    listing: str
    truth: Truth
    paper: Paper | None

    @property
    def exact(self) -> bool:
        """Whether title and authors are right to the letter."""
        if not self.paper:
            return False
        read = (self.paper.title, [str(name) for name in self.paper.authors])
        return read == (self.truth["title"], self.truth["authors"])

    @property
    def rest_exact(self) -> bool:
        """Whether all else is right to the letter."""
        if not self.paper:
            return False
        category, code, et_al, abstract = self.paper.category, self.paper.code, self.paper.et_al, self.paper.abstract
        read = (category, str(self.paper.date), code, et_al, list(self.paper.affiliations), abstract)
        keys = ("category", "date", "code", "et_al", "affiliations", "abstract")
        return read == tuple(self.truth[key] for key in keys)

    @property
    def flagged(self) -> bool:
        """Whether the reader asks for a look at it."""
        return self.paper is None or bool(self.paper.review)


def main() -> None:
    """Read the folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-abstracts", action="store_true", help="take the abstracts out first")
    parser.add_argument("--split", choices=sorted(_HALVES), help="a table for each half: tune on one, report the other")
    parser.add_argument("--wrong", action="store_true", help="list the papers that were read wrongly")
    chosen = parser.parse_args()
    cases, seconds = _read(chosen.folder, abstracts=not chosen.no_abstracts)
    half_of = _HALVES[chosen.split] if chosen.split else lambda _: 0
    for half in sorted({half_of(case) for case in cases}):
        _print_table([case for case in cases if half_of(case) == half], f"half {half + 1}" if chosen.split else "")
    print(f"CPU {seconds:.2f} s for {len(cases)} papers, {seconds / len(cases) * 10_000:.2f} s for 10,000")
    if chosen.wrong:
        _print_wrong(cases)


def _read(folder: Path, *, abstracts: bool) -> tuple[list[Case], float]:
    cases: list[Case] = []
    seconds = 0.0
    for name in _names(folder):
        truths = [json.loads(line) for line in (folder / f"{name}.truth.jsonl").read_text("utf-8").splitlines()]
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
        if not abstracts:
            text = "\n".join(line for at, line in enumerate(text.splitlines()) if at % 3 < 2)
            truths = [truth | {"abstract": ""} for truth in truths]
        start = time.process_time()
        reading = listing.as_pasted(text, source=name)
        seconds += time.process_time() - start
        begins = dict(zip(reading.lines, reading.papers, strict=True))
        step = 3 if abstracts else 2
        cases += [Case(name, truth, begins.get(at * step + 1)) for at, truth in enumerate(truths)]
    return cases, seconds


def _names(folder: Path) -> Iterator[str]:
    for row in (folder / "INDEX.tsv").read_text("utf-8").splitlines()[1:]:
        yield row.split("\t")[0]


def _half_by_category(case: Case) -> int:
    """Half of the categories: venues differ in theirs, so a venue is seldom in both halves."""
    return zlib.crc32(str(case.truth["category"]).encode()) % 2


def _half_by_listing(case: Case) -> int:
    return zlib.crc32(case.listing.encode()) % 2


_HALVES: dict[str, Callable[[Case], int]] = {"category": _half_by_category, "listing": _half_by_listing}


def _print_table(cases: list[Case], head: str) -> None:
    kinds = sorted({_kind(case) for case in cases})
    print(f"{head:16}{'papers':>8}{'exact':>10}{'flagged':>10}{'wrong':>8}{'not flagged':>13}{'all else exact':>16}")
    for kind in kinds:
        _print_row(kind, [case for case in cases if _kind(case) == kind])
    if {"author", "mixed"} <= set(kinds):
        _print_row("author + mixed", [case for case in cases if _kind(case) in ("author", "mixed")])
    _print_row("all", cases)


def _kind(case: Case) -> str:
    return case.listing.split("-")[0]


def _print_row(label: str, cases: list[Case]) -> None:
    count = Counter({"exact": 0, "flagged": 0, "rest": 0, "silent": 0})
    for case in cases:
        count.update(exact=case.exact, flagged=case.flagged, rest=case.rest_exact)
        count.update(silent=not case.exact and not case.flagged)
    share = {key: f"{100 * number / len(cases):.2f} %" for key, number in count.items()}
    wrong = len(cases) - count["exact"]
    row = f"{share['exact']:>10}{share['flagged']:>10}{wrong:>8}{count['silent']:>13}{share['rest']:>16}"
    print(f"{label:16}{len(cases):>8}{row}")


def _print_wrong(cases: list[Case]) -> None:
    for case in cases:
        if not (case.exact and case.rest_exact):
            print(f"{case.listing}: {case.truth['title']} | {', '.join(case.truth['authors'])}")
            if case.paper:
                print(f"    read as {case.paper.title} | {', '.join(map(str, case.paper.authors))}")


if __name__ == "__main__":
    main()

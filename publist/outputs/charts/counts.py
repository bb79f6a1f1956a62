"""The counts that pictures show: papers per year, and of two people together, each in one pass over papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from publist.library.library import Entry, Term
from publist.library.terms import Ref

_ROWS = 12
_PEOPLE = 60
_PAIRS = 150

Counts = tuple[tuple[int, int], ...]
"""Years with a number of papers, in order."""
Pairs = tuple[tuple[int, int, int], ...]
"""Two people by their numbers, and how many papers they wrote together."""


def year_counts(entries: Iterable[Entry]) -> Counts:
    """Papers a year, of the years that have any."""
    return tuple(sorted(Counter([entry.paper.date.year for entry in entries if entry.paper.date]).items()))


def timeline_counts(topics: tuple[Term, ...]) -> tuple[tuple[Ref, Counts], ...]:
    """The papers a year of the most frequent topics."""
    return tuple((term.ref, year_counts(term.entries)) for term in topics[:_ROWS])


def pairs(people: tuple[Term, ...]) -> tuple[tuple[tuple[Ref, int], ...], Pairs]:
    """The most frequent people but the owner, with whom everybody writes, and who of them wrote together how often."""
    chosen = [term for term in people if not term.ref.owner][:_PEOPLE]
    numbers = {term.ref: number for number, term in enumerate(chosen)}
    papers = {entry.slug: entry for term in chosen for entry in term.entries}
    together: Counter[tuple[int, int]] = Counter()
    for entry in papers.values():
        together.update(combinations(sorted({numbers[ref] for ref in entry.authors if ref in numbers}), 2))
    strongest = sorted(together.items(), key=lambda item: (-item[1], item[0]))[:_PAIRS]
    return tuple((term.ref, len(term.entries)) for term in chosen), tuple((a, b, n) for (a, b), n in strongest)

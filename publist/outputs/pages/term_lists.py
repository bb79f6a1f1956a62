"""The overview of a taxonomy as lists: the most frequent, people under their letters, what has one paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from publist.outputs.views import TermLink

_MANY, _MOST = 20, 10
"""Of more people than the first number, so many stand above all others, and the others under letters."""
_FOLDED = 12
"""So many terms with one paper, or fewer, stand among the others."""
_BARS = 40


class LetterView(NamedTuple):
    """Terms that stand together: under a letter, or under none ("")."""

    letter: str
    terms: tuple[TermLink, ...]


class TermLists(NamedTuple):
    """The lists of a page of terms; ``bars`` is what the longest bar stands for, 0 for no bars."""

    most: tuple[TermLink, ...]
    letters: tuple[LetterView, ...]
    once: tuple[TermLink, ...]
    bars: int


def term_lists(kind: str, rows: Sequence[tuple[TermLink, str]]) -> TermLists:
    """The lists of all terms of a taxonomy, each with the slug by which it is sorted, "" where their order stands."""
    if kind == "person":
        return _people(rows)
    terms = tuple(term for term, _ in rows)
    once = tuple(term for term in terms if term.count == 1) if kind != "year" else ()
    if not _FOLDED < len(once) < len(terms):
        once = ()
    shown = tuple(term for term in terms if term.count > 1) if once else terms
    return TermLists((), (LetterView("", shown),), once, 0 if kind == "year" else _longest(shown))


def _longest(terms: Sequence[TermLink]) -> int:
    """The longest bar; none where the counts are about the same, or where there are too many to compare."""
    counts = [term.count for term in terms]
    return max(counts) if 1 < len(counts) <= _BARS and max(counts) > 3 * min(counts) else 0


def _people(rows: Sequence[tuple[TermLink, str]]) -> TermLists:
    ordered = sorted([(family, term.title.casefold(), term.path, term) for term, family in rows])
    if len(rows) <= _MANY:
        return TermLists((), (LetterView("", tuple([term for *_, term in ordered])),), (), 0)
    letters: dict[str, list[TermLink]] = {}
    for family, *_, term in ordered:
        letters.setdefault(_letter(family), []).append(term)
    other = letters.pop("", [])  # of scripts without capitals, in which every name would have a heading of its own
    groups = [LetterView(letter, tuple(terms)) for letter, terms in letters.items()]
    most = tuple(term for term, _ in rows[:_MOST])
    return TermLists(most, (*groups, *([LetterView("…", tuple(other))] if other else [])), (), 0)


def _letter(family: str) -> str:
    """The capital under which a name with this slug stands; "" of scripts that have no capitals."""
    first = family[:1].upper()
    return first if first != first.lower() else ""

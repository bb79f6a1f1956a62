"""Problems as lines: all of them, but of one file no more than a person reads; then how many more of which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from publist.model.problems import Problem, shown

MOST = 20
"""So many errors of a file are listed, and so many warnings."""
_KINDS = 8
_OFTEN = 50
"""A word that stands in one of so many messages is said of all of a kind; others tell one from another."""


def listed(problems: Iterable[Problem]) -> list[str]:
    """A text for each problem, and for each file that has too many of them one that counts the rest by kind."""
    first, rest = foremost(problems)
    return [*map(str, first), *(_counted(path, left) for path, left in rest.items())]


def foremost(problems: Iterable[Problem]) -> tuple[list[Problem], dict[str, list[Problem]]]:
    """The problems to be listed, as many errors and as many warnings of each file as are read; the others by file."""
    seen = Counter[tuple[str, str]]()
    first, rest = list[Problem](), dict[str, list[Problem]]()
    for problem in problems:
        seen[problem.path, problem.severity] += 1
        if seen[problem.path, problem.severity] <= MOST:
            first.append(problem)
        else:
            rest.setdefault(problem.path, []).append(problem)
    return first, rest


def _counted(path: str, left: Sequence[Problem]) -> str:
    """How many problems of a file are not listed, by kind, the most frequent first."""
    kinds = _kinds(left).most_common()
    lines = [f"{shown(path)}: {len(left)} more that are not listed (--json lists all):"]
    lines += [f"  {number} of the kind {kind}" for kind, number in kinds[:_KINDS]]
    others = kinds[_KINDS:]
    if others:
        lines.append(f"  {sum(number for _, number in others)} of {len(others)} other kinds")
    return "\n".join(lines)


def _kinds(problems: Sequence[Problem]) -> Counter[str]:
    """How often each message occurs, names and numbers in it left open."""
    messages = Counter((problem.severity, problem.message) for problem in problems)
    words = Counter[str]()
    for (_, message), number in messages.items():
        words.update(dict.fromkeys({*map(_bare, message.split())}, number))
    often = {word for word, number in words.items() if number > len(problems) // _OFTEN and word.isalpha()}
    kinds = Counter[str]()
    for (severity, message), number in messages.items():
        kinds[f"“{severity}: {shown(_open(message, often))}”"] += number
    return kinds


def _open(message: str, often: set[str]) -> str:
    """The message with an ellipsis for words that tell it from others of its kind."""
    words = (word if _bare(word) in often else "…" for word in message.split())
    return " ".join(word for word, _ in groupby(words))


def _bare(word: str) -> str:
    return word.strip(",;:.()")

"""Problems of one kind told together: one message with its number and a few of its places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from publist.model.problems import Problem

_VARIABLE = re.compile(
    r"""content/\S+:\s.*$|content/[^\s:;,]+|`[^`]*`(?:,\s`[^`]*`)*|“[^”]*”|"[^"]*"|'[^']*'|\([^()]*\)|\$[^$]*\$"""
    r"""|(?<!\S)[^\s'"`]*\.[a-z]{2,8}:\d+|\b(?:[\w-]+\.)+[a-z]{2,}\b|\d+"""
)
"""What tells two messages of one kind apart: paths, keys, quoted text, what is in parentheses, hosts, numbers."""
_VALUES = 3
"""So many values that differ are named in a message; of more there is an ellipsis."""


class ProblemGroup(NamedTuple):
    """Problems of one kind, in their order, and what is said of all of them."""

    message: str
    hint: str
    problems: tuple[Problem, ...]

    def examples(self, most: int) -> tuple[Problem, ...]:
        """So many of the problems: of different files if there are as many, else of different places."""
        by_file: dict[str, Problem] = {}
        by_place: dict[tuple[str, int, int], Problem] = {}
        for problem in self.problems:
            by_file.setdefault(problem.path, problem)
            by_place.setdefault((problem.path, problem.line, problem.column), problem)
        chosen = by_file if len(by_file) >= most else by_place
        return tuple(chosen.values())[:most]

    @property
    def files(self) -> int:
        """In how many files they are."""
        return len({problem.path for problem in self.problems})


def by_kind(problems: Iterable[Problem]) -> list[ProblemGroup]:
    """The problems by severity and kind of message, the largest groups first, else in the order of the problems."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.severity, _VARIABLE.sub("\0", problem.message)), []).append(problem)
    groups = [ProblemGroup(_common(found), _common_hint(found), tuple(found)) for found in kinds.values()]
    return sorted(groups, key=lambda group: -len(group.problems))


def _common(problems: list[Problem]) -> str:
    """The message with the values that occur at each place where the messages differ."""
    values = [list(dict.fromkeys(found)) for found in zip(*(_values(problem) for problem in problems), strict=True)]
    slots = iter([" / ".join(found) if len(found) <= _VALUES else "…" for found in values])
    return re.sub(r"…(?: …)+", "…", _VARIABLE.sub(lambda _: next(slots), problems[0].message))


def _values(problem: Problem) -> list[str]:
    return [match[0] for match in _VARIABLE.finditer(problem.message)]


def _common_hint(problems: list[Problem]) -> str:
    """The hint that all have, else that of the first as an example."""
    first, *others = dict.fromkeys(problem.hint.partition("\n")[0] for problem in problems)
    return f"{first}, …" if others else first

"""The number of problems, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from publist.model.problems import SEVERITIES, Problem


def failure_line(problems: Sequence[Problem], command: str) -> str:
    """How many problems stopped a command, and that the site stays as it was where the command would change it."""
    return counts(problems) + ("; the site was not changed" if command in ("build", "publish") else "")


def counts(problems: Sequence[Problem]) -> str:
    """The numbers of errors, warnings and suggestions, "" where there is none."""
    numbers = Counter(problem.severity for problem in problems)
    return joined([counted(numbers[kind], kind) for kind in SEVERITIES if numbers[kind]])


def joined(parts: Sequence[str]) -> str:
    """Parts of a sentence as a list in words, "" of none."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def problem_values(problems: Sequence[Problem]) -> dict[str, object]:
    """Problems as values that JSON has."""
    return {"problems": [problem._asdict() for problem in problems]}

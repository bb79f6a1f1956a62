"""The number of problems, in words."""

from __future__ import annotations

from collections.abc import Sequence

from publist.model.problems import Problem, errors_in


def failure_line(problems: Sequence[Problem], command: str) -> str:
    """How many problems stopped a command, and that the site stays as it was where the command would change it."""
    return counts(problems) + ("; the site was not changed" if command in ("build", "publish") else "")


def counts(problems: Sequence[Problem]) -> str:
    """The numbers of errors and warnings, "" where there is none."""
    errors = len(errors_in(problems))
    warnings = len(problems) - errors
    parts = [counted(errors, "error")] if errors else []
    parts += [counted(warnings, "warning")] if warnings else []
    return " and ".join(parts)


def counted(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def problem_values(problems: Sequence[Problem]) -> dict[str, object]:
    """Problems as values that JSON has."""
    return {"problems": [problem._asdict() for problem in problems]}

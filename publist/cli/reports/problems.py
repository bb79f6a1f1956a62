"""How much is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from publist.model.problems import Problem, errors_in


def failure_line(problems: Sequence[Problem]) -> str:
    """How much is wrong, and that nothing was harmed."""
    return f"{counts(problems)}; the site was not changed"


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

"""What a check found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from publist.cli.reports.problems import counted, joined, problem_values
from publist.model.problem_groups import by_kind
from publist.model.problems import SEVERITIES, Problem, shown

if TYPE_CHECKING:
    from publist.checks.audit import Audit
    from publist.checks.external_links import Tried


_MANY = 20
"""Of more problems of one severity the sum counts the kinds."""


def check_lines(audit: Audit, problems: Sequence[Problem], tried: Tried | None) -> list[str]:
    """What a check found, in numbers, after the problems themselves."""
    lines = []
    if audit.waiting:
        lines.append(f"{counted(len(audit.waiting), 'paper')} of content/sources will be imported by the next build")
    if tried:
        lines += _link_lines(tried)
    return [shown(line) for line in (*lines, f"{counted(audit.papers, 'paper')} checked: {_sum(problems)}")]


def _sum(problems: Sequence[Problem]) -> str:
    """How many problems of each severity; of many the kinds are counted, and how often they were found."""
    told = []
    for severity in SEVERITIES:
        found = [problem for problem in problems if problem.severity == severity]
        if len(found) <= _MANY:
            told += [counted(len(found), severity)] if found else []
        else:
            told.append(f"{counted(len(by_kind(found)), 'kind')} of {severity} in {len(found):,} places")
    return joined(told) or "no problems"


def _link_lines(tried: Tried) -> list[str]:
    unsure = [f"  {address}: {found.reason}" for address, found in tried.verdicts.items() if found.state == "unsure"]
    lines = [f"{counted(len(unsure), 'link')} could not be checked:", *sorted(unsure)] if unsure else []
    left = f", {tried.left} left for the next run" if tried.left else ""
    known = len(tried.verdicts) - tried.asked
    lines.append(f"{counted(tried.asked, 'link')} checked, {known} known from before{left}")
    return lines


def check_values(audit: Audit, problems: Sequence[Problem], tried: Tried | None) -> dict[str, object]:
    """What a check found as values that JSON has."""
    links = {address: found._asdict() for address, found in tried.verdicts.items()} if tried else None
    numbers = Counter(problem.severity for problem in problems)
    return {
        "papers": audit.papers,
        "errors": numbers["error"],
        "warnings": numbers["warning"],
        "suggestions": numbers["suggestion"],
        "waiting": audit.waiting,
        "links": {"verdicts": links, "asked": tried.asked, "left": tried.left} if tried else None,
        **problem_values(problems),
    }

"""Problems as a person reads them: errors, what keeps papers from readers, suggestions; what is the same, once."""

from __future__ import annotations

from collections.abc import Sequence

from publist.cli.reports.problems import counted
from publist.model.problem_groups import ProblemGroup, by_kind
from publist.model.problems import SEVERITIES, Problem, shown

MOST_LINES = 22
"""A report that would have more lines tells each kind of warning and suggestion once."""
_ALIKE = 3
"""So many of one kind are told one by one."""
_PLACES = 3
"""Of a group so many places are named."""
_HEADINGS = {"error": "", "warning": " that may keep papers from readers", "suggestion": ""}


def sections(problems: Sequence[Problem], *, whole: bool = False) -> list[str]:
    """The lines of a report: a heading with a number for each severity that occurs, then its problems.

    More than three of one kind are one line with their number and three places (two lines, with the remedy), unless
    the ``whole`` report is asked for. What would still be long is cut: kinds of warnings and suggestions that find
    no room are counted in the last line of their section.
    """
    lines = _lines(problems, _ALIKE) if not whole else _lines(problems, len(problems))
    if whole or len(lines) <= MOST_LINES:
        return lines
    return _cut(problems)


def grouped(problems: Sequence[Problem], *, whole: bool = False) -> list[str]:
    """The same without headings and without a cut: problems of any severity, those of a kind together."""
    return _section(problems, len(problems) if whole else _ALIKE)


def _lines(problems: Sequence[Problem], alike: int) -> list[str]:
    lines = []
    for severity in SEVERITIES:
        found = [problem for problem in problems if problem.severity == severity]
        if found:
            lines += [_heading(found), *_section(found, alike)]
    return lines


def _heading(problems: Sequence[Problem]) -> str:
    severity = problems[0].severity
    return f"{counted(len(problems), severity)}{_HEADINGS[severity]}:"


def _section(problems: Sequence[Problem], alike: int) -> list[str]:
    """The problems in their order, those of a large group together where the first of them stands."""
    groups = [group for group in by_kind(problems) if len(group.problems) > alike]
    first = {group.problems[0]: group for group in groups}
    grouped = {problem for group in groups for problem in group.problems}
    lines: list[str] = []
    for problem in problems:
        if problem in first:
            lines += _told(first[problem])
        elif problem not in grouped:
            lines += str(problem).split("\n")
    return lines


def _told(group: ProblemGroup) -> list[str]:
    """The line of a group, and one with its remedy."""
    return [_line(group), *([f"  {shown(group.hint)}"] if group.hint else [])]


def _line(group: ProblemGroup) -> str:
    number, files = len(group.problems), counted(group.files, "file")
    count = files if number == group.files else f"{number} times in {files}"
    return shown(f"{count}: {group.message} ({_places(group)})")


def _places(group: ProblemGroup) -> str:
    """Some places; of a file in the folder of the one before the name is enough."""
    named: list[str] = []
    folder = ""
    examples = group.examples(_PLACES)
    if len(examples) == 1 < len(group.problems):
        return f"{examples[0].path}: {', '.join(problem.message for problem in group.problems[:_PLACES])}, …"
    for problem in examples:
        above, slash, name = problem.path.rpartition("/")
        path = problem.path if above != folder else name
        folder = above if slash else ""
        named.append(":".join(str(part) for part in (path, problem.line, problem.column) if part))
    more = ", …" if len(group.problems) > len(examples) else ""
    return ", ".join(named) + more


def _cut(problems: Sequence[Problem]) -> list[str]:
    """Errors and kinds of warnings with their remedies, kinds of suggestions without, as there is room."""
    lines: list[str] = []
    by_severity = {severity: [p for p in problems if p.severity == severity] for severity in SEVERITIES}
    if errors := by_severity["error"]:
        lines += [_heading(errors), *_section(errors, _ALIKE)]
    suggestions = by_severity["suggestion"]
    kept = min(6, len(by_kind(suggestions)) + 2) if suggestions else 0
    if warnings := by_severity["warning"]:
        room = max(4, MOST_LINES - len(lines) - kept)
        lines += [_heading(warnings), *_fitting([_told(group) for group in by_kind(warnings)], room - 1)]
    if suggestions:
        room = max(4, MOST_LINES - len(lines))
        lines += [_heading(suggestions), *_fitting([[_line(group)] for group in by_kind(suggestions)], room - 1)]
    return lines


def _fitting(told: Sequence[list[str]], room: int) -> list[str]:
    """As many kinds as there is room for, then how many there are besides."""
    if sum(map(len, told)) <= room:
        return [line for lines in told for line in lines]
    kept: list[str] = []
    for number, lines in enumerate(told):
        if len(kept) + len(lines) >= room:
            return [*kept, f"… and {counted(len(told) - number, 'more kind')} (--all lists them)"]
        kept += lines
    return kept

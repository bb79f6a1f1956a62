"""Reports in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from publist.builder import Report
from publist.errors import Problem, errors_in


def build_lines(report: Report, seconds: float, output: str) -> str:
    """What a build did, in a line, and what stands in the output folder that is not ours."""
    parts = [_counted(report.papers, "paper"), _counted(report.files, "file")]
    parts.append(f"{report.rendered} rendered" if report.rendered else "nothing to render")
    if report.removed:
        parts.append(f"{report.removed} removed")
    line = f"{', '.join(parts)} in {seconds:.2f} s: {output}/index.html"
    if report.foreign:
        some = ", ".join(report.foreign[:5]) + (", …" if len(report.foreign) > 5 else "")
        line += f"\n{_counted(len(report.foreign), 'file')} in {output} not made by publist, left alone: {some}"
    return line


def failure_line(problems: Sequence[Problem]) -> str:
    """How much is wrong, and that nothing was harmed."""
    errors = len(errors_in(problems))
    warnings = len(problems) - errors
    parts = [_counted(errors, "error")] if errors else []
    parts += [_counted(warnings, "warning")] if warnings else []
    return f"{' and '.join(parts)}; the site was not changed"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def as_json(report: Report, seconds: float, output: str) -> str:
    """The report of a build as one JSON object."""
    told = report._asdict() | {
        "output": output,
        "seconds": round(seconds, 3),
        "problems": [problem._asdict() for problem in report.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def problems_as_json(problems: Sequence[Problem]) -> str:
    """Problems as one JSON object."""
    return json.dumps({"problems": [problem._asdict() for problem in problems]}, ensure_ascii=False, indent=2)

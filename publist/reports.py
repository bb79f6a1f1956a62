"""Reports in words and as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from publist.errors import Problem, errors_in, shown

if TYPE_CHECKING:
    from publist.builder import Report
    from publist.checks.audit import Audit
    from publist.checks.linkcheck import Tried
    from publist.importing.report import ImportReport, Kept

_SHORT = 80


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


def import_lines(report: ImportReport) -> list[str]:
    """What an import did: one line of numbers, then one for each thing that its reader may want to look at."""
    counts = [(len(report.new), "new"), (len(report.changed), "changed"), (report.unchanged, "unchanged")]
    counts += [
        (len({kept.stem for kept in report.kept}), "kept as you edited them"),
        (len(report.deleted), "deleted by you"),
    ]
    counts += [(len(report.missing), "gone from the source"), (len(report.doubtful), "in doubt")]
    told = ", ".join(f"{number} {what}" for number, what in counts if number)
    lines = [f"imported: {told}"] if told and told != f"{report.unchanged} unchanged" else []
    lines += [f"  changed {change.stem}: {', '.join(change.fields)}" for change in report.changed]
    lines += [kept_line(kept, "the source says") for kept in report.kept]
    lines += [f"  gone from {gone.source}: {gone.stem} (its file stays)" for gone in report.missing]
    lines += [f"  in doubt {change.stem}: {', '.join(change.fields)}" for change in report.doubtful]
    for pair in report.alike:
        lines.append(f"  {pair.other} looks like a version of {pair.one}: {pair.evidence}")
    if report.alike:
        lines.append("  if so: publist merge A B makes one page of two; if not: publist merge --no A B")
    return [shown(line) for line in lines]


def kept_line(kept: Kept, they_say: str) -> str:
    """A field of yours that stays as it is, and what the other side has."""
    return shown(f"  kept {kept.stem}, {kept.field}: yours {_short(kept.yours)}; {they_say} {_short(kept.theirs)}")


def _short(text: str) -> str:
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1] + '…'}”" if text else "nothing"


def failure_line(problems: Sequence[Problem]) -> str:
    """How much is wrong, and that nothing was harmed."""
    return f"{_counts(problems)}; the site was not changed"


def _counts(problems: Sequence[Problem]) -> str:
    errors = len(errors_in(problems))
    warnings = len(problems) - errors
    parts = [_counted(errors, "error")] if errors else []
    parts += [_counted(warnings, "warning")] if warnings else []
    return " and ".join(parts)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def build_values(report: Report, seconds: float, output: str) -> dict[str, object]:
    """The report of a build as values that JSON has."""
    return report._asdict() | {
        "output": output,
        "seconds": round(seconds, 3),
        "problems": [problem._asdict() for problem in report.problems],
        "imported": import_values(report.imported) if report.imported else None,
    }


def import_values(report: ImportReport) -> dict[str, object]:
    """The report of an import as values that JSON has."""
    rows = report._asdict()
    return {
        name: [row._asdict() if hasattr(row, "_asdict") else row for row in value]
        if isinstance(value, tuple)
        else value
        for name, value in rows.items()
    }


def problem_values(problems: Sequence[Problem]) -> dict[str, object]:
    """Problems as values that JSON has."""
    return {"problems": [problem._asdict() for problem in problems]}


def check_lines(audit: Audit, problems: Sequence[Problem], tried: Tried | None) -> list[str]:
    """What a check found, in numbers, after the problems themselves."""
    lines = []
    if audit.waiting:
        lines.append(f"{_counted(len(audit.waiting), 'paper')} of content/sources will be imported by the next build")
    if tried:
        lines += _link_lines(tried)
    told = _counts(problems) or "nothing to mend"
    return [shown(line) for line in (*lines, f"{_counted(audit.papers, 'paper')} checked: {told}")]


def _link_lines(tried: Tried) -> list[str]:
    unsure = [f"  {address}: {found.reason}" for address, found in tried.verdicts.items() if found.state == "unsure"]
    lines = [f"{_counted(len(unsure), 'link')} could not be tried:", *sorted(unsure)] if unsure else []
    left = f", {tried.left} left for the next run" if tried.left else ""
    known = len(tried.verdicts) - tried.asked
    lines.append(f"{_counted(tried.asked, 'link')} tried, {known} known from before{left}")
    return lines


def check_values(audit: Audit, problems: Sequence[Problem], tried: Tried | None) -> dict[str, object]:
    """What a check found as values that JSON has."""
    links = {address: found._asdict() for address, found in tried.verdicts.items()} if tried else None
    errors = len(errors_in(problems))
    return {
        "papers": audit.papers,
        "errors": errors,
        "warnings": len(problems) - errors,
        "waiting": audit.waiting,
        "links": {"verdicts": links, "asked": tried.asked, "left": tried.left} if tried else None,
        **problem_values(problems),
    }

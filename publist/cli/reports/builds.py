"""What a build did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.cli.reports.problems import counted

if TYPE_CHECKING:
    from publist.build.run import Report

_LEAN = (
    "{papers} papers: the site is lean from now on, with fewer files for topics, people and venues (docs/settings.md, "
    "Long lists); `output: full` in content/site.yaml writes everything."
)


def build_lines(report: Report, seconds: float, output: str) -> str:
    """What a build did, in a line, and what stands in the output folder that is not ours."""
    parts = [counted(report.papers, "paper"), counted(report.files, "file")]
    parts.append(f"{report.rendered} rendered" if report.rendered else "nothing to render")
    if report.removed:
        parts.append(f"{report.removed} removed")
    line = f"{', '.join(parts)} in {seconds:.2f} s: {output}/index.html"
    if report.became_lean:
        line += f"\n{_LEAN.format(papers=report.papers)}"
    if report.foreign:
        some = ", ".join(report.foreign[:5]) + (", …" if len(report.foreign) > 5 else "")
        line += f"\n{counted(len(report.foreign), 'file')} in {output} not made by publist, kept: {some}"
    return line


def build_values(report: Report, seconds: float, output: str) -> dict[str, object]:
    """The report of a build as values that JSON has."""
    from publist.importing.report_lines import import_values

    return report._asdict() | {
        "output": output,
        "seconds": round(seconds, 3),
        "problems": [problem._asdict() for problem in report.problems],
        "imported": import_values(report.imported) if report.imported else None,
    }

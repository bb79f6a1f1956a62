"""What ``publist complete`` filled in, what is doubtful, and what was not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.model.problems import shown

if TYPE_CHECKING:
    from publist.network.completing import CompleteReport
    from publist.network.searching import Match

_MOST = 3
"""So many doubtful matches are shown for a paper."""


def complete_lines(report: CompleteReport, *, dry_run: bool) -> list[str]:
    """The report as lines."""
    lines = [f"RETRACTED: {slug}" for slug in report.retracted]
    did = "would fill" if dry_run else "filled"
    for done in report.completed:
        lines += [f"{done.slug}: {did} {', '.join(done.fields)}", f"  {match_line(done.match)}"]
    for doubt in report.doubtful:
        lines.append(f"{doubt.slug}: not filled; is it one of these?")
        lines += [f"  {match_line(match)}" for match in doubt.matches[:_MOST]]
        lines.append(f"  fix: write its `doi:` or `arxiv:` into the file, then publist complete {doubt.slug}")
    lines += [f"{slug}: not found" for slug in report.unknown]
    lines.append(_summary(report, dry_run=dry_run))
    return [shown(line) for line in lines]


def _summary(report: CompleteReport, *, dry_run: bool) -> str:
    counts = (
        (len(report.completed), "would be completed" if dry_run else "completed"),
        (len(report.doubtful), "doubtful"),
        (len(report.unknown), "not found"),
        (len(report.nothing_new), "found, nothing to fill"),
        (report.whole, "lack nothing"),
    )
    return ", ".join(f"{number} {what}" for number, what in counts if number) or "No papers to complete."


def match_line(match: Match) -> str:
    """A match in a line: what it is, who has it, and why it may be the paper."""
    paper = match.paper
    first = f"{paper.authors[0].name}{' …' if len(paper.authors) > 1 else ''}, " if paper.authors else ""
    where = ", ".join(filter(None, (paper.venue, str(paper.date or ""), paper.doi or paper.arxiv)))
    by = f" ({match.service}: {match.verdict.evidence})" if match.service else f" ({match.verdict.evidence})"
    return f"{first}{paper.title}. {where}{by}"


def complete_values(report: CompleteReport) -> dict[str, object]:
    """The report as values that JSON has."""
    return {
        "completed": [{"slug": one.slug, "fields": one.fields, **_values(one.match)} for one in report.completed],
        "doubtful": [
            {"slug": one.slug, "matches": [_values(match) for match in one.matches]} for one in report.doubtful
        ],
        "not_found": report.unknown,
        "nothing_to_fill": report.nothing_new,
        "lack_nothing": report.whole,
        "retracted": report.retracted,
        "problems": [problem._asdict() for problem in report.problems],
    }


def _values(match: Match) -> dict[str, object]:
    paper = match.paper
    return {
        "title": paper.title,
        "doi": paper.doi,
        "arxiv": paper.arxiv,
        "service": match.service,
        "evidence": match.verdict.evidence,
    }

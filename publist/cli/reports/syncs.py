"""What a sync did: retractions first, then what is new, changed, kept, joined, gone, and who did not answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from publist.importing.report_lines import import_lines, import_values
from publist.model.problems import shown

if TYPE_CHECKING:
    from publist.network.sync import Joined, SyncReport


def sync_lines(report: SyncReport, dry_run: bool) -> list[str]:
    """The report as lines of plain text."""
    lines = [f"RETRACTED: {title}" for title in report.retracted]
    lines += import_lines(report.imported._replace(missing=()), new=dry_run)
    lines += [f"  merged: {_joined(one)}" for one in report.joined]
    if report.joined:
        lines.append("  fix: publist merge --no SLUG ID keeps a version as a paper of its own")
    lines += [f"  no longer in {one.source}: {one.title} (file kept)" for one in report.left]
    for one in report.foreign:
        lines.append(f"  not taken: {one.title}: the ORCID iD {one.orcid} stands at the owner's name")
        lines.append(f"  fix: if it is yours, publist add {one.id.removeprefix('doi:')}")
    lines += [
        f"  not taken yet: {title}: a guess of a profile, and no registry has answered" for title in report.unproven
    ]
    if report.failed:
        lines.append(f"  not read: {', '.join(report.failed)}; what was known from there is kept")
    if not lines and report.answered:
        lines = [f"Already up to date with {', '.join(report.answered)}."]
    if (report.imported.new or report.imported.changed) and not dry_run:
        lines.append("Next: publist check && publist serve --open")
    return [shown(line) for line in lines]


def _joined(one: Joined) -> str:
    names = " and ".join(name.removeprefix("doi:") for name in one.editions)
    return f"{one.title}: {names} are one work, say {', '.join(one.said_by) or 'their identifiers'}"


def markdown_lines(report: SyncReport) -> list[str]:
    """The report for a pull request."""
    done = report.imported
    sections = (
        ("Retracted", report.retracted),
        ("New", done.new),
        ("Changed", [f"{change.stem}: {', '.join(change.fields)}" for change in done.changed]),
        (
            "Conflicts: your text was kept",
            [
                f"{kept.stem}, {kept.field}: yours “{kept.yours}”, the services say “{kept.theirs}”"
                for kept in done.kept
            ],
        ),
        ("Needs review", [f"{change.stem}: {', '.join(change.fields)}" for change in done.doubtful]),
        ("Versions merged", [_joined(one) for one in report.joined]),
        ("Possible duplicates", [f"{one.other} and {one.one}: {one.evidence}" for one in done.alike]),
        ("Not taken", [f"{one.title}: another ORCID iD, {one.orcid}, stands at your name" for one in report.foreign]),
        ("Not taken yet: no registry has answered", report.unproven),
        ("No longer listed (files kept)", [f"{one.title}, in {one.source}" for one in report.left]),
        ("Not answered", [f"{one.path}: {one.message}" for one in report.problems]),
        ("Errors", [str(one) for one in done.problems if one.severity == "error"]),
    )
    lines = ["## Publications", "", f"Read: {', '.join(report.answered) or 'nothing'}.", ""]
    for title, items in sections:
        lines += _section(title, list(items))
    if len(lines) == 4:
        lines.append("Nothing has changed.")
    return [shown(line) for line in lines]


_LISTED = 100


def _section(title: str, items: list[str]) -> Iterator[str]:
    """A heading and its items, so that no text from outside is anything but text."""
    if not items:
        return
    yield f"### {title} ({len(items)})"
    yield ""
    yield from (f"- {_quoted(item)}" for item in items[:_LISTED])
    if len(items) > _LISTED:
        yield f"- … and {len(items) - _LISTED} more"
    yield ""


def _quoted(text: str) -> str:
    """The text on one line, with what Markdown or GitHub would act on made harmless."""
    plain = " ".join(text.split())[:400]
    return "".join(
        f"\\{char}" if char in r"\`*_{}[]()<>#+!|~" else "@\u200b" if char == "@" else char for char in plain
    )


def sync_values(report: SyncReport) -> dict[str, object]:
    """The report as values that JSON has."""
    rows = {name: [_plain(row) for row in value] for name, value in report._asdict().items() if name != "imported"}
    return {"imported": import_values(report.imported), **rows}


def _plain(row: object) -> object:
    return row._asdict() if hasattr(row, "_asdict") else row

"""What an import did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from publist.model.problems import shown

if TYPE_CHECKING:
    from publist.importing.report import ImportReport, KeptEdit

_SHORT = 80
_MOST = 100
"""So many papers are listed for each thing that there is to say."""


def import_lines(report: ImportReport, *, new: bool = False) -> list[str]:
    """What an import did: one line of numbers, then one for each thing that its reader may want to look at.

    ``new`` papers are named, too, where they are not to be found as files.
    """
    counts = [(len(report.new), "new"), (len(report.changed), "changed"), (report.unchanged, "unchanged")]
    counts += [
        (len({kept.stem for kept in report.kept}), "kept as you edited them"),
        (len(report.deleted), "deleted by you"),
    ]
    counts += [(len(report.missing), "gone from the source"), (len(report.doubtful), "in doubt")]
    told = ", ".join(f"{number} {what}" for number, what in counts if number)
    lines = [f"imported: {told}"] if told and told != f"{report.unchanged} unchanged" else []
    lines += _some(f"  new {stem}" for stem in report.new) if new else []
    lines += _some(f"  changed {change.stem}: {', '.join(change.fields)}" for change in report.changed)
    lines += _some(kept_edit_line(kept, "the source says") for kept in report.kept)
    lines += _some(f"  gone from {gone.source}: {gone.stem} (its file stays)" for gone in report.missing)
    lines += _some(f"  in doubt {change.stem}: {', '.join(change.fields)}" for change in report.doubtful)
    lines += _some(f"  {pair.other} looks like a version of {pair.one}: {pair.evidence}" for pair in report.alike)
    if report.alike:
        lines.append("  if so: publist merge A B makes one page of two; if not: publist merge --no A B")
    return [shown(line) for line in lines]


def _some(lines: Iterable[str]) -> list[str]:
    """As many of the lines as are read, and how many more there are."""
    every = list(lines)
    left = len(every) - _MOST
    return every if left <= 0 else [*every[:_MOST], f"  … and {left} more of these (--json lists all)"]


def kept_edit_line(kept: KeptEdit, they_say: str) -> str:
    """A field of yours that stays as it is, and what the other side has."""
    return shown(f"  kept {kept.stem}, {kept.field}: yours {_short(kept.yours)}; {they_say} {_short(kept.theirs)}")


def _short(text: str) -> str:
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1] + '…'}”" if text else "nothing"


def import_values(report: ImportReport) -> dict[str, object]:
    """The report of an import as values that JSON has."""
    rows = report._asdict()
    return {
        name: [row._asdict() if hasattr(row, "_asdict") else row for row in value]
        if isinstance(value, tuple)
        else value
        for name, value in rows.items()
    }

"""What an import did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from publist.importing.report import field_name
from publist.model.problems import shown

if TYPE_CHECKING:
    from publist.importing.report import ImportReport, KeptEdit

_SHORT = 80
_MOST = 100
"""So many papers are listed for each thing that there is to say."""


def import_lines(report: ImportReport, *, new: bool = False) -> list[str]:
    """What an import did: a line with the numbers, then a line for each paper that its reader may want to look at.

    ``new`` papers are named, too, where they are not to be found as files.
    """
    lines = _summary(report)
    lines += _some(f"  new {stem}" for stem in report.new) if new else []
    lines += _some(f"  updated {change.stem}: {', '.join(change.fields)}" for change in report.changed)
    lines += _some(kept_edit_line(kept, "the source says") for kept in report.kept)
    lines += _some(f"  no longer in {gone.source}: {gone.stem} (file kept)" for gone in report.missing)
    lines += [f"  removed {path}: the example makes way for your papers" for path in report.examples]
    lines += _some(f"  replaced {stem}: the corrected source has no such paper" for stem in report.replaced)
    lines += _some(
        f"  needs review: {change.stem} ({', '.join(map(field_name, change.fields))})" for change in report.doubtful
    )
    lines += _some(f"  {pair.other} looks like a version of {pair.one}: {pair.evidence}" for pair in report.alike)
    if report.alike:
        lines.append(
            "  fix: publist merge A B merges two versions; publist merge --no A B marks them as different papers"
        )
    return [shown(line) for line in lines]


def _summary(report: ImportReport) -> list[str]:
    """The numbers of an import in one line; nothing where nothing happened."""
    new, kept, review = len(report.new), len({kept.stem for kept in report.kept}), len(report.doubtful)
    changed = len(report.changed)
    counts = [(new, f"imported {_papers(new)}"), (changed, f"updated {_papers(changed)}")]
    counts += [(kept, f"{kept} kept with your edits"), (len(report.deleted), f"{len(report.deleted)} deleted by you")]
    counts += [(len(report.missing), f"{len(report.missing)} no longer in the source")]
    counts += [(len(report.replaced), f"{len(report.replaced)} replaced")]
    counts += [(review, f"{review} need" + "s" * (review == 1) + " review")]
    parts = [text for number, text in counts if number]
    if parts and report.unchanged:
        parts.append(f"{report.unchanged} unchanged")
    line = ", ".join(parts)
    return [line[:1].upper() + line[1:]] if line else []


def _papers(number: int) -> str:
    return f"{number} paper" if number == 1 else f"{number} papers"


def refused(files: int) -> str:
    """What to say where a file could not be read."""
    return "Nothing was imported." + (" To import the other files, leave out those with errors." if files > 1 else "")


def _some(lines: Iterable[str]) -> list[str]:
    """As many of the lines as are read, and how many more there are."""
    every = list(lines)
    left = len(every) - _MOST
    return every if left <= 0 else [*every[:_MOST], f"  … and {left} more (--json lists all)"]


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

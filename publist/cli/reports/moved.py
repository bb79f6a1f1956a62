"""What came over from a site of another generator, and what did not, in words and numbers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from publist.cli.reports.problem_sections import grouped
from publist.cli.reports.problems import counted
from publist.model.problems import Problem, shown

if TYPE_CHECKING:
    from publist.importing.migrating.base import Moved
    from publist.importing.migrating.pieces import Taken

_ONE = {"PDFs": "PDF", "pictures": "picture", "others": "other"}
_ENDINGS = {"PDFs": ".pdf", "pictures": ".png .jpg .jpeg .gif .webp .svg"}


def moved_lines(found: Sequence[Moved], taken: Taken, papers: int) -> list[str]:
    """A heading for each site, what came over by kind, and what was written into which file."""
    lines = []
    for site in found:
        lines.append(f"From {site.source.name}:")
        kinds = [counted(papers, "paper")] if len(found) == 1 else []
        kinds += [_kind(number, kind) for kind, number in sorted(site.tally.items(), key=lambda item: -item[1])]
        people = sum(len(person) > 1 for person in site.people)  # of whom more is known than the name on papers
        kinds += [f"{people} {'person' if people == 1 else 'people'}"] if people else []
        lines.append(f"  {', '.join(kinds)}")
        lines += [f"  {line}" for line in _files(site)]
        lines += [f"  settings: {', '.join(site.settings)}"] if site.settings else []
    pages = [name for name in taken.written if "#" not in name]
    lines += [f"  wrote {name}" for name in pages[:_MOST]]
    lines += [f"  … and {len(pages) - _MOST} more below content/"] if len(pages) > _MOST else []
    return [shown(line) for line in lines]


_MOST = 12
"""So many new files are named."""


def lost_lines(problems: Sequence[Problem], *, whole: bool = False) -> list[str]:
    """What did not come over, each kind with its number and the way to bring it: losses first, then what is spare."""
    problems = list(dict.fromkeys(problems))
    lost = [problem for problem in problems if problem.severity != "suggestion"]
    spare = [problem for problem in problems if problem.severity == "suggestion"]
    lines = [f"Did not come over ({len(lost)}):", *grouped(lost, whole=whole)] if lost else []
    lines += (
        [f"Left out, since nothing is lost without it ({len(spare)}):", *grouped(spare, whole=whole)] if spare else []
    )
    hidden = not whole and len(lines) < len(problems)
    return [*lines, *(["  --all lists each"] if hidden else [])]


def _kind(number: int, kind: str) -> str:
    """``1 page``, ``3 pages``: kinds are named in the plural; some words have none."""
    if number != 1 or kind == "news":
        return f"{number} {kind}"
    first, _, rest = kind.partition(" of ")
    return f"1 {first.removesuffix('s')}" + (f" of {rest}" if rest else "")


def _files(site: Moved) -> list[str]:
    """The files that were copied, by kind."""
    if not site.files:
        return []
    number = Counter(_what(name) for name in site.files)
    return [
        f"{counted(len(site.files), 'file')} for content/assets: "
        + ", ".join(_kind(count, what) for what, count in number.most_common())
    ]


def _what(name: str) -> str:
    ending = os.path.splitext(name)[1].lower()
    return next((what for what, endings in _ENDINGS.items() if ending in endings.split()), "others")

"""list/YEAR-N.json: papers as lists show them, for what a filter or search finds on other pages of the list.

So what is found looks like any entry, whatever the theme makes of one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from publist.library.library import Entry
from publist.model.artifact import Artifact, digest_all
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.machine.list_index import is_needed
from publist.outputs.output_size import is_compact
from publist.outputs.pages.list_items import fragments

FOLDER = "list/"
TOGETHER = 50
"""So many papers are in one file at most; list.js counts with the same number."""


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """A file for each year and so many of its papers, in the order of the index, where there is one to search in."""
    if not is_needed(plan) or is_compact(plan.config):  # there a script shows what the index knows
        return
    for year, entries in _by_year(plan.library.entries).items():
        for first in range(0, len(entries), TOGETHER):
            some = tuple(entries[first : first + TOGETHER])
            path = f"{FOLDER}{year}-{first // TOGETHER + 1}.json"
            yield Artifact(path, some[0].source, "list-entries", (some,), digest_all([entry.digest for entry in some]))


def _by_year(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        date = entry.paper.date
        found.setdefault(f"{date.year:04d}" if date else "undated", []).append(entry)
    return found


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The HTML of each paper; addresses in it begin at the site's root."""
    return json.dumps(fragments(inputs[0], "", context), ensure_ascii=False).encode()


THEMED = True
RENDERERS: Mapping[str, Render] = {"list-entries": _render}

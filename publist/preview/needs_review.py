"""What an import was unsure of: both readings of a paper, told again by the reader of its source."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

from publist.content.content_folder import LEDGER, SOURCES, read_text
from publist.importing import ledger
from publist.importing.source import ReadSource, Source
from publist.model.problems import Problem


def review_notes_of(site: str, slug: str) -> list[Problem]:
    """The warnings that belong to this paper in the sources it came from."""
    text, _ = read_text(site, LEDGER)
    if text is None:
        return []
    known, _ = ledger.read(text, path=LEDGER)
    return [
        problem
        for name, record in known.records.get(slug, {}).items()
        for problem in _in_source(site, name, str(record.get("title") or ""))
    ]


def _in_source(site: str, name: str, title: str) -> Iterator[Problem]:
    try:
        with open(os.path.join(site, SOURCES, name), "rb") as file:
            reading = _read(name, file.read())
    except OSError:
        return
    lines = reading.lines
    for number, (paper, line) in enumerate(zip(reading.papers, lines, strict=False)):
        if paper.title == title:
            end = lines[number + 1] if number + 1 < len(lines) else float("inf")
            yield from (problem for problem in reading.problems if line <= problem.line < end)


@lru_cache(maxsize=4)
def _read(name: str, data: bytes) -> ReadSource:
    from publist.importing.read_source import read_source

    return read_source(Source(name, data), path=f"{SOURCES}/{name}")

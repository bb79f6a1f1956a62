"""A source of papers: as it is found, and as it is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from publist import __version__
from publist.content.content_folder import SOURCES
from publist.model.paper import Paper
from publist.model.problems import Problem

READER = f"publist {__version__}"
"""What reads sources now; a source that another version has read is read again."""

SourceLine = tuple[str, int]
"""A file as problems name it, and a line of it."""


class Source(NamedTuple):
    """A source as it is found; ``format`` is None where its text must tell.

    ``places`` are the file and line from which what begins at a line was taken, if other files were made one source.
    """

    name: str
    """What the ledger calls it: the path under content/sources, or the name of the file."""
    data: bytes
    format: str | None = None
    places: Mapping[int, SourceLine] = {}

    @property
    def digest(self) -> str:
        """The digest of what it holds, whatever the line ends of the system on which it was checked out."""
        return sha256(self.data.replace(b"\r\n", b"\n")).hexdigest()


def source_of(site: str, path: str) -> Source:
    """The source at a path below content/sources."""
    with open(os.path.join(site, path), "rb") as file:
        return Source(path[len(SOURCES) + 1 :], file.read())


class ReadSource(NamedTuple):
    """A source read by its format. ``lines[i]`` is where ``papers[i]`` begins, if known."""

    source: Source
    path: str
    """What problems call it."""
    format: str
    papers: tuple[Paper, ...] = ()
    lines: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    whole: bool = True
    """Whether all of it could be read; what could not is told by each import, until it is put right."""

    def place(self, line: int) -> SourceLine:
        """Where to look for what begins at a line."""
        return self.source.places.get(line, (self.path, line))

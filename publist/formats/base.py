"""What every bibliographic format promises: papers from text, text from papers."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from publist.model.paper import Paper
from publist.model.problems import Problem


class Reading(NamedTuple):
    """What a format made of a text: titles and abstracts in Markdown, names as plain text, whatever the text had.

    ``lines[i]`` is the line (from 1) on which ``papers[i]`` begins in the source.
    """

    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]
    lines: tuple[int, ...] = ()


class Reader(Protocol):
    """A module that reads a format. It touches no files and decides nothing about content."""

    def read(self, text: str, *, source: str) -> Reading:
        """Every paper of the text; ``source`` is the path that problems name. Never raises on bad input."""

    def recognises(self, text: str) -> bool:
        """Whether the text looks like this format; cheap, looks at the beginning only."""


class Writer(Protocol):
    """A module that writes a format."""

    def write(self, papers: tuple[Paper, ...]) -> str:
        """The papers in this format; the same papers give the same text."""

"""What every bibliographic format promises: papers from text, text from papers."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from publist.model.paper import Paper
from publist.model.problems import Problem


class Reading(NamedTuple):
    """What a format made of a text: titles and abstracts in Markdown, names as plain text, whatever the text had.

    ``lines[i]`` is the line (from 1) on which ``papers[i]`` begins in the source, ``ends[i]`` the one on which it
    ends, ``strays`` the lines that are part of no paper; a format that has its own syntax says nothing of the latter.
    """

    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]
    lines: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    strays: tuple[int, ...] = ()


class Reader(Protocol):
    """A module that reads a format. It touches no files and decides nothing about content."""

    def read(self, text: str, *, source: str) -> Reading:
        """Every paper of the text; ``source`` is the path that problems name. Never raises on bad input."""

    def recognises(self, text: str) -> float:
        """How sure it is that the text is in this format, from 0 to 1.

        A format with a syntax of its own says yes or no by the beginning; the form of a pasted page weighs the whole
        text, and claims it from ``recognition.SURE`` on.
        """


class Writer(Protocol):
    """A module that writes a format."""

    def write(self, papers: tuple[Paper, ...]) -> str:
        """The papers in this format; the same papers give the same text."""

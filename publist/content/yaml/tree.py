"""YAML to plain values with the place of each: every scalar is text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from publist.content.schema.kinds import Fault, KeyPath
from publist.content.yaml.nodes import Root, index_of, read
from publist.model.paper import Plain
from publist.model.problems import Problem


class Tree(NamedTuple):
    """A YAML text within a file: its plain value, its top nodes, and the whole file's text."""

    value: Plain
    roots: tuple[Root, ...]
    text: str

    def place(self, at: KeyPath, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``at``, or of its key; as deep as the path can be followed."""
        return position(self.text, index_of(self.roots, at, on_key=on_key))

    def problem(self, path: str, fault: Fault) -> Problem:
        """The fault as a problem with its place."""
        line, column = self.place(fault.at, on_key=fault.on_key)
        return Problem(fault.severity, path, line, column, fault.message, fault.hint)


def parse(text: str, *, path: str, start: int = 0, end: int | None = None) -> tuple[Tree, tuple[Problem, ...]]:
    """The YAML between two indices of a file's text, as far as it can be read, and every mistake in it."""
    value, roots, mistakes = read(text, start, len(text) if end is None else end)
    told = [Problem("error", path, *position(text, index), message, hint) for index, message, hint in mistakes]
    return Tree(value, roots, text), tuple(told)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1) of an index into a text."""
    begins = _begins(text)
    line = bisect_right(begins, index)
    return line, index - begins[line - 1] + 1


@lru_cache(maxsize=2)  # a text with a mistake on every line is asked for as many places
def _begins(text: str) -> list[int]:
    """Where the lines of a text begin."""
    return [0, *(found.end() for found in re.finditer("\n", text))]

"""YAML to plain values with the place of each: every scalar is text.

What is plain to see is read without a parser; the parser is loaded for the rest, and to tell places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.content.schema.kinds import Fault, KeyPath
from publist.content.yaml.plain import simple
from publist.model.paper import Plain
from publist.model.problems import Problem

if TYPE_CHECKING:
    from publist.content.yaml.nodes import Root


class Tree:
    """A YAML text within a file: its plain value, and where everything in it stands.

    ``text`` is the whole file, ``span`` where the YAML lies in it. The nodes of YAML that is plain to see are made
    when somebody asks for a place in it.
    """

    __slots__ = ("_roots", "_span", "text", "value")

    def __init__(self, value: Plain, roots: tuple[Root, ...] | None, text: str, span: tuple[int, int]) -> None:
        self.value = value
        self.text = text
        self._roots = roots
        self._span = span

    @property
    def roots(self) -> tuple[Root, ...]:
        """The top nodes."""
        if self._roots is None:
            from publist.content.yaml.nodes import composed

            root = composed(self.text[slice(*self._span)], self._span[0], [])
            self._roots = (root,) if root else ()
        return self._roots

    def place(self, at: KeyPath, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``at``, or of its key; as deep as the path can be followed."""
        from publist.content.yaml.nodes import index_of

        return position(self.text, index_of(self.roots, at, on_key=on_key))

    def problem(self, path: str, fault: Fault) -> Problem:
        """The fault as a problem with its place."""
        line, column = self.place(fault.at, on_key=fault.on_key)
        return Problem(fault.severity, path, line, column, fault.message, fault.hint)


def parse(text: str, *, path: str, start: int = 0, end: int | None = None) -> tuple[Tree, tuple[Problem, ...]]:
    """The YAML between two indices of a file's text, as far as it can be read, and every mistake in it."""
    span = start, len(text) if end is None else end
    plain = simple(text[slice(*span)])
    if plain is not None:
        return Tree(plain or None, None, text, span), ()
    from publist.content.yaml.nodes import read

    value, roots, mistakes = read(text, *span)
    told = [Problem("error", path, *position(text, index), message, hint) for index, message, hint in mistakes]
    return Tree(value, roots, text, span), tuple(told)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1) of an index into a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)

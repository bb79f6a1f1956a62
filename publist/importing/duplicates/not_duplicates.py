"""content/distinct.yaml: papers that look like one work and are two, as somebody has said.

A YAML list; each item is a list of papers of which no two are one work, by their slugs; a version that a sync has
joined with one of them has no slug, and stands there by its DOI or arXiv number.
"""

from __future__ import annotations

from itertools import combinations

from publist.content.schema.kinds import Fault, Faults, KeyPath, label
from publist.content.schema.records import ListOf
from publist.content.schema.scalars import Line
from publist.content.yaml import writer as yamltext
from publist.content.yaml.yaml_file import read_list
from publist.model.paper import Plain
from publist.model.problems import Problem, PublistError, error

_HEAD = "# Papers that look like one work and are two; written by `publist merge --no`, yours to edit.\n"

Pairs = frozenset[frozenset[str]]


class _Group(ListOf):
    """Two or more slugs."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> tuple[str, ...]:
        """The slugs; one alone is a fault."""
        before = len(faults)
        slugs = super().read(value, at, faults)
        if len(slugs) < 2 and len(faults) == before:
            faults.append(Fault(at, f"`{label(at)}` must name two papers", "write [one-paper, another-paper]"))
        return slugs


_GROUPS = ListOf(_Group(Line(), example="one-paper, another-paper"))


def read(text: str, *, path: str) -> tuple[Pairs, tuple[Problem, ...]]:
    """The pairs that the file names, and what is wrong with it."""
    groups, problems = read_list(_GROUPS, text, path=path)
    return frozenset(frozenset(pair) for group in groups or () for pair in combinations(group, 2)), problems


def with_pair(text: str, one: str, other: str, *, path: str) -> str:
    """The text of the file with one pair more; nothing else of it changes. PublistError if it cannot be read."""
    pairs, problems = read(text, path=path)
    if problems:
        raise PublistError(problems)
    if frozenset((one, other)) in pairs:
        return text
    begun = text or _HEAD
    added = f"{begun}{'' if begun.endswith(chr(10)) else chr(10)}- {yamltext.brackets([one, other])}\n"
    after, problems = read(added, path=path)
    if problems or after != pairs | {frozenset((one, other))}:
        raise PublistError(problems or [_unfit(path, one, other)])
    return added


def _unfit(path: str, one: str, other: str) -> Problem:
    return error(path, 0, 0, "no line can be added to this file", f"write the pair [{one}, {other}] into it by hand")

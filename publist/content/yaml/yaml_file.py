"""A file that is YAML from end to end, read by the table of its fields."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Fault, Kind
from publist.content.yaml.tree import parse
from publist.model.paper import Plain
from publist.model.problems import Problem, error, in_order


def read_record(kind: Kind, text: str, *, path: str) -> tuple[Any, tuple[Problem, ...]]:
    """What the text says, as far as it can be read, and all that is wrong; an empty file is an empty mapping."""
    return _read(kind, text, path, {}, dict)


def read_list(kind: Kind, text: str, *, path: str) -> tuple[Any, tuple[Problem, ...]]:
    """The same for a file whose top level is a list; an empty file is an empty list."""
    return _read(kind, text, path, [], list)


def _read(kind: Kind, text: str, path: str, empty: Any, shape: type) -> tuple[Any, tuple[Problem, ...]]:
    start = 1 if text.startswith("\ufeff") else 0
    tree, problems = parse(text, path=path, start=start)
    value: Plain = empty if tree.value is None and not problems else tree.value
    if not isinstance(value, shape):
        what = "a list of `- name: …` entries" if shape is list else "`key: value` lines"
        told = () if problems else (error(path, *tree.place(()), f"the file must hold {what}"),)
        return None, (*problems, *told)
    faults: list[Fault] = []
    result = kind.read(value, (), faults)
    return result, in_order((*problems, *(tree.problem(path, fault) for fault in faults)))

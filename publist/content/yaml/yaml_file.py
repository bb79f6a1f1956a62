"""A file that is YAML from end to end, read by the table of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from publist.content.schema.kinds import Fault, Kind
from publist.content.yaml.tree import parse
from publist.model.paper import Plain
from publist.model.problems import Problem, error, in_order


def read_record(
    kind: Kind, text: str, *, path: str, check: Callable[[Any], Iterable[Fault]] = lambda _: ()
) -> tuple[Any, tuple[Problem, ...]]:
    """What the text says, as far as it can be read, and all that is wrong; an empty file is an empty mapping.

    ``check`` tells what is wrong with the record as a whole.
    """
    return _read(kind, text, path, ({}, dict), check)


def read_list(kind: Kind, text: str, *, path: str) -> tuple[Any, tuple[Problem, ...]]:
    """The same for a file whose top level is a list; an empty file is an empty list."""
    return _read(kind, text, path, ([], list), lambda _: ())


def _read(
    kind: Kind, text: str, path: str, form: tuple[Any, type], check: Callable[[Any], Iterable[Fault]]
) -> tuple[Any, tuple[Problem, ...]]:
    empty, shape = form
    start = 1 if text.startswith("\ufeff") else 0
    tree, problems = parse(text, path=path, start=start)
    value: Plain = empty if tree.value is None and not problems else tree.value
    if not isinstance(value, shape):
        what = "a list of `- name: …` entries" if shape is list else "`key: value` lines"
        told = () if problems else (error(path, *tree.place(()), f"the file must hold {what}"),)
        return None, (*problems, *told)
    faults: list[Fault] = []
    result = kind.read(value, (), faults)
    if result is not None:
        faults += check(result)
    return result, in_order((*problems, *(tree.problem(path, fault) for fault in faults)))

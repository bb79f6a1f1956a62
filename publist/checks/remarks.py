"""Something worth a look in a file that reads without mistakes, before it is known on which line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publist.checks.positions import Positions
from publist.content.schema.kinds import KeyPath
from publist.model.problems import Problem, Severity


class Remark(NamedTuple):
    """What is to be said about a key of a file. ``at`` () is the whole file."""

    path: str
    at: KeyPath
    message: str
    hint: str
    severity: Severity = "warning"


def located(remarks: Iterable[Remark], places: Positions) -> Iterator[Problem]:
    """The remarks with line and column, file by file."""
    for remark in sorted(remarks, key=lambda remark: remark.path):
        line, column = places.of_key(remark.path, remark.at)
        yield Problem(remark.severity, remark.path, line, column, remark.message, remark.hint)

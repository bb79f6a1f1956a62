"""What an import did, as values: what is new, changed, kept because you edited it, gone, in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from publist.importing.duplicates.proposal import Proposal
from publist.model.paper import Plain
from publist.model.problems import Problem


class Change(NamedTuple):
    """Fields of one paper; ``body`` stands for the abstract."""

    stem: str
    fields: tuple[str, ...]


class KeptEdit(NamedTuple):
    """A field that both you and the source changed; yours stays. An empty text: the side has no such field."""

    stem: str
    field: str
    yours: str
    theirs: str


class Missing(NamedTuple):
    """A paper that a source had and has no longer; nothing is removed."""

    stem: str
    source: str


class ImportReport(NamedTuple):
    """What an import did, or (a dry run) would do; papers are named by the stems of their files."""

    new: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    kept: tuple[KeptEdit, ...] = ()
    unchanged: int = 0
    """How many papers the sources gave that changed nothing."""
    missing: tuple[Missing, ...] = ()
    deleted: tuple[str, ...] = ()
    """Papers whose files you deleted; they stay deleted."""
    doubtful: tuple[Change, ...] = ()
    """New or changed papers with fields that the reader is unsure of."""
    problems: tuple[Problem, ...] = ()
    alike: tuple[Proposal, ...] = ()
    """New papers that look like versions of another."""
    examples: tuple[str, ...] = ()
    """Example files of a new site that made way for its first papers, by their paths."""
    replaced: tuple[str, ...] = ()
    """Papers that a pasted source was read to have and has no more, now that it is corrected: their files go."""


def field_name(field: str) -> str:
    """A field as people know it."""
    return "body" if field == "abstract" else field


def text_of(value: Plain) -> str:
    """A value on one line."""
    if isinstance(value, list):
        return ", ".join(map(text_of, value))
    if isinstance(value, Mapping):
        name = value.get("name")
        rest = ", ".join(f"{key}: {text_of(item)}" for key, item in value.items() if key != "name")
        return f"{name} ({rest})" if isinstance(name, str) and rest else rest or text_of(name)
    return value or ""

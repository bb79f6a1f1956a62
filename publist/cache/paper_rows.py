"""A paper as plain values, which the cache keeps and processes pass on, and back."""

from __future__ import annotations

from typing import Any

from publist.model.paper import Date, Name, Paper, Version

_AUTHORS, _EDITORS, _DATE, _VERSIONS, _LINKS, _EXTRA = (
    Paper._fields.index(name) for name in ("authors", "editors", "date", "versions", "links", "extra")
)


def pack(paper: Paper) -> tuple[Any, ...]:
    """The paper as plain values, which the cache can keep."""
    row: list[Any] = list(paper)
    row[_AUTHORS] = tuple(_pack_name(name) for name in paper.authors)
    row[_EDITORS] = tuple(_pack_name(name) for name in paper.editors)
    row[_DATE] = tuple(paper.date) if paper.date else None
    row[_VERSIONS] = tuple(
        (*version[:2], tuple(version.date) if version.date else None, *version[3:]) for version in paper.versions
    )
    row[_LINKS] = tuple(paper.links.items())
    row[_EXTRA] = dict(paper.extra)
    return tuple(row)


def unpack(row: tuple[Any, ...], names: dict[Any, Name]) -> Paper:
    """The paper of a row; ``names`` lets equal names be one value, which makes them cheap to compare."""
    values = list(row)
    values[_AUTHORS] = tuple([names.get(name) or _unpack_name(name, names) for name in row[_AUTHORS]])
    if row[_EDITORS]:
        values[_EDITORS] = tuple([names.get(name) or _unpack_name(name, names) for name in row[_EDITORS]])
    values[_DATE] = Date._make(row[_DATE]) if row[_DATE] else None
    if row[_VERSIONS]:
        values[_VERSIONS] = tuple([_unpack_version(version) for version in row[_VERSIONS]])
    values[_LINKS] = dict(row[_LINKS])
    return Paper._make(values)


def _unpack_version(row: tuple[Any, ...]) -> Version:
    return Version._make((*row[:2], Date(*row[2]) if row[2] else None, *row[3:]))


def _pack_name(name: Name) -> Any:
    return name.name if name == Name(name.name) else tuple(name)


def _unpack_name(packed: Any, names: dict[Any, Name]) -> Name:
    made = names[packed] = Name(packed) if isinstance(packed, str) else Name(*packed)
    return made

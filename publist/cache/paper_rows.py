"""A paper file as the cache keeps it: plain values, which processes can pass on, too, and back."""

from __future__ import annotations

from typing import Any, NamedTuple

from publist.cache.file_signatures import Signature, doubtful
from publist.model.paper import Date, Name, Notice, Paper, Version

_AUTHORS, _EDITORS, _DATE, _VERSIONS, _RETRACTION, _CORRECTIONS, _LINKS, _EXTRA = (
    Paper._fields.index(name)
    for name in ("authors", "editors", "date", "versions", "retraction", "corrections", "links", "extra")
)


class PaperRow(NamedTuple):
    """What is known of a paper file, its abstract left out. Kept as a plain tuple, and made of one by ``_make``."""

    signature: Signature | None = None
    """Of the file; None where it must be read again all the same."""
    file: bytes = b""
    """Digest of the file; empty where no text could be read."""
    paper: tuple[Any, ...] | None = None
    """Packed, None where the file holds no paper."""
    head: bytes = b""
    """Digest of the packed paper."""
    body: bytes = b""
    """Digest of the abstract."""
    problems: tuple[tuple[Any, ...], ...] = ()
    """What is wrong with the file, as plain tuples."""

    def seen(self, signature: Signature, now: int) -> PaperRow:
        """The row of a file that had this signature when it was read at ``now``."""
        certain = self.file and not doubtful(signature, now)
        return self._replace(signature=signature if certain else None)


def pack(paper: Paper) -> tuple[Any, ...]:
    """The paper as plain values, which the cache can keep."""
    row: list[Any] = list(paper)
    row[_AUTHORS] = tuple(_pack_name(name) for name in paper.authors)
    row[_EDITORS] = tuple(_pack_name(name) for name in paper.editors)
    row[_DATE] = tuple(paper.date) if paper.date else None
    row[_VERSIONS] = tuple(
        (*version[:2], tuple(version.date) if version.date else None, *version[3:]) for version in paper.versions
    )
    row[_RETRACTION] = _pack_notice(paper.retraction) if paper.retraction else None
    row[_CORRECTIONS] = tuple(_pack_notice(notice) for notice in paper.corrections)
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
    if row[_RETRACTION]:
        values[_RETRACTION] = _unpack_notice(row[_RETRACTION])
    if row[_CORRECTIONS]:
        values[_CORRECTIONS] = tuple([_unpack_notice(notice) for notice in row[_CORRECTIONS]])
    values[_LINKS] = dict(row[_LINKS])
    return Paper._make(values)


def _unpack_version(row: tuple[Any, ...]) -> Version:
    return Version._make((*row[:2], Date(*row[2]) if row[2] else None, *row[3:]))


def _pack_notice(notice: Notice) -> tuple[Any, ...]:
    return (tuple(notice.date) if notice.date else None, *notice[1:])


def _unpack_notice(row: tuple[Any, ...]) -> Notice:
    return Notice(Date._make(row[0]) if row[0] else None, *row[1:])


def _pack_name(name: Name) -> Any:
    return name.name if name == Name(name.name) else tuple(name)


def _unpack_name(packed: Any, names: dict[Any, Name]) -> Name:
    made = names[packed] = Name(packed) if isinstance(packed, str) else Name(*packed)
    return made

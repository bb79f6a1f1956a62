"""A paper file as the cache keeps it: plain values, which processes can pass on, too, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from publist.cache.file_signatures import Signature, doubtful
from publist.model.paper import Citations, Date, Name, Notice, Paper, Version

Packed: TypeAlias = dict[int, Any]
"""What a paper says but for its abstract, as plain values, each by the number of its field."""


class PaperRow(NamedTuple):
    """What is known of a paper file, its abstract left out. Kept as a plain tuple, and made of one by ``_make``."""

    signature: Signature | None = None
    """Of the file; None where it must be read again all the same."""
    file: bytes = b""
    """Digest of the file; empty where no text could be read."""
    paper: Packed | None = None
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


_UNWRITTEN = Paper("", type="")
"""The fields of a paper of which nothing is said: each is false, and no value that says something is."""
_ABSTRACT = Paper._fields.index("abstract")
_UNSAID = Name("")[1:]
"""The fields of a name of which only the printed form is known, but for that form."""


def pack(paper: Paper) -> Packed:
    """The paper as plain values, which the cache can keep; its abstract and what is not said are left out."""
    return {
        number: value if type(value) is str else _plain(value)
        for number, value in enumerate(paper)
        if value and number != _ABSTRACT
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Name):
        return value.name if value[1:] == _UNSAID else tuple(value)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return dict(value) if isinstance(value, Mapping) else value


def unpack(packed: Packed, names: dict[Any, Name]) -> Paper:
    """The paper without its abstract; ``names`` lets equal names be one value, which makes them cheap to compare."""
    values = list(_UNWRITTEN)
    for number, value in packed.items():
        make = _MADE.get(number)
        values[number] = make(value, names) if make else value
    return Paper._make(values)


def _people(row: Any, names: dict[Any, Name]) -> tuple[Name, ...]:
    return tuple([names.get(packed) or _name(packed, names) for packed in row])


def _name(packed: Any, names: dict[Any, Name]) -> Name:
    made = names[packed] = Name(packed) if isinstance(packed, str) else Name(*packed)
    return made


def _dated(value: Any) -> Any:
    """A version, a notice or a count with its date as a date."""
    return value._replace(date=Date._make(value.date)) if value.date else value


_MAKERS: dict[str, Callable[[Any, dict[Any, Name]], Any]] = {
    "authors": _people,
    "editors": _people,
    "date": lambda row, _: Date._make(row),
    "versions": lambda rows, _: tuple([_dated(Version._make(row)) for row in rows]),
    "retraction": lambda row, _: _dated(Notice._make(row)),
    "added": lambda row, _: Date._make(row),
    "citations": lambda row, _: _dated(Citations._make(row)),
    "corrections": lambda rows, _: tuple([_dated(Notice._make(row)) for row in rows]),
}
"""What makes the value of a field again; all others are plain."""
_MADE = {Paper._fields.index(name): make for name, make in _MAKERS.items()}

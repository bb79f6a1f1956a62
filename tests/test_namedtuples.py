"""Named tuples that are made quickly are those that ``typing.NamedTuple`` makes."""

from __future__ import annotations

import pickle
import typing
from typing import Any

import pytest

from publist import namedtuples


class Quick(namedtuples.NamedTuple):
    """A paper on a shelf."""

    title: str
    year: int = 1843
    places: tuple[str, ...] = ()
    """Where it stands."""

    @property
    def label(self) -> str:
        """Title and year."""
        return f"{self.title} ({self.year})"

    @staticmethod
    def none() -> str:
        """No paper."""
        return "none"


class Usual(typing.NamedTuple):
    """A paper on a shelf."""

    title: str
    year: int = 1843
    places: tuple[str, ...] = ()
    """Where it stands."""

    @property
    def label(self) -> str:
        """Title and year."""
        return f"{self.title} ({self.year})"

    @staticmethod
    def none() -> str:
        """No paper."""
        return "none"


@pytest.mark.parametrize(
    "ask",
    [
        lambda kind: kind("Notes"),
        lambda kind: kind(year=1844, title="Notes"),
        lambda kind: kind("Notes", 1, ("a",))._replace(year=2),
        lambda kind: kind("Notes")._asdict(),
        lambda kind: kind._make(["Notes", 1844, ()]),
        lambda kind: (kind("Notes") == ("Notes", 1843, ()), kind("a") < kind("b"), [*kind("Notes")]),
        lambda kind: kind("Notes").label,
        lambda kind: kind("Notes").none(),
        lambda kind: kind._fields,
        lambda kind: kind._field_defaults,
        lambda kind: kind.__doc__,
        lambda kind: kind.__mro__[1:],
        lambda kind: kind.__match_args__,
        lambda kind: tuple(pickle.loads(pickle.dumps(kind("Notes")))),  # noqa: S301 (our own)
        lambda kind: repr(kind("Notes")).partition("(")[2],
        lambda kind: (kind.__module__, kind.label.fget.__name__, hash(kind("Notes")), len(kind("Notes"))),
    ],
)
def test_they_are_what_typing_makes(ask: Any) -> None:
    """Made, copied, asked, printed, pickled: the same."""
    assert ask(Quick) == ask(Usual)


def test_wrong_use_is_refused() -> None:
    """What typing's refuse, they refuse."""
    makers: list[Any] = [Quick, Usual]
    for kind in makers:
        with pytest.raises(TypeError, match="title"):
            kind()
        with pytest.raises((ValueError, TypeError), match="colour"):  # since Python 3.13 the latter
            kind("Notes")._replace(colour=1)
        with pytest.raises(TypeError):
            kind("Notes", colour=1)
        with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
            kind._make(["Notes"])
        with pytest.raises(AttributeError):
            kind("Notes").title = "Others"
        with pytest.raises(AttributeError):
            kind("Notes").colour = 1

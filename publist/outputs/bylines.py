"""Bylines as lists show them: of a long list of authors the first ones, the owner, and how many more there are.

A paper may have thousands of authors and stands in the list of each of them: whole, the site would grow with the
square of their number. All of them are on the paper's own page, in its files and in what machines are told of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from publist.library.library import CROWD, Entry
from publist.library.terms import Ref
from publist.model.settings import Config
from publist.outputs.translations import translations

T = TypeVar("T")
_REST = 3
"""So many places of a cut byline are left for the owner and for the number of the others."""


class Byline(NamedTuple):
    """Which authors a list shows, by their places: the ``first`` so many, then the ``owners`` among the others.

    ``more`` is the number of those it does not show.
    """

    first: int
    owners: tuple[int, ...] = ()
    more: int = 0

    def chosen(self, authors: Sequence[T]) -> list[T]:
        """Those of the authors, or of what stands for each of them, whom it shows."""
        return [*authors[: self.first], *[authors[place] for place in self.owners]]


def is_apart(ref: Ref, config: Config, here: str = "") -> bool:
    """Whether a name is set apart under the setting ``highlight``, on a page of the person at the path ``here``."""
    if config.highlight == "person":
        return bool(here) and ref.path == here
    return ref.owner or (ref.member and config.highlight == "members")


def is_kept(ref: Ref, config: Config) -> bool:
    """Whether a name is never cut away: the owner's is not, nor those that are set apart on every page."""
    return ref.owner or is_apart(ref, config)


def byline(entry: Entry, config: Config, here: str = "") -> Byline:
    """The byline of a paper under the setting ``byline``: 0 cuts none. Names that are set apart are never cut away."""
    return _cut(entry, config.byline, config, here)


def of_crowd(entry: Entry, config: Config) -> Byline:
    """The byline that is cut where the authors are a crowd: for feeds, which have no word for the number of others."""
    return _cut(entry, config.byline if len(entry.authors) > CROWD else 0, config)


def _cut(entry: Entry, most: int, config: Config, here: str = "") -> Byline:
    authors = entry.authors
    if not 0 < most < len(authors):
        return Byline(len(authors))
    first = max(1, most - _REST)
    others = enumerate(authors[first:], first)
    owners = tuple([place for place, ref in others if is_kept(ref, config) or is_apart(ref, config, here)])
    return Byline(first, owners, len(authors) - first - len(owners))


def is_cut(entry: Entry, config: Config) -> bool:
    """Whether lists leave out some of the paper's authors."""
    return 0 < config.byline < len(entry.authors)


def in_short(entry: Entry, config: Config) -> str:
    """The byline as text."""
    cut = byline(entry, config)
    shown = ", ".join(name.name for name in cut.chosen(entry.paper.authors))
    if not cut.more:
        return shown
    more = translations(config.language).ngettext("%(n)s more", "%(n)s more", cut.more)
    return f"{shown} … {more.replace('%(n)s', str(cut.more))}"

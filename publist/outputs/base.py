"""What every output gets and gives: the site as planned, and the context in which an artifact is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from publist.content.loading import Asset
from publist.content.people_file import Person
from publist.content.pictures import Picture
from publist.content.settings_file import Config
from publist.content.topic_file import NewsFile, PageFile
from publist.library import whole_list
from publist.library.changes import Changes
from publist.library.library import Library
from publist.model.artifact import Artifact
from publist.model.cv import Cv
from publist.model.paper import Date
from publist.model.problems import Problem
from publist.outputs.csl.references import CslReferences
from publist.theming.renderer import Renderer
from publist.theming.theme import Theme


class SitePlan(NamedTuple):
    """All that a build knows before it renders anything.

    ``files`` go to ``assets/``, ``static`` to the site's root.
    ``assets`` are the theme's files as ``theme.built_assets`` gives them, ``keys`` the papers' citation keys by slug,
    where the site offers citations as files. ``changes`` are those that papers tell of themselves, ``news`` stand
    newest first. ``near`` is what was known of papers near each other; planning adds what it finds (``Surroundings``).
    ``unchanged`` are the addresses of papers and terms whose ``local`` files are as an earlier build made them: they
    are left out of the plan.
    """

    folder: str
    config: Config
    library: Library
    pages: tuple[PageFile, ...]
    files: tuple[Asset, ...]
    static: tuple[Asset, ...]
    theme: Theme
    assets: Mapping[str, tuple[str, bytes]]
    keys: Mapping[str, str]
    near: dict[str, bytes]
    changes: Changes = Changes((), 0)
    people: tuple[Person, ...] = ()
    photo: Picture | None = None
    news: tuple[NewsFile, ...] = ()
    cv: Cv | None = None
    unchanged: frozenset[str] = frozenset()

    @property
    def overviews(self) -> tuple[str, ...]:
        """Which other overviews the site has, by their folders: those with something to show in a theme that can."""
        papers = len(self.library.entries)
        there = {
            "members": bool(self.library.members),
            "changes": bool(self.changes.total),
            "news": bool(self.news),
            "bibliography": whole_list.is_printed(papers),
            "cv": self.config.cv_page,
        }
        found = [name for name, is_there in there.items() if is_there and f"{name}.html" in self.theme.templates]
        return (*found, *(["papers"] if whole_list.is_apart(papers, self.config) else []))


class Context(NamedTuple):
    """What rendering an artifact may use besides its inputs: nothing here differs between artifacts of a build.

    ``items`` are list items and references that are rendered already, by the entry's digest and the root of the list's
    page or the kind; ``pieces`` are papers' parts of feeds and export files, by what they show and the format;
    ``views`` are the latest views of papers, by the entry's digest; ``references`` are those in CSL styles.
    ``whole`` is the site path of the page of the whole list, "" where that is the front page. ``told`` is what
    rendering had to say.
    """

    folder: str
    config: Config
    renderer: Renderer
    items: dict[tuple[bytes, str], str]
    pieces: dict[tuple[bytes, str], str]
    views: dict[bytes, Any]
    told: list[Problem]
    references: CslReferences
    whole: str = ""


Render = Callable[[tuple[Any, ...], Context], bytes]
"""Makes an artifact's bytes from its inputs."""


class Output(Protocol):
    """A module of this package: a part of the site. ``THEMED`` says whether its files show the theme."""

    THEMED: bool
    RENDERERS: Mapping[str, Render]

    def plan(self, plan: SitePlan) -> Iterator[Artifact]:
        """The artifacts of this part, each with all its inputs. Cheap: nothing is rendered here."""


Address = tuple[str, Date | None]
"""The site path of a page, and when it changed last as far as content says so."""


class PageKind(Output, Protocol):
    """An output that makes pages for readers. ``VIEWS`` has the view that each template gets as ``page``, by its name.

    A key of it may name several templates, with commas.
    """

    VIEWS: Mapping[str, str]

    def addresses(self, plan: SitePlan) -> Iterator[Address]:
        """The pages that search engines are to find."""

"""The page to search the abstracts on, where there is an index to search in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from publist.content.settings_file import Config
from publist.library.taxonomies import BY_KIND
from publist.model.artifact import Artifact
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.link_views import OFFERS
from publist.outputs.pages.plain_page import NOINDEX, PlainPage
from publist.outputs.translations import gettext

PATH = "search/"
FOLDER = "pagefind"
"""Where the index stands in the output folder; ours as a whole."""


class Way(NamedTuple):
    """An overview that leads to every paper without a script."""

    label: str
    path: str


class SearchPage(PlainPage):
    """What search.html gets as ``page``; ``pagefind`` is the site path of Pagefind's script, ``count`` all papers."""

    def __init__(self, overviews: tuple[tuple[str, str], ...], papers: int, context: Context) -> None:
        words = gettext(context.config.language)
        super().__init__("search", words("Search"), PATH, words("Search titles and abstracts"), context)
        self.pagefind: str = f"{FOLDER}/pagefind.js"
        self.count: int = papers
        self.offers: tuple[str, ...] = OFFERS
        self.byline: int = context.config.byline
        self.ways: tuple[Way, ...] = tuple(Way(words(name), f"{folder}/") for folder, name in overviews)

    def _robots(self) -> str:
        """It has a form, and nothing of its own that could be found."""
        return NOINDEX + "\n"


def available(config: Config) -> bool:
    """Whether the site has a search: it is wanted, and there is a program that makes its index."""
    if not config.search:
        return False
    from publist.outputs.machine.pagefind import indexer

    return bool(indexer())


def ways(kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The folder and the heading of each overview that the site has; ``kinds`` are the taxonomies with terms."""
    return tuple((BY_KIND[kind].folder, BY_KIND[kind].heading) for kind in kinds)


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where the site has a search and a theme that shows it."""
    if available(plan.config) and "search.html" in plan.theme.templates:
        found, papers = ways(plan.library.kinds), len(plan.library.entries)
        yield Artifact(
            f"{PATH}index.html", "content/site.yaml", "search", (found, papers), repr((found, papers)).encode()
        )


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("search.html", SearchPage(inputs[0], inputs[1], context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """None: it has nothing of its own that could be found."""
    del plan
    return iter(())


THEMED = True
VIEWS: Mapping[str, str] = {"search.html": "SearchPage"}
RENDERERS: Mapping[str, Render] = {"search": _render}

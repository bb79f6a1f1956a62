"""The page to search the abstracts on, where there is an index to search in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from publist.artifact import Artifact
from publist.config import Config
from publist.library import Library
from publist.markup import Html
from publist.outputs import head
from publist.outputs.base import Context, Plan, Render
from publist.outputs.pagefind import FOLDER, indexer
from publist.outputs.papers import Crumb
from publist.outputs.slices import TAXONOMIES, root_of
from publist.outputs.words import gettext

PATH = "search/"


class Way(NamedTuple):
    """An overview that leads to every paper without a script."""

    label: str
    path: str


class SearchPage(NamedTuple):
    """What search.html gets as ``page``; ``pagefind`` is the site path of Pagefind's script."""

    kind: str
    title: str
    description: str
    path: str
    root: str
    canonical: str
    head: Html
    breadcrumbs: tuple[Crumb, ...]
    heading: str
    pagefind: str
    ways: tuple[Way, ...]


def available(config: Config) -> bool:
    """Whether the site has a search: it is wanted, and there is a program that makes its index."""
    return config.search and bool(indexer())


def ways(library: Library) -> tuple[tuple[str, str], ...]:
    """The folder and the heading of each overview that the site has."""
    kinds = (library.topics, library.people, library.years, library.venues)
    return tuple(TAXONOMIES[terms[0].kind] for terms in kinds if terms)


def plan(plan: Plan) -> Iterator[Artifact]:
    """The page, where the site has a search and a theme that shows it."""
    if available(plan.config) and "search.html" in plan.theme.templates:
        found = ways(plan.library)
        yield Artifact(f"{PATH}index.html", "content/site.yaml", "search", (found,), repr(found).encode())


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    config = context.config
    words = gettext(config.language)
    heading = words("Search")
    title, description = f"{heading} · {config.title}", words("Search titles and abstracts")
    canonical, root = context.base_url + PATH if context.base_url else "", root_of(PATH)
    told = head.Told(title, description, canonical, root, ((config.title, ""), (heading, PATH)))
    page = SearchPage(
        kind="search",
        title=title,
        description=description,
        path=PATH,
        root=root,
        canonical=canonical,
        head=head.page_head(told, config, context.base_url),
        breadcrumbs=(Crumb(config.title, ""),),
        heading=heading,
        pagefind=f"{FOLDER}/pagefind.js",
        ways=tuple(Way(words(name), f"{folder}/") for folder, name in inputs[0]),
    )
    return context.renderer.render("search.html", page).encode()


THEMED = True
RENDERERS: Mapping[str, Render] = {"search": _render}

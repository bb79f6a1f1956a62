"""What every page shows of the site: its settings as templates see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from publist.content.settings_file import Config
from publist.content.topic_file import PageFile
from publist.library import whole_list
from publist.library.taxonomies import BY_KIND
from publist.library.terms import INDEX
from publist.outputs.downloads.exports import list_exports
from publist.outputs.machine import list_index
from publist.outputs.machine.analytics import AnalyticsView, analytics_view
from publist.outputs.machine.feeds import ATOM, JSON_FEED, feeds_of
from publist.outputs.output_size import is_compact
from publist.outputs.owner_views import CV_PAGE
from publist.outputs.pages import changes, cv_page, members, news
from publist.outputs.pages.list_views import FileLink
from publist.outputs.pages.other_pages import base_path, page_address
from publist.outputs.pages.search import PATH, available, ways
from publist.outputs.translations import direction, gettext
from publist.text.file_names import escaped
from publist.text.markdown import Html, inline
from publist.theming import options as themeoptions
from publist.theming.theme import Theme, built_assets


class SiteLink(NamedTuple):
    """A labelled address outside the site."""

    label: str
    url: str


class NavView(NamedTuple):
    """An entry of the navigation: a site path or an absolute address."""

    label: str
    path: str


class FilterView(NamedTuple):
    """A choice by which lists can be filtered: the terms of a taxonomy; ``several``: a paper may have more than one."""

    kind: str
    label: str
    folder: str
    several: bool


class SiteView(NamedTuple):
    """What templates get as ``site``: the same on every page, and nothing that grows with the list."""

    title: str
    name: str
    owner: str
    tagline: Html
    description: str
    language: str
    dir: str
    base_path: str
    base_url: str
    css: str
    js: str
    links: tuple[SiteLink, ...]
    navigation: tuple[NavView, ...]
    browse: tuple[NavView, ...]
    footer: Html
    repository: str
    has_search: bool
    accent: int | None
    theme: Mapping[str, Any]
    assets: Mapping[str, str]
    feeds: Mapping[str, str]
    exports: tuple[FileLink, ...]
    list_index: str
    whole: str
    printed: str
    filters: tuple[FilterView, ...]
    offers: tuple[str, ...]
    changes: str
    analytics: AnalyticsView | None
    compact: bool


class Overviews(NamedTuple):
    """What the site has overviews of: the taxonomies that have terms, and the other pages by their folders.

    ``name`` is what stands at the head of the site, ``offers`` what some of its papers link (``link_views.OFFERS``).
    """

    kinds: tuple[str, ...]
    others: tuple[str, ...] = ()
    name: str = ""
    offers: tuple[str, ...] = ()


def site_view(config: Config, theme: Theme, pages: tuple[PageFile, ...], has: Overviews) -> SiteView:
    """The settings, ready to be printed."""
    assets = built_assets(theme, config.accent)
    feeds = feeds_of("index", INDEX, config)
    return SiteView(
        title=config.title or config.owner,
        name=has.name,
        owner=config.owner,
        tagline=inline(config.tagline),
        description=config.description,
        language=config.language,
        dir=direction(config.language),
        base_path=base_path(config.base_url),
        base_url=config.base_url,
        css=assets["style.css"][0] if "style.css" in assets else "",
        js=assets["site.js"][0] if "site.js" in assets else "",
        links=tuple(SiteLink(label, url) for label, url in config.links.items()),
        navigation=_navigation(config, pages, has),
        browse=_browse(config, has),
        footer=inline(config.footer),
        repository=config.repository,
        has_search=available(config),
        accent=config.accent.hue if config.accent else None,
        theme=themeoptions.read(theme.options, config.theme_options, theme.name)[0],
        assets={name: path for name, (path, _) in assets.items()},
        feeds={"atom": feeds.get(ATOM, ""), "json": feeds.get(JSON_FEED, "")},
        exports=tuple(FileLink(label, path) for label, path in list_exports(config)),
        list_index=list_index.PATH,
        whole=whole_list.PATH if "papers" in has.others else "",
        printed=whole_list.PRINTED if "bibliography" in has.others else "",
        filters=_filters(config, has.kinds),
        offers=has.offers,
        changes=changes.PATH if "changes" in has.others else "",
        analytics=analytics_view(config),
        compact=is_compact(config),
    )


def _filters(config: Config, kinds: tuple[str, ...]) -> tuple[FilterView, ...]:
    words = gettext(config.language)
    rows = [BY_KIND[kind] for kind in kinds if BY_KIND[kind].filtered]
    return tuple(FilterView(row.kind, words(row.label), row.folder, row.several) for row in rows)


def _navigation(config: Config, pages: tuple[PageFile, ...], has: Overviews) -> tuple[NavView, ...]:
    """As site.yaml says; if it says nothing, the list, its topics, the search, then pages that ask for a place."""
    if config.navigation:
        return tuple(
            NavView(item.label, item.path if "://" in item.path else escaped(item.path)) for item in config.navigation
        )
    words = gettext(config.language)
    known = [("Publications", whole_list.PATH if "papers" in has.others else "")]
    known += [(BY_KIND[kind].heading, f"{BY_KIND[kind].folder}/") for kind in has.kinds if kind == "topic"]
    known += [(members.HEADING, members.PATH)] if "members" in has.others else []
    known += [(cv_page.HEADING, CV_PAGE)] if "cv" in has.others else []
    known += [("Search", PATH)] if available(config) else []
    asking = sorted((page for page in pages if page.nav), key=lambda page: (page.nav, page.slug))
    return (
        *(NavView(words(name), path) for name, path in known),
        *(NavView(page.title, page_address(page)) for page in asking),
    )


def _browse(config: Config, has: Overviews) -> tuple[NavView, ...]:
    """Every overview that the site has, for the foot of its pages."""
    words = gettext(config.language)
    others = {"members": members.HEADING, "news": news.HEADING, "changes": changes.HEADING}
    found = [*ways(has.kinds), *[(folder, heading) for folder, heading in others.items() if folder in has.others]]
    return tuple(NavView(words(name), f"{folder}/") for folder, name in found)

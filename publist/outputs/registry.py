"""The parts of a site in the order in which they are made."""

from __future__ import annotations

from collections.abc import Mapping

from publist.outputs.base import Output, PageKind, Render
from publist.outputs.downloads import cv, exports, files, pictures
from publist.outputs.machine import (
    analytics,
    api,
    cards,
    change_feeds,
    feeds,
    list_entries,
    list_index,
    news_feed,
    signposting,
)
from publist.outputs.machine.sitemap import Sitemap
from publist.outputs.pages import (
    bibliography,
    changes,
    cv_page,
    embed,
    front,
    lists,
    members,
    news,
    other_pages,
    paper,
    redirects,
    search,
)

PAGES: tuple[PageKind, ...] = (
    paper, front, lists, members, news, changes, bibliography, cv_page, other_pages, search, embed
)  # fmt: skip
"""The kinds of pages: the sitemap and the docs of the views go by them."""

OUTPUTS: tuple[Output, ...] = (
    *PAGES,
    redirects,
    list_index,
    list_entries,
    feeds,
    change_feeds,
    news_feed,
    exports,
    cv,
    pictures,
    signposting,
    api,
    cards,
    Sitemap(PAGES),
    analytics,
    files,
)

RENDERERS: Mapping[str, Render] = {kind: render for output in OUTPUTS for kind, render in output.RENDERERS.items()}

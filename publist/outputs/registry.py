"""The parts of a site in the order in which they are made."""

from __future__ import annotations

from collections.abc import Mapping

from publist.outputs.base import Output, Render
from publist.outputs.downloads import exports, files
from publist.outputs.machine import api, cards, feeds, list_index, signposting, sitemap
from publist.outputs.pages import lists, other_pages, paper, redirects, search

OUTPUTS: tuple[Output, ...] = (
    paper,
    redirects,
    lists,
    other_pages,
    search,
    list_index,
    feeds,
    exports,
    signposting,
    api,
    cards,
    sitemap,
    files,
)

RENDERERS: Mapping[str, Render] = {kind: render for output in OUTPUTS for kind, render in output.RENDERERS.items()}

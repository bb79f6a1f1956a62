"""The parts of a site in the order in which they are made."""

from __future__ import annotations

from collections.abc import Mapping

from publist.outputs import (
    api,
    cards,
    exports,
    feeds,
    files,
    list_index,
    lists,
    other_pages,
    papers,
    redirects,
    search_page,
    signposting,
    sitemap,
)
from publist.outputs.base import Output, Render

OUTPUTS: tuple[Output, ...] = (
    papers,
    redirects,
    lists,
    other_pages,
    search_page,
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

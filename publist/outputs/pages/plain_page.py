"""What every page says of itself that is neither a paper's nor a list of papers."""

from __future__ import annotations

from functools import cached_property

from publist.outputs.base import Context
from publist.outputs.machine.tags import Json
from publist.outputs.pages.pagination import root_of
from publist.outputs.translations import gettext
from publist.outputs.views import Crumb
from publist.text.markdown import Html

NOINDEX = '<meta name="robots" content="noindex">'
"""For pages that nobody should be led to from outside: https://developers.google.com/search/docs/crawling-indexing"""


class PlainPage:
    """A page right below the index. ``path`` is its site path; texts are plain."""

    def __init__(self, kind: str, heading: str, path: str, description: str, context: Context) -> None:
        self._context = context
        self.kind: str = kind
        self.title: str = f"{heading} · {context.config.title}"
        self.description: str = description
        self.path: str = path
        self.root: str = root_of(path)
        self.canonical: str = context.config.base_url + path if context.config.base_url else ""
        self.heading: str = heading

    @cached_property
    def head(self) -> Html:
        """The tags for machines; belongs into the head as it is."""
        from publist.outputs.machine.head import Alternate, PageMetadata, page_head

        config = self._context.config
        crumbs = ((config.title, ""), (self.heading, self.path))
        told = PageMetadata(self.title, self.description, self.canonical, self.root, crumbs)
        others = [Alternate(*other) for other in self._alternates()]
        return Html(self._robots() + page_head(told, config, self._nodes(), others))

    def _nodes(self) -> list[Json]:
        """What is special about the page, for search engines."""
        return []

    def _alternates(self) -> list[tuple[str, str, str]]:
        """Other forms of the page: media type, title and site path of each."""
        return []

    def _robots(self) -> str:
        """What search engines are told besides."""
        return ""

    @cached_property
    def breadcrumbs(self) -> tuple[Crumb, ...]:
        """The pages above this one."""
        return (Crumb(self._context.config.title, ""),)


def above_papers(context: Context) -> tuple[Crumb, ...]:
    """The pages above that of a paper: the front page, and the page of the whole list where there is one."""
    config = context.config
    listed = [Crumb(gettext(config.language)("Publications"), context.whole)] if context.whole else []
    return (Crumb(config.title, ""), *listed)

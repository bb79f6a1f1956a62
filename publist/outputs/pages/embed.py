"""Lists for the pages of others: in a frame, without header and footer, or as a fragment of HTML to be included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from publist.library.library import Entry
from publist.library.terms import INDEX
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.pages.group_views import GroupView, groups_on, label_of
from publist.outputs.pages.grouping import grouping_of, groups_among
from publist.outputs.pages.list_references import bare_references
from publist.outputs.pages.lists import state_of
from publist.outputs.pages.pagination import PageOfList, paginate, root_of
from publist.outputs.pages.plain_page import NOINDEX
from publist.outputs.term_files import has_files
from publist.outputs.translations import gettext
from publist.text.html_escaping import escape
from publist.text.markdown import Html

FOLDER = "embed/"
FRAGMENT = f"{FOLDER}list.html"
_KINDS = ("topic", "person", "type")
"""Taxonomies whose terms have a page for frames: those that have files of their own, too."""


class EmbedPage:
    """What embed.html gets as ``page``: the newest papers of a list, as many as one page of it has."""

    def __init__(self, page: PageOfList, context: Context) -> None:
        self._page, self._context = page, context
        config = context.config
        self.kind: str = "embed"
        self.path: str = FOLDER + page.ref.path
        self.root: str = root_of(self.path)
        self.whole: str = page.ref.path if page.ref.path else context.whole
        self.canonical: str = config.base_url + self.whole if config.base_url else ""
        self.heading: str = page.ref.title or gettext(config.language)("Publications")
        self.title: str = f"{self.heading} · {config.title}"
        self.count: int = page.count
        self.more: int = page.count - len(page.entries)

    @property
    def head(self) -> Html:
        """The tags for machines: the list itself is to be found, not this page."""
        return Html(NOINDEX)

    @cached_property
    def groups(self) -> tuple[GroupView, ...]:
        """The page's papers in groups, as lists are grouped."""
        return groups_on(self._page, self.root, self._context)


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The pages and the fragment, where the setting ``embed`` asks for them."""
    if not plan.config.embed:
        return
    library, origin = plan.library, "content/site.yaml"
    by = grouping_of(plan.config.index.group, "index", library.kinds)
    first = next(paginate("index", INDEX, library.entries, size=plan.config.per_page, by=by, files=True))
    whole = next(paginate("index", INDEX, library.entries, size=len(library.entries) or 1, by=by, files=True))
    yield Artifact(FRAGMENT, origin, "fragment", (whole,), state_of(whole))
    if "embed.html" not in plan.theme.templates:
        return
    pages = [first]
    for kind in _KINDS:
        terms = (term for term in library.terms(kind) if has_files(term, plan.config))
        by = grouping_of(plan.config.index.group, kind, library.kinds)
        for term in terms:
            pages.append(next(paginate(kind, term.ref, term.entries, size=plan.config.per_page, by=by, files=True)))
    for page in pages:
        yield Artifact(f"{FOLDER}{page.ref.path}index.html", origin, "embed", (page,), digest(b"embed", state_of(page)))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("embed.html", EmbedPage(inputs[0], context)).encode()


def _fragment(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The whole list as references; addresses are whole, since nobody knows where it will stand."""
    page, lines = inputs[0], ['<div class="publist">']
    made = iter(bare_references(page.entries, context.config.index.style, context))
    for group, _, entries in groups_among(page.entries, page.groups, 0):
        if label := label_of(group, context.config.language):
            lines.append(f"<h3>{escape(label)}</h3>")
        items = [f"<li>{_detailed(next(made), entry, context)}</li>" for entry in entries]
        lines += ["<ul>", *items, "</ul>"]
    return "\n".join([*lines, "</div>", ""]).encode()


def _detailed(text: Html, entry: Entry, context: Context) -> str:
    """The reference with a link to the paper's page."""
    base = context.config.base_url
    more = gettext(context.config.language)("Details")
    return f'{text} <a href="{escape(base + entry.path)}">{escape(more)}</a>' if base else str(text)


def addresses(plan: SitePlan) -> Iterator[Address]:
    """None: what they have is found elsewhere."""
    del plan
    return iter(())


THEMED = True
VIEWS: Mapping[str, str] = {"embed.html": "EmbedPage"}
RENDERERS: Mapping[str, Render] = {"embed": _render, "fragment": _fragment}

"""Pages that are neither a paper nor a list of papers: overviews of terms, free pages, the page for lost readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.content.topic_file import PageFile
from publist.library.library import Term
from publist.library.taxonomies import BY_KIND
from publist.library.terms import Ref
from publist.model.artifact import Artifact, digest, digest_all
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.charts.counts import pairs, timeline_counts
from publist.outputs.link_views import site_path
from publist.outputs.pages.lists import with_pages
from publist.outputs.pages.plain_page import NOINDEX, PlainPage
from publist.outputs.pages.term_lists import LetterView, TermLists, term_lists
from publist.outputs.translations import gettext
from publist.outputs.views import Crumb, TermLink
from publist.text.anchors import with_anchors
from publist.text.embeds import Embeds
from publist.text.file_names import address_of
from publist.text.markdown import Html, block

if TYPE_CHECKING:
    from publist.outputs.charts.charts import NetworkView, TimelineView

Counted = tuple[tuple[Ref, int, str], ...]
"""The terms of a taxonomy with the numbers of their papers, and of people the family name as a slug."""


class Unlisted(NamedTuple):
    """How many terms of a taxonomy have no page, and how many papers each of them has at most."""

    terms: int
    papers: int


class TermsPage(PlainPage):
    """What terms.html gets as ``page``: the terms of a taxonomy, topics over time, and who writes with whom.

    ``unlisted`` is the number of those that have no page, in a compact site, and ``few`` that of the papers which each
    of them has at most.
    """

    def __init__(
        self, kind: str, counted: Counted, unlisted: Unlisted, picture: tuple[Any, ...], context: Context
    ) -> None:
        heading = gettext(context.config.language)(BY_KIND[kind].heading)
        told = f"{heading}: {len(counted) + unlisted.terms}"
        super().__init__("terms", heading, f"{BY_KIND[kind].folder}/", told, context)
        self.unlisted: int = unlisted.terms
        self.few: int = unlisted.papers
        self.terms: tuple[TermLink, ...] = tuple(TermLink(ref.title, ref.path, count) for ref, count, _ in counted)
        self._taxonomy = kind
        self._counted = counted
        self._picture = picture

    @cached_property
    def _parts(self) -> TermLists:
        rows = [(link, family) for link, (_, _, family) in zip(self.terms, self._counted, strict=True)]
        return term_lists(self._taxonomy, rows)

    @property
    def most(self) -> tuple[TermLink, ...]:
        """Of many people, those who are on most papers."""
        return self._parts.most

    @property
    def letters(self) -> tuple[LetterView, ...]:
        """The terms in their order: of people by family name, where there are many under their letters."""
        return self._parts.letters

    @property
    def once(self) -> tuple[TermLink, ...]:
        """Terms with one paper, where others have more."""
        return self._parts.once

    @property
    def bars(self) -> int:
        """The number of papers that a bar of full length stands for; 0 where bars would say nothing."""
        return self._parts.bars

    @cached_property
    def timeline(self) -> TimelineView | None:
        """On the overview of topics: the most frequent ones over time."""
        from publist.outputs.charts.charts import timeline

        return timeline(self._picture) if self._taxonomy == "topic" else None

    @cached_property
    def network(self) -> NetworkView | None:
        """On the overview of people: who writes with whom."""
        from publist.outputs.charts.charts import network

        return (
            network(self._picture[0], self._picture[1], len(self.terms) + self.unlisted)
            if self._taxonomy == "person"
            else None
        )


class FreePage(PlainPage):
    """What page.html and 404.html get as ``page``."""

    def __init__(self, file: PageFile, context: Context) -> None:
        super().__init__("page", file.title, page_address(file), _description(file), context)
        self._body = file.body
        self.draft: bool = file.draft

    @cached_property
    def body(self) -> Html:
        """The page's text."""
        return self._shown[0]

    @cached_property
    def frames(self) -> tuple[str, ...]:
        """The hosts that the page embeds something from, for its content security policy."""
        return self._shown[1]

    @cached_property
    def _shown(self) -> tuple[Html, tuple[str, ...]]:
        embeds = Embeds(self._context.config.embeds)
        html = block(self._body, lambda url: self.root + site_path(url), embeds.html)
        return with_anchors(html), tuple(dict.fromkeys(embeds.shown))


def _description(file: PageFile) -> str:
    """What the file says of itself, else how it begins."""
    if file.description or not file.body:
        return file.description
    from publist.outputs.pages.descriptions import description_of

    return description_of(file.body)


class LostPage(FreePage):
    """404.html: it answers at any depth, so its addresses begin at the base path; nothing is to lead to it."""

    def __init__(self, context: Context) -> None:
        heading = gettext(context.config.language)("Page not found")
        super().__init__(PageFile("404", heading), context)
        self.kind, self.path, self.root, self.canonical = "404", "404.html", base_path(context.config.base_url), ""

    @cached_property
    def head(self) -> Html:
        """The tags for machines; belongs into the head as it is."""
        return Html(NOINDEX)

    @cached_property
    def breadcrumbs(self) -> tuple[Crumb, ...]:
        """None: it stands nowhere."""
        return ()


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """An overview of each taxonomy that has terms, the pages of content/pages, and 404.html."""
    library = plan.library
    for row in library.taxonomies:
        terms = library.terms(row.kind)
        paged = with_pages(library, row.kind)
        families = library.identities.families if row.kind == "person" else {}
        counted = tuple([(term.ref, len(term.entries), families.get(term.ref.path, "")) for term in paged])
        unlisted = Unlisted(len(terms) - len(paged), max((len(t.entries) for t in terms if t.ref.instead), default=0))
        stamp = digest_all([part for ref, count, _ in counted for part in (ref.state, b"%d;" % count)])
        stamp, picture = digest(stamp, "\n".join([family for *_, family in counted]).encode()), _pictured(terms)
        inputs = (row.kind, counted, unlisted, picture)
        stamp = digest(stamp, repr((tuple(unlisted), picture) if unlisted.terms else picture).encode())
        yield Artifact(f"{row.folder}/index.html", "content/papers", "terms", inputs, stamp)
    for page in plan.pages:
        if page.path:
            source = f"content/pages/{page.slug}.md"
            yield Artifact(f"{page_address(page)}index.html", source, "page", (page,), digest(repr(page).encode()))
    yield Artifact("404.html", "content/site.yaml", "404", (), b"")


def _pictured(terms: tuple[Term, ...]) -> tuple[Any, ...]:
    """The counts that the picture of this taxonomy shows."""
    if terms[0].kind == "topic":
        return timeline_counts(terms)
    return pairs(terms) if terms[0].kind == "person" else ()


def _terms(inputs: tuple[Any, ...], context: Context) -> bytes:
    kind, counted, unlisted, picture = inputs
    return context.renderer.render("terms.html", TermsPage(kind, counted, unlisted, picture, context)).encode()


def _free(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("page.html", FreePage(inputs[0], context)).encode()


def _lost(inputs: tuple[Any, ...], context: Context) -> bytes:
    del inputs
    return context.renderer.render("404.html", LostPage(context)).encode()


def base_path(base_url: str) -> str:
    """The path under which the site is served: ``/`` or ``/repo/``."""
    return "/" + base_url.partition("://")[2].partition("/")[2]


def page_address(page: PageFile) -> str:
    """The site path of a page of content/pages, "" of the index; names in it can stand in addresses."""
    return "".join(f"{address_of(part)}/" for part in page.path.split("/") if part)


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The pages of content/pages; overviews stand with their terms."""
    yield from ((page_address(page), None) for page in plan.pages if page.path and not page.draft)


THEMED = True
VIEWS: Mapping[str, str] = {"terms.html": "TermsPage", "page.html, 404.html": "FreePage"}
RENDERERS: Mapping[str, Render] = {"terms": _terms, "page": _free, "404": _lost}

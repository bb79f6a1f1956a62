"""The page of each paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.content.loading import Body, body_text
from publist.content.settings_file import Config
from publist.library.library import Entry, without_drafts
from publist.model.artifact import Artifact, digest_all
from publist.model.paper import Paper
from publist.outputs.author_views import AuthorView, legend_of, numbered_affiliations
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.link_views import LinkView, paper_link
from publist.outputs.output_size import is_compact
from publist.outputs.pages.citations import CitationView, citations_of
from publist.outputs.pages.facts import FactView, facts_of
from publist.outputs.pages.plain_page import above_papers
from publist.outputs.pages.related import RelatedInputs, Surroundings, reason, related_papers
from publist.outputs.views import (
    Crumb,
    EntryView,
    NoticeView,
    date_view,
    entry_view,
    notice_view,
)
from publist.text.markdown import Html, block, inline
from publist.text.urls import arxiv_url, doi_url

if TYPE_CHECKING:
    from publist.outputs.pages.citation_styles import ReferenceView

PAPER_ROOT = "../../"


class VersionView(NamedTuple):
    """Another version of the work."""

    label: str
    venue: str
    date: str
    url: str


class LegendView(NamedTuple):
    """What a mark behind authors means."""

    mark: str
    text: Html


class RelatedView(NamedTuple):
    """A paper near this one and what they have in common."""

    entry: EntryView
    reason: str


class PaperPage:
    """What paper.html gets as ``page``. What a template does not ask for is not made."""

    kind = "paper"
    root = PAPER_ROOT

    def __init__(self, sources: PaperInputs, context: Context) -> None:
        self._sources = sources
        self._context = context
        self._paper = sources.entry.paper
        self.path: str = sources.entry.path
        self.canonical: str = context.config.base_url + self.path if context.config.base_url else ""
        self.entry: EntryView = entry_view(sources.entry, context)
        self.review: tuple[str, ...] = self._paper.review

    @cached_property
    def _text(self) -> str:
        return body_text(self._context.folder, self._sources.body)

    @cached_property
    def title(self) -> str:
        """The title without markup."""
        return self.entry.title_text

    @cached_property
    def description(self) -> str:
        """The abstract's beginning; without one, whose work it is and where it appeared."""
        from publist.outputs.pages.descriptions import LONG, SHORT, description_of, in_short

        length = SHORT if is_compact(self._context.config) else LONG
        return description_of(self._text, length) or description_of(in_short(self._paper), length) or self.title

    @cached_property
    def head(self) -> Html:
        """The tags for machines."""
        from publist.outputs.machine.head import PageMetadata, paper_head
        from publist.text.plain_markdown import in_one_line

        config = self._context.config
        crumbs = (*self.breadcrumbs, (self.title, self.path))
        told = PageMetadata(self.title, self.description, self.canonical, PAPER_ROOT, crumbs)
        return paper_head(self._sources.entry, in_one_line(self._text), told, config)

    @cached_property
    def image(self) -> str:
        """The site path of the paper's card, "" if it has none."""
        from publist.outputs.machine.card_text import card_path, paper_card

        return card_path(self._sources.entry) if paper_card(self._sources.entry, self._context.config) else ""

    @cached_property
    def breadcrumbs(self) -> tuple[Crumb, ...]:
        """The pages above this one."""
        return above_papers(self._context)

    @cached_property
    def abstract(self) -> Html:
        """The abstract, "" if there is none."""
        return block(self._text, _link)

    @property
    def authors(self) -> tuple[AuthorView, ...]:
        """The authors in order."""
        return self.entry.authors

    @cached_property
    def affiliations(self) -> tuple[str, ...]:
        """Those of the paper, then those of its authors, each once."""
        return tuple(self.affiliation_numbers)

    @cached_property
    def affiliation_numbers(self) -> Mapping[str, int]:
        """The number of each affiliation, from 1."""
        return numbered_affiliations(self._paper)

    @cached_property
    def legend(self) -> tuple[LegendView, ...]:
        """What the note says of the marks behind authors, in the order in which it says it."""
        found, _ = legend_of(self._paper)
        return tuple([LegendView(mark, inline(text)) for mark, text in found])

    @cached_property
    def facts(self) -> tuple[FactView, ...]:
        """Volume, pages and the like, as far as known."""
        return facts_of(self._paper, self._context.config)

    @property
    def links(self) -> tuple[LinkView, ...]:
        """What can be had of the paper."""
        return self.entry.links

    @cached_property
    def citations(self) -> tuple[CitationView, ...]:
        """The paper in bibliographic formats, without its abstract, which the page shows and the files hold."""
        return citations_of(self._sources.entry, self._sources.key, self._context)

    @cached_property
    def references(self) -> tuple[ReferenceView, ...]:
        """The paper as reference lists print it."""
        from publist.outputs.pages.citation_styles import references

        return references(self._sources.entry, self._context.config.references, self._context.references)

    @cached_property
    def versions(self) -> tuple[VersionView, ...]:
        """Other versions of the work."""
        return _versions(self._paper, self._context.config)

    @cached_property
    def corrections(self) -> tuple[NoticeView, ...]:
        """Corrections that were published."""
        return tuple(notice_view(notice, self._context.config.language) for notice in self._paper.corrections)

    @cached_property
    def newer(self) -> EntryView | None:
        """The next newer paper of the list."""
        return entry_view(self._sources.newer, self._context) if self._sources.newer else None

    @cached_property
    def older(self) -> EntryView | None:
        """The next older paper of the list."""
        return entry_view(self._sources.older, self._context) if self._sources.older else None

    @cached_property
    def near(self) -> tuple[RelatedView, ...]:
        """Papers that share topics and authors with this one."""
        config = self._context.config
        return tuple(
            RelatedView(entry_view(other.entry, self._context), reason(other, config.language))
            for other in related_papers(self._sources.entry, self._sources.around)
        )

    @cached_property
    def edit_url(self) -> str:
        """Where the paper's file can be edited, "" if nobody has said where it is."""
        config = self._context.config
        return f"{config.repository}/edit/{config.branch}/{self._sources.entry.source}" if config.repository else ""

    @cached_property
    def report_url(self) -> str:
        """Where a mistake can be reported."""
        repository = self._context.config.repository
        return f"{repository}/issues/new" if repository else ""


class PaperInputs(NamedTuple):
    """The inputs of a paper's page: the paper, its abstract, those beside it in the list, and what is around it."""

    entry: Entry
    body: Body
    newer: Entry | None
    older: Entry | None
    around: RelatedInputs
    key: str


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """One page a paper, made from the paper, the two beside it in the list, and what is around it."""
    entries = plan.library.entries
    surroundings = Surroundings(plan.library, plan.config.related, plan.near)
    last = len(entries) - 1
    for number, entry in enumerate(entries):
        if entry.path in plan.unchanged:
            continue
        newer = entries[number - 1] if number else None
        older = entries[number + 1] if number < last else None
        yield page(plan, entry, newer, older, surroundings.of(entry))


def page(
    plan: SitePlan, entry: Entry, newer: Entry | None, older: Entry | None, around: tuple[RelatedInputs, bytes]
) -> Artifact:
    """The page of one paper. ``around`` is what ``Surroundings`` says of it."""
    body = plan.library.bodies[entry.slug]
    key = plan.keys.get(entry.slug, "")
    beside = [other.state if other else b"-" for other in (newer, older)]
    stamp = digest_all([entry.digest, body.digest, *beside, around[1], key.encode()])
    inputs = PaperInputs(entry, body, newer, older, around[0], key)
    return Artifact(f"{entry.path}index.html", entry.source, "paper", inputs, stamp, local=True)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("paper.html", PaperPage(PaperInputs._make(inputs), context)).encode()


def _link(url: str) -> str:
    """A relative address in an abstract, as it must stand in the paper's page."""
    return PAPER_ROOT + paper_link(url)


def _versions(paper: Paper, config: Config) -> tuple[VersionView, ...]:
    return tuple(
        VersionView(
            label=version.title or paper.title,
            venue=version.venue,
            date=date_view(version.date, config.language).text if version.date else "",
            url=version.url or doi_url(version.doi) or arxiv_url(version.arxiv),
        )
        for version in paper.versions
        if version.described
    )


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page of each paper."""
    yield from ((entry.path, entry.paper.date) for entry in without_drafts(plan.library.entries))


THEMED = True
VIEWS: Mapping[str, str] = {"paper.html": "PaperPage"}
RENDERERS: Mapping[str, Render] = {"paper": _render}

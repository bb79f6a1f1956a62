"""The front page, and the page of the whole list where the front page has only a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from publist.library import whole_list
from publist.library.library import Library
from publist.library.terms import INDEX, Ref
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.owner_views import ProfileView, profile_of
from publist.outputs.pages.grouping import grouping_of, in_groups
from publist.outputs.pages.list_items import fragments
from publist.outputs.pages.list_views import ListPage, links_to
from publist.outputs.pages.lists import later_page, state_of
from publist.outputs.pages.news import NewsView, news_views
from publist.outputs.pages.pagination import FrontContents, ListInputs, PageOfList, paginate
from publist.outputs.pages.redirects import redirect
from publist.outputs.picture_views import has_picture_column
from publist.outputs.views import TermLink
from publist.text.markdown import Html

_AUTHORS = 12
_SELECTED = 8
_NEWS = 3
_WHOLE = Ref("", whole_list.PATH, owner=False, state=b"")


class FrontPage(ListPage):
    """What index.html gets as ``page``. Only the first page of a list has more than its list."""

    def __init__(self, sources: ListInputs, context: Context) -> None:
        super().__init__(sources, context)
        self._front = sources.front or FrontContents()
        self.profile: ProfileView | None = self._front.profile
        self.whole: str = context.whole
        self.people_count: int = self._front.authors
        self.news_count: int = self._front.news_count

    @cached_property
    def bio(self) -> Html:
        """The body of content/pages/index.md."""
        return self.intro

    @cached_property
    def news(self) -> tuple[NewsView, ...]:
        """The newest news."""
        return news_views(self._front.news, self.root, self._context)

    @cached_property
    def topics(self) -> tuple[TermLink, ...]:
        """All topics."""
        return links_to(self._front.topics)

    @cached_property
    def people(self) -> tuple[TermLink, ...]:
        """Of a list without an owner: those who are on most papers."""
        return links_to(self._front.people)

    @cached_property
    def featured(self) -> tuple[Html, ...]:
        """The papers that their files set apart: the selected ones, at most eight."""
        return fragments(self._front.featured, self.root, self._context)

    @cached_property
    def selected_pictures(self) -> bool:
        """Whether the selected papers are shown with pictures: a third of them have one."""
        return has_picture_column(self._front.featured)


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The front page with the whole list, or with its newest papers and beside it the pages of the whole list."""
    config, entries = plan.config, plan.library.entries
    by = grouping_of(config.index.group, "index", plan.library.kinds)
    if not whole_list.is_apart(len(entries), config):
        pages = paginate("index", INDEX, entries, size=config.per_page, by=by, files=True)
        yield _front_page(plan, next(pages))
    else:
        yield _front_page(plan, _excerpt(plan.library))
        pages = paginate("papers", _WHOLE, entries, size=config.per_page, by=by, files=True)
        first = next(pages)
        inputs = ListInputs(first, front=FrontContents(years=_years(plan.library)))
        stamp = digest(repr(inputs.front).encode(), state_of(first))
        yield Artifact(f"{whole_list.PATH}index.html", "content/papers", "front", inputs, stamp)
        yield from _former_pages(plan, first.pages)
    yield from (later_page(page) for page in pages)


def _former_pages(plan: SitePlan, pages: int) -> Iterator[Artifact]:
    """Where the list's pages were when the front page had all of it: ``page/2/``, unless the owner has a page there."""
    own = {page.path for page in plan.pages}
    for former in [f"page/{number}/" for number in range(2, pages + 1)]:
        if former not in own:
            yield redirect(former, whole_list.PATH + former, plan.config.title, "content/papers")


def _excerpt(library: Library) -> PageOfList:
    """The newest papers by year; ``count`` is that of the whole list."""
    newest, groups = in_groups(library.entries[: whole_list.NEWEST], "year")
    return PageOfList("index", INDEX, 1, 1, len(library.entries), newest, files=True, by="year", groups=groups)


def _front_page(plan: SitePlan, page: PageOfList) -> Artifact:
    front = _contents(plan)
    intro = next((page for page in plan.pages if page.slug == "index"), None)
    counted = [part for ref, count in (*front.topics, *front.people) for part in (ref.state, b"%d;" % count)]
    featured = [entry.digest for entry in front.featured]
    said = repr((front.years, front.authors, front.profile, front.news, front.news_count, intro)).encode()
    stamp = digest(said, b"".join(counted), b"".join(featured), state_of(page))
    return Artifact("index.html", "content/papers", "front", ListInputs(page, front=front, intro=intro), stamp)


def _contents(plan: SitePlan) -> FrontContents:
    library = plan.library
    profile = profile_of(plan.config, plan.people, plan.photo)
    news = plan.news if "news" in plan.overviews else ()
    people = library.terms("person") if profile.kind == "list" else ()
    featured = tuple(entry for entry in library.entries if entry.paper.featured)
    return FrontContents(
        years=_years(library),
        topics=tuple((term.ref, len(term.entries)) for term in library.terms("topic")),
        people=tuple((term.ref, len(term.entries)) for term in people[:_AUTHORS]),
        authors=len(people),
        featured=featured[:_SELECTED],
        profile=profile,
        news=news[:_NEWS],
        news_count=len(news),
    )


def _years(library: Library) -> tuple[tuple[int, int], ...]:
    return tuple((int(term.ref.title), len(term.entries)) for term in reversed(library.terms("year")))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    sources = ListInputs._make(inputs)
    if sources.page.kind == "papers":
        return context.renderer.render("list.html", ListPage(sources, context)).encode()
    return context.renderer.render("index.html", FrontPage(sources, context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page of the whole list; the front page stands in every sitemap."""
    entries = plan.library.entries
    if whole_list.is_apart(len(entries), plan.config):
        yield whole_list.PATH, entries[0].paper.date


THEMED = True
VIEWS: Mapping[str, str] = {"index.html": "FrontPage"}
RENDERERS: Mapping[str, Render] = {"front": _render}

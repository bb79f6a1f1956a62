"""What templates see of lists of papers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote_plus

from publist.content.people_file import Person
from publist.library.taxonomies import BY_KIND
from publist.library.terms import INDEX, Ref
from publist.outputs.base import Context
from publist.outputs.bylines import is_cut
from publist.outputs.charts.counts import year_counts
from publist.outputs.downloads.exports import export_type, list_exports
from publist.outputs.link_views import OFFERS, offers_of, site_path
from publist.outputs.machine.feeds import ATOM, JSON_FEED, feeds_of
from publist.outputs.member_views import MemberView, member_view
from publist.outputs.output_size import is_compact, is_lean
from publist.outputs.pages.group_views import GroupView, JumpView, groups_on, jumps
from publist.outputs.pages.pagination import (
    ListInputs,
    PagerView,
    page_path,
    pager,
    root_of,
)
from publist.outputs.pages.related import together
from publist.outputs.picture_views import has_picture_column
from publist.outputs.translations import gettext
from publist.outputs.views import Crumb, TermLink
from publist.text.markdown import Html, block

if TYPE_CHECKING:
    from publist.outputs.charts.charts import YearView
    from publist.outputs.machine.tags import Json

_MULTITUDE = 1_000
"""Where papers have more authors than this, what a page of each of them says twice makes megabytes."""


class SiblingView(NamedTuple):
    """Another term of the same taxonomy."""

    label: str
    path: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    current: bool


class FileLink(NamedTuple):
    """A file of the site that readers can take."""

    label: str
    path: str


class ListPage:
    """What pages of lists get as ``page``. Only the first page of a list has more than its list."""

    def __init__(self, sources: ListInputs, context: Context) -> None:
        self._sources = sources
        self._context = context
        self._config = context.config
        self._words = gettext(context.config.language)
        page = sources.page
        self.kind: str = page.kind
        self.count: int = page.count
        self.path: str = page_path(page, page.number)
        self.root: str = root_of(self.path)
        self.canonical: str = context.config.base_url + self.path if context.config.base_url else ""
        self.heading: str = self._words("Publications") if self._is_whole else page.ref.title or context.config.title
        self.person: Person | None = sources.person

    @property
    def _is_whole(self) -> bool:
        """Whether it is the page of the whole list, beside a front page that has only a part of it."""
        return self._sources.page.kind == "papers"

    @cached_property
    def member(self) -> MemberView | None:
        """On the page of a person whom people.yaml describes: role, group, years, photo."""
        return member_view(self.person, self._sources.page.ref.path, self.count, self._config) if self.person else None

    @cached_property
    def title(self) -> str:
        """The heading and the site's title, with the number of a later page."""
        page = self._sources.page
        title = self.heading if page.kind == "index" else f"{self.heading} · {self._config.title}"
        if page.number == 1:
            return title
        place = self._words("page {n}").format(n=page.number)
        return f"{title} · {place}"

    @cached_property
    def description(self) -> str:
        """A sentence for search engines."""
        from publist.outputs.pages.descriptions import description_of

        intro, page = self._sources.intro, self._sources.page
        if page.kind == "index":
            text = self._config.description or self._config.tagline
            return description_of(text or self._words("Publications: {n}").format(n=page.count))
        if self._is_whole:
            return f"{self._words('Publications: {n}').format(n=page.count)} · {self._config.title}"
        if intro and intro.body:
            return description_of(intro.body)
        return self._words("Publications, {title}: {n}").format(title=self.heading, n=page.count)

    @cached_property
    def head(self) -> Html:
        """The tags for machines."""
        from publist.outputs.machine.head import Alternate, PageMetadata, page_head

        above = [] if self._is_lean else [(crumb.label, crumb.path) for crumb in self.breadcrumbs]
        crumbs = [*above, (self.heading, self.path)]
        told = PageMetadata(self.title, self.description, self.canonical, self.root, crumbs, self.kind == "person")
        files = [Alternate(kind, self.heading, path) for kind, path in self._feeds.items()]
        files += [Alternate(export_type(path), self.heading, path) for _, path in self.exports]
        shared = not (self._is_lean and is_lean(self._config))
        return page_head(told, self._config, self._nodes(), files, shared=shared)

    @property
    def _is_lean(self) -> bool:
        """Whether machines are told little more than who it is: of authors of thousands, and co-authors in a lean site.

        The owner and whoever people.yaml describes are few.
        """
        page = self._sources.page
        if self.kind != "person" or page.files or page.ref.owner or self.person:
            return False
        return is_lean(self._config) or all(len(entry.authors) > _MULTITUDE for entry in page.entries)

    def _nodes(self) -> list[Json]:
        """The list, and what it is a list of: the site on the index, a person on theirs."""
        from publist.outputs.machine import json_ld, json_ld_people

        page, base_url = self._sources.page, self._config.base_url
        if not base_url:
            return []
        number, about = (page.number - 1) * self._config.per_page + 1, page.ref if self.kind == "person" else None
        nodes = []
        if not self._is_lean:
            listed = () if is_compact(self._config) else page.entries
            nodes.append(json_ld.list_node(self.title, self.canonical, listed, number, base_url, about))
        if self.kind == "index" and page.number == 1:
            nodes.append(json_ld.site_node(self._config))
        spoken_of = not is_compact(self._config) or not self._is_lean or page.ref.orcid
        if self.kind == "person" and self._sources.name and spoken_of:
            who = self._sources.name, page.ref, self.person, base_url
            nodes.append(json_ld_people.person_node(*who, lean=self._is_lean))
            if self.person and self.person.member:
                nodes.append(json_ld_people.profile_node(page.ref.path, base_url))
        return nodes

    @cached_property
    def breadcrumbs(self) -> tuple[Crumb, ...]:
        """The pages above this one."""
        if self._is_whole:
            return (Crumb(self._config.title, ""),)
        if self.kind not in BY_KIND:
            return ()
        row = BY_KIND[self.kind]
        return (Crumb(self._config.title, ""), Crumb(self._words(row.heading), f"{row.folder}/"))

    @cached_property
    def intro(self) -> Html:
        """A topic's introduction."""
        intro = self._sources.intro
        return block(intro.body, lambda url: self.root + site_path(url)) if intro else Html("")

    @cached_property
    def groups(self) -> tuple[GroupView, ...]:
        """The page's papers in groups, as the setting `index` has them."""
        return groups_on(self._sources.page, self.root, self._context)

    @cached_property
    def pictures(self) -> bool:
        """Whether the page's list shows pictures: a third of its papers have one."""
        return has_picture_column(self._sources.page.entries)

    @property
    def grouped_by(self) -> str:
        """What the list is grouped by: year, type, topic or none."""
        return self._sources.page.by

    @cached_property
    def jumps(self) -> tuple[JumpView, ...]:
        """The groups of the whole list, each with the place where it begins."""
        return tuple(jumps(self._sources.page, self._config))

    @cached_property
    def pager(self) -> PagerView | None:
        """The way to the list's other pages, if it has any."""
        return pager(self._sources.page) if self._sources.page.pages > 1 else None

    @cached_property
    def filtered(self) -> str:
        """Where the list only begins here, as in a compact site: the whole list, filtered by this term; else ""."""
        page = self._sources.page
        if self.kind not in BY_KIND or page.pages > 1 or len(page.entries) == page.count:
            return ""
        return f"{self._context.whole}?{self.kind if BY_KIND[self.kind].filtered else 'q'}={quote_plus(page.ref.title)}"

    @cached_property
    def years(self) -> tuple[YearView, ...]:
        """Papers a year; nothing on the page of a year."""
        from publist.outputs.charts.charts import chart

        term, front = self._sources.term, self._sources.front
        if term and term.kind != "year":
            return chart(year_counts(term.entries))
        return chart(front.years) if front else ()

    @cached_property
    def offers(self) -> tuple[str, ...]:
        """What the list can be filtered by besides terms: `pdf` and `code`, where the page may lead to some."""
        page = self._sources.page
        if len(page.entries) < page.count:
            return OFFERS
        return offers_of(page.entries)

    @cached_property
    def has_cut_bylines(self) -> bool:
        """Whether papers of this page have more authors than it shows; `site.list_index` has all."""
        return any(is_cut(entry, self._config) for entry in self._sources.page.entries)

    @property
    def byline(self) -> int:
        """How many authors of a paper a list shows; 0 for all."""
        return self._config.byline

    @cached_property
    def near(self) -> tuple[TermLink, ...]:
        """The people or topics that occur most with this one; no people in a compact site, where most have no page."""
        term = self._sources.term
        return links_to(together(term)) if term and not (term.kind == "person" and is_compact(self._config)) else ()

    @cached_property
    def siblings(self) -> tuple[SiblingView, ...]:
        """On the page of a year: all years."""
        here = self._sources.page.ref
        return tuple(SiblingView(ref.title, ref.path, count, ref == here) for ref, count in self._sources.siblings)

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """The feeds of this list."""
        return {"atom": self._feeds.get(ATOM, ""), "json": self._feeds.get(JSON_FEED, "")}

    @cached_property
    def _feeds(self) -> Mapping[str, str]:
        page = self._sources.page
        kind, ref = ("index", INDEX) if self._is_whole else (self.kind, page.ref)
        return feeds_of(kind, ref, self._config) if page.files else {}

    @cached_property
    def exports(self) -> tuple[FileLink, ...]:
        """Files that hold this list."""
        page = self._sources.page
        ref = page.ref if self.kind in BY_KIND else None
        return tuple(FileLink(label, path) for label, path in list_exports(self._config, ref)) if page.files else ()


def links_to(counted: tuple[tuple[Ref, int], ...]) -> tuple[TermLink, ...]:
    """Links to terms with the number of their papers."""
    return tuple(TermLink(ref.title, ref.link, count) for ref, count in counted)

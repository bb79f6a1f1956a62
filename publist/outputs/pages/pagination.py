"""Lists cut into pages: what each page of a list is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from publist.content.people_file import Person
from publist.content.topic_file import NewsFile, PageFile, TopicFile
from publist.library.library import Entry, Term
from publist.library.terms import Ref
from publist.model.paper import Name
from publist.outputs.owner_views import ProfileView
from publist.outputs.pages.grouping import Group, in_groups

_ALL_PAGES = 20
_STEPS = (1, 2, 3, 10, 30, 100, 300)


class PageOfList(NamedTuple):
    """One page of a list, as an artifact's input: its place, its papers, and the whole list's length.

    ``files``: whether the list has export files and feeds. ``by`` is what it is grouped by, ``groups`` are those of
    the whole list with the number of their papers.
    """

    kind: str
    ref: Ref
    number: int
    pages: int
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    entries: tuple[Entry, ...]
    files: bool
    by: str
    groups: tuple[tuple[Group, int], ...]


class FrontContents(NamedTuple):
    """What a front page has besides its list: counts, selected papers, whose site it is, news.

    ``people`` are the most frequent of the ``authors``, ``news`` the newest of ``news_count``.
    """

    years: tuple[tuple[int, int], ...] = ()
    topics: tuple[tuple[Ref, int], ...] = ()
    people: tuple[tuple[Ref, int], ...] = ()
    authors: int = 0
    featured: tuple[Entry, ...] = ()
    profile: ProfileView | None = None
    news: tuple[NewsFile, ...] = ()
    news_count: int = 0


class ListInputs(NamedTuple):
    """The inputs of a page of a list. The first page has the whole list (``term``) or what is at the ``front``.

    ``name`` is that of a person with its parts, as far as they are known.
    """

    page: PageOfList
    term: Term | None = None
    front: FrontContents | None = None
    siblings: tuple[tuple[Ref, int], ...] = ()
    person: Person | None = None
    name: Name | None = None
    intro: TopicFile | PageFile | None = None


class FirstPage(NamedTuple):
    """The inputs of the first page of a term's list, as far as a plan needs them: most are never rendered.

    Of a list that only ``begins`` it is the only page. To put the papers of 27,837 people in groups only for what is
    rendered takes an edit of 10,000 papers 0.1 s less.
    """

    term: Term
    size: int
    by: str
    files: bool
    begins: bool
    siblings: tuple[tuple[Ref, int], ...] = ()
    person: Person | None = None
    name: Name | None = None
    intro: TopicFile | None = None


def list_inputs(inputs: tuple[Any, ...], *, ordered: bool = True) -> ListInputs | None:
    """The inputs of a page of a list in full; None if it is not one.

    Without ``ordered`` its papers are the same: they stand in groups only where the groups say which are on the page.
    """
    if not isinstance(inputs, FirstPage):
        return inputs if isinstance(inputs, ListInputs) else None
    term, first = inputs.term, inputs
    cut = len(term.entries) > first.size and first.by != "year"  # by year the papers of a term stand already
    by = first.by if ordered or cut else "none"
    pages = paginate(term.kind, term.ref, term.entries, size=first.size, by=by, files=first.files)
    page = next(pages)
    page = page._replace(pages=1) if first.begins else page
    return ListInputs(page, term, None, first.siblings, first.person, first.name, first.intro)


def paginate(
    kind: str, ref: Ref, entries: tuple[Entry, ...], *, size: int, by: str, files: bool
) -> Iterator[PageOfList]:
    """The pages of a list with at most ``size`` papers each, grouped ``by``; an empty list has one page."""
    pages = max(1, -(-len(entries) // size))
    entries, groups = in_groups(entries, by)
    for number in range(1, pages + 1):
        here = entries[(number - 1) * size : number * size]
        yield PageOfList(kind, ref, number, pages, len(entries), here, files, by, groups)


def page_path(page: PageOfList, number: int) -> str:
    """The site path of one page of the list that this slice belongs to."""
    return f"{page.ref.path}page/{number}/" if number > 1 else page.ref.path


def root_of(path: str) -> str:
    """The way from a page to the site's root: ``../../`` for ``papers/x/``."""
    return "../" * path.count("/")


class PageLink(NamedTuple):
    """One page of a paged list."""

    number: int
    path: str
    current: bool


class PagerView(NamedTuple):
    """Where this page stands in a paged list; ``newer`` and ``older`` are "" at the ends."""

    number: int
    total: int
    newer: str
    older: str
    pages: tuple[PageLink, ...]


def pager(page: PageOfList) -> PagerView:
    """Where a page stands in its list."""
    links = tuple(PageLink(n, page_path(page, n), n == page.number) for n in _shown_pages(page.number, page.pages))
    newer = page_path(page, page.number - 1) if page.number > 1 else ""
    older = page_path(page, page.number + 1) if page.number < page.pages else ""
    return PagerView(page.number, page.pages, newer, older, links)


def _shown_pages(number: int, pages: int) -> list[int]:
    """The pages that a page links: all of a short list; of a long one so many that each is a few steps away.

    Linking all from all would cost a long list the square of its length.
    """
    if pages <= _ALL_PAGES:
        return list(range(1, pages + 1))
    near = {number + sign * step for step in _STEPS for sign in (-1, 0, 1)}
    return sorted({1, pages} | {page for page in near if 1 <= page <= pages})

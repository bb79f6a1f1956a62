"""Lists cut into pages: what each page of a list is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from publist.content.people_file import Person
from publist.content.topic_file import PageFile, TopicFile
from publist.library.library import Entry, Term
from publist.library.terms import Ref


class PageOfList(NamedTuple):
    """One page of a list, as an artifact's input: its place, its papers, and the whole list's length."""

    kind: str
    ref: Ref
    number: int
    pages: int
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    entries: tuple[Entry, ...]


class IndexContents(NamedTuple):
    """What the first page of the index has besides its papers: counts (``stacks`` by year and topic), chosen papers."""

    years: tuple[tuple[int, int], ...] = ()
    stacks: tuple[tuple[int, tuple[int, ...]], ...] = ()
    topics: tuple[tuple[Ref, int], ...] = ()
    people: tuple[tuple[Ref, int], ...] = ()
    featured: tuple[Entry, ...] = ()


class ListInputs(NamedTuple):
    """The inputs of a page of a list. The first page has the whole list (``term``) or, on the index, its ``front``."""

    page: PageOfList
    term: Term | None = None
    front: IndexContents | None = None
    siblings: tuple[tuple[Ref, int], ...] = ()
    person: Person | None = None
    intro: TopicFile | PageFile | None = None


def paginate(kind: str, ref: Ref, entries: tuple[Entry, ...], size: int) -> Iterator[PageOfList]:
    """The pages of a list with at most ``size`` papers each; an empty list has one page."""
    pages = max(1, -(-len(entries) // size))
    for number in range(1, pages + 1):
        yield PageOfList(kind, ref, number, pages, len(entries), entries[(number - 1) * size : number * size])


def page_path(page: PageOfList, number: int) -> str:
    """The site path of one page of the list that this slice belongs to."""
    return f"{page.ref.path}page/{number}/" if number > 1 else page.ref.path


def root_of(path: str) -> str:
    """The way from a page to the site's root: ``../../`` for ``papers/x/``."""
    return "../" * path.count("/")

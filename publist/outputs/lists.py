"""Pages that list papers: the index, and one for each topic, person, year and venue, paged where they are long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from publist.artifact import Artifact, digest, digest_all
from publist.library import Entry, Library, Term
from publist.markup import Html, block
from publist.outputs import head
from publist.outputs.base import Context, Plan, Render
from publist.outputs.feeds import feeds_of
from publist.outputs.papers import Crumb
from publist.outputs.views import EntryView, FragmentPage, TermLink, site_path
from publist.outputs.words import gettext
from publist.people import Person
from publist.terms import Ref
from publist.topicfile import TopicFile

TAXONOMIES: Mapping[str, tuple[str, str]] = {
    "topic": ("topics", "Topics"),
    "person": ("people", "People"),
    "year": ("years", "Years"),
    "venue": ("venues", "Venues"),
}
"""The folder and the heading of each kind of term."""

_NEAR = 24
_ALL_PAGES = 20
_STEPS = (1, 2, 3, 10, 30, 100, 300)


class GroupView(NamedTuple):
    """The papers of one year on this page; ``items`` are rendered list items."""

    year: int
    label: str
    path: str
    items: tuple[Html, ...]
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants


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


class YearView(NamedTuple):
    """A bar of the chart of papers a year."""

    year: int
    path: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    current: bool


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


class ListPage(NamedTuple):
    """What index.html and the pages of terms get as ``page``. Only the first page of a list has more than its list."""

    kind: str
    title: str
    description: str
    path: str
    root: str
    canonical: str
    head: Html
    breadcrumbs: tuple[Crumb, ...]
    heading: str
    intro: Html
    bio: Html
    groups: tuple[GroupView, ...]
    pager: PagerView | None
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    years: tuple[YearView, ...]
    topics: tuple[TermLink, ...]
    people: tuple[TermLink, ...]
    featured: tuple[Html, ...]
    near: tuple[TermLink, ...]
    siblings: tuple[SiblingView, ...]
    person: Person | None
    feeds: Mapping[str, str]
    exports: tuple[FileLink, ...]


class Slice(NamedTuple):
    """One page of a list, as an artifact's input: its place, its papers, and the whole list's length."""

    kind: str
    ref: Ref
    number: int
    pages: int
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    entries: tuple[Entry, ...]


class Front(NamedTuple):
    """What the first page of a list has besides its papers."""

    years: tuple[tuple[int, int], ...] = ()
    topics: tuple[tuple[Ref, int], ...] = ()
    people: tuple[tuple[Ref, int], ...] = ()
    near: tuple[tuple[Ref, int], ...] = ()
    siblings: tuple[tuple[Ref, int], ...] = ()
    featured: tuple[Entry, ...] = ()
    person: Person | None = None
    intro: TopicFile | None = None


def plan(plan: Plan) -> Iterator[Artifact]:
    """The pages of the index, then those of each term."""
    library = plan.library
    index = Ref("", "", owner=False, state=b"")
    for page in _slices("index", index, library.entries, plan.config.per_page):
        yield _artifact(page, "content/papers", _index_front(library) if page.number == 1 else None)
    years = tuple((term.ref, len(term.entries)) for term in library.years)
    for terms in (library.topics, library.people, library.years, library.venues):
        for term in terms:
            for page in _slices(term.kind, term.ref, term.entries, plan.config.per_page):
                front = _term_front(library, term, years) if page.number == 1 else None
                yield _artifact(page, term.entries[0].source, front)


def _slices(kind: str, ref: Ref, entries: tuple[Entry, ...], size: int) -> Iterator[Slice]:
    pages = max(1, -(-len(entries) // size))
    for number in range(1, pages + 1):
        yield Slice(kind, ref, number, pages, len(entries), entries[(number - 1) * size : number * size])


def _artifact(page: Slice, origin: str, front: Front | None) -> Artifact:
    parts = [page.ref.state, b"%d/%d/%d;" % (page.number, page.pages, page.count)]
    parts += [entry.digest for entry in page.entries]
    if front:
        parts.append(_front_digest(front))
    path = f"{_path(page, page.number)}index.html"
    return Artifact(path, origin, "list", (page, front), digest_all(parts))


def _front_digest(front: Front) -> bytes:
    links = (*front.topics, *front.people, *front.near, *front.siblings)
    told = repr((front.years, front.person, front.intro)).encode()
    counted = [part for ref, count in links for part in (ref.state, b"%d;" % count)]
    return digest(told, b"".join(counted), b"".join([entry.digest for entry in front.featured]))


def _path(page: Slice, number: int) -> str:
    return f"{page.ref.path}page/{number}/" if number > 1 else page.ref.path


def _index_front(library: Library) -> Front:
    others = [term for term in library.people if not term.ref.owner]
    return Front(
        years=_year_counts(library.entries),
        topics=tuple((term.ref, len(term.entries)) for term in library.topics),
        people=tuple((term.ref, len(term.entries)) for term in others[:_NEAR]),
        featured=tuple(entry for entry in library.entries if entry.paper.featured),
    )


def _term_front(library: Library, term: Term, years: tuple[tuple[Ref, int], ...]) -> Front:
    kind, ref = term.kind, term.ref
    return Front(
        years=_year_counts(term.entries) if kind != "year" else (),
        near=_together(term),
        siblings=years if kind == "year" else (),
        person=library.identities.people.get(ref.path) if kind == "person" else None,
        intro=library.topic_files.get(ref.path[len("topics/") : -1]) if kind == "topic" else None,
    )


def _year_counts(entries: tuple[Entry, ...]) -> tuple[tuple[int, int], ...]:
    counts = Counter([entry.paper.date.year for entry in entries if entry.paper.date])
    return tuple(sorted(counts.items()))


def _together(term: Term) -> tuple[tuple[Ref, int], ...]:
    """The people or topics that occur most with this one."""
    of: Callable[[Entry], tuple[Ref, ...]] = (lambda e: e.authors) if term.kind == "person" else (lambda e: e.topics)
    counts = Counter([ref for entry in term.entries for ref in of(entry)])
    counts.pop(term.ref, None)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].title.casefold(), item[0].path))[:_NEAR])


def entries_of(artifact: Artifact) -> Iterator[tuple[Entry, str]]:
    """The list items of a list page, with the root of the page that they stand on."""
    page, front = artifact.inputs
    root = root_of(_path(page, page.number))
    yield from ((entry, root) for entry in page.entries)
    if front:
        yield from ((entry, root) for entry in front.featured)


def fragment(entry: Entry, root: str, context: Context) -> str:
    """The list item of a paper for pages at this depth; made once, since it is the same on every such list."""
    key = (entry.digest, root)
    html = context.fragments.get(key)
    if html is None:
        html = context.renderer.render("entry.html", FragmentPage(EntryView(entry, context.config), root))
        context.fragments[key] = html
    return html


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    page, front = inputs
    return context.renderer.render(f"{page.kind}.html", list_page(page, front or Front(), context)).encode()


def root_of(path: str) -> str:
    """The way from a page to the site's root: ``../../`` for ``papers/x/``."""
    return "../" * path.count("/")


def list_page(page: Slice, front: Front, context: Context) -> ListPage:
    """The view of one page of a list."""
    config = context.config
    words = gettext(config.language)
    path = _path(page, page.number)
    root = root_of(path)
    heading = page.ref.title or config.title
    title = heading if page.kind == "index" else f"{heading} · {config.title}"
    if page.number > 1:
        title += " · " + words("page {n}").format(n=page.number)
    canonical = context.base_url + path if context.base_url else ""
    intro = block(front.intro.body, lambda url: root + site_path(url)) if front.intro else Html("")
    description = _description(page, front, context)
    folder, above = TAXONOMIES.get(page.kind, ("", ""))
    feeds = feeds_of(page.kind, page.ref, config)
    alternates = [(media, f"{heading}", root + feed) for media, feed in feeds.items()]
    return ListPage(
        kind=page.kind,
        title=title,
        description=description,
        path=path,
        root=root,
        canonical=canonical,
        head=head.html_of(head.common_tags(config, title, description, canonical, kind="website"), alternates),
        breadcrumbs=(Crumb(config.title, ""), Crumb(words(above), folder + "/")) if folder else (),
        heading=heading,
        intro=intro,
        bio=Html(""),
        groups=_groups(page, root, context),
        pager=_pager(page) if page.pages > 1 else None,
        count=page.count,
        years=_chart(front.years),
        topics=_links(front.topics),
        people=_links(front.people),
        featured=tuple(Html(fragment(entry, root, context)) for entry in front.featured),
        near=_links(front.near),
        siblings=tuple(SiblingView(ref.title, ref.path, count, ref == page.ref) for ref, count in front.siblings),
        person=front.person,
        feeds={"atom": feeds.get("application/atom+xml", ""), "json": feeds.get("application/feed+json", "")},
        exports=(),
    )


def _description(page: Slice, front: Front, context: Context) -> str:
    words = gettext(context.config.language)
    if page.kind == "index":
        text = context.config.description or context.config.tagline or words("Publications: {n}").format(n=page.count)
    elif front.intro and front.intro.body:
        text = front.intro.body
    else:
        text = words("Publications, {title}: {n}").format(title=page.ref.title, n=page.count)
    return head.description_of(text)


def _groups(page: Slice, root: str, context: Context) -> tuple[GroupView, ...]:
    """The page's papers by year; a list of one year, and papers without a date, have no link to a year."""
    words = gettext(context.config.language)
    groups: dict[int, list[Html]] = {}
    for entry in page.entries:
        year = entry.paper.date.year if entry.paper.date else 0
        groups.setdefault(year, []).append(Html(fragment(entry, root, context)))
    return tuple(
        GroupView(
            year,
            str(year) if year else words("No date"),
            f"years/{year:04d}/" if year else "",
            tuple(items),
            len(items),
        )
        for year, items in groups.items()
    )


def _pager(page: Slice) -> PagerView:
    links = tuple(PageLink(n, _path(page, n), n == page.number) for n in _shown_pages(page.number, page.pages))
    newer = _path(page, page.number - 1) if page.number > 1 else ""
    older = _path(page, page.number + 1) if page.number < page.pages else ""
    return PagerView(page.number, page.pages, newer, older, links)


def _shown_pages(number: int, pages: int) -> list[int]:
    """The pages that a page links: all of a short list; of a long one so many that each is a few steps away.

    Linking all from all would cost a long list the square of its length.
    """
    if pages <= _ALL_PAGES:
        return list(range(1, pages + 1))
    near = {number + sign * step for step in _STEPS for sign in (-1, 0, 1)}
    return sorted({1, pages} | {page for page in near if 1 <= page <= pages})


def _chart(years: tuple[tuple[int, int], ...]) -> tuple[YearView, ...]:
    """A bar for each year from the first to the last, those without a paper among them."""
    counts = dict(years)
    span = range(min(counts), max(counts) + 1) if counts else range(0)
    return tuple(YearView(y, f"years/{y:04d}/" if y in counts else "", counts.get(y, 0), False) for y in span)


def _links(counted: tuple[tuple[Ref, int], ...]) -> tuple[TermLink, ...]:
    return tuple(TermLink(ref.title, ref.path, count) for ref, count in counted)


THEMED = True
RENDERERS: Mapping[str, Render] = {"list": _render}

"""Pages that list papers: the index, and one for each term of each taxonomy, paged where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.library.library import Library, Term, without_drafts
from publist.library.taxonomies import BY_KIND, TAXONOMIES
from publist.library.terms import Ref
from publist.model.artifact import Artifact, digest, digest_all
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.charts.counts import stacks
from publist.outputs.pages.grouping import grouping_of
from publist.outputs.pages.list_views import ListPage
from publist.outputs.pages.pagination import IndexContents, ListInputs, PageOfList, page_path, paginate
from publist.outputs.term_files import has_files

_CO_AUTHORS = 24


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The pages of the index, then those of each term."""
    yield from _index_pages(plan)
    library, size = plan.library, plan.config.per_page
    chosen, kinds = plan.config.index.group, plan.library.kinds
    years = tuple((term.ref, len(term.entries)) for term in library.terms("year"))
    all_years = digest(repr(years).encode())
    for row in library.taxonomies:
        for term in library.terms(row.kind):
            by, files = grouping_of(chosen, term.kind, kinds), has_files(term, plan.config)
            pages = paginate(term.kind, term.ref, term.entries, size=size, by=by, files=files)
            yield _first_page(library, term, next(pages), years, all_years)
            yield from (_later_page(page) for page in pages)


def _index_pages(plan: SitePlan) -> Iterator[Artifact]:
    library, size = plan.library, plan.config.per_page
    by = grouping_of(plan.config.index.group, "index", library.kinds)
    whole = Ref("", "", owner=False, state=b"")
    pages = paginate("index", whole, library.entries, size=size, by=by, files=True)
    first = next(pages)
    front = _index_contents(library)
    intro = next((page for page in plan.pages if page.slug == "index"), None)
    counted = [part for ref, count in (*front.topics, *front.people) for part in (ref.state, b"%d;" % count)]
    featured = [entry.digest for entry in front.featured]
    said = repr((front.years, front.stacks, intro)).encode()
    stamp = digest(said, b"".join(counted), b"".join(featured), _state(first))
    yield Artifact("index.html", "content/papers", "list", ListInputs(first, front=front, intro=intro), stamp)
    yield from (_later_page(page) for page in pages)


def _first_page(
    library: Library, term: Term, page: PageOfList, years: tuple[tuple[Ref, int], ...], all_years: bytes
) -> Artifact:
    """The first page of a term shows things of its whole list, so its digest is the term's."""
    path, origin = f"{term.ref.path}index.html", term.entries[0].source
    if term.kind == "year":
        stamp = digest_all((term.digest, all_years, b"%d" % page.pages))
        return Artifact(path, origin, "list", ListInputs(page, term, siblings=years), stamp)
    person = library.identities.people.get(term.ref.path) if term.kind == "person" else None
    name = library.identities.names[term.ref.path] if term.kind == "person" else None
    intro = library.topic_files.get(term.ref.path[len("topics/") : -1]) if term.kind == "topic" else None
    said = repr((person, intro)).encode() if person or intro else b""
    stamp = digest_all((term.digest, b"%d;" % page.pages, said))
    return Artifact(path, origin, "list", ListInputs(page, term, person=person, name=name, intro=intro), stamp)


def _later_page(page: PageOfList) -> Artifact:
    return Artifact(
        f"{page_path(page, page.number)}index.html", page.entries[0].source, "list", ListInputs(page), _state(page)
    )


def _state(page: PageOfList) -> bytes:
    place = b"%d/%d/%d/%d;" % (page.number, page.pages, page.count, page.files)
    groups = digest(repr(page.groups).encode())
    return digest_all([page.ref.state, place, groups, *[entry.digest for entry in page.entries]])


def _index_contents(library: Library) -> IndexContents:
    others = [term for term in library.terms("person") if not (term.ref.owner or term.ref.member)]
    return IndexContents(
        years=tuple((int(term.ref.title), len(term.entries)) for term in reversed(library.terms("year"))),
        stacks=stacks(library.entries, library.terms("topic")),
        topics=tuple((term.ref, len(term.entries)) for term in library.terms("topic")),
        people=tuple((term.ref, len(term.entries)) for term in others[:_CO_AUTHORS]),
        featured=tuple(entry for entry in library.entries if entry.paper.featured),
    )


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    page = ListPage(ListInputs._make(inputs), context)
    template = "index.html" if page.kind == "index" else BY_KIND[page.kind].template
    return context.renderer.render(template, page).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The overview of each taxonomy, and its terms with the date of their newest paper, which changed them last."""
    library = plan.library
    for row in library.taxonomies:
        yield f"{row.folder}/", None
        published = [(term.ref.path, without_drafts(term.entries)) for term in library.terms(row.kind)]
        yield from ((path, entries[0].paper.date) for path, entries in published if entries)


THEMED = True
VIEWS: Mapping[str, str] = {
    ", ".join(dict.fromkeys(["index.html", "list.html", *[row.template for row in TAXONOMIES]])): "ListPage",
    "entry.html": "FragmentPage",
}
RENDERERS: Mapping[str, Render] = {"list": _render}

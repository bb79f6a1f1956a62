"""Pages that list the papers of each term of each taxonomy, paged where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.library.library import Library, Term, without_drafts
from publist.library.taxonomies import BY_KIND, TAXONOMIES
from publist.library.terms import Ref
from publist.model.artifact import Artifact, digest, digest_all
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.pages.grouping import grouping_of
from publist.outputs.pages.list_views import ListPage
from publist.outputs.pages.pagination import ListInputs, PageOfList, page_path, paginate
from publist.outputs.term_files import has_files


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The pages of each term."""
    library, size = plan.library, plan.config.per_page
    chosen, kinds = plan.config.index.group, plan.library.kinds
    years = tuple((term.ref, len(term.entries)) for term in library.terms("year"))
    all_years = digest(repr(years).encode())
    for row in library.taxonomies:
        for term in with_pages(library, row.kind):
            by, files = grouping_of(chosen, term.kind, kinds), has_files(term, plan.config)
            pages = paginate(term.kind, term.ref, term.entries, size=size, by=by, files=files)
            yield _first_page(library, term, next(pages), years, all_years)
            yield from (later_page(page) for page in pages)


def with_pages(library: Library, kind: str) -> tuple[Term, ...]:
    """The terms of a taxonomy that have a page: in a compact site some have none."""
    return tuple([term for term in library.terms(kind) if not term.ref.instead])


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


def later_page(page: PageOfList) -> Artifact:
    """Any page of a list but the first."""
    kind = "list" if page.kind in BY_KIND else "front"
    path = f"{page_path(page, page.number)}index.html"
    return Artifact(path, page.entries[0].source, kind, ListInputs(page), state_of(page))


def state_of(page: PageOfList) -> bytes:
    """What stands for a page of a list: its place, its papers, and the groups of the whole list."""
    place = b"%d/%d/%d/%d;" % (page.number, page.pages, page.count, page.files)
    groups = digest(repr(page.groups).encode())
    return digest_all([page.ref.state, place, groups, *[entry.digest for entry in page.entries]])


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    page = ListPage(ListInputs._make(inputs), context)
    return context.renderer.render(BY_KIND[page.kind].template, page).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The overview of each taxonomy, and its terms with the date of their newest paper, which changed them last."""
    library = plan.library
    for row in library.taxonomies:
        yield f"{row.folder}/", None
        published = [(term.ref.path, without_drafts(term.entries)) for term in with_pages(library, row.kind)]
        yield from ((path, entries[0].paper.date) for path, entries in published if entries)


THEMED = True
VIEWS: Mapping[str, str] = {
    ", ".join(dict.fromkeys(["list.html", *[row.template for row in TAXONOMIES]])): "ListPage",
    "entry.html": "FragmentPage",
}
RENDERERS: Mapping[str, Render] = {"list": _render}

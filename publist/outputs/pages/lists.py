"""Pages that list the papers of each term of each taxonomy, paged where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from publist.library.library import Library, Term
from publist.library.taxonomies import BY_KIND, TAXONOMIES
from publist.model.artifact import Artifact, digest, digest_all
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.output_size import is_compact
from publist.outputs.pages.grouping import Group, grouping_of
from publist.outputs.pages.list_views import ListPage
from publist.outputs.pages.pagination import FirstPage, ListInputs, PageOfList, list_inputs, page_path, paginate
from publist.outputs.term_files import has_files


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The pages of each term. The first shows things of its whole list, so its digest is the term's.

    In a compact site it is alone, and leads to the whole list, filtered by the term.
    """
    library, size, compact = plan.library, plan.config.per_page, is_compact(plan.config)
    chosen, kinds = plan.config.index.group, plan.library.kinds
    years = tuple((term.ref, len(term.entries)) for term in library.terms("year"))
    of_year = (years,), digest(repr(years).encode())
    for row in library.taxonomies:
        by = grouping_of(chosen, row.kind, kinds)
        if compact and row.kind == "person":  # most have so few papers that headings of years are a third of their page
            by = "none"
        for term in with_pages(library, row.kind):
            if term.ref.path in plan.unchanged:
                continue
            files, pages = has_files(term, plan.config), 1 if compact else -(-len(term.entries) // size)
            inputs, said = of_year if row.kind == "year" else about(library, term)
            stamp = digest_all((term.digest, b"%d;" % pages, said))
            path = f"{term.ref.path}index.html"
            first: FirstPage | ListInputs = FirstPage(term, size, by, files, compact, *inputs)
            later: Iterator[PageOfList] = iter(())
            if pages > 1:
                later = paginate(term.kind, term.ref, term.entries, size=size, by=by, files=files)
                first = ListInputs(next(later), term, None, *inputs)
            yield Artifact(path, term.entries[0].source, "list", first, stamp, local=True)
            yield from map(later_page, later)


def with_pages(library: Library, kind: str) -> tuple[Term, ...]:
    """The terms of a taxonomy that have a page: in a compact site some have none."""
    return tuple([term for term in library.terms(kind) if not term.ref.instead])


def about(library: Library, term: Term) -> tuple[tuple[Any, ...], bytes]:
    """What the first page of a term shows beside its papers (see ``FirstPage``), and what the files say of it."""
    path = term.ref.path
    if term.kind == "person":
        person = library.identities.people.get(path)
        return ((), person, library.identities.names[path]), repr(person).encode() if person else b""
    intro = library.topic_files.get(path[len("topics/") : -1]) if term.kind == "topic" else None
    return ((), None, None, intro), repr(intro).encode() if intro else b""


def later_page(page: PageOfList) -> Artifact:
    """Any page of a list but the first."""
    is_term = page.kind in BY_KIND
    path, kind = f"{page_path(page, page.number)}index.html", "list" if is_term else "front"
    return Artifact(path, page.entries[0].source, kind, ListInputs(page), state_of(page), local=is_term)


def state_of(page: PageOfList) -> bytes:
    """What stands for a page of a list: its place, its papers, and the groups of the whole list."""
    place = b"%d/%d/%d/%d;" % (page.number, page.pages, page.count, page.files)
    groups = _state_of_groups(page.groups)
    return digest_all([page.ref.state, place, groups, *[entry.digest for entry in page.entries]])


@lru_cache(maxsize=8)  # all pages of a list have them
def _state_of_groups(groups: tuple[tuple[Group, int], ...]) -> bytes:
    return digest(repr(groups).encode())


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    page = ListPage(list_inputs(inputs) or ListInputs._make(inputs), context)
    return context.renderer.render(BY_KIND[page.kind].template, page).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The overview of each taxonomy, and its terms with the date of their newest paper, which changed them last."""
    library = plan.library
    for row in library.taxonomies:
        yield f"{row.folder}/", None
        for term in with_pages(library, row.kind):
            newest = next((entry for entry in term.entries if not entry.paper.draft), None)
            if newest:
                yield term.ref.path, newest.paper.date


THEMED = True
VIEWS: Mapping[str, str] = {
    ", ".join(dict.fromkeys(["list.html", *[row.template for row in TAXONOMIES]])): "ListPage",
    "entry.html": "FragmentPage",
}
RENDERERS: Mapping[str, Render] = {"list": _render}

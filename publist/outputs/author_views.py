"""What templates see of the authors of a paper: all of them, or as many as a list shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from publist.library.library import Entry
from publist.library.terms import Ref
from publist.model.paper import Name, Paper
from publist.model.settings import Config
from publist.outputs.bylines import byline
from publist.text import author_marks


class AuthorView(NamedTuple):
    """An author as printed; ``path`` is "" where there is no page. The owner of the list is set apart."""

    name: str
    path: str
    owner: bool
    note: str
    affiliation: str
    orcid: str
    url: str
    equal: bool
    corresponding: bool


class BylineView(NamedTuple):
    """The authors as a list shows them: the ``first`` ones, the ``owner`` if among the others, and how many ``more``.

    Of a byline that is not cut ``first`` are all, and ``more`` is 0.
    """

    first: tuple[AuthorView, ...]
    owner: tuple[AuthorView, ...]
    more: int


def author_views(paper: Paper, refs: tuple[Ref, ...]) -> tuple[AuthorView, ...]:
    """The authors in order, each with the page of the person."""
    return tuple([author_view(name, ref) for name, ref in zip(paper.authors, refs, strict=True)])


def author_view(name: Name, ref: Ref) -> AuthorView:
    """An author with the page of the person."""
    return AuthorView(
        name.name,
        ref.path,
        ref.owner,
        name.note,
        name.affiliation,
        name.orcid,
        name.url,
        name.equal,
        name.corresponding,
    )


def byline_view(entry: Entry, config: Config) -> BylineView:
    """The authors as a list shows them."""
    cut = byline(entry, config)
    if not cut.more:
        return BylineView(author_views(entry.paper, entry.authors), (), 0)
    authors = zip(cut.chosen(entry.paper.authors), cut.chosen(entry.authors), strict=True)
    shown = tuple([author_view(name, ref) for name, ref in authors])
    return BylineView(shown[: cut.first], shown[cut.first :], cut.more)


def legend_of(paper: Paper) -> tuple[list[tuple[str, str]], str]:
    """What the note says of the marks behind the authors, and the rest of the note."""
    return author_marks.legend(paper.note, "".join(name.note for name in paper.authors))


def numbered_affiliations(paper: Paper) -> Mapping[str, int]:
    """The affiliations of a paper, then those of its authors, each with its number, from 1."""
    own = [name.affiliation for name in paper.authors if name.affiliation]
    distinct = dict.fromkeys((*paper.affiliations, *own))
    return {affiliation: number for number, affiliation in enumerate(distinct, 1)}

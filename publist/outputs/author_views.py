"""What templates see of the authors of a paper: all of them, or as many as a list shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from publist.library.library import Entry
from publist.library.terms import Ref
from publist.model.paper import Name, Paper
from publist.model.settings import Config
from publist.outputs.bylines import byline, is_apart, is_kept
from publist.outputs.output_size import is_compact


class AuthorView(NamedTuple):
    """An author as printed; ``path`` is where the name leads, "" for nowhere. ``owner``: it is to be set apart."""

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


def author_views(names: Iterable[Name], refs: Iterable[Ref], config: Config, here: str = "") -> tuple[AuthorView, ...]:
    """The authors in order, each with the page of the person; ``here`` is the path of the person whose page it is."""
    return tuple([author_view(name, ref, is_apart(ref, config, here)) for name, ref in zip(names, refs, strict=True)])


def author_view(name: Name, ref: Ref, apart: bool) -> AuthorView:
    """An author with the page of the person."""
    return AuthorView(
        name.name,
        ref.link,
        apart,
        name.note,
        name.affiliation,
        name.orcid,
        name.url,
        name.equal,
        name.corresponding,
    )


def byline_view(entry: Entry, config: Config, here: str = "") -> BylineView:
    """The authors as a list shows them; ``here`` is the path of the person whose list it is.

    In a compact site the paper's own page links them, lists only those whom no byline leaves out.
    """
    cut = byline(entry, config, here)
    names, refs = cut.chosen(entry.paper.authors), cut.chosen(entry.authors)
    shown = author_views(names, refs, config, here)
    if is_compact(config):
        kept = zip(shown, refs, strict=True)
        shown = tuple([view if is_kept(ref, config) else view._replace(path="") for view, ref in kept])
    return BylineView(shown[: cut.first], shown[cut.first :], cut.more)


def legend_of(paper: Paper) -> tuple[list[tuple[str, str]], str]:
    """What the note says of the marks behind the authors, and the rest of the note."""
    marks = "".join([name.note for name in paper.authors])
    if not paper.note or not marks:
        return [], paper.note
    from publist.text import author_marks  # few papers have both

    return author_marks.legend(paper.note, marks)


def numbered_affiliations(paper: Paper) -> Mapping[str, int]:
    """The affiliations of a paper, then those of its authors, each with its number, from 1."""
    own = [name.affiliation for name in paper.authors if name.affiliation]
    distinct = dict.fromkeys((*paper.affiliations, *own))
    return {affiliation: number for number, affiliation in enumerate(distinct, 1)}

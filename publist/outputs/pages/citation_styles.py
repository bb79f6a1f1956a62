"""The paper as reference lists print it: APA (7th edition) and IEEE (Reference Guide, 2023), and styles in CSL.

In the two, titles keep the capitals that they have: which words are names only the author knows. A type of work whose
form is not certain has no reference in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from publist.library.library import Entry
from publist.model.citation_styles import BY_NAME
from publist.model.paper import Paper
from publist.outputs.csl.references import CslReferences
from publist.outputs.csl.style import anchor_of
from publist.outputs.pages.apa import apa
from publist.outputs.pages.ieee import ieee
from publist.text.markdown import Html

_STYLES: Mapping[str, Callable[[Paper], str]] = {"apa": apa, "ieee": ieee}


class ReferenceView(NamedTuple):
    """A formatted reference: the style's title, safe HTML, and the style's name as an anchor of the page."""

    style: str
    html: Html
    name: str


def reference(style: str, paper: Paper) -> Html:
    """The paper in one style for a list that leaves none out: a type without a certain form is taken as another."""
    write = _STYLES[style]
    nearest = "article-journal" if paper.venue else "book"
    return Html(write(paper) or write(paper._replace(type=nearest)))


def references(entry: Entry, styles: Iterable[str], others: CslReferences) -> tuple[ReferenceView, ...]:
    """The paper in each of the styles that has a form for its type; ``others`` are those in CSL."""
    return tuple(_references(entry, dict.fromkeys(styles), others))


def _references(entry: Entry, styles: Iterable[str], others: CslReferences) -> Iterator[ReferenceView]:
    for name in styles:
        if name in _STYLES:
            title, text = BY_NAME[name].title, _STYLES[name](entry.paper)
        elif name in others.styles:
            title, text = others.styles[name].title, others.without_owners(entry, name)
        else:
            continue  # it could not be read, which is told
        if text:
            yield ReferenceView(title, Html(text), anchor_of(name))

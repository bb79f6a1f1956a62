"""The paper as reference lists print it: APA (7th edition) and IEEE (Reference Guide, 2023).

Titles keep the capitals that they have: which words are names only the author knows. MLA and Chicago ask for
headline capitals everywhere, so they are not offered. A type of work whose form is not certain has no reference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from publist.model.paper import Paper
from publist.outputs.pages.apa import apa
from publist.outputs.pages.ieee import ieee
from publist.text.markdown import Html

_STYLES: Mapping[str, Callable[[Paper], str]] = {"APA": apa, "IEEE": ieee}


class ReferenceView(NamedTuple):
    """A formatted reference: the style's name, and safe HTML."""

    style: str
    html: Html


def reference(style: str, paper: Paper) -> Html:
    """The paper in one style for a list that leaves none out: a type without a certain form is taken as another."""
    write = _STYLES[style]
    nearest = "article-journal" if paper.venue else "book"
    return Html(write(paper) or write(paper._replace(type=nearest)))


def references(paper: Paper) -> tuple[ReferenceView, ...]:
    """The paper in each style that has a form for its type."""
    made = ((style, write(paper)) for style, write in _STYLES.items())
    return tuple(ReferenceView(style, Html(text)) for style, text in made if text)

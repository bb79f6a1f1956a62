"""References as lists of them show them: owners in bold, DOIs as links, and the marks of authors if wanted."""

from __future__ import annotations

from collections.abc import Sequence

from publist.library.library import Entry
from publist.model.citation_styles import BUILT_IN
from publist.model.paper import Name
from publist.outputs.base import Context
from publist.outputs.pages.citation_styles import reference
from publist.outputs.pages.reference_parts import family_first, initials_first
from publist.text.html_escaping import escape
from publist.text.identifiers import doi
from publist.text.markdown import Html
from publist.text.urls import doi_url

_NAMES = {"apa": family_first, "ieee": initials_first}
"""How each style writes a name."""
_BETWEEN = len(", . . . ")
"""The most that stands between two names of a reference."""
EQUAL, CORRESPONDING = "*", "†"
_BARE = "reference in "


def list_reference(entry: Entry, style: str, *, marks: bool = False) -> Html:
    """The reference in a built-in style. ``marks``: behind the names of equal and corresponding authors."""
    written = _NAMES[style]
    text, at = str(reference(style, entry.paper)), 0
    for name, ref in zip(entry.paper.authors, entry.authors, strict=True):
        plain = written(name)
        start = _place(plain, text, at)
        if not 0 <= start <= at + _BETWEEN:
            continue  # one of those whom the style leaves out
        shown = (f"<b>{plain}</b>" if ref.owner else plain) + (_mark(name) if marks else "")
        text = text[:start] + shown + text[start + len(plain) :]
        at = start + len(shown)
    return Html(_linked(text, entry.paper.doi))


def _place(name: str, text: str, at: int) -> int:
    """Where the name stands from ``at`` on, and does not begin within a word; -1 if nowhere."""
    start = text.find(name, at)
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start = text.find(name, start + 1)
    return start


def bare_references(entries: Sequence[Entry], style: str, context: Context) -> list[Html]:
    """The references in a style, with no address but those of DOIs and at arXiv: they are printed or stand elsewhere.

    A style that is neither built in nor in CSL could not be read, which is told.
    """
    if style in context.references.styles:
        return [Html(text) for text in context.references.of(entries, style)]
    kind = bare_kind(style)
    return [Html(context.items.get((entry.digest, kind)) or bare_reference(entry, kind)) for entry in entries]


def bare_kind(style: str) -> str:
    """What references in a built-in style are called among the items of a context."""
    return _BARE + (style if style in BUILT_IN else BUILT_IN[0])


def is_bare(kind: str) -> bool:
    """Whether items of this kind are such references."""
    return kind.startswith(_BARE)


def bare_reference(entry: Entry, kind: str) -> str:
    """One such reference."""
    return str(list_reference(entry._replace(paper=entry.paper._replace(links={})), kind.removeprefix(_BARE)))


def _mark(name: Name) -> str:
    mark = EQUAL * name.equal + CORRESPONDING * name.corresponding
    return f"<sup>{mark}</sup>" if mark else ""


def _linked(text: str, said: str) -> str:
    """The text with a link on the DOI, where the style names it without its address."""
    number = doi(said)
    if not number:
        return text
    link = f'doi: <a href="{escape(doi_url(number))}">{escape(number)}</a>'
    return text.replace(f"doi: {escape(number)}", link, 1)

"""List items: what stands for a paper in every list, rendered once for all lists of a build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.library.library import Entry
from publist.model.artifact import Artifact
from publist.outputs.base import Context
from publist.outputs.pages.list_references import bare_kind, bare_reference, is_bare
from publist.outputs.pages.pagination import PageOfList, list_inputs, page_path, root_of
from publist.outputs.views import FragmentPage
from publist.text.markdown import Html

_ITEM = "entry.html"

Item = tuple[Entry, str]
"""A list item: the paper, and the root with which it is rendered; or in the place of that the kind of a reference."""


def shared_items(artifacts: Iterable[Artifact], context: Context) -> list[Item]:
    """The list items and references that these files show, each once."""
    needed: dict[str, dict[bytes, Entry]] = {}
    for artifact in artifacts:
        entries, kind = _items_of(artifact, context)
        needed.setdefault(kind, {}).update({entry.digest: entry for entry in entries})
    return [(entry, kind) for kind, shown in needed.items() for entry in shown.values()]


def _items_of(artifact: Artifact, context: Context) -> tuple[Sequence[Entry], str]:
    """The papers that a file lists, and the root or kind of their items."""
    if artifact.kind == "bibliography":
        style = context.config.index.style
        return ((), "") if style in context.references.styles else (artifact.inputs[1], bare_kind(style))
    inputs = list_inputs(artifact.inputs, ordered=False)
    if not inputs or person_of(inputs.page, context):
        return (), ""
    page, front = inputs.page, inputs.front
    root = shared_root(root_of(page_path(page, page.number)), context)
    return (*page.entries, *(front.featured if front else ())), root


def rendered_items(items: Iterable[Item], context: Context) -> dict[tuple[bytes, str], str]:
    """These list items as ``Context.items`` has them."""
    return {
        (entry.digest, kind): bare_reference(entry, kind) if is_bare(kind) else _made(entry, kind, context)
        for entry, kind in items
    }


ANY_ROOT = "\x01root\x02"
"""What stands for the root in a list item for pages at every depth; these characters are in no text of ours.

They are ASCII, so that an item in Latin letters takes one byte a letter, and a third less time to put the root in.
"""


def person_of(page: PageOfList, context: Context) -> str:
    """The path of the person whose name this list alone sets apart, or nothing: its items are like all others."""
    return page.ref.path if page.kind == "person" and context.config.highlight == "person" else ""


def fragments(entries: Iterable[Entry], root: str, context: Context, here: str = "") -> tuple[Html, ...]:
    """The list items of papers for pages at this depth; made once, since they are the same on every such list.

    With ``here`` (see ``person_of``) they are made for one page.
    """
    if here:
        render = context.renderer.render
        return tuple([Html(render(_ITEM, FragmentPage(entry, root, context, here))) for entry in entries])
    shared = shared_root(root, context)
    known = context.items
    # What is put in is not kept: 100,000 papers at four depths would be 400 MB in each process.
    items = [known.get((entry.digest, shared)) or _made(entry, shared, context) for entry in entries]
    return tuple([Html(item.replace(shared, root)) for item in items])


def _made(entry: Entry, root: str, context: Context) -> str:
    html = context.items[entry.digest, root] = context.renderer.render(_ITEM, FragmentPage(entry, root, context))
    return html


def shared_root(root: str, context: Context) -> str:
    """The root with which a list item is rendered: one for all depths, where the theme's items allow it."""
    return ANY_ROOT if context.renderer.only_prints_root(_ITEM) else root

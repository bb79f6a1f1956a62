"""A paper in bibliographic formats, as its page shows them."""

from __future__ import annotations

from typing import NamedTuple

from publist.library.library import Entry
from publist.model.format_table import ON_SITE
from publist.outputs.base import Context
from publist.outputs.downloads.exports import paper_exports
from publist.outputs.downloads.paper_texts import public, written_in
from publist.outputs.output_size import is_compact, is_lean
from publist.text.file_names import file_of


class CitationView(NamedTuple):
    """The paper in a bibliographic format; ``path`` is "" where the site has no file of it.

    ``text`` is "" where the file alone has it: on pages of long lists, of all formats but the first.
    """

    label: str
    kind: str
    text: str
    path: str
    filename: str


def citations_of(entry: Entry, key: str, context: Context) -> tuple[CitationView, ...]:
    """The paper in each format; ``key`` is its citation key among all papers of the site."""
    paper = public(entry.paper, context.config)
    paper = paper._replace(key=key or paper.key)
    kept = dict(paper_exports(entry, context.config))
    linked = set(list(kept)[1:]) if is_lean(context.config) else ()
    shown = list(ON_SITE.items())[: 1 if is_compact(context.config) else None]
    return tuple(
        CitationView(
            label=row.title,
            kind=ending,
            text="" if ending in linked else written_in(ending, (paper,)).rstrip("\n"),
            path=kept.get(ending, ""),
            filename=f"{file_of(entry.name)}.{ending}",
        )
        for ending, row in shown
    )

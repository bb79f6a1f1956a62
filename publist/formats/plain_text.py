"""A list in plain text, one paper a paragraph, to paste anywhere. Written only."""

from __future__ import annotations

from collections.abc import Iterable

from publist.formats.plain_citation import address, authors, source
from publist.model.paper import Paper
from publist.text import inline_markdown


def write(papers: Iterable[Paper]) -> str:
    """The papers in the order given, a blank line between two."""
    return "\n".join(f"{_paragraph(paper)}\n" for paper in papers)


def _paragraph(paper: Paper) -> str:
    title = inline_markdown.plain(paper.title)
    end = "" if title[-1:] in ".?!" else "."
    return " ".join(part for part in (authors(paper), title + end, source(paper), address(paper)) if part)

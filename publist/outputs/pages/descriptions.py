"""The short description of a page."""

from __future__ import annotations

from publist.model.paper import Paper
from publist.text.plain_markdown import in_one_line

_LENGTH = 200


def description_of(text: str) -> str:
    """The beginning of a Markdown text without its markup, cut between words: what stands under a search result."""
    flat = in_one_line(text[: 4 * _LENGTH])
    if len(flat) <= _LENGTH:
        return flat
    return flat[:_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def in_short(paper: Paper) -> str:
    """Authors, venue and year in one line."""
    year = str(paper.date.year) if paper.date else ""
    parts = [", ".join(name.name for name in paper.authors), paper.venue, year]
    return ". ".join(part for part in parts if part)

"""The short description of a page."""

from __future__ import annotations

from publist.model.paper import Paper
from publist.text.plain_markdown import in_one_line

LONG = 200
SHORT = 100
"""The length in a compact site."""


def description_of(text: str, length: int = LONG) -> str:
    """The beginning of a Markdown text without its markup, cut between words: what stands under a search result."""
    flat = in_one_line(text[: 4 * LONG])
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def in_short(paper: Paper) -> str:
    """Authors, venue and year in one line."""
    year = str(paper.date.year) if paper.date else ""
    parts = [", ".join(name.name for name in paper.authors), paper.venue, year]
    return ". ".join(part for part in parts if part)

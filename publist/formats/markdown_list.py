"""A list in Markdown, by year, to paste into a README or a report. Written only."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from publist.formats.plain_citation import address, authors, source
from publist.model.paper import Paper
from publist.text import inline_markdown


def write(papers: Iterable[Paper]) -> str:
    """A heading a year, a bullet a paper, in the order given."""
    sections = []
    for year, of_year in groupby(papers, key=lambda paper: str(paper.date.year) if paper.date else "Undated"):
        sections.append(f"## {year}\n\n" + "".join(f"- {_line(paper)}\n" for paper in of_year))
    return "\n".join(sections)


def _line(paper: Paper) -> str:
    where = address(paper)
    title = inline_markdown.link(paper.title, where) if where and "](" not in paper.title else paper.title
    end = "" if inline_markdown.plain(paper.title)[-1:] in ".?!" else "."
    people = inline_markdown.escape(authors(paper))
    details = inline_markdown.escape(source(paper))
    return " ".join(part for part in (people, f"**{title}**{end}", details) if part)

"""The text of web pages, which have maths, accents and emphasis as LaTeX, to what papers hold."""

from __future__ import annotations

from publist.model.paper import Name, Paper
from publist.text.latex import reader as latex


def from_page(paper: Paper) -> Paper:
    """The paper with title and abstract in Markdown and names in plain text, each of them as its page has it."""
    return paper._replace(
        title=latex.to_markdown(paper.title),
        abstract=latex.to_markdown(paper.abstract),
        authors=tuple(map(_name, paper.authors)),
    )


def _name(name: Name) -> Name:
    return name._replace(name=latex.to_text(name.name)) if "\\" in name.name or "{" in name.name else name

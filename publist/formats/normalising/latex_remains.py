"""LaTeX in titles and abstracts of formats that have none: it was pasted into a reference manager."""

from __future__ import annotations

from publist.model.paper import Paper
from publist.text.latex import pasted


def read(paper: Paper) -> Paper:
    """The paper whose title and abstract have Markdown where they had LaTeX."""
    return paper._replace(title=pasted.read(paper.title), abstract=pasted.read(paper.abstract))

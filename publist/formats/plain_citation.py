"""A paper's citation in the order author, title, source: the pieces that plain lists share."""

from __future__ import annotations

from publist.model.paper import Paper


def authors(paper: Paper) -> str:
    """The names as printed, with a full stop at the end, as in ``A. Bee, C. Dee, et al.``."""
    people = ", ".join([str(name) for name in paper.authors] + ["et al."] * paper.et_al)
    return people if not people or people.endswith(".") else f"{people}."


def source(paper: Paper) -> str:
    """Where and when it appeared: ``Venue 12(3), pp. 4–5, Publisher, 2023-09.``."""
    volume = f"{paper.volume}({paper.issue})" if paper.volume and paper.issue else paper.volume or paper.issue
    place = " ".join(part for part in (paper.venue, volume) if part)
    pages = paper.pages.replace("-", "–")
    pages = f"pp. {pages}" if "–" in pages else f"p. {pages}" if pages else ""
    arxiv = f"arXiv:{paper.arxiv}" if paper.arxiv and not paper.venue else ""
    parts = (paper.genre, place, pages, paper.publisher, arxiv, str(paper.date or ""))
    text = ", ".join(part for part in parts if part)
    return f"{text}." if text else ""


def address(paper: Paper) -> str:
    """The most lasting address of the paper that is known."""
    if paper.doi:
        return f"https://doi.org/{paper.doi}"
    if paper.arxiv:
        return f"https://arxiv.org/abs/{paper.arxiv}"
    return paper.links.get("url", "")

"""Names with HTML's entities in them (``L&eacute;a``): databases escape what goes into their pages."""

from __future__ import annotations

from typing import Any

from publist.model.paper import Name, Paper
from publist.text.html_text import without_entities

_PARTS = ("name", "given", "family", "particle")


def unescaped(paper: Paper) -> Paper:
    """The paper whose people have their letters."""
    people = (*paper.authors, *paper.editors)
    if not any("&" in name.name for name in people):
        return paper
    return paper._replace(authors=tuple(map(_name, paper.authors)), editors=tuple(map(_name, paper.editors)))


def _name(name: Name) -> Name:
    parts: dict[str, Any] = {part: without_entities(getattr(name, part)) for part in _PARTS}
    return name._replace(**parts)

"""The language as a tag of BCP 47; what is no known language is kept under ``extra``."""

from __future__ import annotations

from publist.formats.normalising.extra import with_extra
from publist.model.paper import Paper
from publist.text import languages


def tagged(paper: Paper) -> Paper:
    """The paper with its language as a tag; of several languages the first, and all of them under ``extra``."""
    if not paper.language:
        return paper
    tag = languages.tag(paper.language)
    if tag:
        return paper._replace(language=tag)
    tags = [languages.tag(part) for part in languages.SEPARATOR.split(paper.language)]
    first = tags[0] if len(tags) > 1 and all(tags) else ""
    return with_extra(paper._replace(language=first), "language", paper.language)

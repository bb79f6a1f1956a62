"""Forms of own pages, which have no signs of their own: whether a text is one of them, or a list of references."""

from __future__ import annotations

import re

from publist.formats import Format, load, named
from publist.model.paper import Paper

SURE = 0.5
"""From here on a form may claim a text."""
CERTAIN = 0.96
"""From here on a list of references may claim a text that names a database, such as ORCID behind each author."""
LAST = "references"
"""The form that is asked when all others have given a text up."""
PLAIN = frozenset(("home-page", "home-markdown"))
VAGUE = PLAIN | {"home-html"}
"""Forms without signs of their own, which may take parts of another for rows."""
_NUMBERED = re.compile(r"\W*\d{1,3}\W*[\]).]\W")
_UNPARTED = re.compile(r"\bdoi\b|\bpp?\.\s?\d|\bvol\.|,\s(?:19|20)\d\d\b", re.IGNORECASE)
"""A number before a title, and numbers behind a venue, that were not told from them."""
_MARKED = re.compile(r"\*|\]\(")


def whole_page(text: str) -> Format | None:
    """The form of an own page as text, if it reads every line of a text, some of whose lines have marks of Markdown."""
    reading = load("home-page").read(text, source="")
    whole = reading.papers and not reading.strays
    return named("home-page") if whole and not any(_MARKED.search(paper.title) for paper in reading.papers) else None


def is_dated(text: str, form: Format) -> bool:
    """Whether a text in one of these forms gives a year to a paper: people above their places have none."""
    return any(paper.date for paper in load(form.name).read(text, source="").papers)


def references_instead(text: str, vague: Format) -> Format | None:
    """A list of references, where a form of own pages would leave numbers, years or DOIs in titles and venues."""
    form = named(LAST)
    if form is None:
        return None
    rows = load(vague.name).read(text, source="").papers
    numbered = sum(bool(_NUMBERED.match(paper.title)) for paper in rows) > len(rows) // 2
    if not numbered and load(form.name).recognises(text) < SURE:
        return None
    papers = load(form.name).read(text, source="").papers
    better = sum(map(_is_parted, papers)) - sum(map(_is_parted, rows))
    return form if better > len(rows) // 5 and len(papers) >= len(rows) else None


def _is_parted(paper: Paper) -> bool:
    """Whether title and venue hold nothing that belongs elsewhere, and the date is known."""
    return bool(paper.date and paper.authors) and not _NUMBERED.match(paper.title) and not _UNPARTED.search(paper.venue)

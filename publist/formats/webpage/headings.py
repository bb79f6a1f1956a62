"""Headings of a publication list: years, and sections that say the type or the status of what stands under them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from publist.model.paper import Paper

_YEAR = re.compile(
    r"(?:(?:published|publications|papers|publicaciones|publicações|pubblicazioni|veröffentlichungen|publikationen)"
    r"(?: (?:in|from|of|en|de|del|em|aus))?\s|(?:in(?: the year)?|year|jahr|año|ano|anno|année|jaar|år|rok|год|год:"
    r"|en|el año)\b\s?:?\s)?"
    r"(?P<year>(?:19|20)\d\d)\s?(?:年度?|년|г\.|год|рік)?"
    r"(?:[\s,:–—-]{1,3}(?:publications|papers))?(?:\s?[(\[]\s?(?:\d{1,4}(?: (?:publications|papers|articles|items))?"
    r"|so far|to date|cont(?:inued|'d|\.)|ongoing|present)\s?[)\]])?",
    re.IGNORECASE,
)
_STATUSES = {
    "in press": "in press", "forthcoming": "in press", "accepted": "accepted", "to appear": "accepted",
    "accepted papers": "accepted",
    "under review": "under review", "submitted": "submitted", "submitted papers": "submitted",
    "work in progress": "in preparation",
    "in preparation": "in preparation", "works in progress": "in preparation", "in revision": "under review",
}  # fmt: skip
_TYPES = {
    kind: re.compile(words)
    for kind, words in {
    "article-journal": "journals?|journal (?:articles?|papers?|publications?)|articles in journals"
    "|peer[- ]reviewed (?:journal )?articles?",
    "paper-conference": "conferences?|conference (?:papers?|articles?|proceedings|publications?)"
    "|workshops?|workshop papers?"
    "|proceedings|conferences? and workshops?|conference and workshop papers",
    "article": "preprints?|working papers?|manuscripts|technical notes",
    "chapter": "book chapters?|chapters?|chapters in books", "book": "books?|monographs?",
    "report": "(?:technical )?reports?",
    "thesis": "thes[ei]s|dissertations?|ph\\.?d\\.? thesis", "patent": "patents?",
    "speech": "talks?|invited talks?|presentations?",
    "graphic": "posters?", "software": "software", "dataset": "datasets?",
    }.items()
}  # fmt: skip
_MODIFIER = re.compile(r"^(?:refereed|peer[- ]reviewed|selected|international|other) ")
_OTHER = re.compile(
    r"(?:my |selected |recent |all |full |refereed |peer[- ]reviewed |key )*(?:publications?|papers?|research"
    r"|list of publications"
    r"|bibliography|other|others|miscellaneous|articles)(?: \(\d+\))?|publications by .*|\* ?(?:denotes|equal"
    r"|indicates).*",
    re.IGNORECASE,
)
_LONGEST = 300
"""Characters of a heading; only remarks among headings are longer."""
_BOTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)[\s:,–—-]{1,5}(?P<behind>\D{3,60})|(?P<before>\D{3,60}?)[\s:,–—(-]{1,5}(?P<year2>(?:19|20)\d\d)\)?"
)
"""A year and a section in one heading."""
_AROUND = re.compile(r"^[#=*\s]+|[:#=*\s]+$|\s*\((?!(?:19|20)\d\d\))\d+\)$")
_AROUND_YEAR = "-–—−_=~#*•▪■□▼▶►▸>|¦/\\.:;,+[](){}<>«»“”\"' \t"
"""What writers set beside a year to make a heading of it."""


class Heading(NamedTuple):
    """What a heading says of the papers under it; empty values where it says nothing of the kind."""

    year: int = 0
    type: str = ""
    status: str = ""


class Headings:
    """The headings of a page, one after the other: of years and sections the one that comes first is the higher one."""

    def __init__(self) -> None:
        self.current = Heading()
        """What all the headings above a line say of it."""
        self._years_first: bool | None = None

    def add(self, found: Heading) -> None:
        """Go below another heading. What is in press stands beside years: neither is said of papers under the other."""
        if self._years_first is None and (found.year or found.type):
            self._years_first = bool(found.year)
        above = self.current
        if found.status or (found.year and (found.type or above.status or self._years_first)):
            self.current = found
        elif found.year:
            self.current = above._replace(year=found.year)
        else:
            self.current = found._replace(year=above.year) if self._years_first else found


def heading_of(text: str) -> Heading | None:
    """What a line says as a heading; None if it is none of the usual ones."""
    if len(text) > _LONGEST:
        return Heading() if _OTHER.fullmatch(text.strip()) else None
    return _short_heading(text)


@lru_cache(maxsize=10_000)  # a text is judged by many forms and in many parts, by the same lines each time
def _short_heading(text: str) -> Heading | None:
    plain = _AROUND.sub("", text.strip()).strip()
    bare = text.lstrip(_AROUND_YEAR)
    year = _YEAR.fullmatch(bare) or _YEAR.fullmatch(bare.rstrip(_AROUND_YEAR)) or _YEAR.fullmatch(plain)
    if year:
        return Heading(int(year["year"]))
    both = _BOTH.fullmatch(plain)
    section = _short_heading(both["behind"] or both["before"]) if both else None
    if both and section and not section.year:
        return section._replace(year=int(both["year"] or both["year2"]))
    small = _MODIFIER.sub("", plain.lower())
    if small in _STATUSES:
        return Heading(status=_STATUSES[small])
    kind = next((kind for kind, words in _TYPES.items() if words.fullmatch(small)), "")
    if kind or _OTHER.fullmatch(plain):
        return Heading(type=kind)
    return None


def under(paper: Paper, heading: Heading) -> Paper:
    """The paper with what the headings above it say."""
    if heading.type:
        paper = paper._replace(type=heading.type)
    if heading.status:
        paper = paper._replace(status=heading.status)
    return paper

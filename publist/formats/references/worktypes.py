"""The type of a work, as its reference tells it: by its venue, its kind of thesis, and the heading above it."""

from __future__ import annotations

import re

from publist.formats.references import venuewords
from publist.formats.references.extraction import Taken
from publist.formats.references.headings import Heading
from publist.formats.references.numbers import Numbers
from publist.formats.references.venuenames import CONFERENCE

_REPORT = re.compile(r"\b(?:technical report|tech\. rep\.|research report|white paper)\b", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\s*(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn)?(?:\.org)?[\s,:]*(?:e-?prints?"
    r"|pre-?prints?)?[\s,.:]*(?:server)?\s*",
    re.IGNORECASE,
)
_TOLD = ("chapter", "book", "patent", "dataset", "software")
"""Types that a heading tells whatever the venue is."""


def type_of(venue: str, taken: Taken, heading: Heading, numbers: Numbers) -> str:
    """The type, one of those of the Citation Style Language."""
    if taken.genre or heading.type == "thesis":
        return "thesis"
    if heading.type in _TOLD:
        return heading.type
    if _REPORT.search(venue):
        return "report"
    if is_preprint_server(venue) or (taken.arxiv and not venue):
        return "article"
    if CONFERENCE.search(venue) or (venuewords.ACRONYM.search(venue) and not numbers.volume):
        return "paper-conference"
    if heading.type:
        return heading.type
    return "article-journal" if venue or numbers.volume else "article"


def is_preprint_server(venue: str) -> bool:
    """Whether the venue is a server of preprints and nothing else."""
    return bool(venue and _PREPRINT.fullmatch(venue))

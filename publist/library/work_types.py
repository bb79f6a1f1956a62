"""What readers call each kind of work: CSL types, told apart as publication lists do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from publist.model.paper import Paper

LABELS: Mapping[str, str] = {
    "article": "Preprint",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "bill": "Legal document",
    "book": "Book",
    "broadcast": "Broadcast",
    "chapter": "Book chapter",
    "classic": "Book",
    "collection": "Collection",
    "dataset": "Dataset",
    "document": "Document",
    "entry": "Reference entry",
    "entry-dictionary": "Reference entry",
    "entry-encyclopedia": "Reference entry",
    "event": "Event",
    "figure": "Image",
    "graphic": "Image",
    "hearing": "Legal document",
    "interview": "Interview",
    "legal_case": "Legal document",
    "legislation": "Legal document",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Video",
    "musical_score": "Musical score",
    "pamphlet": "Booklet",
    "paper-conference": "Conference paper",
    "patent": "Patent",
    "performance": "Performance",
    "periodical": "Periodical",
    "personal_communication": "Letter",
    "post": "Blog post",
    "post-weblog": "Blog post",
    "regulation": "Legal document",
    "report": "Report",
    "review": "Review",
    "review-book": "Book review",
    "software": "Software",
    "song": "Recording",
    "speech": "Talk",
    "standard": "Standard",
    "thesis": "Thesis",
    "treaty": "Legal document",
    "webpage": "Web page",
}
"""The word for each CSL type (CSL 1.0.2, appendix III), a message for translation."""

WORKSHOP_PAPER = "Workshop paper"
"""A conference paper whose venue says that it is a workshop; CSL has no type of its own for it."""
ARTICLE = "Article"
"""A file that says ``article``, or no type, and names a venue without volume, no preprint server and no meeting."""
WORDS = tuple(dict.fromkeys((*LABELS.values(), WORKSHOP_PAPER, ARTICLE)))
"""Every word that ``label_of`` gives."""

_FIRST = (
    "Book", "Journal article", ARTICLE, "Conference paper", WORKSHOP_PAPER, "Book chapter", "Preprint", "Manuscript",
    "Thesis", "Report", "Patent", "Software", "Dataset", "Talk",
)  # fmt: skip
IN_ORDER = (*_FIRST, *[word for word in WORDS if word not in _FIRST])
"""The same words in the order in which a CV has them."""

_SERVERS = re.compile(
    r"corr|hal|ssrn|osf|zenodo|figshare|preprints?|research square|authorea|.*(?:arxiv|rxiv)\b.*|.*preprints?",
    re.IGNORECASE,
)
"""Where preprints are."""
_MEETINGS = re.compile(r"\b(?:proc|proceedings|conference|workshop|symposium|meeting|congress)\b", re.IGNORECASE)
_WORKSHOPS = re.compile(r"\bworkshops?\b", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def work_type(csl_type: str, venue: str) -> str:
    """The CSL type that a work is told by: what the file calls ``article`` is a preprint only where preprints stand.

    ``article`` is also what a file without ``type`` is; with a journal or a meeting as its venue it is more.
    """
    if csl_type != "article" or not venue or _SERVERS.fullmatch(venue):
        return csl_type
    return "paper-conference" if _MEETINGS.search(venue) else "article-journal"


def label_of(paper: Paper) -> str:
    """The word for the kind of work that a paper is, in English."""
    return _label(paper.type, paper.venue, paper.event, bool(paper.volume))


@lru_cache(maxsize=5_000)
def _label(csl_type: str, venue: str, event: str, volume: bool) -> str:
    told = work_type(csl_type, venue)
    if told == "paper-conference" and (_WORKSHOPS.search(venue) or _WORKSHOPS.search(event)):
        return WORKSHOP_PAPER
    if told == "article-journal" and csl_type == "article" and not volume:
        return ARTICLE  # that the venue is a journal is likely, but nobody has said so
    return LABELS[told]

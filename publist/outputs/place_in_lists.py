"""What a list says of a paper where others have their journal: the school of a thesis, the office of a patent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape

from publist.model.paper import Paper
from publist.outputs.pages.reference_parts import edition

_IN_LISTS: Mapping[str, Callable[[Paper], tuple[str, ...]]] = {
    "thesis": lambda paper: (paper.genre, paper.publisher),
    "speech": lambda paper: (paper.genre, paper.event, paper.place),
    "paper-conference": lambda paper: () if paper.venue else (paper.event, paper.place),
    "patent": lambda paper: (paper.genre, paper.number),
    "report": lambda paper: (paper.genre, paper.number, paper.publisher),
    "standard": lambda paper: (paper.number, paper.publisher),
    "book": lambda paper: (paper.genre, _edition(paper), paper.series, paper.publisher, paper.place),
    "chapter": lambda paper: () if paper.venue else (paper.publisher,),
    "dataset": lambda paper: (paper.publisher, _version(paper)),
    "software": lambda paper: (paper.publisher, _version(paper)),
    "motion_picture": lambda paper: (paper.genre, paper.publisher, paper.event),
    "manuscript": lambda paper: (paper.genre, paper.publisher),
    "webpage": lambda paper: (paper.publisher,),
}
_OTHERS: Callable[[Paper], tuple[str, ...]] = lambda paper: () if paper.venue else (paper.event, paper.publisher)  # noqa: E731 - one of a table of functions


def _version(paper: Paper) -> str:
    """``v1.2`` of ``1.2``: a bare number would say nothing in a list."""
    return f"v{paper.edition}" if paper.edition[:1].isdigit() else paper.edition


def _edition(paper: Paper) -> str:
    """``2nd ed.`` of ``2``; the first is none that anybody says."""
    return unescape(edition(paper)) if paper.edition not in ("1", "1st", "first", "First") else ""


def in_short(paper: Paper) -> tuple[str, ...]:
    """What a list says of the paper where others have their journal."""
    said = _IN_LISTS.get(paper.type, _OTHERS)(paper)
    return tuple(dict.fromkeys(part for part in said if part and part not in (paper.venue, paper.title)))

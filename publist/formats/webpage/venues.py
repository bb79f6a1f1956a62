"""What a venue's name says: the type of what appears in it, and preprint servers, which are no venues."""

from __future__ import annotations

import re

from publist.model.paper import Paper
from publist.text import identifiers

_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|meeting|congress|advances in neural|lncs"
    r"|lecture notes)\b"
    r"|\b(?:ICLR|ICML|NeurIPS|NIPS|ACL|EMNLP|NAACL|CVPR|ICCV|ECCV|AAAI|IJCAI|ICASSP|INTERSPEECH|KDD|SIGIR|CHI)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"^(?:the )?(?:journal|transactions|annals|letters|bulletin|acta)\b|\b(?:journal|transactions|letters)\b",
    re.IGNORECASE,
)
_PREPRINTS = re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|ssrn|preprint|research square|osf)\b", re.IGNORECASE)


def type_of(venue: str, volume: str = "") -> str:
    """The CSL type of a paper that appeared there."""
    if _PREPRINTS.search(venue):
        return "article"
    if _CONFERENCE.search(venue):
        return "paper-conference"
    return "article-journal" if volume or _JOURNAL.search(venue) else "article"


def placed(paper: Paper, venue: str, volume: str = "", issue: str = "", pages: str = "") -> Paper:
    """The paper in its venue; one of arXiv has its identifier instead."""
    number = identifiers.arxiv(venue)
    if number and _PREPRINTS.search(venue):
        return paper._replace(arxiv=number)
    pages = re.sub(r"\s*[-–—]\s*", "-", pages).strip()
    kind = type_of(venue, volume) if paper.type == "article" else paper.type
    return paper._replace(type=kind, venue=venue, volume=volume, issue=issue, pages=pages)

"""How far a paper is that has not appeared: "in press" wherever somebody has written it.

Sources: BibLaTeX's localisation keys for ``pubstate`` (manual, 4.9.2.11), CSL's ``status``, and what people write into
year, note, pages and journal.
"""

from __future__ import annotations

import re
from typing import Any

from publist.model.paper import STATUSES, Paper

BIBLATEX = {
    "in preparation": "inpreparation", "submitted": "submitted", "under review": "submitted",
    "accepted": "forthcoming", "in press": "inpress",
}  # fmt: skip
"""Status to the localisation key that BibLaTeX has for it."""
_WORDS = {
    "in preparation": r"in ?prep(?:aration|\.)?|in progress|work in progress|unpublished draft",
    "submitted": r"submitted(?: for publication)?|eingereicht|soumis",
    "under review": r"(?:currently )?(?:under|in) (?:peer )?review(?:ing)?|(?:under|in) revision|revise and resubmit"
    r"|under submission",
    "accepted": r"accepted(?: for publication)?|angenommen|accepté|aceptado|aceito|已录用|принято",
    "in press": r"in ?press|forth-?coming|to appear|to be (?:published|presented)|(?:article|paper) in press"
    r"|advance online publication|online (?:first|ahead of print)|early access|ahead of print"
    r"|im druck|im erscheinen|à paraître|en prensa|sous presse|no prelo"
    r"|in (?:corso di )?stampa|в печати|待刊|印刷中",
}
_STATUSES = {status: re.compile(rf"(?:{words})", re.IGNORECASE) for status, words in _WORDS.items()}
_LABEL = re.compile(r"^(?:status|pubstate)\s?:\s?", re.IGNORECASE)
_MANUSCRIPT = re.compile(r"^(?:unpublished )?(?:manuscript|paper|article) (?=[a-z])", re.IGNORECASE)
_STAGE = re.compile(r"publication[ _-]?stage", re.IGNORECASE)
"""What Scopus calls it, in each of its exports."""
_WHERE = re.compile(r"\s*(?:to|at|in|by|with|for)\s+(?:the\s+)?(?P<venue>\S.*)", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[(\[,;]\s*(?P<words>[^()\[\],;]+?)\s*[)\]]?\s*$")


def status_of(text: str) -> str:
    """The status that a text says, and nothing else, of several the last; empty if it says anything else."""
    plain = " ".join(re.sub(r"[*_()\[\]{}]", " ", text).split()).strip(" .,;:")
    parts = _MANUSCRIPT.sub("", _LABEL.sub("", plain)).split(", ")
    said = [next((status for status, words in _STATUSES.items() if words.fullmatch(part)), "") for part in parts]
    return max(said, key=STATUSES.index) if all(said) else ""


def stated(paper: Paper) -> Paper:
    """The paper with the status that one of its fields says; where there are volume and pages, it has appeared."""
    paper = _staged(paper)
    for field in ("pages", "volume", "issue", "number", "genre"):
        said = getattr(paper, field)
        if said and not said[0].isdigit() and (status := status_of(said)):
            changed: dict[str, Any] = {"status": paper.status or status, field: ""}
            paper = paper._replace(**changed)
    if paper.status or (paper.volume and paper.pages) or (paper.type == "article" and paper.date):
        return paper  # what has appeared, or is out as a preprint whose note says what was hoped for then
    return _of_venue(_of_note(paper))


def _staged(paper: Paper) -> Paper:
    """The paper with the status that Scopus gives as its stage; that it is final says nothing."""
    stages = [name for name in paper.extra if _STAGE.fullmatch(name)]
    said = [status_of(str(paper.extra[name])) for name in stages]
    if not any(said):
        return paper
    extra = {name: value for name, value in paper.extra.items() if name not in stages}
    appeared = paper.volume and paper.pages
    return paper._replace(extra=extra, status=paper.status or ("" if appeared else next(filter(None, said))))


def _of_note(paper: Paper) -> Paper:
    note = paper.note.strip(" .")
    if status := status_of(note):
        return paper._replace(status=status, note="")
    for status, words in _STATUSES.items():
        begun = words.match(note)
        where = _WHERE.fullmatch(note, begun.end()) if begun else None
        if where and len(note) < 200 and "\n" not in note:
            same = where["venue"].casefold() == paper.venue.casefold()
            return paper._replace(status=status, note="" if same else paper.note)
    return paper


def _of_venue(paper: Paper) -> Paper:
    """``Nature (in press)`` and ``To appear in Nature``."""
    if paper.status or not paper.venue:
        return paper
    if status := status_of(paper.venue):
        return paper._replace(status=status, venue="")
    beside = _BESIDE.search(paper.venue)
    if beside and (status := status_of(beside["words"])):
        return paper._replace(status=status, venue=paper.venue[: beside.start()].strip())
    for status, words in _STATUSES.items():
        begun = words.match(paper.venue)
        where = _WHERE.fullmatch(paper.venue, begun.end()) if begun else None
        if where:
            return paper._replace(status=status, venue=where["venue"])
    return paper

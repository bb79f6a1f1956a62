"""The venue line of Google Scholar (``Journal of Kernels 12 (3), 45-67, 2014``) as fields of a paper."""

from __future__ import annotations

import re

from publist.model.paper import Paper

_YEAR_AT_END = re.compile(r",? ((?:1[6-9]|20)\d\d)$")
_NUMBERS = re.compile(
    r"(?P<venue>.*?)(?: (?P<volume>\d+)(?: ?\((?P<issue>[^()]+)\))?| \((?P<issue_alone>\d[^()]*)\))?"
    r"(?:, (?P<pages>[A-Za-z]?\d+(?:[-–][A-Za-z]?\d+)?))?"
)
_ARXIV = re.compile(r"arXiv preprint arXiv:(?P<id>\S+)", re.IGNORECASE)
_PATENT = re.compile(r"(?P<office>[A-Z]{2}) Patent (?:App\. )?(?P<number>[\d,/]+)")
_CONFERENCE = re.compile(r"proceedings|conference|workshop|symposium|advances in neural", re.IGNORECASE)
_UNIVERSITY = re.compile(r"^(?:[\w ]+ )?(?:University|Universität|Université|Institute of Technology)(?: of [\w ]+)?$")
_CUT = ("…", "...")


def year_of(text: str) -> int:
    """The year at the end of a venue line, 0 if there is none: narrow windows show it there, too."""
    year = _YEAR_AT_END.search(text)
    return int(year[1]) if year and text[year.start()] == "," else 0


def with_venue(paper: Paper, text: str) -> Paper:
    """The paper with what its venue line says: type, venue, volume, issue, pages, arXiv or patent number."""
    year = _YEAR_AT_END.search(text)
    if year and paper.date and int(year[1]) == paper.date.year:
        text = text[: year.start()]
    if preprint := _ARXIV.fullmatch(text):
        return paper._replace(arxiv=preprint["id"])
    if patent := _PATENT.fullmatch(text):
        return paper._replace(type="patent", number=patent["number"], venue=f"{patent['office']} Patent")
    if _UNIVERSITY.fullmatch(text):
        return paper._replace(type="thesis", publisher=text)
    return _in_series(paper, text) if text else paper


def _in_series(paper: Paper, text: str) -> Paper:
    found = _NUMBERS.fullmatch(text)
    said = found.groupdict(default="") if found else {"venue": text}
    venue = said["venue"]
    paper = paper._replace(
        venue=venue,
        volume=said.get("volume", ""),
        issue=said.get("issue", "") or said.get("issue_alone", ""),
        pages=said.get("pages", "").replace("–", "-"),
        type=_type_of(venue, said.get("volume", "")),
    )
    return paper._replace(review=(*paper.review, "venue")) if venue.endswith(_CUT) else paper


def _type_of(venue: str, volume: str) -> str:
    if _CONFERENCE.search(venue):
        return "paper-conference"
    return "article-journal" if volume else "article"

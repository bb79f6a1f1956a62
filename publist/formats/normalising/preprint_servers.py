"""Preprints: the server is the venue, and the number that stands in its name is the identifier.

Google Scholar writes ``arXiv preprint arXiv:1706.03763``, dblp ``CoRR`` and volume ``abs/1706.03763``, ADS
``arXiv e-prints``, OpenAlex ``arXiv (Cornell University)``: one venue for all, not one for each paper.
"""

from __future__ import annotations

import re
from typing import Any

from publist.model.paper import Paper
from publist.text import identifiers

_NAMES = {
    "arxiv": "arXiv", "arxiv.org": "arXiv", "corr": "arXiv", "arxiv cornell university": "arXiv",
    "computing research repository": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv", "chemrxiv": "ChemRxiv",
    "biorxiv cold spring harbor laboratory": "bioRxiv", "medrxiv cold spring harbor laboratory": "medRxiv",
    "cold spring harbor laboratory": "bioRxiv", "ssrn": "SSRN", "social science research network": "SSRN",
    "ssrn electronic journal": "SSRN",
    "osf": "OSF Preprints",
    "osf.io": "OSF Preprints", "psyarxiv": "PsyArXiv", "psyarxiv osf": "PsyArXiv", "socarxiv": "SocArXiv",
    "edarxiv": "EdArXiv", "eartharxiv": "EarthArXiv", "engrxiv": "engrXiv", "techrxiv": "TechRxiv",
    "metaarxiv": "MetaArXiv", "lawarxiv": "LawArXiv", "agrixiv": "AgriXiv", "nutrixiv": "NutriXiv",
    "research square": "Research Square", "preprints.org": "Preprints.org", "authorea": "Authorea",
    "cryptology archive": "Cryptology ePrint Archive", "iacr cryptology archive": "Cryptology ePrint Archive",
    "iacr cryptol. arch": "Cryptology ePrint Archive",
}  # fmt: skip
"""The name without what ``_NOISE`` takes away, in lower case, to the name of the venue."""
_ID = r"(?P<id>\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_CLASSES = r"(?:\s*\[[\w., -]+\]|\s*\([a-z-]+(?:\.[A-Z]{2})?\))?"
_ARXIV_NUMBER = re.compile(rf"(?:arxiv\s*[:.]?\s*|abs/|\bvol(?:ume|\.)?\s*abs/)?{_ID}{_CLASSES}", re.IGNORECASE)
_NUMBER = re.compile(rf"(?:arxiv\s*[:.–-]*\s*)?{_ID}{_CLASSES}", re.IGNORECASE)
_NOTE = re.compile(
    rf"(?:preprint\s*(?:at)?,?\s*)?(?:arxiv(?:\s+(?:e-?print|preprint))?\s*[:.]?\s*|https?://arxiv\.org/abs/)+{_ID}{_CLASSES}\.?",
    re.IGNORECASE,
)
_RESEARCH_SQUARE = re.compile(r"(?P<id>rs-\d+)(?:/(?P<version>v\d+))?")
_COLD_SPRING = re.compile(r"(?P<id>(?:20\d\d\.[01]\d\.[0-3]\d\.)?\d{6,8})(?:v\d+)?")
_SSRN_NUMBER = re.compile(r"(?:no\.?\s*|id\s*=?\s*)?(?P<id>\d{6,8})")
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi\s*:\s*)?(?P<id>10\.\d{4,9}/[^\s,;]+)", re.IGNORECASE)
_NOISE = re.compile(
    r"\[(?:[a-z-]+(?:\.[A-Z]{2})?(?:,\s*)?)+\]|\bdoi\b:?\s*$|\brs-\d+(?:/v\d+)?"
    r"|\b(?:pre-?prints?(?:\s+(?:at|on))?|e-?prints?|working papers?|available (?:at|from)|server|the)\b|https?://\S*|[(),;:]|\.$",
    re.IGNORECASE,
)
_UNPUBLISHED = frozenset(("article", "article-journal", "document", "webpage", "manuscript", "report"))


def named(paper: Paper) -> Paper:
    """The paper with its server as venue and its number as identifier, where the venue is a preprint server."""
    paper = _of_note(paper)
    if number := identifiers.arxiv_of_address(paper.venue):
        paper = paper._replace(venue=f"arXiv:{number}")
    only = paper.venue and paper.type == "paper-conference" and is_server(paper.venue)
    if not paper.venue or not (only or paper.type in _UNPUBLISHED):
        return _without_repeats(_of_report(paper))
    left, arxiv, doi = _identifiers(paper.venue)
    words = " ".join(_NOISE.sub(" ", left).lower().split())
    server, rest = _server(words)
    if doi and not words:
        return _without_repeats(paper._replace(venue="", doi=paper.doi or doi))
    if not server or (rest and not (arxiv or doi)):
        return _without_repeats(paper)
    if server == "arXiv" and not arxiv:
        arxiv = _abs_volume(paper.volume)
    if server == "arXiv" and not (arxiv or paper.arxiv):
        arxiv = next(filter(None, (_numbered(getattr(paper, field)) for field in ("number", "pages", "issue"))), "")
    volume = "" if arxiv and _abs_volume(paper.volume) == arxiv else paper.volume
    note = "; ".join(part for part in (_rest(left, rest), paper.note) if part)
    kept = paper._replace(
        venue=server,
        volume=volume,
        type="article" if paper.type not in ("article", "manuscript", "report") else paper.type,
        arxiv=paper.arxiv or (arxiv if server == "arXiv" else ""),
        doi=paper.doi or doi or _doi_of(server, paper.venue) or _doi_of(server, paper.pages),
        note=note,
    )
    return _without_repeats(kept)


def _of_note(paper: Paper) -> Paper:
    """The paper whose note is only its arXiv number, or says it again."""
    found = _NOTE.fullmatch(paper.note.strip()) if paper.note else None
    number = found["id"] if found else ""
    if not number or paper.arxiv not in ("", number):
        return paper
    return paper._replace(arxiv=number, note="")


def _of_report(paper: Paper) -> Paper:
    """What arXiv has published under its number is a preprint: a report, or what DataCite calls ``@misc``."""
    theirs = paper.type in ("report", "document") and paper.publisher.lower() == "arxiv"
    number = _numbered(paper.number or paper.arxiv) if theirs else ""
    if not number or paper.arxiv not in ("", number):
        return paper
    return paper._replace(type="article", arxiv=number, number="", publisher="", venue="arXiv")


def _numbered(text: str) -> str:
    """The number of ``arXiv:1706.03762``, ``arXiv-1706.03762v2`` and ``1706.03762``."""
    found = _NUMBER.fullmatch(text.strip())
    return found["id"] if found else ""


def is_server(venue: str) -> bool:
    """Whether the venue is a preprint server, whatever number stands with it."""
    left, _, _ = _identifiers(venue)
    server, rest = _server(" ".join(_NOISE.sub(" ", left).lower().split()))
    return bool(server) and not rest


def _identifiers(venue: str) -> tuple[str, str, str]:
    """The venue without the identifiers in it, the arXiv number and the DOI."""
    doi = _DOI.search(venue)
    left = venue[: doi.start()] + venue[doi.end() :] if doi else venue
    number = _ARXIV_NUMBER.search(left) if re.search(r"arxiv|corr\b|abs/", left, re.IGNORECASE) else None
    if number:
        left = f"{left[: number.start()]} {left[number.end() :]}"
        if not re.search(r"arxiv|corr\b", left, re.IGNORECASE):
            left = f"arXiv {left}"
    else:
        left = re.sub(r"(?<=rxiv)[\s,:]+(?:20\d\d\.[01]\d\.[0-3]\d\.)?\d{6,8}(?:v\d+)?", " ", left, flags=re.IGNORECASE)
        left = re.sub(r"(?<=ssrn)[\s,:]+(?:no\.?\s*|id\s*=?\s*)?\d{6,8}", " ", left, flags=re.IGNORECASE)
    return left, number["id"] if number else "", identifiers.doi(doi["id"]) if doi else ""


def _server(words: str) -> tuple[str, str]:
    """The server that the words name, and the words that are left."""
    if words in _NAMES:
        return _NAMES[words], ""
    first, _, rest = words.partition(" ")
    if set(rest.split()) == {first}:  # bioRxiv preprint bioRxiv:2020.01.02.123456
        return _NAMES.get(first, ""), ""
    return (_NAMES[first], rest) if first in ("arxiv", "corr", "biorxiv", "medrxiv") else ("", words)


def _rest(left: str, rest: str) -> str:
    """What stands behind the server's name, as it was written."""
    at = left.lower().find(rest.split(maxsplit=1)[0]) if rest else -1
    return left[at:].strip(" ,;:.") if at >= 0 else rest


def _abs_volume(volume: str) -> str:
    """The number of CoRR's ``abs/1706.03762``."""
    return identifiers.arxiv(volume.removeprefix("abs/")) if volume.startswith("abs/") else ""


def _doi_of(server: str, venue: str) -> str:
    """The DOI that a server's own number makes: those of these servers are built by rule."""
    if server in ("bioRxiv", "medRxiv") and (found := _COLD_SPRING.search(venue)):
        return f"10.1101/{found['id']}"
    if server == "SSRN" and (found := _SSRN_NUMBER.search(venue)):
        return f"10.2139/ssrn.{found['id']}"
    if server == "Research Square" and (found := _RESEARCH_SQUARE.search(venue)):
        return f"10.21203/rs.3.{found['id']}/{found['version'] or 'v1'}"
    return ""


def _without_repeats(paper: Paper) -> Paper:
    """Without a number or pages that only say the arXiv number again, as ADS and Google Scholar write them."""
    if not paper.arxiv:
        return paper
    again: dict[str, Any] = {
        field: ""
        for field in ("number", "pages", "issue")
        if (said := getattr(paper, field)) and re.match(r"arxiv\b", said, re.IGNORECASE)
        and _numbered(said) == identifiers.without_version(paper.arxiv)
    }  # fmt: skip
    return paper._replace(**again) if again else paper

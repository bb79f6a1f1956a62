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
_ARXIV_NUMBER = re.compile(
    r"(?:arxiv\s*[:.]?\s*|abs/|\bvol(?:ume|\.)?\s*abs/)?(?P<id>\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?P<v>v\d+)?"
    r"(?:\s*\[[\w.-]+\]|\s*\([a-z-]+(?:\.[A-Z]{2})?\))?",
    re.IGNORECASE,
)
_COLD_SPRING = re.compile(r"(?P<id>(?:20\d\d\.[01]\d\.[0-3]\d\.)?\d{6,8})(?:v\d+)?")
_SSRN_NUMBER = re.compile(r"(?:no\.?\s*|id\s*=?\s*)?(?P<id>\d{6,8})")
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi\s*:\s*)?(?P<id>10\.\d{4,9}/[^\s,;]+)", re.IGNORECASE)
_NOISE = re.compile(
    r"\b(?:pre-?prints?|e-?prints?|working papers?|available (?:at|from)|server|the)\b|https?://\S*|[(),;:]|\.$",
    re.IGNORECASE,
)
_UNPUBLISHED = frozenset(("article", "article-journal", "document", "webpage", "manuscript", "report"))


def named(paper: Paper) -> Paper:
    """The paper with its server as venue and its number as identifier, where the venue is a preprint server."""
    if not paper.venue or paper.type not in _UNPUBLISHED:
        return _without_repeats(paper)
    left, arxiv, doi = _identifiers(paper.venue)
    words = " ".join(_NOISE.sub(" ", left).lower().split())
    server, rest = _server(words)
    if doi and not words:
        return _without_repeats(paper._replace(venue="", doi=paper.doi or doi))
    if not server or (rest and not (arxiv or doi)):
        return _without_repeats(paper)
    if server == "arXiv" and not arxiv:
        arxiv = _abs_volume(paper.volume)
    volume = "" if arxiv and _abs_volume(paper.volume) == arxiv else paper.volume
    note = "; ".join(part for part in (_rest(left, rest), paper.note) if part)
    kept = paper._replace(
        venue=server,
        volume=volume,
        type="article" if paper.type in ("article-journal", "document", "webpage") else paper.type,
        arxiv=paper.arxiv or (arxiv if server == "arXiv" else ""),
        doi=paper.doi or doi or _doi_of(server, paper.venue),
        note=note,
    )
    return _without_repeats(kept)


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
    return (_NAMES[first], rest) if first in ("arxiv", "corr", "biorxiv", "medrxiv") else ("", words)


def _rest(left: str, rest: str) -> str:
    """What stands behind the server's name, as it was written."""
    at = left.lower().find(rest.split(maxsplit=1)[0]) if rest else -1
    return left[at:].strip(" ,;:.") if at >= 0 else rest


def _abs_volume(volume: str) -> str:
    """The number of CoRR's ``abs/1706.03762``."""
    return identifiers.arxiv(volume.removeprefix("abs/")) if volume.startswith("abs/") else ""


def _doi_of(server: str, venue: str) -> str:
    """The DOI that a server's own number makes: those of Cold Spring Harbor and of SSRN are built by rule."""
    if server in ("bioRxiv", "medRxiv") and (found := _COLD_SPRING.search(venue)):
        return f"10.1101/{found['id']}"
    if server == "SSRN" and (found := _SSRN_NUMBER.search(venue)):
        return f"10.2139/ssrn.{found['id']}"
    return ""


def _without_repeats(paper: Paper) -> Paper:
    """Without a number or pages that only say the arXiv number again, as ADS and Google Scholar write them."""
    if not paper.arxiv:
        return paper
    again: dict[str, Any] = {
        field: ""
        for field in ("number", "pages", "issue")
        if (said := getattr(paper, field)) and re.match(r"arxiv\b", said, re.IGNORECASE)
        and (identifiers.arxiv(said) or "").partition("v")[0] == paper.arxiv.partition("v")[0]
    }  # fmt: skip
    return paper._replace(**again) if again else paper

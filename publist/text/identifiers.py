"""Identifiers as people write them, cut down to the bare form that the model holds."""

from __future__ import annotations

import re
from collections.abc import Callable

Bare = Callable[[str], str]
"""Text to the bare identifier in it; empty if there is none."""

_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s*[:=]\s*|info:doi/", re.IGNORECASE)
_IS_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ARXIV = re.compile(r"(?:\b|v(?=\d))(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|(?:[a-z-]+(?:\.[A-Z]{2})?/)\d{7}(?:v\d+)?)(?![\d.])")
_ARXIV_PLACE = re.compile(r"arxiv|\bcorr\b|^abs/", re.IGNORECASE)
_ORCID = re.compile(r"(\d{4}-){3}\d{3}[\dX]")


def doi(text: str) -> str:
    """The bare DOI of ``10.…/…``, ``doi:10.…`` or an address at doi.org; empty if there is none."""
    bare = text.strip()
    bare = bare[1:-1] if bare[:1] == "<" and bare[-1:] == ">" else bare
    while (shorter := _DOI.sub("", bare, count=1).strip()) != bare:
        bare = shorter
    return bare if _IS_DOI.fullmatch(bare) else ""


def arxiv(text: str) -> str:
    """The arXiv identifier, with its version if given, of an identifier, an address or "arXiv:…"; empty if none."""
    text = text.strip()
    whole = _ARXIV.fullmatch(text)
    found = whole or (_ARXIV.search(text) if _ARXIV_PLACE.search(text) else None)
    return found["id"] if found else ""


def orcid(text: str) -> str:
    """The bare ORCID iD; empty if there is none."""
    found = _ORCID.search(text.upper())
    return found[0] if found else ""


def pmcid(text: str) -> str:
    """``PMC`` with its digits; empty if there are none."""
    found = re.fullmatch(r"(?:PMCID:?\s*)?(?:PMC)?(\d+)(?:\.\d+)?", text.strip(), re.IGNORECASE)
    return f"PMC{found[1]}" if found else ""


def pmid(text: str) -> str:
    """The digits of a PubMed number; empty if it is none."""
    found = re.fullmatch(
        r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov/|https?://www\.ncbi\.nlm\.nih\.gov/pubmed/|PMID:?\s*)?(\d{1,9})/?",
        text.strip(),
        re.IGNORECASE,
    )
    return found[1] if found else ""


def web_address(text: str) -> str:
    """An http(s) address, with what an address cannot hold percent-encoded; empty if it is none."""
    text = text.strip().strip("<>")
    if re.match(r"www\.[\w-]+\.", text):
        text = f"https://{text}"
    if not re.match(r"https?://[^/?#\s]+", text, re.IGNORECASE):
        return ""
    return re.sub(r'[\s<>"\\^`{|}]', lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)

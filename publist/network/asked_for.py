"""What people name a paper by: a DOI, a number of arXiv, PubMed or OpenAlex, an ISBN, the address of its page."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.network import forms
from publist.network.answers import RECORD
from publist.network.client import Client
from publist.network.clients import crossref, europepmc, openalex
from publist.network.failures import Unanswered
from publist.network.page_tags import meta_values
from publist.network.records import Record, arxiv_id, doi_id
from publist.network.services import WEB
from publist.text import identifiers

_PMID = re.compile(r"(?:pmid\s*[: ]\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)(\d{1,9})/?", re.IGNORECASE)
_OPENALEX = re.compile(r"(?:https?://(?:api\.)?openalex\.org/(?:works/)?)?(W\d{4,})", re.IGNORECASE)
_LIKE_ARXIV = re.compile(r"(?:arxiv\s*:\s*)?\d{4}\.\d{4,5}(?:v\d+)?", re.IGNORECASE)
_ISBN = re.compile(r"(?:isbn(?:-1[03])?\s*[: ]?\s*)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])", re.IGNORECASE)
_DOI_TAGS = ("citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi", "bepress_citation_doi")
_WAYS = (
    "Give a DOI, an arXiv number, pmid:NUMBER, an OpenAlex number, isbn:NUMBER or the address of the article's page."
)


class Named(NamedTuple):
    """The identifiers that a text names, and the records that finding them out has brought."""

    ids: frozenset[str]
    records: tuple[Record, ...] = ()


def named(given: str, client: Client) -> Named:
    """What a text names; Unanswered if it names nothing that is known."""
    text = given.strip()
    if found := identifier_of(text):
        return Named(frozenset((found,)))
    if match := _PMID.fullmatch(text):
        return _of_record(europepmc.by_pmid(client, match[1]), f"Europe PMC does not know the PubMed number {match[1]}")
    if match := _OPENALEX.fullmatch(text):
        work = openalex.by_id(client, match[1].upper())
        return _of_record(openalex.record(work) if work else None, f"OpenAlex does not know {match[1].upper()}")
    if match := _ISBN.fullmatch(text):
        return _of_book(match[1], client)
    if identifiers.web_address(text):
        return _of_page(text, client)
    if _LIKE_ARXIV.fullmatch(text):
        raise Unanswered(f"arXiv does not know {text}: such a number has a year and a month before the full stop")
    raise Unanswered(f"{given!r} names no paper", hint=_WAYS).at(given)


def identifier_of(text: str) -> str:
    """The DOI or arXiv number that a text or an address is; empty if it is none."""
    if arxiv := identifiers.arxiv_of_address(text):
        return arxiv_id(arxiv)
    if doi := identifiers.doi(text) or identifiers.doi_of_address(text):
        return doi_id(doi)
    bare = re.sub(r"^arxiv\s*:\s*", "", text, flags=re.IGNORECASE)
    return arxiv_id(bare) if identifiers.arxiv(bare) == bare else ""


def _of_record(record: Record | None, missing: str) -> Named:
    if record is None:
        raise Unanswered(missing)
    return Named(record.ids, (record,))


def _of_book(isbn: str, client: Client) -> Named:
    """The book with this ISBN, as far as its publisher has registered a DOI for it."""
    number = re.sub(r"\D(?<!X)", "", isbn.upper())
    dois = crossref.books(client, number)
    if len(dois) == 1:
        return Named(frozenset((doi_id(dois[0]),)))
    hint = "Give its DOI, or create the file with publist new."
    raise Unanswered(f"Crossref has {'no book' if not dois else 'several books'} with the ISBN {isbn}", hint=hint)


def _of_page(address: str, client: Client) -> Named:
    """What the page of an article says of itself in the tags that Google Scholar reads."""
    answer = client.get(WEB, address, form=forms.PAGE, lasts=RECORD)
    if not answer.found:
        raise Unanswered("there is no page at this address").at(address)
    tags = meta_values(answer.text)
    doi = next((found for name in _DOI_TAGS for text in tags.get(name, ()) if (found := doi_id(text))), "")
    arxiv = next((found for text in tags.get("citation_arxiv_id", ()) if (found := arxiv_id(text))), "")
    if found := doi or arxiv:
        return Named(frozenset((found,)))
    raise Unanswered("the page names no DOI and no arXiv number", hint=_WAYS).at(address)

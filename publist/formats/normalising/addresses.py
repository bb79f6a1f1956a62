"""An address that is only a DOI or an arXiv number is that identifier: one button, and the paper is known by it."""

from __future__ import annotations

import re
from typing import Any

from publist.model.paper import Paper
from publist.text import identifiers

_ANY = ("url", "link", "html", "preprint")
"""Labels of addresses that may be the work's own."""


_NUMBER = re.compile(
    r"(?:^|(?<=[;\n])\s*)(?P<name>PMID|PMCID):\s*(?P<number>(?:PMC)?\d+)\.?(?=$|\s*[;\n])", re.IGNORECASE
)


def identified(paper: Paper) -> Paper:
    """The paper with the identifiers that its addresses name, without an address that says no more."""
    links = {label: where for label, where in paper.links.items() if not _is_only(where, paper.doi, label)}
    for label in [label for label in links if label in _ANY or label.startswith("link-")]:
        paper, said = _with_identifiers(paper, links[label])
        if said:
            del links[label]
    arxiv = paper.arxiv or identifiers.arxiv_of_address(f"https://doi.org/{paper.doi}" if paper.doi else "")
    return _doi_of_note(paper._replace(arxiv=arxiv, links=links))


def _is_only(address: str, doi: str, label: str) -> bool:
    """Whether what is called the PDF is only the address of the DOI."""
    return bool(doi) and label == "pdf" and identifiers.is_doi_address(address) and identifiers.doi(address) == doi


def _with_identifiers(paper: Paper, address: str) -> tuple[Paper, bool]:
    """The paper with the identifier of an address, and whether the address says nothing else."""
    doi, arxiv = identifiers.doi_of_address(address), identifiers.arxiv_of_address(address)
    if doi and not paper.doi:
        paper = paper._replace(doi=doi)
    if arxiv and not paper.arxiv:
        paper = paper._replace(arxiv=identifiers.without_version(arxiv))
    if identifiers.is_doi_address(address):
        return paper, doi.lower() == paper.doi.lower()
    return paper, bool(arxiv) and identifiers.is_arxiv_page(address) and arxiv == paper.arxiv


def _doi_of_note(paper: Paper) -> Paper:
    """A note that is a DOI, where there is no other; PubMed's numbers in it."""
    doi = identifiers.doi(paper.note) if paper.note and not paper.doi else ""
    paper = paper._replace(doi=doi, note="") if doi else paper
    for number in _NUMBER.finditer(paper.note):
        field = number["name"].lower()
        found = (identifiers.pmid if field == "pmid" else identifiers.pmcid)(number["number"])
        changed: dict[str, Any] = {field: found}
        if getattr(paper, field) in ("", found):
            paper = paper._replace(**changed, note=paper.note.replace(number[0].strip(), "").strip(" ;\n"))
    return paper

"""Open PDFs of papers that have none, from Unpaywall, where it says the licence."""

from __future__ import annotations

from collections.abc import Iterable

from publist.model.paper import Paper
from publist.network.client import Client
from publist.network.clients import unpaywall
from publist.network.failures import Unanswered

_MOST = 100
"""So many papers are asked about in a run; what was answered is kept, so that the next run goes on."""


def with_open_pdfs(papers: Iterable[Paper], client: Client, late: list[Unanswered]) -> list[Paper]:
    """The papers with the PDFs that can be had; what cannot be asked is told once."""
    found = []
    began = client.asked.requests
    for paper in papers:
        wanted = paper.doi and not paper.links.get("pdf") and client.asked.requests - began < _MOST and not late
        pdf = _open_pdf(paper.doi, client, late) if wanted else ""
        found.append(paper._replace(links={**paper.links, "pdf": pdf}) if pdf else paper)
    return found


def _open_pdf(doi: str, client: Client, late: list[Unanswered]) -> str:
    try:
        return unpaywall.open_pdf(client, doi)
    except Unanswered as problem:
        late.append(problem)
        return ""

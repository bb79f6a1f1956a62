"""OpenAlex (https://developers.openalex.org): the works of an author, works by DOI and by title, counts, open PDFs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from publist.formats import openalex
from publist.formats.json_records import inside, listed, text
from publist.model.paper import Paper
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.clients.title_text import search_words
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, doi_id, in_groups, record_of
from publist.network.services import OPENALEX
from publist.text import identifiers

Work = dict[str, Any]
_PAGE = 100
_CUT = 100
"""Lists of works have at most so many authors of each; a single work has all."""


def of_author(client: Client, who: str) -> Listing:
    """What OpenAlex lists as an author's (``A…`` or an ORCID iD)."""
    field = "author.orcid" if identifiers.orcid(who) else "author.id"
    works = list(_pages(client, f"{field}:{who}"))
    if not works:
        hint = "Correct the identifier under `sources:`."
        raise Unanswered(f"OpenAlex has no works of {who}", hint=hint).at(f"{OPENALEX.root}/authors/{who}")
    return listing([_whole(client, work) for work in works])


def _pages(client: Client, condition: str) -> Iterator[Work]:
    cursor = "*"
    while cursor:
        query = {"filter": condition, "per_page": _PAGE, "cursor": cursor}
        answer = client.get(OPENALEX, "/works", query, form=forms.JSON, lasts=LIST, there=True)
        said = forms.parsed(answer, OPENALEX.title)
        page = [work for work in listed(inside(said, "results")) if isinstance(work, dict)]
        yield from page
        cursor = text(inside(said, "meta", "next_cursor")) if len(page) == _PAGE else ""


def _whole(client: Client, work: Work) -> Work:
    """The work with all its authors."""
    if len(listed(work.get("authorships"))) < _CUT and not work.get("is_authors_truncated"):
        return work
    try:
        return by_id(client, text(work.get("id")).rpartition("/")[2]) or work
    except Unanswered:
        return work


def by_id(client: Client, name: str) -> Work | None:
    """A work by ``W…``, ``doi:…`` or ``pmid:…``: costs nothing of the day's budget."""
    answer = client.get(OPENALEX, f"/works/{quote(name, safe=':/')}", form=forms.JSON, lasts=RECORD)
    said = forms.parsed(answer, OPENALEX.title) if answer.found else None
    return said if isinstance(said, dict) else None


def by_dois(client: Client, dois: Iterable[str], lasts: float = LIST) -> list[Work]:
    """The works with these DOIs."""
    found: list[Work] = []
    for group in in_groups((doi for doi in dois if "," not in doi and "|" not in doi), 50):
        query = {"filter": f"doi:{'|'.join(group)}", "per_page": _PAGE}
        answer = client.get(OPENALEX, "/works", query, form=forms.JSON, lasts=lasts, there=True)
        said = forms.parsed(answer, OPENALEX.title)
        found += [work for work in listed(inside(said, "results")) if isinstance(work, dict)]
    return found


def search(client: Client, title: str, rows: int = 5) -> list[Work]:
    """The works with the words of a title: costs the most of the day's budget."""
    query = {"filter": f"title.search:{search_words(title)}", "per_page": rows}
    answer = client.get(OPENALEX, "/works", query, form=forms.JSON, lasts=RECORD, there=True)
    said = forms.parsed(answer, OPENALEX.title)
    return [work for work in listed(inside(said, "results")) if isinstance(work, dict)]


def listing(works: Sequence[Work]) -> Listing:
    """The works as records; of notices only their DOIs, by which a registry says what they are about."""
    records, notices = [], []
    for work in works:
        if found := record(work):
            records.append(found)
        elif doi := identifiers.doi(text(work.get("doi"))):
            notices.append(doi)
    return Listing(tuple(records), tuple(notices), counts(works))


def record(work: Work) -> Record | None:
    """A work as a record; None for a notice."""
    papers = openalex.read(json.dumps([work]), source=OPENALEX.title).papers
    return record_of(OPENALEX.name, _sure(papers[0], work)) if papers else None


def _sure(paper: Paper, work: Work) -> Paper:
    """Without what OpenAlex guesses: keywords, the first day of a month, a repository as venue, a PDF of no licence."""
    date = paper.date._replace(day=0) if paper.date and paper.date.day == 1 else paper.date
    repository = text(inside(work, "primary_location", "source", "type")) == "repository"
    pdf = open_pdf(work)
    links = {label: address for label, address in paper.links.items() if label != "pdf"}
    return paper._replace(
        date=date,
        keywords=(),
        extra={},
        venue="" if repository and paper.type != "article" else paper.venue,
        links=links | ({"pdf": pdf} if pdf else {}),
    )


def open_pdf(work: Work) -> str:
    """The address of a PDF of which OpenAlex says the licence; arXiv's are free for everybody."""
    places = [work.get("best_oa_location"), work.get("primary_location"), *listed(work.get("locations"))]
    for place in places:
        address = identifiers.web_address(text(inside(place, "pdf_url")))
        if address and (text(inside(place, "license")) or identifiers.arxiv_of_address(address)):
            return address
    return ""


def counts(works: Iterable[Work]) -> dict[str, int]:
    """How often works are cited, by their identifiers."""
    return {
        doi_id(text(work.get("doi"))): count
        for work in works
        if text(work.get("doi")) and isinstance(count := work.get("cited_by_count"), int)
    }

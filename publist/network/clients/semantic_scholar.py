"""Semantic Scholar's graph (https://api.semanticscholar.org/api-docs/graph): papers of an author, and counts.

By its licence its abstracts are not for us: what is kept are identifiers, and what a list says where no registry does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.model.paper import Date, Paper
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, doi_id, record_of
from publist.network.services import SEMANTIC_SCHOLAR
from publist.text import html_text, identifiers, names

_PAGE = 500
_FIELDS = "title,year,publicationDate,venue,journal,publicationTypes,externalIds,authors,citationCount,openAccessPdf"
_TYPES = {
    "Conference": "paper-conference", "JournalArticle": "article-journal", "Review": "article-journal",
    "Book": "book", "BookSection": "chapter", "Dataset": "dataset",
}  # fmt: skip


def of_author(client: Client, who: str) -> Listing:
    """The papers of an author by the number of the profile."""
    papers: list[Any] = []
    offset = 0
    while True:
        query = {"fields": _FIELDS, "limit": _PAGE, "offset": offset}
        answer = client.get(SEMANTIC_SCHOLAR, f"/graph/v1/author/{who}/papers", query, form=forms.JSON, lasts=LIST)
        if not answer.found:
            hint = "Correct the number under `sources:`; it ends the address of your profile."
            raise Unanswered(f"Semantic Scholar has no author {who}", hint=hint).at(answer.url)
        said = forms.parsed(answer, SEMANTIC_SCHOLAR.title)
        papers += listed(inside(said, "data"))
        following = inside(said, "next")
        if not isinstance(following, int) or following <= offset:
            break
        offset = following
    if not papers:
        raise Unanswered(f"Semantic Scholar lists no papers of {who}").at(
            f"{SEMANTIC_SCHOLAR.root}/graph/v1/author/{who}"
        )
    records = [found for paper in papers if isinstance(paper, dict) and (found := record(paper))]
    return Listing(tuple(records), counts=counts(papers))


def match(client: Client, title: str) -> Record | None:
    """The one paper that Semantic Scholar thinks has this title."""
    query = {"query": title, "fields": _FIELDS}
    answer = client.get(SEMANTIC_SCHOLAR, "/graph/v1/paper/search/match", query, form=forms.JSON, lasts=RECORD)
    found = listed(inside(forms.parsed(answer, SEMANTIC_SCHOLAR.title), "data")) if answer.found else []
    return record(found[0]) if found and isinstance(found[0], dict) else None


def record(said: dict[str, Any]) -> Record | None:
    """A paper as a record: one for a preprint and its publication, with the year of the one that came first."""
    title = text(said.get("title"))
    if not title:
        return None
    kinds = [text(kind) for kind in listed(said.get("publicationTypes"))]
    doi, arxiv = (
        identifiers.doi(text(inside(said, "externalIds", "DOI"))),
        identifiers.arxiv(text(inside(said, "externalIds", "ArXiv"))),
    )
    kind = next((_TYPES[kind] for kind in kinds if kind in _TYPES), "article-journal" if doi and not arxiv else "")
    pages = " ".join(text(inside(said, "journal", "pages")).split())
    paper = Paper(
        title=html_text.to_markdown(title),
        authors=tuple(
            names.parse(name) for item in listed(said.get("authors")) if (name := text(inside(item, "name")))
        ),
        date=_date(said),
        type=kind or ("article-journal" if doi else "article"),
        venue=text(said.get("venue")) or text(inside(said, "journal", "name")),
        volume=text(inside(said, "journal", "volume")),
        pages=pages,
        doi=doi,
        arxiv=arxiv,
        pmid=identifiers.pmid(text(inside(said, "externalIds", "PubMed"))),
        pmcid=identifiers.pmcid(text(inside(said, "externalIds", "PubMedCentral"))),
    )
    return record_of(SEMANTIC_SCHOLAR.name, normalised(paper))


def _date(said: dict[str, Any]) -> Date | None:
    """The year; a day only where it is one of that year."""
    day, year = csl_parts.date(text(said.get("publicationDate"))), csl_parts.date(said.get("year"))
    return day if day and (not year or day.year == year.year) else year


def counts(papers: list[Any]) -> dict[str, int]:
    """How often papers are cited, by their identifiers."""
    return {
        doi_id(text(inside(paper, "externalIds", "DOI"))): count
        for paper in papers
        if text(inside(paper, "externalIds", "DOI")) and isinstance(count := inside(paper, "citationCount"), int)
    }


def counts_of(client: Client, dois: Sequence[str]) -> dict[str, int]:
    """How often the works with these DOIs are cited."""
    found: dict[str, int] = {}
    for doi in dois:
        path = f"/graph/v1/paper/DOI:{quote(doi, safe='/')}"
        answer = client.get(
            SEMANTIC_SCHOLAR, path, {"fields": "externalIds,citationCount"}, form=forms.JSON, lasts=LIST
        )
        found |= counts([forms.parsed(answer, SEMANTIC_SCHOLAR.title)]) if answer.found else {}
    return found

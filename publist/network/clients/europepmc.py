"""Europe PMC (https://europepmc.org/RestfulWebService): works in the life sciences, preprints beside their articles."""

from __future__ import annotations

from typing import Any

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.model.paper import Name, Notice, Paper
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.clients.title_text import search_words, without_stop
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, record_of
from publist.network.services import EUROPE_PMC
from publist.text import html_text, identifiers, names
from publist.text.urls import doi_url

_PAGE = 100
_TYPES = {
    "preprint": "article", "journal article": "article-journal", "review": "article-journal", "book": "book",
    "book chapter": "chapter", "thesis": "thesis", "letter": "article-journal",
}  # fmt: skip
_NOTICES = frozenset(("retraction of publication", "published erratum", "correction", "retraction notice"))


def of_person(client: Client, orcid: str) -> Listing:
    """What Europe PMC lists under an ORCID iD."""
    found = _records(_results(client, f'AUTHORID:"{orcid}"', LIST))
    if not found:
        hint = "Link your works to your ORCID iD at europepmc.org/orcid/import, or correct the iD."
        raise Unanswered(f"Europe PMC has no works of {orcid}", hint=hint).at(f"{EUROPE_PMC.root}/webservices/rest")
    return Listing(tuple(found))


def by_pmid(client: Client, pmid: str) -> Record | None:
    """The article with this PubMed number."""
    found = _records(_results(client, f'EXT_ID:"{pmid}" AND SRC:MED', RECORD))
    return next((record for record in found if record.paper.pmid == pmid), None)


def search(client: Client, title: str) -> list[Record]:
    """Works with a title."""
    return _records(_results(client, f'TITLE:"{search_words(title)}"', RECORD, most=5))


def _results(client: Client, query: str, lasts: float, most: int = 0) -> list[Any]:
    found: list[Any] = []
    mark = "*"
    while True:
        asked = {"query": query, "format": "json", "resultType": "core", "pageSize": most or _PAGE, "cursorMark": mark}
        answer = client.get(EUROPE_PMC, "/webservices/rest/search", asked, form=forms.JSON, lasts=lasts, there=True)
        said = forms.parsed(answer, EUROPE_PMC.title)
        page = listed(inside(said, "resultList", "result"))
        found += page
        following = text(inside(said, "nextCursorMark"))
        if most or not page or not following or following == mark:  # behind the end the same mark comes again
            return found
        mark = following


def _records(results: list[Any]) -> list[Record]:
    """The results as records; a preprint and its article name each other by Europe PMC's own numbers."""
    dois = {text(inside(one, "id")): identifiers.doi(text(inside(one, "doi"))) for one in results}
    return [record for one in results if isinstance(one, dict) and (record := _record(one, dois))]


def _record(said: dict[str, Any], dois: dict[str, str]) -> Record | None:
    kinds = [text(kind).lower() for kind in listed(inside(said, "pubTypeList", "pubType"))]
    title = html_text.to_markdown(text(said.get("title"))).replace("\n\n", " ").strip()
    if not title or _NOTICES & set(kinds):
        return None
    others, retraction = _related(said, dois)
    journal = inside(said, "journalInfo")
    paper = Paper(
        title=without_stop(title),
        authors=tuple(name for item in listed(inside(said, "authorList", "author")) if (name := _name(item)).name),
        date=csl_parts.date(text(said.get("firstPublicationDate"))) or csl_parts.date(text(said.get("pubYear"))),
        type=next((_TYPES[kind] for kind in kinds if kind in _TYPES), "article-journal"),
        venue=text(inside(journal, "journal", "title")),
        volume=text(inside(journal, "volume")),
        issue=text(inside(journal, "issue")),
        pages=text(said.get("pageInfo")),
        doi=identifiers.doi(text(said.get("doi"))),
        issn=text(inside(journal, "journal", "issn")),
        pmid=identifiers.pmid(text(said.get("pmid"))),
        pmcid=identifiers.pmcid(text(said.get("pmcid"))),
        links=_links(said),
        retraction=retraction,
        abstract=html_text.to_markdown(text(said.get("abstractText"))),
    )
    return record_of(EUROPE_PMC.name, normalised(paper), others)


def _related(said: dict[str, Any], dois: dict[str, str]) -> tuple[list[str], Notice | None]:
    """The preprint or the article of this one, and its retraction."""
    others: list[str] = []
    retraction = None
    for item in listed(inside(said, "commentCorrectionList", "commentCorrection")):
        kind, number = text(inside(item, "type")).lower(), text(inside(item, "id"))
        if kind in ("preprint in", "preprint of"):
            doi = dois.get(number, "")
            others += [f"doi:{doi.lower()}"] if doi else [f"pmid:{number}"] if number.isdecimal() else []
        elif kind == "retraction in":
            retraction = Notice(url=doi_url(dois.get(number, "")))
    return others, retraction


def _name(item: Any) -> Name:
    group = text(inside(item, "collectiveName"))
    if group:
        return Name(group, literal=True)
    given = text(inside(item, "firstName")) or text(inside(item, "initials"))
    orcid = text(inside(item, "authorId", "value")) if inside(item, "authorId", "type") == "ORCID" else ""
    return names.from_parts(given, text(inside(item, "lastName")))._replace(orcid=identifiers.orcid(orcid))


def _links(said: dict[str, Any]) -> dict[str, str]:
    """The PDF of which Europe PMC says the licence."""
    if not text(said.get("license")):
        return {}
    for item in listed(inside(said, "fullTextUrlList", "fullTextUrl")):
        if inside(item, "documentStyle") == "pdf" and inside(item, "availabilityCode") in ("OA", "F"):
            return {"pdf": identifiers.web_address(text(inside(item, "url")))}
    return {}

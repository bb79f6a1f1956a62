"""INSPIRE's REST interface (https://github.com/inspirehep/rest-api-doc): literature in high-energy physics."""

from __future__ import annotations

from typing import Any

from publist.formats import csl_parts
from publist.formats.json_records import inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.work_types import csl_type
from publist.model.paper import Date, Name, Paper
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.clients.title_text import search_words
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, record_of
from publist.network.services import INSPIRE
from publist.text import html_text, identifiers, names
from publist.text.latex.reader import to_markdown

_PAGE = 250
_TYPES = {"article": "article-journal", "conference paper": "paper-conference", "book chapter": "chapter"}


def of_author(client: Client, who: str) -> Listing:
    """The literature of an author by the INSPIRE author identifier, such as J.Doe.1."""
    found: list[Record] = []
    page = 1
    while True:
        query = {"q": f"a {who}", "size": _PAGE, "page": page}
        answer = client.get(INSPIRE, "/api/literature", query, form=forms.JSON, lasts=LIST, there=True)
        said = forms.parsed(answer, INSPIRE.title)
        hits = listed(inside(said, "hits", "hits"))
        found += [record for hit in hits if (record := record_of_hit(hit))]
        if not hits or not text(inside(said, "links", "next")):
            break
        page += 1
    if not found:
        hint = "Correct the identifier under `sources:`; your INSPIRE profile shows it as BAI."
        raise Unanswered(f"INSPIRE has no literature of {who}", hint=hint).at(f"{INSPIRE.root}/api/literature")
    return Listing(tuple(found))


def search(client: Client, title: str, rows: int = 5) -> list[Record]:
    """Literature with the words of a title."""
    query = {"q": f"t {search_words(title)}", "size": rows}
    answer = client.get(INSPIRE, "/api/literature", query, form=forms.JSON, lasts=RECORD, there=True)
    hits = listed(inside(forms.parsed(answer, INSPIRE.title), "hits", "hits"))
    return [record for hit in hits if (record := record_of_hit(hit))]


def record_of_hit(hit: Any) -> Record | None:
    """A record of INSPIRE, which is one for a preprint and its publication."""
    said = inside(hit, "metadata")
    if not isinstance(said, dict) or not listed(said.get("titles")):
        return None
    place: Any = next(iter(listed(said.get("publication_info"))), {})
    first, last = text(inside(place, "page_start")), text(inside(place, "page_end"))
    arxiv = text(inside(next(iter(listed(said.get("arxiv_eprints"))), None), "value"))
    doi = _doi(said)
    paper = Paper(
        title=_title(said),
        authors=tuple(name for item in listed(said.get("authors")) if (name := _name(item)).name),
        collaboration=tuple(filter(None, (text(inside(one, "value")) for one in listed(said.get("collaborations"))))),
        date=_date(said, published=bool(doi)),
        type=_type(said, published=bool(doi or inside(place, "journal_title"))),
        venue=text(inside(place, "journal_title")),
        volume=text(inside(place, "journal_volume")),
        issue=text(inside(place, "journal_issue")),
        pages=f"{first}-{last}" if last and last != first else first,
        number=text(inside(place, "artid")),
        doi=doi,
        arxiv=identifiers.arxiv(arxiv),
        abstract=html_text.to_markdown(text(inside(next(iter(listed(said.get("abstracts"))), None), "value"))),
    )
    return record_of(INSPIRE.name, normalised(paper)) if paper.title else None


def _doi(said: dict[str, Any]) -> str:
    """The DOI of the publication: those of errata stand beside it."""
    other = ("erratum", "addendum", "data", "reprint", "translation")
    for item in listed(said.get("dois")):
        if text(inside(item, "material")) not in other and (doi := identifiers.doi(text(inside(item, "value")))):
            return doi
    return ""


def _title(said: dict[str, Any]) -> str:
    """The title in TeX where there is one: that of arXiv."""
    titles = [text(inside(item, "title")) for item in listed(said.get("titles"))]
    plain = next((title for title in titles if "<math" not in title), titles[0])
    return to_markdown(plain) if "<" not in plain else html_text.to_markdown(plain)


def _name(item: Any) -> Name:
    name = names.from_parts(text(inside(item, "first_name")), text(inside(item, "last_name")))
    name = name if inside(item, "last_name") else names.parse(text(inside(item, "full_name")))
    iDs = (text(inside(one, "value")) for one in listed(inside(item, "ids")) if inside(one, "schema") == "ORCID")  # noqa: N806 - ORCID's own spelling
    return name._replace(orcid=identifiers.orcid(next(iDs, "")))


def _date(said: dict[str, Any], *, published: bool) -> Date | None:
    year = text(inside(next(iter(listed(said.get("publication_info"))), None), "year"))
    imprint = text(inside(next(iter(listed(said.get("imprints"))), None), "date"))
    preprint = text(said.get("preprint_date")) or text(said.get("earliest_date"))
    wanted = (imprint, year) if published else (preprint, imprint, year)
    return next((date for one in wanted if (date := csl_parts.date(one))), None)


def _type(said: dict[str, Any], *, published: bool) -> str:
    kind = text(said.get("document_type"))
    if kind == "article" and not published:
        return "article"
    return _TYPES.get(kind) or csl_type(kind)

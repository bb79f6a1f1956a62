"""OpenAlex works (https://docs.openalex.org/api-entities/works), saved to a file. Read only.

Taken: what describes the work, and its OpenAlex identifier in ``extra``. Left: counts, concepts, related works.
"""

from __future__ import annotations

from typing import Any

from publist.formats import csl_parts, json_records
from publist.formats.base import Reading
from publist.formats.csl_reader import csl_type
from publist.formats.json_records import Object, inside, listed, text
from publist.model.paper import Name, Paper
from publist.text import html_text, identifiers, names

_LANDING = "landing_page_url"


def recognises(text: str) -> bool:
    """Whether the text is JSON with works as OpenAlex writes them."""
    return json_records.begins(text, "authorships") or (
        json_records.begins(text, "id", "display_name") and "openalex.org/W" in text[:50_000]
    )


def read(text: str, *, source: str) -> Reading:
    """Every work of the answer as a paper; one without a title is reported."""
    found = json_records.objects(text, source)
    papers, lines = [], []
    problems = list(found.problems)
    for work, line in zip(found.objects, found.lines, strict=True):
        paper = _paper(work)
        if paper.title:
            papers.append(paper)
            lines.append(line)
        else:
            problems.append(json_records.untitled(work, source, line))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _paper(work: Object) -> Paper:
    place = work.get("primary_location") or work.get("host_venue") or {}
    source = inside(place, "source") or place
    return Paper(
        title=html_text.to_markdown(text(work.get("title")) or text(work.get("display_name"))).replace("\n\n", " "),
        authors=tuple(name for entry in listed(work.get("authorships")) if (name := _author(entry)).name),
        date=csl_parts.date(work.get("publication_date")) or csl_parts.date(work.get("publication_year")),
        type=_type(work, source),
        venue=text(inside(source, "display_name")),
        **_details(work, source),
        links=_links(work, place),
        license=text(inside(place, "license")),
        keywords=tuple(
            text(inside(word, "display_name")) or text(inside(word, "keyword")) for word in listed(work.get("keywords"))
        ),
        extra={"openalex": text(work.get("id")).rpartition("/")[2]} if work.get("id") else {},
        abstract=_abstract(work.get("abstract_inverted_index")) or html_text.to_markdown(text(work.get("abstract"))),
    )


def _author(entry: Any) -> Name:
    printed = text(inside(entry, "raw_author_name")) or text(inside(entry, "author", "display_name"))
    places = [text(inside(place, "display_name")) for place in listed(inside(entry, "institutions"))]
    return names.parse(printed)._replace(
        orcid=identifiers.orcid(text(inside(entry, "author", "orcid"))),
        affiliation="; ".join(place for place in places if place),
    )


def _type(work: Object, source: object) -> str:
    """The CSL type: OpenAlex calls nearly everything an article, so Crossref's type or the venue decides."""
    kind = text(work.get("type_crossref")) or text(work.get("type"))
    if kind != "article":
        return csl_type(kind)
    venue = text(inside(source, "type"))
    return {"repository": "article", "conference": "paper-conference", "book series": "chapter"}.get(
        venue, "article-journal"
    )


def _details(work: Object, source: object) -> dict[str, Any]:
    """Lines of plain text and identifiers."""
    first, last = text(inside(work, "biblio", "first_page")), text(inside(work, "biblio", "last_page"))
    places = " ".join(text(inside(place, _LANDING)) for place in listed(work.get("locations")))
    doi = identifiers.doi(text(work.get("doi")))
    return {
        "volume": text(inside(work, "biblio", "volume")),
        "issue": text(inside(work, "biblio", "issue")),
        "pages": f"{first}-{last}" if last and last != first else first,
        "publisher": text(inside(source, "host_organization_name")) or text(inside(source, "publisher")),
        "doi": doi,
        "arxiv": identifiers.arxiv(doi if "arxiv" in doi.lower() else places if "arxiv.org/abs/" in places else ""),
        "issn": text(inside(source, "issn_l")),
        "pmid": identifiers.pmid(text(inside(work, "ids", "pmid"))),
        "pmcid": identifiers.pmcid(text(inside(work, "ids", "pmcid")).rpartition("/")[2]),
        "language": text(work.get("language")),
    }


def _links(work: Object, place: object) -> dict[str, str]:
    links = {
        "url": identifiers.web_address(text(inside(place, _LANDING)) or text(inside(work, "open_access", "oa_url"))),
        "pdf": identifiers.web_address(
            text(inside(place, "pdf_url")) or text(inside(work, "best_oa_location", "pdf_url"))
        ),
    }
    return {label: address for label, address in links.items() if address}


def _abstract(index: object) -> str:
    """The abstract from its inverted index: word to places."""
    if not isinstance(index, dict):
        return ""
    placed = [(place, word) for word, places in index.items() for place in listed(places) if isinstance(place, int)]
    return html_text.to_markdown(" ".join(word for _, word in sorted(placed)))

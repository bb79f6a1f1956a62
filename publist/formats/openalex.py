"""OpenAlex works (https://docs.openalex.org/api-entities/works), saved to a file. Read only.

Taken: what describes the work, and its OpenAlex identifier in ``extra``. Left: counts, concepts, related works.
"""

from __future__ import annotations

from typing import Any

from publist.formats import csl_parts, json_records
from publist.formats.base import Reading
from publist.formats.json_records import Object, inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.notices import ReadRecord, Update, is_notice, reading
from publist.formats.work_types import csl_type
from publist.model.paper import Date, Name, Notice, Paper
from publist.text import author_marks, html_text, identifiers, names
from publist.text.urls import doi_url

_LANDING = "landing_page_url"
_NO_PAPERS = frozenset(("erratum", "retraction", "paratext"))
"""OpenAlex's types of what is no work of an author: notices, covers, tables of contents."""


def recognises(text: str) -> bool:
    """Whether the text is JSON with works as OpenAlex writes them."""
    return json_records.begins(text, "authorships") or (
        json_records.begins(text, "id", "display_name") and "openalex.org/W" in text[:50_000]
    )


def read(text: str, *, source: str) -> Reading:
    """Every work of the answer as a paper; one without a title, and what is no paper, is reported."""
    found = json_records.objects(text, source)
    records, problems = [], list(found.problems)
    for work, line in zip(found.objects, found.lines, strict=True):
        paper = _paper(work)
        if paper.title:
            records.append(ReadRecord(paper, line, _about(work, paper)))
        else:
            problems.append(json_records.untitled(work, source, line))
    return reading(records, problems, source)


def _about(work: Object, paper: Paper) -> tuple[Update, ...]:
    """That this is only a notice; OpenAlex does not say about which paper."""
    if text(work.get("type")) not in _NO_PAPERS and not is_notice(paper.title):
        return ()
    return (Update("", "correction", Notice(None, doi_url(paper.doi), "")),)


def _paper(work: Object) -> Paper:
    place = work.get("primary_location") or work.get("host_venue") or {}
    source = inside(place, "source") or (place if work.get("host_venue") else {})
    return normalised(
        Paper(
            title=html_text.to_markdown(text(work.get("title")) or text(work.get("display_name"))).replace("\n\n", " "),
            authors=tuple(name for entry in listed(work.get("authorships")) if (name := _author(entry)).name),
            date=_date(work),
            type=_type(work, source),
            venue=html_text.to_text(text(inside(source, "display_name")) or text(inside(place, "raw_source_name"))),
            **_details(work, source),
            links=_links(work, place),
            license=text(inside(place, "license")),
            keywords=tuple(
                text(inside(word, "display_name")) or text(inside(word, "keyword"))
                for word in listed(work.get("keywords"))
            ),
            retraction=Notice() if work.get("is_retracted") is True else None,
            extra={"openalex": text(work.get("id")).rpartition("/")[2]} if work.get("id") else {},
            abstract=_abstract(work.get("abstract_inverted_index"))
            or html_text.to_markdown(text(work.get("abstract"))),
        )
    )


def _author(entry: Any) -> Name:
    """The name as the paper has it; where that is ``Jones AB``, as OpenAlex has it."""
    raw, known = text(inside(entry, "raw_author_name")), text(inside(entry, "author", "display_name"))
    printed, marks = author_marks.apart(raw or known)
    if any(names.vancouver(printed)):
        family, initials = names.vancouver(printed)
        name = names.parse(known) if known and known != printed else names.from_parts(initials, family)
    else:
        name = names.parse(printed)
    places = [text(inside(place, "display_name")) for place in listed(inside(entry, "institutions"))]
    return name._replace(
        orcid=identifiers.orcid(text(inside(entry, "author", "orcid"))),
        affiliation="; ".join(place for place in places if place),
        corresponding=inside(entry, "is_corresponding") is True,
        note=marks,
    )


def _date(work: Object) -> Date | None:
    """The day; the first of January stands for a year that is all that is known."""
    date = csl_parts.date(work.get("publication_date")) or csl_parts.date(work.get("publication_year"))
    return Date(date.year) if date and date[1:] == (1, 1) else date


def _type(work: Object, source: object) -> str:
    """The CSL type: OpenAlex calls nearly everything an article, so Crossref's type or the venue decides."""
    kind = text(work.get("type_crossref")) or text(work.get("type"))
    if kind not in ("article", "review", "letter", "editorial"):
        return csl_type(kind)
    venue = text(inside(source, "type"))
    return {"repository": "article", "conference": "paper-conference", "book series": "chapter"}.get(
        venue, "article-journal"
    )


def _details(work: Object, source: object) -> dict[str, Any]:
    """Lines of plain text and identifiers."""
    first, last = text(inside(work, "biblio", "first_page")), text(inside(work, "biblio", "last_page"))
    serials = [text(inside(source, "issn_l")), *map(text, listed(inside(source, "issn")))]
    return {
        "volume": text(inside(work, "biblio", "volume")),
        "issue": text(inside(work, "biblio", "issue")),
        "pages": f"{first}-{last}" if last and last != first else first,
        "publisher": text(inside(source, "host_organization_name")) or text(inside(source, "publisher")),
        "doi": identifiers.doi(text(work.get("doi"))),
        "arxiv": _arxiv(work),
        "issn": " ; ".join(dict.fromkeys(filter(None, serials))),
        "pmid": identifiers.pmid(text(inside(work, "ids", "pmid"))),
        "pmcid": identifiers.pmcid(text(inside(work, "ids", "pmcid")).rpartition("/")[2]),
        "language": text(work.get("language")),
    }


def _arxiv(work: Object) -> str:
    """The number in an address at arxiv.org or in arXiv's own DOI: the tails of other DOIs only look like one."""
    places = [work.get("doi"), *(inside(place, _LANDING) for place in listed(work.get("locations")))]
    found = (identifiers.arxiv_of_address(text(place)) for place in places)
    return identifiers.without_version(next(filter(None, found), ""))


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

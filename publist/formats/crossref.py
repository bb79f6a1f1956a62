"""Crossref's REST answers (https://api.crossref.org/swagger-ui), saved to a file. Read only.

Taken: what describes the work. Left: references, counts, deposit and funding data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from publist.formats import csl_parts, json_records
from publist.formats.base import Reading
from publist.formats.csl_reader import has_title
from publist.formats.json_records import Object, inside, listed, text
from publist.formats.normalising.steps import normalised
from publist.formats.notices import RETRACTIONS, ReadRecord, Update, is_notice, reading, with_update
from publist.formats.work_types import csl_type, genre
from publist.model.paper import Date, Notice, Paper, Version
from publist.text import html_text, identifiers
from publist.text.urls import doi_url

_DATES = ("published", "issued", "published-print", "published-online", "posted")
_OWN = re.compile(r'"(?:message|indexed|reference-count|is-referenced-by-count)"\s*:')


def recognises(text: str) -> bool:
    """Whether the text is JSON with works as Crossref writes them."""
    return json_records.begins(text, "DOI") and _OWN.search(text, 0, 50_000) is not None


def read(text: str, *, source: str) -> Reading:
    """Every work of the answer as a paper; one without a title, and a notice about no paper of it, is reported."""
    found = json_records.objects(text, source)
    records, problems = [], list(found.problems)
    for item, line in zip(found.objects, found.lines, strict=True):
        if has_title(item):
            records.append(ReadRecord(_paper(item), line, _about(item)))
        else:
            problems.append(json_records.untitled(item, source, line))
    return reading(records, problems, source)


def _paper(item: Object) -> Paper:
    kind = csl_type(text(item.get("type")))
    date, doubtful = _date(item)
    paper = Paper(
        title=_title(item),
        authors=csl_parts.people(item.get("author")),
        date=date,
        type=kind,
        **_source(item, kind),
        editors=csl_parts.people(item.get("editor")),
        doi=identifiers.doi(text(item.get("DOI"))),
        links=_links(item),
        language=text(item.get("language")),
        license=text(inside(next(iter(listed(item.get("license"))), None), "URL")),
        keywords=tuple(map(text, listed(item.get("subject")))),
        versions=tuple(_versions(item)),
        review=("date",) if doubtful else (),
        abstract=html_text.to_markdown(text(item.get("abstract"))),
    )
    for update in _updates(item.get("updated-by")):
        paper = with_update(paper, update)
    return normalised(paper)


def _about(item: Object) -> tuple[Update, ...]:
    """The papers that this record is only a notice about."""
    own = text(item.get("DOI")).lower()
    said = [update for update in _updates(item.get("update-to")) if update.doi.lower() != own]
    kinds = {*RETRACTIONS, "correction", "corrigendum", "erratum", "addendum", "clarification", "expression_of_concern"}
    address = doi_url(own)
    notices = tuple(
        update._replace(notice=update.notice._replace(url=address)) for update in said if update.kind in kinds
    )
    if notices or not is_notice(text(item.get("title"))):
        return notices
    return (Update("", "correction", Notice(None, address, "")),)


def _updates(value: object) -> list[Update]:
    """Crossref's updates: what kind, when, by which DOI."""
    return [
        Update(
            identifiers.doi(text(inside(update, "DOI"))),
            text(inside(update, "type")).lower().replace("-", "_"),
            Notice(
                csl_parts.date(inside(update, "updated")),
                doi_url(text(inside(update, "DOI"))),
                ""
                if text(inside(update, "label")).lower() == text(inside(update, "type"))
                else text(inside(update, "label")),
            ),
        )
        for update in listed(value)
    ]


def _versions(item: Object) -> Iterator[Version]:
    """The preprint of an article and the article of a preprint, by their DOIs."""
    for name, kind in (("has-preprint", "article"), ("is-preprint-of", "article-journal")):
        for other in listed(inside(item, "relation", name)):
            if (found := identifiers.doi(text(inside(other, "id")))) and found != text(item.get("DOI")):
                yield Version(type=kind, doi=found)


def _title(item: Object) -> str:
    titles = [html_text.to_markdown(text(part)) for part in (item.get("title"), item.get("subtitle")) if text(part)]
    return _joined_titles(titles).replace("\n\n", " ")


def _joined_titles(titles: list[str]) -> str:
    """Title and subtitle, which some publishers have written into the title as well."""
    return titles[0] if len(titles) > 1 and titles[0].endswith(titles[1]) else ": ".join(titles)


def _date(item: Object) -> tuple[Date | None, bool]:
    """The date, and whether it is only that of the record."""
    found = next((date for name in _DATES if (date := csl_parts.date(item.get(name)))), None)
    created = None if found else csl_parts.date(item.get("created"))
    return found or (Date(created.year) if created else None), created is not None


def _source(item: Object, kind: str) -> dict[str, Any]:
    """Where the work appeared: lines of plain text."""
    venues = [html_text.to_text(text(venue)) for venue in listed(item.get("container-title"))]
    institution = html_text.to_text(text(inside(next(iter(listed(item.get("institution"))), None), "name")))
    if kind == "article" and not venues and institution:
        venues, institution = [institution], ""
    in_series = kind in ("paper-conference", "chapter") and len(venues) > 1
    books = [text(number).rpartition("/")[2] for number in listed(item.get("ISBN"))]
    return {
        "venue": venues[-1] if in_series else venues[0] if venues else "",
        "venue_short": html_text.to_text(text(item.get("short-container-title"))) if kind == "article-journal" else "",
        "series": venues[0] if in_series else "",
        "volume": text(item.get("volume")),
        "issue": text(item.get("issue")),
        "pages": text(item.get("page")),
        "number": text(item.get("article-number")) or text(item.get("number")),
        "publisher": html_text.to_text(text(item.get("publisher"))) or institution,
        "place": text(item.get("publisher-location")) or text(inside(item.get("event"), "location")),
        "edition": text(item.get("edition-number")),
        "genre": text(item.get("degree")) if kind == "thesis" else genre(text(item.get("type"))),
        "event": html_text.to_text(text(inside(item.get("event"), "name"))),
        "issn": " ; ".join(_serials(item)),
        "isbn": " ; ".join(dict.fromkeys(books)),
    }


def _serials(item: Object) -> list[str]:
    """The ISSNs, that of the printed journal first."""
    typed = [
        (text(inside(one, "type")) != "print", text(inside(one, "value"))) for one in listed(item.get("issn-type"))
    ]
    return list(dict.fromkeys([number for _, number in sorted(typed)] + list(map(text, listed(item.get("ISSN"))))))


def _links(item: Object) -> dict[str, str]:
    """The page, and the PDF where everybody may have it: other PDFs are for machines that check for likeness."""
    links = {"url": identifiers.web_address(text(item.get("URL")))}
    licences = " ".join(text(inside(one, "URL")) for one in listed(item.get("license")))
    for link in listed(item.get("link")) if "creativecommons" in licences else ():
        if text(inside(link, "content-type")) == "application/pdf":
            links.setdefault("pdf", identifiers.web_address(text(inside(link, "URL"))))
    return {label: address for label, address in links.items() if address}

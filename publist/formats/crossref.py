"""Crossref's REST answers (https://api.crossref.org/swagger-ui), saved to a file. Read only.

Taken: what describes the work. Left: references, counts, deposit and funding data.
"""

from __future__ import annotations

import re
from typing import Any

from publist.formats import csl_parts, json_records
from publist.formats.base import Reading
from publist.formats.csl_reader import csl_type, has_title
from publist.formats.json_records import Object, inside, listed, text
from publist.model.paper import Date, Paper
from publist.text import html_text, identifiers

_DATES = ("published", "issued", "published-print", "published-online", "posted", "created")
_OWN = re.compile(r'"(?:message|indexed|reference-count|is-referenced-by-count)"\s*:')


def recognises(text: str) -> bool:
    """Whether the text is JSON with works as Crossref writes them."""
    return json_records.begins(text, "DOI") and _OWN.search(text, 0, 50_000) is not None


def read(text: str, *, source: str) -> Reading:
    """Every work of the answer as a paper; one without a title is reported."""
    found = json_records.objects(text, source)
    papers, lines = [], []
    problems = list(found.problems)
    for item, line in zip(found.objects, found.lines, strict=True):
        if has_title(item):
            papers.append(_paper(item))
            lines.append(line)
        else:
            problems.append(json_records.untitled(item, source, line))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _paper(item: Object) -> Paper:
    kind = csl_type(text(item.get("type")))
    return Paper(
        title=_title(item),
        authors=csl_parts.people(item.get("author")),
        date=_date(item),
        type=kind,
        **_source(item, kind),
        editors=csl_parts.people(item.get("editor")),
        doi=identifiers.doi(text(item.get("DOI"))),
        arxiv=identifiers.arxiv(text(item.get("DOI"))) if "arxiv" in text(item.get("DOI")).lower() else "",
        isbn=text(item.get("ISBN")).rpartition("/")[2],
        issn=text(item.get("ISSN")),
        links=_links(item),
        language=text(item.get("language")),
        license=text(inside(next(iter(listed(item.get("license"))), None), "URL")),
        keywords=tuple(map(text, listed(item.get("subject")))),
        abstract=html_text.to_markdown(text(item.get("abstract"))),
    )


def _title(item: Object) -> str:
    titles = [html_text.to_markdown(text(part)) for part in (item.get("title"), item.get("subtitle")) if text(part)]
    return ": ".join(titles).replace("\n\n", " ")


def _date(item: Object) -> Date | None:
    return next((date for name in _DATES if (date := csl_parts.date(item.get(name)))), None)


def _source(item: Object, kind: str) -> dict[str, Any]:
    """Where the work appeared: lines of plain text."""
    venues = [html_text.to_text(text(venue)) for venue in listed(item.get("container-title"))]
    event = text(inside(item.get("event"), "name"))
    return {
        "venue": venues[-1] if kind == "paper-conference" and venues else venues[0] if venues else "",
        "series": venues[0] if kind == "paper-conference" and len(venues) > 1 else "",
        "volume": text(item.get("volume")),
        "issue": text(item.get("issue")),
        "pages": text(item.get("page")),
        "number": text(item.get("article-number")) or text(item.get("number")),
        "publisher": html_text.to_text(
            text(item.get("publisher")) or text(inside(next(iter(listed(item.get("institution"))), None), "name"))
        ),
        "place": text(item.get("publisher-location")),
        "edition": text(item.get("edition-number")),
        "genre": text(item.get("degree")) if kind == "thesis" else "",
        "event": html_text.to_text(event),
    }


def _links(item: Object) -> dict[str, str]:
    links = {"url": identifiers.web_address(text(item.get("URL")))}
    for link in listed(item.get("link")):
        if text(inside(link, "content-type")) == "application/pdf":
            links.setdefault("pdf", identifiers.web_address(text(inside(link, "URL"))))
    return {label: address for label, address in links.items() if address}

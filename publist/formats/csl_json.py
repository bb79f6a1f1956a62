"""CSL-JSON (https://citeproc-js.readthedocs.io, schema 1.0.2): what Zotero, pandoc and citeproc exchange.

It holds every bibliographic field. In titles ``<i>``, ``<b>``, ``<sup>``, ``<sub>`` stand for markup; code spans
and links become plain text (a note keeps the addresses). What CSL has no variable for (arXiv id, licence, links,
``et_al``, ``extra``) is in ``custom``.
Not held: topics, affiliations, ``code``, versions, review marks, ``featured``, ``draft``, ``added``, corrections, and
of a name its ORCID, address, affiliation, note, part in the work, and a printed form that its parts do not show.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from publist.content.schema.paper import FIELDS
from publist.formats import csl_parts, json_records
from publist.formats.base import Reading
from publist.formats.keywords import joined_keywords
from publist.formats.normalising import retractions, serial_numbers
from publist.model.paper import Name, Paper, Plain
from publist.text import citation_keys, inline_markdown, names
from publist.text.urls import arxiv_url

_FIRST = ("container-title", "collection-title")
"""Variables that are written before the others, which stand in the order of front matter."""
VARIABLES = {
    field.name: field.csl
    for field in sorted((field for field in FIELDS if field.csl), key=lambda field: field.csl not in _FIRST)
}
"""The model's lines of text and CSL's variables."""

_TYPED = re.compile(r'"type"\s*:\s*"[a-z_-]+"')

_RICH = inline_markdown.Dialect(
    text=str,
    emphasis=("<i>", "</i>"),
    strong=("<b>", "</b>"),
    code=("", ""),
    superscript=("<sup>", "</sup>"),
    subscript=("<sub>", "</sub>"),
    link=lambda label, address: label or address,
    maths=lambda source, display: f"$${source}$$" if display else f"${source}$",
)

_NOTE = _RICH._replace(link=inline_markdown.label_and_address)


def recognises(text: str) -> bool:
    """Whether the text is JSON with items that have a type and CSL's own names of fields."""
    if not json_records.begins(text, "title") or not _TYPED.search(text, 0, 50_000):
        return False
    return any(json_records.begins(text, key) for key in ("issued", "container-title", "id")) and not any(
        json_records.begins(text, key) for key in ("authors", "authorships", "message", "indexed", "reference-count")
    )


def read(text: str, *, source: str) -> Reading:
    """Every item as a paper; one without a title is reported."""
    from publist.formats import csl_reader  # a build writes citations and reads none

    found = json_records.objects(text, source)
    papers, lines = [], []
    problems = list(found.problems)
    for item, line in zip(found.objects, found.lines, strict=True):
        if csl_reader.has_title(item):
            papers.append(csl_reader.paper(item, VARIABLES))
            lines.append(line)
        else:
            problems.append(json_records.untitled(item, source, line))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def write(papers: Iterable[Paper]) -> str:
    """The papers as a list of items, one field a line."""
    papers = tuple(papers)
    items = [_item(paper, key) for paper, key in zip(papers, citation_keys.assigned(papers), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(paper: Paper, key: str) -> dict[str, Any]:
    dropping = paper.extra.get(csl_parts.DROPPING)
    particles = dropping if isinstance(dropping, dict) else {}
    groups = tuple(map(names.collaboration, paper.collaboration))
    item: dict[str, Any] = {
        "id": key,
        "citation-key": key if key.isdigit() else "",  # a number alone as id looks like a database's
        "type": paper.type,
        "title": inline_markdown.render(paper.title, _RICH),
        "author": [_name(name, particles) for name in (*paper.authors, *groups)],
        "issued": _issued(paper),
        "status": paper.status,
        **{variable: getattr(paper, field) for field, variable in VARIABLES.items()},
        "ISSN": ", ".join(serial_numbers.all_of(paper, "issn")),
        "ISBN": ", ".join(serial_numbers.all_of(paper, "isbn")),
        "editor": [_name(name, particles) for name in paper.editors],
        "URL": paper.links.get("url", "") or ("" if paper.doi else arxiv_url(paper.arxiv)),
        "keyword": joined_keywords(paper.keywords),
        "note": inline_markdown.render(retractions.with_notice(paper), _NOTE),
        "abstract": inline_markdown.render(paper.abstract, _RICH),
        "custom": _custom(paper),
    }
    if paper.type in ("software", "dataset") and paper.edition:
        item["version"] = item.pop("edition")
    if paper.arxiv and not paper.number:
        item["number"] = f"arXiv:{paper.arxiv}"
    return {name: value for name, value in item.items() if value}


def _issued(paper: Paper) -> Any:
    """The date; as the source had it where that says the same and more, and the status where there is no date."""
    said = paper.extra.get("issued")
    if said and csl_parts.date(said) == paper.date and isinstance(said, dict):
        return said
    if paper.date:
        return {"date-parts": [[part for part in paper.date if part]]}
    return {"literal": paper.status} if paper.status else None


def _name(name: Name, particles: Mapping[str, Plain]) -> dict[str, str]:
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return {"literal": name.name}
    dropped = str(particles.get(name.name, ""))
    dropped = dropped if whole.particle == dropped or whole.particle.startswith(f"{dropped} ") else ""
    found = {
        "family": whole.family,
        "given": whole.given,
        "dropping-particle": dropped,
        "non-dropping-particle": whole.particle[len(dropped) :].strip(),
        "suffix": whole.suffix,
    }
    return {part: text for part, text in found.items() if text}


_WRITTEN_APART = frozenset((csl_parts.DROPPING, "issued", serial_numbers.OTHER_ISSN, serial_numbers.OTHER_ISBN))
"""What is kept under ``extra`` and has a variable of its own here."""


def _custom(paper: Paper) -> dict[str, Any]:
    links = {label: address for label, address in paper.links.items() if label != "url"}
    custom = {
        "arxiv": paper.arxiv,
        "category": paper.category,
        "collaboration": list(paper.collaboration),
        "et_al": paper.et_al,
        "license": paper.license,
        "links": links,
        "awards": list(paper.awards),
        "summary": paper.summary,
        "extra": {name: value for name, value in paper.extra.items() if name not in _WRITTEN_APART},
    }
    return {name: value for name, value in custom.items() if value}

"""CSL-JSON (https://citeproc-js.readthedocs.io, schema 1.0.2): what Zotero, pandoc and citeproc exchange.

It holds every bibliographic field. In titles ``<i>``, ``<b>``, ``<sup>``, ``<sub>`` stand for markup; code spans
and links become plain text. What CSL has no variable for (arXiv id, licence, links, ``et_al``, ``extra``) is in
``custom``.
Not held: topics, affiliations, ``code``, versions, review marks, ``featured``, ``draft``, and of a name its
ORCID, address, affiliation, note, and a printed form that its parts do not show.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from publist.content.schema.paper import FIELDS
from publist.formats import csl_reader, json_records
from publist.formats.base import Reading
from publist.formats.keywords import joined_keywords
from publist.model.paper import Name, Paper
from publist.text import citation_keys, inline_markdown, names

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


def recognises(text: str) -> bool:
    """Whether the text is JSON with items that have a type and CSL's own names of fields."""
    if not json_records.begins(text, "title") or not _TYPED.search(text, 0, 50_000):
        return False
    return any(json_records.begins(text, key) for key in ("issued", "container-title", "id")) and not any(
        json_records.begins(text, key) for key in ("authors", "authorships", "message", "indexed", "reference-count")
    )


def read(text: str, *, source: str) -> Reading:
    """Every item as a paper; one without a title is reported."""
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
    item: dict[str, Any] = {
        "id": key,
        "citation-key": key if key.isdigit() else "",  # a number alone as id looks like a database's
        "type": paper.type,
        "title": inline_markdown.render(paper.title, _RICH),
        "author": [_name(name) for name in paper.authors],
        "issued": {"date-parts": [[part for part in paper.date if part]]} if paper.date else None,
        **{variable: getattr(paper, field) for field, variable in VARIABLES.items()},
        "editor": [_name(name) for name in paper.editors],
        "URL": paper.links.get("url", ""),
        "keyword": joined_keywords(paper.keywords),
        "note": inline_markdown.render(paper.note, _RICH),
        "abstract": inline_markdown.render(paper.abstract, _RICH),
        "custom": _custom(paper),
    }
    if paper.arxiv and not paper.number:
        item["number"] = f"arXiv:{paper.arxiv}"
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return {"literal": name.name}
    found = {
        "family": whole.family,
        "given": whole.given,
        "non-dropping-particle": whole.particle,
        "suffix": whole.suffix,
    }
    return {part: text for part, text in found.items() if text}


def _custom(paper: Paper) -> dict[str, Any]:
    links = {label: address for label, address in paper.links.items() if label != "url"}
    custom = {
        "arxiv": paper.arxiv,
        "category": paper.category,
        "et_al": paper.et_al,
        "license": paper.license,
        "links": links,
        "extra": dict(paper.extra),
    }
    return {name: value for name, value in custom.items() if value}

"""Papers as plain JSON: a list of objects (or one a line), with the keys of a paper's front matter and ``abstract``.

What scrapers and scripts give, and what a site's ``api/papers.json`` holds; nothing is lost either way. The JSON
Schema is ``schema()``. Flags may be true and false, years numbers; everything else is text, lists and objects.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from publist.content import paper_file
from publist.content.schema.kinds import Fault, label
from publist.content.schema.names import NAME
from publist.content.schema.paper import FIELDS, PAPER
from publist.content.schema.scalars import Flag
from publist.formats import dates_in_words, json_records
from publist.formats.base import Reading
from publist.formats.json_values import plain
from publist.model.paper import Paper, Plain
from publist.model.problems import Problem, error, warning

_ALIASES = {
    "author": "authors", "creators": "authors", "year": "date", "published": "date", "publication_date": "date",
    "journal": "venue", "booktitle": "venue", "conference": "venue", "arxiv_id": "arxiv", "arxivId": "arxiv",
    "tags": "topics", "citation_key": "key", "collaborations": "collaboration",
}  # fmt: skip
"""What scrapers and scripts call a key, where the key itself is not there."""
_LINKS = {"url": "url", "link": "url", "pdf": "pdf", "pdf_url": "pdf", "code_url": "code"}
_BETWEEN_NAMES = re.compile(r"\s*;\s*|\s*,?\s+and\s+|\s*,\s+")
_SURE = re.compile(r"\s*;\s*|\s+and\s+")
_INVERTED = re.compile(r"[^\s,]+, [^\s,]+(?: [^\s,]+)?")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FLAGS = frozenset(field.name for field in (*FIELDS, *NAME.fields) if isinstance(field.kind, Flag))
_LONGEST_SUMMARY = 300
"""What arXiv's API and its clients call a summary is the abstract; ours is a sentence."""
_OTHERS = re.compile(r'"(?:itemType|first_name|work-summary|hits)"\s*:')
"""Keys of what Zotero, Mendeley, ORCID, dblp and INSPIRE keep: their names and dates are built in other ways."""
_KEYS = ("authors", "abstract", "date", "venue", "year", "doi")


def recognises(text: str) -> bool:
    """Whether the text is JSON with a title and one more key of a paper."""
    if _OTHERS.search(text, 0, 50_000):
        return False
    return json_records.begins(text, "title") and any(json_records.begins(text, key) for key in _KEYS)


def read(text: str, *, source: str) -> Reading:
    """The papers; a value that a key cannot hold is left out with a warning, an unknown key goes to ``extra``."""
    found = json_records.objects(text, source)
    papers, lines = [], []
    problems = list(found.problems)
    for record, line in zip(found.objects, found.lines, strict=True):
        paper = _paper(record, source, line, problems)
        if paper:
            papers.append(paper)
            lines.append(line)
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def write(papers: Iterable[Paper]) -> str:
    """The papers as a list, one object after the other."""
    return json.dumps([record(paper) for paper in papers], ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the list."""
    item = PAPER.schema()
    item["properties"]["abstract"] = {"type": "string", "description": "The abstract, in Markdown."}
    return {"type": "array", "items": item | {"required": ["title"]}}


def record(paper: Paper) -> dict[str, Any]:
    """The object of one paper."""
    values: dict[str, Any] = {**paper_file.values_of(paper), "type": paper.type}
    return _typed(values) | ({"abstract": paper.abstract} if paper.abstract else {})


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """The values with flags as true, also those of people."""
    typed: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, list):
            typed[name] = [_typed(item) if isinstance(item, dict) else item for item in value]
        else:
            typed[name] = True if name in _FLAGS else value
    return typed


def _paper(record: json_records.Object, source: str, line: int, problems: list[Problem]) -> Paper | None:
    faults: list[Fault] = []
    said = {name: plain(value) for name, value in record.items() if value not in (None, "")}
    known = _with_known_keys(said)
    foreign = known.keys() != said.keys()
    doubtful = _read_date(known) if foreign or isinstance(known.get("date"), str) else False
    abstract = json_records.text(known.pop("abstract", ""))
    values = PAPER.values(known, (), faults)
    problems += [_problem(fault, source, line) for fault in faults if not fault.on_key]
    if not values.get("title"):
        problems.append(error(source, line, 0, "a paper without a title cannot be imported", "give it a title"))
        return None
    paper: Paper | None = PAPER.made({**values, "abstract": abstract}, (), faults)
    if paper and doubtful:
        paper = paper._replace(review=tuple(dict.fromkeys((*paper.review, "date"))))
    return _foreign(paper) if paper and foreign else paper


def _foreign(paper: Paper) -> Paper:
    """The paper as databases and scripts write, tidied as theirs are; loaded here, since a build writes JSON alone."""
    from publist.formats.normalising.steps import normalised

    return normalised(paper)


def _read_date(known: dict[str, Plain]) -> bool:
    """Put a date in words, or a status in its place, where it belongs; whether that leaves a doubt, and is kept."""
    text = str(known.get("date", ""))
    day = dates_in_words.read(text)
    if not text or _ISO.fullmatch(text) or not (day.date or day.status):
        return False
    del known["date"]
    if day.date:
        known["date"] = str(day.date)
    if day.status:
        known.setdefault("status", day.status)
    if not day.exact:
        known.setdefault("printed_date", text)
    return not day.exact


def _with_known_keys(record: dict[str, Plain]) -> dict[str, Plain]:
    """The record with the usual other names of its keys put right."""
    known = dict(record)
    for name in record:
        alias = _ALIASES.get(name)
        if alias and alias not in record:
            known.setdefault(alias, known.pop(name))
    summary = record.get("summary")
    if isinstance(summary, str) and len(summary) > _LONGEST_SUMMARY and "abstract" not in record:
        known["abstract"] = known.pop("summary")
    links = {label: record[name] for name, label in _LINKS.items() if isinstance(record.get(name), str)}
    if links and not isinstance(record.get("links"), list):
        stated = record.get("links")
        known["links"] = {**links, **(stated if isinstance(stated, dict) else {})}
        known = {name: value for name, value in known.items() if name not in _LINKS}
    if isinstance(known.get("authors"), str):
        known["authors"] = [*filter(None, _names(" ".join(str(known["authors"]).split())))]
    return known


def _names(text: str) -> list[str]:
    """The names of one text; neither ``Lee, Ann`` nor ``Lee, Ann and Roe, Max`` has a name of one word."""
    from publist.formats.webpage.bylines import inverted  # a build writes JSON and reads none

    pieces = _SURE.split(text)
    if len(pieces) == 1 and (pairs := inverted(text, ",")):
        return list(pairs.names)
    if all(_INVERTED.fullmatch(piece) for piece in pieces):
        return pieces
    return _BETWEEN_NAMES.split(text)


def _problem(fault: Fault, source: str, line: int) -> Problem:
    left_out = "left out: " if fault.severity == "error" else ""
    return warning(source, line, 0, f"{left_out}{fault.message} (in {label(fault.at)})", fault.hint)

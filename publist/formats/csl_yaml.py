"""CSL-YAML: the items of CSL-JSON in YAML, as pandoc and citeproc read them (``references:`` of its manual).

A list of items, a mapping with ``references``, or the front matter of a Markdown document that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from publist.content.schema.kinds import KeyPath
from publist.content.yaml.tree import parse
from publist.formats import csl_json, csl_reader, json_records
from publist.formats.base import Reading
from publist.model.paper import Paper
from publist.model.problems import Problem, warning

_ABOVE = r"\A\ufeff?(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*+"
_LIST = re.compile(_ABOVE + r"-[ \t]+(?:id|type|title|author|DOI|citation-key):")
_MAPPING = re.compile(_ABOVE + r"[A-Za-z][\w-]*:")
_UNDER = re.compile(r"^references:[ \t]*\n[ \t]*-[ \t]", re.MULTILINE)
_TYPE = re.compile(
    r"^[ \t-]*type:[ \t]*['\"]?(?:[a-z]+-[a-z]+|[a-z]+_[a-z]+|article|bill|book|chapter|dataset|entry|graphic|interview"
    r"|manuscript|map|pamphlet|patent|post|report|review|software|song|speech|standard|thesis|treaty|webpage)\b",
    re.MULTILINE,
)
_OWN = re.compile(r"^[ \t-]*(?:author|issued|container-title|id):", re.MULTILINE)
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_BEGINNING = 50_000


def recognises(text: str) -> bool:
    """Whether the text is YAML with items that have a type and CSL's own names of fields."""
    head = text[:_BEGINNING]
    begins = _LIST.match(head) or (_MAPPING.match(head) and _UNDER.search(head))
    return bool(begins and _TYPE.search(head) and _OWN.search(head))


def read(text: str, *, source: str) -> Reading:
    """Every item as a paper; one without a title is reported, and so is every mistake in the YAML."""
    opening = _END.match(text.lstrip("\ufeff")) if text.lstrip("\ufeff").startswith("---") else None
    start = opening.end() + text.startswith("\ufeff") if opening else int(text.startswith("\ufeff"))
    closing = _END.search(text, start + 1)
    tree, mistakes = parse(text, path=source, start=start, end=closing.start() if closing else len(text))
    problems: list[Problem] = list(mistakes)
    papers, lines = [], []
    for at, item in _items(tree.value):
        line = tree.place(at)[0]
        if paper := _paper(item):
            papers.append(paper)
            lines.append(line)
        else:
            record = item if isinstance(item, dict) else {"item": item}
            problems.append(json_records.untitled(record, source, line))
    if not papers and not problems:
        problems.append(warning(source, 1, 1, "there is no item in this list"))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _items(value: Any) -> Iterator[tuple[KeyPath, Any]]:
    """The items with their places."""
    before: KeyPath = ("references",) if isinstance(value, dict) else ()
    items = value.get("references") if isinstance(value, dict) else value
    yield from (((*before, place), item) for place, item in enumerate(items if isinstance(items, list) else ()))


def _paper(item: Any) -> Paper | None:
    """The paper of an item with a title, as of the same item in CSL-JSON."""
    if not isinstance(item, dict) or not csl_reader.has_title(item):
        return None
    return csl_reader.paper(item, csl_json.VARIABLES)

"""What moving a site gives, and what all makers' sites have in common: pages with front matter, files beside them."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from publist.content import front_matter
from publist.formats import load
from publist.importing.source import Source, SourceLine
from publist.model.paper import Paper
from publist.model.problems import Problem, error, warning
from publist.text import decoding


class Moved(NamedTuple):
    """The papers of another maker's site as a source in the format ``json``, which knows where each was read.

    ``files`` are files to be copied, by their paths below content/assets; ``problems`` name files by their paths.
    """

    source: Source
    files: Mapping[str, str]
    problems: tuple[Problem, ...]


PaperObject = dict[str, Any]
"""A paper as the format ``json`` has it."""
Placed = tuple[PaperObject, SourceLine]
"""A record with the file and the line that it was read from."""


def packed(name: str, records: Iterable[Placed], files: Mapping[str, str], problems: Iterable[Problem]) -> Moved:
    """The records without what is empty in them."""
    texts, places, line = [], {}, 2
    for record, place in records:
        kept = {key: value for key, value in record.items() if value not in ("", None, [], {})}
        texts.append(indent(json.dumps(kept, ensure_ascii=False, indent=2), "  "))
        places[line] = place
        line += texts[-1].count("\n") + 1
    data = ("[\n" + ",\n".join(texts) + "\n]\n").encode("utf-8", "surrogatepass")
    return Moved(Source(name, data, "json", places), dict(files), tuple(problems))


def record_of(paper: Paper) -> PaperObject:
    """A paper as a record."""
    record: PaperObject = json.loads(load("json").write((paper,)))[0]
    return record


def page(path: str) -> tuple[PaperObject, str, tuple[Problem, ...]]:
    """Front matter (YAML or TOML) as plain values, the Markdown under it, and what is wrong."""
    with open(path, "rb") as file:
        text, _, _ = decoding.decode(file.read(), path)
    if text.startswith("+++"):
        return _toml_page(text, path)
    found, problems = front_matter.read(text, path=path)
    return (dict(found.values), found.body, problems) if found else ({}, "", problems)


def paper_page(path: str, problems: list[Problem]) -> tuple[PaperObject, str]:
    """The same of a paper's page; no values, and the reason among the problems, if it is none."""
    values, body, told = page(path)
    problems += told
    if not values.get("title") and not told:
        problems.append(warning(path, 0, 0, "a page without a title is no paper: it was left out"))
    return (values, body) if values.get("title") else ({}, "")


def _toml_page(text: str, path: str) -> tuple[PaperObject, str, tuple[Problem, ...]]:
    _, _, rest = text.partition("\n")
    head, _, body = rest.partition("\n+++")
    try:
        values = tomllib.loads(head)
    except tomllib.TOMLDecodeError as problem:
        return {}, "", (error(path, 1, 0, f"the front matter is no TOML: {problem}"),)
    return _plain(values), body.partition("\n")[2].strip(), ()


def _plain(value: Any) -> Any:
    """Numbers and dates as text; flags, lists and mappings as they are."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, bool) else str(value)


def texts(value: Any) -> list[str]:
    """A list of texts, also where there is only one."""
    items = value if isinstance(value, list) else [value]
    return [item.strip() for item in items if isinstance(item, str) and item.strip()]


def flag(value: Any) -> bool:
    """Whether a flag is set."""
    return str(value).lower() in ("true", "yes", "on")


class Files:
    """Files of the site that papers link: where each lies, and the link to where it is copied to."""

    def __init__(self, *places: str) -> None:
        self._places = places
        self.copies: dict[str, str] = {}

    def link(self, url: str, *nearer: str) -> str:
        """The link for an address: one on the web as it is, a file that is found as ``assets/...``."""
        if not url or "://" in url or url.startswith("mailto:"):
            return url
        plain = unquote(url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]).lstrip("/")
        for place in (*nearer, *self._places):
            path = os.path.join(place, *plain.split("/"))
            if os.path.isfile(path) and os.path.realpath(path).startswith(os.path.realpath(place) + os.sep):
                return self.copy(path, plain)
        return ""

    def copy(self, path: str, wanted: str) -> str:
        """The link to a copy of this file; a second file of the same name gets the name of its folder before it."""
        name = wanted.removeprefix("assets/")
        if self.copies.get(name, path) != path:
            name = f"{os.path.basename(os.path.dirname(path))}/{name}"
        self.copies[name] = path
        return f"assets/{quote(name)}"

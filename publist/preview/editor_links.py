"""Where a page comes from: the file and line to open in the owner's editor."""

from __future__ import annotations

import os
import re
from typing import NamedTuple
from urllib.parse import quote

from publist.content.content_folder import PAGES, PEOPLE, SETTINGS, TOPICS, read_text
from publist.content.topic_file import PageFile
from publist.model.artifact import Artifact
from publist.outputs.pages.pagination import ListInputs, list_inputs

_AFTER_SLASH = re.compile(r"(?<=[^/])/\{path\}")
"""Where a form has the slash with which the path begins (``vscode://file/{path}``, not ``file://{path}``)."""
_SCHEME = re.compile(r"(?!javascript:|data:|vbscript:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class FileLine(NamedTuple):
    """A line of a file of the site."""

    path: str
    line: int


def file_line_of(site: str, artifact: Artifact) -> FileLine | None:
    """The place that says what a page shows; None where that is no file of its own (a year, say)."""
    if artifact.kind in ("paper", "page"):
        return _title(site, artifact.origin)
    if artifact.kind == "members":
        return FileLine(PEOPLE, 1)
    sources = list_inputs(artifact.inputs)
    return _place_of_list(site, sources) if sources else None


def _place_of_list(site: str, sources: ListInputs) -> FileLine | None:
    if sources.intro:
        folder = PAGES if isinstance(sources.intro, PageFile) else TOPICS
        return _title(site, f"{folder}/{sources.intro.slug}.md")
    if sources.person:
        return FileLine(PEOPLE, _line_with(site, PEOPLE, re.escape(sources.person.name)))
    return FileLine(SETTINGS, 1) if sources.page.kind == "index" else None


def _title(site: str, path: str) -> FileLine:
    return FileLine(path, _line_with(site, path, r"^title\s*:"))


def _line_with(site: str, path: str, pattern: str) -> int:
    """The first line that has the pattern, else 1."""
    text, _ = read_text(site, path)
    found = re.search(pattern, text or "", re.MULTILINE)
    return (text or "").count("\n", 0, found.start()) + 1 if found else 1


def address(editor: str, site: str, place: FileLine, column: int = 1) -> str:
    """The place in the form of address that the editor opens (``{path}``, ``{line}``, ``{column}``); "" if it is none.

    ``editor`` is a setting of the site, so it may come from somebody else: no script is an editor.
    """
    path = quote(os.path.abspath(os.path.join(site, place.path)).replace(os.sep, "/"))
    filled = _AFTER_SLASH.sub("{path}", editor) if path.startswith("/") else editor
    for name, value in (("line", str(place.line or 1)), ("column", str(column or 1)), ("path", path)):
        filled = filled.replace(f"{{{name}}}", value)
    return filled if _SCHEME.match(filled) else ""

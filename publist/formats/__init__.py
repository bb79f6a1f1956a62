"""Bibliographic formats, one module each, both directions; this table lists them without importing them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple


class Format(NamedTuple):
    """One bibliographic format and the module that knows it."""

    name: str
    """What ``--format`` calls it."""
    title: str
    module: str
    extensions: tuple[str, ...]
    media_type: str
    reads: bool = False
    writes: bool = False
    pasted: bool = False
    """Copied from a page by hand: whoever saves it can save it as UTF-8."""


FORMATS: tuple[Format, ...] = (
    Format("bibtex", "BibTeX", "bibtex", (".bib", ".bibtex"), "application/x-bibtex", reads=True, writes=True),
    Format("biblatex", "BibLaTeX", "biblatex", (".bib",), "application/x-bibtex", reads=True, writes=True),
    Format(
        "ris", "RIS", "ris", (".ris",), "application/x-research-info-systems", reads=True, writes=True
    ),
    Format(
        "csl-json", "CSL-JSON", "csl_json", (".json",), "application/vnd.citationstyles.csl+json",
        reads=True, writes=True,
    ),
    Format("arxiv-atom", "arXiv Atom", "arxiv_atom", (".atom", ".xml"), "application/atom+xml", reads=True),
    Format("openalex", "OpenAlex JSON", "openalex", (".json", ".jsonl"), "application/json", reads=True),
    Format("crossref", "Crossref JSON", "crossref", (".json", ".jsonl"), "application/json", reads=True),
    Format("json", "papers as JSON", "plain_json", (".json", ".jsonl"), "application/json", reads=True, writes=True),
    Format("listing", "pasted listing", "listing", (".txt",), "text/plain", reads=True, pasted=True),
    Format(
        "scholar-profile", "pasted Google Scholar profile", "scholar_profile", (".txt",), "text/plain",
        reads=True, pasted=True,
    ),
    Format(
        "arxiv-listing", "pasted arXiv listing", "arxiv_listing", (".txt",), "text/plain", reads=True, pasted=True
    ),
    Format("markdown", "Markdown list", "markdown_list", (".md",), "text/markdown", writes=True),
    Format("text", "plain text", "plain_text", (".txt",), "text/plain", writes=True),
)  # fmt: skip
"""Every format; the first of those that recognise a text has it."""


def named(name: str) -> Format | None:
    """The format of this name."""
    return next((entry for entry in FORMATS if entry.name == name), None)


def load(name: str) -> Any:
    """The module of a format: a Reader, a Writer or both (publist.formats.base). KeyError if there is none."""
    found = named(name)
    if found is None:
        raise KeyError(name)
    return import_module(f"publist.formats.{found.module}")


def recognise(text: str, filename: str = "") -> Format | None:
    """The format that the text is in, by its content; formats of the file's extension are asked first."""
    return next((entry for entry in _likely_first(filename) if load(entry.name).recognises(text)), None)


def _likely_first(filename: str) -> Iterator[Format]:
    extension = os.path.splitext(filename)[1].lower()
    readable = [entry for entry in FORMATS if entry.reads]
    yield from (entry for entry in readable if extension in entry.extensions)
    yield from (entry for entry in readable if extension not in entry.extensions)

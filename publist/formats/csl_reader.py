"""A CSL-JSON item to a paper; Zotero's, pandoc's and doi.org's flavours alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from publist.formats import csl_parts
from publist.formats.json_records import Object, inside, listed, text
from publist.formats.json_values import plain
from publist.formats.keywords import split_keywords
from publist.model.paper import CSL_TYPES, Paper, Plain
from publist.text import citation_keys, html_text, identifiers

_NOTE_LINE = re.compile(r"^(PMID|PMCID|arXiv|DOI|Citation Key):[ \t]*(\S+).*$\n?", re.MULTILINE | re.IGNORECASE)
"""What Zotero keeps in its field Extra and writes into the note."""
_TYPES = {
    "article-preprint": "article", "journal-article": "article-journal", "proceedings-article": "paper-conference",
    "book-chapter": "chapter", "posted-content": "article", "monograph": "book", "dissertation": "thesis",
    "edited-book": "book", "reference-book": "book", "report-series": "report", "peer-review": "review",
    "proceedings": "book", "book-section": "chapter", "reference-entry": "entry-encyclopedia", "preprint": "article",
}  # fmt: skip
"""Types of Crossref and OpenAlex, which doi.org passes on."""
_DOMINANT = frozenset(
    """id type title author issued editor URL keyword note abstract custom citation-key title-short citation-label
    accessed""".split()
)


def csl_type(name: str) -> str:
    """The CSL type of a type's name in CSL, Crossref or OpenAlex."""
    return name if name in CSL_TYPES else _TYPES.get(name, "document")


def paper(item: Object, variables: Mapping[str, str]) -> Paper:
    """The paper of an item; ``variables`` are the model's fields that are one CSL variable each."""
    note, said = _note(text(item.get("note")))
    lines = {field: html_text.to_text(text(item.get(variable))) for field, variable in variables.items()}
    arxiv = _arxiv(item, lines, said)
    address = identifiers.web_address(text(item.get("URL")))
    custom = item.get("custom") if isinstance(item.get("custom"), dict) else {}
    taken = {**dict.fromkeys(variables.values(), ""), **dict.fromkeys(_DOMINANT, ""), "license": ""}
    if not address:
        taken.pop("URL")
    left = {name: plain(value) for name, value in item.items() if name not in taken and value not in (None, "", [], {})}
    lines |= {
        "doi": identifiers.doi(lines["doi"] or said.get("doi", "")),
        "pmid": identifiers.pmid(lines["pmid"] or said.get("pmid", "")),
        "pmcid": identifiers.pmcid(lines["pmcid"] or said.get("pmcid", "")),
        "pages": lines["pages"].replace("–", "-"),
    }
    whole: dict[str, Any] = lines
    return Paper(
        title=html_text.to_markdown(text(item.get("title"))).replace("\n\n", " "),
        authors=csl_parts.people(item.get("author")),
        et_al=bool(inside(custom, "et_al")),
        date=csl_parts.date(item.get("issued")),
        type=csl_type(text(item.get("type"))),
        editors=csl_parts.people(item.get("editor")),
        category=text(inside(custom, "category")),
        arxiv=arxiv,
        license=text(inside(custom, "license")) or text(item.get("license")),
        links=_links(address, inside(custom, "links")),
        keywords=_keywords(item),
        note=html_text.to_markdown(note),
        key=_key(item, said),
        extra=_extra(inside(custom, "extra")) | left,
        abstract=html_text.to_markdown(text(item.get("abstract"))),
        **whole,
    )


def _note(note: str) -> tuple[str, dict[str, str]]:
    """The note without Zotero's lines, and what these say."""
    said = {match[1].lower(): match[2] for match in _NOTE_LINE.finditer(note)}
    return _NOTE_LINE.sub("", note).strip() if said else note, said


def _arxiv(item: Object, lines: dict[str, str], said: Mapping[str, str]) -> str:
    """The arXiv id, which CSL has no variable for; a ``number`` that only repeats it is taken away."""
    number = lines["number"]
    found = identifiers.arxiv(number) if number.lower().startswith("arxiv:") else ""
    if found:
        lines["number"] = ""
    stated = text(inside(item.get("custom"), "arxiv")) or said.get("arxiv", "")
    return stated or found or identifiers.arxiv(text(item.get("archive_location")) or text(item.get("arxiv")))


def _links(address: str, others: object) -> dict[str, str]:
    links = {"url": address} if address else {}
    return links | ({str(label): text(where) for label, where in others.items()} if isinstance(others, dict) else {})


def _keywords(item: Object) -> tuple[str, ...]:
    words = item.get("keyword")
    return tuple(filter(None, map(text, words))) if isinstance(words, list) else split_keywords(text(words))


def _key(item: Object, said: Mapping[str, str]) -> str:
    """The citation key; Zotero's addresses and bare numbers are none."""
    stated = text(item.get("citation-key")) or said.get("citation key", "")
    identity = text(item.get("id"))
    return citation_keys.clean(stated or ("" if re.search(r"^\d*$|://|^10\.\d{4}", identity) else identity))


def _extra(value: object) -> dict[str, Plain]:
    return {str(name): plain(inner) for name, inner in value.items()} if isinstance(value, dict) else {}


def has_title(item: Object) -> bool:
    """Whether the item says what it is called."""
    return bool(text(next(iter(listed(item.get("title"))), "")))

"""A CSL-JSON item to a paper; Zotero's, pandoc's and doi.org's flavours alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from publist.formats import csl_parts, work_types
from publist.formats.dates_in_words import ReadDate
from publist.formats.json_records import Object, inside, listed, text
from publist.formats.json_values import plain
from publist.formats.keywords import split_keywords
from publist.formats.normalising.database_remarks import lines_apart
from publist.formats.normalising.statuses import status_of
from publist.formats.normalising.steps import normalised
from publist.model.paper import Paper, Plain
from publist.text import html_text, identifiers

_NOTE_LINE = re.compile(r"^(PMID|PMCID|arXiv|DOI|Citation Key):[ \t]*(\S+).*$\n?", re.MULTILINE | re.IGNORECASE)
"""What Zotero keeps in its field Extra and writes into the note."""
_TAKEN = frozenset(
    """id type title author issued editor URL keyword note abstract custom citation-key license status event event-place
    collection-number""".split()
)


def paper(item: Object, variables: Mapping[str, str]) -> Paper:
    """The paper of an item; ``variables`` are the model's fields that are one CSL variable each."""
    note, said = _note(text(item.get("note")))
    lines = {field: html_text.to_text(text(item.get(variable))) for field, variable in variables.items()}
    arxiv = _arxiv(item, lines, said)
    addresses = identifiers.web_addresses(text(item.get("URL")))
    custom = item.get("custom") if isinstance(item.get("custom"), dict) else {}
    lines |= {field: " ; ".join(map(text, listed(item.get(field.upper())))) for field in ("issn", "isbn")}
    issued, kind = csl_parts.read_date(item.get("issued")), text(item.get("type"))
    lines |= {
        "doi": identifiers.doi(lines["doi"] or said.get("doi", "")),
        "pmid": identifiers.pmid(lines["pmid"] or said.get("pmid", "")),
        "pmcid": identifiers.pmcid(lines["pmcid"] or said.get("pmcid", "")),
        "pages": lines["pages"].replace("–", "-"),
        "event": lines["event"] or html_text.to_text(text(item.get("event"))),
        "place": lines["place"] or html_text.to_text(text(item.get("event-place"))),
        "edition": lines["edition"] or text(item.get("version")),
        "number": lines["number"] or text(item.get("collection-number")),
        "genre": lines["genre"] or work_types.genre(kind),
    }
    whole: dict[str, Any] = lines
    authors = csl_parts.people(item.get("author"))
    unread = {"author": plain(item.get("author"))} if len(authors) < len(listed(item.get("author"))) else {}
    return normalised(
        Paper(
            title=html_text.to_markdown(text(item.get("title"))).replace("\n\n", " "),
            authors=authors,
            et_al=bool(inside(custom, "et_al")),
            collaboration=tuple(map(text, listed(inside(custom, "collaboration")))),
            date=issued.date,
            status=issued.status or status_of(text(item.get("status"))),
            type=work_types.csl_type(kind),
            editors=csl_parts.people(item.get("editor")),
            category=text(inside(custom, "category")),
            arxiv=arxiv,
            license=text(inside(custom, "license")) or text(item.get("license")),
            links=_links(addresses, inside(custom, "links")),
            keywords=_keywords(item),
            awards=tuple(map(text, listed(inside(custom, "awards")))),
            summary=text(inside(custom, "summary")),
            note=html_text.to_markdown(lines_apart(note)),
            key=_key(item, said),
            review=("authors",) * bool(unread) + ("date",) * (not issued.exact),
            extra=_extra(inside(custom, "extra")) | _left(item, variables, lines, addresses, issued) | unread,
            abstract=html_text.to_markdown(text(item.get("abstract"))),
            **whole,
        )
    )


def _left(
    item: Object, variables: Mapping[str, str], lines: Mapping[str, str], addresses: tuple[str, ...], issued: ReadDate
) -> dict[str, Plain]:
    """What no field holds, under CSL's own names."""
    left = {name: plain(value) for name, value in item.items() if name not in {*variables.values(), *_TAKEN}}
    kind = text(item.get("type"))
    left |= {
        "URL": "" if addresses else plain(item.get("URL")),
        "issued": "" if issued.exact else plain(item.get("issued")),
        "status": "" if issued.status or status_of(text(item.get("status"))) else plain(item.get("status")),
        "type": "" if work_types.is_known(kind) else kind,
        "id": "" if _is_key(text(item.get("id"))) or text(item.get("id")).isdigit() else plain(item.get("id")),
        "event": "" if lines["event"] == text(item.get("event")) else plain(item.get("event")),
        "event-place": "" if lines["place"] == text(item.get("event-place")) else plain(item.get("event-place")),
        "DOI": "" if lines["doi"] else plain(item.get("DOI")),
        csl_parts.DROPPING: dict(csl_parts.dropping(item.get("author")) | csl_parts.dropping(item.get("editor"))),
    }
    if text(item.get("version")) == lines["edition"]:
        left.pop("version", None)
    if text(item.get("collection-number")) not in ("", lines["number"]):
        left["collection-number"] = plain(item.get("collection-number"))
    return {name: value for name, value in left.items() if value not in (None, "", [], {})}


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


def _links(addresses: tuple[str, ...], others: object) -> dict[str, str]:
    links = {"url" if not number else f"link-{number + 1}": where for number, where in enumerate(addresses)}
    return links | ({str(label): text(where) for label, where in others.items()} if isinstance(others, dict) else {})


def _keywords(item: Object) -> tuple[str, ...]:
    words = item.get("keyword")
    return (
        tuple(filter(None, map(text, words)))
        if isinstance(words, list)
        else split_keywords(html_text.without_entities(text(words)))
    )


def _key(item: Object, said: Mapping[str, str]) -> str:
    """The citation key; Zotero's addresses and bare numbers are none."""
    stated = text(item.get("citation-key")) or said.get("citation key", "")
    identity = text(item.get("id"))
    return stated or (identity if _is_key(identity) else "")


def _is_key(identity: str) -> bool:
    return not re.search(r"^\d*$|://|^10\.\d{4}", identity)


def _extra(value: object) -> dict[str, Plain]:
    return {str(name): plain(inner) for name, inner in value.items()} if isinstance(value, dict) else {}


def has_title(item: Object) -> bool:
    """Whether the item says what it is called."""
    return bool(text(next(iter(listed(item.get("title"))), "")))

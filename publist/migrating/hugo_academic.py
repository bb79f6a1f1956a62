"""Academic for Hugo (Hugo Blox): ``content/publication/NAME/index.md``, often with ``cite.bib`` and a PDF beside it.

Front matter: https://docs.hugoblox.com (Publications).
"""

from __future__ import annotations

import os
import re
from typing import Any

from publist.errors import Problem, warning
from publist.formats import load
from publist.migrating.base import Files, Moved, Record, flag, packed, page, record_of, texts
from publist.text import decoding

_FOLDERS = ("content/publication", "content/publications", "content/en/publication", "publication", "publications")
_TYPES = {"0": "article", "1": "paper-conference", "2": "article-journal", "3": "article", "4": "report", "5": "book"}
_TYPES |= {"6": "chapter", "7": "thesis", "8": "patent"}
"""Types as numbers, as they were written until 2023; the names of today are those of CSL."""
_LINKS = {
    "url_pdf": "pdf", "url_code": "code", "url_dataset": "data", "url_poster": "poster", "url_project": "website",
    "url_slides": "slides", "url_source": "url", "url_video": "video", "url_preprint": "preprint",
}  # fmt: skip
_KNOWN = {"title", "authors", "author_notes", "date", "publication_types", "publication", "abstract", "tags"}
_KNOWN |= {"featured", "draft", "doi", "links", "hugoblox", *_LINKS}
_FROM_BIB = """volume issue pages publisher place series edition isbn issn doi key arxiv venue abstract editors number
    chapter genre note""".split()
"""What the citation beside a page says where the page itself says nothing."""


def moved(folder: str) -> Moved | None:
    """The papers of an Academic site."""
    root, pages = _pages(os.path.abspath(folder))
    if not pages:
        return None
    files = Files(os.path.join(root, "static"), os.path.join(root, "static", "uploads"), os.path.join(root, "assets"))
    problems: list[Problem] = []
    records = [_record(path, root, files, problems) for path in pages]
    return packed("hugo-academic", [record for record in records if record], files.copies, problems)


def _pages(folder: str) -> tuple[str, list[str]]:
    """The site's root and the pages of its papers; the folder may be the one that holds the papers."""
    places = [(folder, os.path.join(folder, *name.split("/"))) for name in _FOLDERS]
    if os.path.basename(folder) in ("publication", "publications"):
        places.append((os.path.dirname(os.path.dirname(folder)), folder))
    for root, place in places:
        names = sorted(os.listdir(place)) if os.path.isdir(place) else []
        bundles = [os.path.join(place, name, "index.md") for name in names]
        found = [path for path in bundles if os.path.isfile(path)]
        found += [os.path.join(place, name) for name in names if name.endswith(".md") and not name.startswith("_")]
        if found:
            return root, found
    return folder, []


def _record(path: str, root: str, files: Files, problems: list[Problem]) -> Record:
    values, body, told = page(path)
    problems += told
    if not values.get("title"):
        return {}
    kinds = texts(values.get("publication_types"))
    identifiers = values.get("hugoblox")
    identifiers = identifiers.get("ids") if isinstance(identifiers, dict) else {}
    record: Record = {
        "title": values["title"],
        "authors": _authors(values, root),
        "date": str(values.get("date") or values.get("publishDate") or "")[:10],
        "type": _TYPES.get(kinds[0], kinds[0]) if kinds else "article",
        "venue": re.sub(r"^In:?\s+|[*_]", "", str(values.get("publication") or "")).strip(),
        "topics": texts(values.get("tags")),
        "abstract": values.get("abstract") or body,
        "doi": values.get("doi") or (identifiers or {}).get("doi"),
        "arxiv": (identifiers or {}).get("arxiv"),
        "featured": flag(values.get("featured")),
        "draft": flag(values.get("draft")),
    }
    record["links"] = _links(values, path, files, problems)
    extra = {key: value for key, value in values.items() if key not in _KNOWN and value not in ("", None, [], {})}
    if values.get("abstract") and body:
        extra["body"] = body
    record["extra"] = extra
    _beside(record, path, files, problems)
    return record


def _authors(values: Record, root: str) -> list[Record]:
    """The authors; a name that is that of a folder of content/authors stands for the person described there."""
    notes = values.get("author_notes")
    notes = notes if isinstance(notes, list) else []
    authors = []
    for number, name in enumerate(texts(values.get("authors"))):
        note = notes[number] if number < len(notes) and isinstance(notes[number], str) else ""
        author: Record = {"name": _person(name, root)}
        authors.append(author | {"note": note} if note else author)
    return authors


def _person(name: str, root: str) -> str:
    path = os.path.join(root, "content", "authors", name, "_index.md")
    if re.fullmatch(r"[\w -]+", name) and os.path.isfile(path):
        return str(page(path)[0].get("title") or name)
    return name


def _links(values: Record, path: str, files: Files, problems: list[Problem]) -> dict[str, str]:
    wanted = {label: str(values.get(key) or "") for key, label in _LINKS.items()}
    listed: Any = values.get("links")
    for link in listed if isinstance(listed, list) else ():
        if isinstance(link, dict) and link.get("url"):
            label = str(link.get("name") or link.get("label") or link.get("type") or "url").lower()
            wanted.setdefault(label, "")
            wanted[label] = wanted[label] or str(link["url"])
    links = {}
    for label, address in wanted.items():
        if found := files.link(address, os.path.dirname(path)):
            links[label] = found
        elif address:
            problems.append(warning(path, 0, 0, f"the file {address!r} of the link {label!r} was not found"))
    return links


def _beside(record: Record, path: str, files: Files, problems: list[Problem]) -> None:
    """Take what lies beside a page of its own folder: the citation, the PDF of the same name."""
    if os.path.basename(path) != "index.md":
        return
    folder = os.path.dirname(path)
    name = os.path.basename(folder)
    pdf, citation = os.path.join(folder, f"{name}.pdf"), os.path.join(folder, "cite.bib")
    if os.path.isfile(pdf) and "pdf" not in record["links"]:
        record["links"]["pdf"] = files.copy(pdf, f"{name}.pdf")
    if os.path.isfile(citation):
        with open(citation, "rb") as file:
            reading = load("bibtex").read(decoding.decode(file.read(), citation)[0], source=citation)
        problems += reading.problems
        cited = record_of(reading.papers[0]) if reading.papers else {}
        record |= {key: cited[key] for key in _FROM_BIB if key in cited and not record.get(key)}
    taken = {os.path.realpath(copied) for copied in files.copies.values()}
    for other in sorted(os.listdir(folder)):
        place = os.path.join(folder, other)
        if other not in ("index.md", "cite.bib") and os.path.isfile(place) and os.path.realpath(place) not in taken:
            problems.append(
                warning(place, 0, 0, "no link names this file: it was not copied", "copy it if you need it")
            )

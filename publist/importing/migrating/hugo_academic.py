"""Academic for Hugo (Hugo Blox): ``content/publication/**/NAME/index.md``, often with ``cite.bib`` and a PDF beside it.

Front matter: https://docs.hugoblox.com (Publications).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from publist.formats import load
from publist.importing.migrating.base import (
    Files,
    Moved,
    PaperObject,
    flag,
    packed,
    page,
    paper_page,
    record_of,
    texts,
)
from publist.model.paper import CSL_TYPES
from publist.model.problems import Problem, warning
from publist.text import decoding
from publist.text.latex.plain_maths import without_markup

_FOLDERS = ("content/publication", "content/publications", "content/en/publication", "publication", "publications")
_TYPES = {"0": "article", "1": "paper-conference", "2": "article-journal", "3": "article", "4": "report", "5": "book"}
_TYPES |= {"6": "chapter", "7": "thesis", "8": "patent"}
"""Types as numbers, as they were written until 2023; the names of today are those of CSL."""
_LINKS = {
    "url_pdf": "pdf", "url_code": "code", "url_dataset": "data", "url_poster": "poster", "url_project": "website",
    "url_slides": "slides", "url_source": "url", "url_video": "video", "url_preprint": "preprint",
}  # fmt: skip
_LISTS = ("links", "url_custom")
"""Links with names of their own; the second is how they were written until 2020."""
_KNOWN = {"title", "authors", "author_notes", "date", "publication_types", "publication", "abstract", "tags"}
_KNOWN |= {"featured", "selected", "draft", "doi", "hugoblox", *_LINKS, *_LISTS}
_LINKED = re.compile(r"\]\((\w+://[^\s)]+)\)")
_PICTURE = "featured."
_FROM_BIB = """volume issue pages publisher place series edition isbn issn doi key arxiv venue abstract editors number
    chapter genre note""".split()
"""What the citation beside a page says where the page itself says nothing."""


def moved(folder: str) -> Moved | None:
    """The papers of an Academic site."""
    root, pages = _pages(os.path.abspath(folder))
    if not pages:
        return None
    places = ("static", "static/uploads", "assets", "content")
    files = Files(*(os.path.join(root, *place.split("/")) for place in places))
    problems: list[Problem] = []
    records = [(_record(path, root, files, problems), (path, 0)) for path in pages]
    problems += _left(pages, root, files)
    return packed("hugo-academic", [placed for placed in records if placed[0]], files.copies, problems)


def _pages(folder: str) -> tuple[str, list[str]]:
    """The site's root and the pages of its papers; the folder may be the one that holds the papers."""
    places = [(folder, os.path.join(folder, *name.split("/"))) for name in _FOLDERS]
    if os.path.basename(folder) in ("publication", "publications"):
        places.append((os.path.dirname(os.path.dirname(folder)), folder))
    for root, place in places:
        if found := list(_below(place)):
            return root, found
    return folder, []


def _below(place: str) -> Iterator[str]:
    """The pages in a folder and in its sections; a page in a folder of its own is alone there."""
    for folder, sections, names in os.walk(place):
        sections.sort()
        if folder != place and "index.md" in names:
            sections.clear()
            yield os.path.join(folder, "index.md")
        else:
            pages = [name for name in sorted(names) if name.endswith(".md") and not name.startswith((".", "_"))]
            yield from (os.path.join(folder, name) for name in pages if name != "index.md")


def _record(path: str, root: str, files: Files, problems: list[Problem]) -> PaperObject:
    values, body = paper_page(path, problems)
    if not values:
        return {}
    kinds = texts(values.get("publication_types"))
    kind = _TYPES.get(kinds[0], kinds[0]) if kinds else "article"
    venue = str(values.get("publication") or "")
    identifiers = values.get("hugoblox")
    identifiers = identifiers.get("ids") if isinstance(identifiers, dict) else {}
    record: PaperObject = {
        "title": values["title"],
        "authors": _authors(values, root),
        "date": str(values.get("date") or values.get("publishDate") or "")[:10],
        "type": kind if kind in CSL_TYPES else "document",
        "venue": re.sub(r"^In:?\s+", "", without_markup(venue)),
        "topics": texts(values.get("tags")),
        "abstract": values.get("abstract") or body,
        "doi": values.get("doi") or (identifiers or {}).get("doi"),
        "arxiv": (identifiers or {}).get("arxiv"),
        "featured": flag(values.get("featured")) or flag(values.get("selected")),
        "draft": flag(values.get("draft")),
    }
    record["links"], lost = _links(values, path, files, problems)
    if linked := _LINKED.search(venue):
        record["links"].setdefault("publication", linked[1])
    extra = {key: value for key, value in values.items() if key not in _KNOWN and value not in ("", None, [], {})}
    if kind not in CSL_TYPES:
        problems.append(warning(path, 0, 0, f"the publication type {kind!r} is not known: it is taken as a document"))
    if len(kinds) > 1 or kind not in CSL_TYPES:
        extra["publication_types"] = kinds
    if values.get("abstract") and body:
        extra["body"] = body
    record["extra"] = extra | lost
    _beside(record, path, files, problems)
    return record


def _authors(values: PaperObject, root: str) -> list[PaperObject]:
    """The authors; a name that is that of a folder of content/authors stands for the person described there."""
    notes = values.get("author_notes")
    notes = notes if isinstance(notes, list) else []
    authors = []
    for number, name in enumerate(texts(values.get("authors"))):
        note = notes[number] if number < len(notes) and isinstance(notes[number], str) else ""
        author: PaperObject = {"name": _person(name, root)}
        authors.append(author | {"note": note} if note else author)
    return authors


def _person(name: str, root: str) -> str:
    path = os.path.join(root, "content", "authors", name, "_index.md")
    if re.fullmatch(r"[\w -]+", name) and os.path.isfile(path):
        return str(page(path)[0].get("title") or name)
    return name


def _links(
    values: PaperObject, path: str, files: Files, problems: list[Problem]
) -> tuple[dict[str, str], dict[str, str]]:
    """The links, and the addresses whose files were not found."""
    wanted = {label: str(values.get(key) or "") for key, label in _LINKS.items()}
    listed = (link for key in _LISTS if isinstance(values.get(key), list) for link in values[key])
    for number, link in enumerate(listed, 1):
        if isinstance(link, dict) and link.get("url"):
            label = str(link.get("name") or link.get("label") or link.get("type") or "url").lower()
            taken = wanted.get(label) not in (None, "", str(link["url"]))
            wanted[f"{label} {number}" if taken else label] = str(link["url"])
    links, lost = {}, {}
    for label, address in wanted.items():
        if address in ("", "#"):  # the template's own way to say: none yet
            continue
        if found := files.link(address, os.path.dirname(path)):
            links[label] = found
        else:
            lost[f"url_{label}"] = address
            problems.append(warning(path, 0, 0, f"the file {address!r} of the link {label!r} was not found"))
    return links, lost


def _beside(record: PaperObject, path: str, files: Files, problems: list[Problem]) -> None:
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


def _left(pages: list[str], root: str, files: Files) -> Iterator[Problem]:
    """What lies beside pages and was not copied; the pictures of the template in one line."""
    taken = {os.path.realpath(copied) for copied in files.copies.values()}
    beside = [os.path.dirname(path) for path in pages if os.path.basename(path) == "index.md"]
    others = [os.path.join(folder, name) for folder in beside for name in sorted(os.listdir(folder))]
    left = [path for path in others if os.path.isfile(path) and os.path.realpath(path) not in taken]
    pictures = [path for path in left if os.path.basename(path).startswith(_PICTURE)]
    for path in left:
        if path not in pictures and os.path.basename(path) not in ("index.md", "cite.bib"):
            yield warning(path, 0, 0, "no link names this file: it was not copied", "copy it if you need it")
    if pictures:
        hint = "publist has no pictures of papers; copy those that a text should show into content/assets"
        yield warning(root, 0, 0, f"pictures of pages (featured.*) were not copied: {len(pictures)}", hint)

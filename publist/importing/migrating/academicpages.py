"""academicpages: ``_publications/*.md``, whose authors mostly stand in a line of citation only.

Front matter: https://github.com/academicpages/academicpages.github.io (_publications, markdown_generator).
"""

from __future__ import annotations

import html
import os
import re
from typing import Any

from publist.importing.migrating.base import Files, Moved, PaperObject, packed, paper_page, texts
from publist.model.problems import Problem
from publist.text import names
from publist.text.latex.plain_maths import without_markup

_FOLDER = "_publications"
_TYPES = {"conferences": "paper-conference", "manuscripts": "article-journal", "books": "book"}
_LINKS = {"paperurl": "pdf", "slidesurl": "slides", "codeurl": "code", "videourl": "video", "link": "url"}
_LINKS |= {"bibtexurl": "bibtex"}
_AUTHORS = ("authors", "author")
"""Not in the template; many sites have added one of them."""
_KNOWN = {"title", "date", "venue", "collection", *_LINKS}
_BEFORE_YEAR = re.compile(r"^(.*?)[\s,;:]*(?:\(\s*(?:\d{4}|in press|forthcoming|submitted)|[\"“]|&ldquo;)", re.DOTALL)
_NUMBERS = re.compile(
    r"[\s,]*(?:<b>)?(\d+)(?:</b>)?\s*\((\d+(?:[-–]\d+)?)\)(?:\s*[:,]\s*(?:pp?\.\s*)?([\d]+(?:[-–]+\d+)?))?"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,4}", re.UNICODE)
_ENDS_IN_INITIAL = re.compile(r"\b[^\W\d_]\.$")
_BETWEEN = re.compile(r"\s*(?:;|,?\s+and\s+|,?\s*&\s+)\s*")
_ET_AL = re.compile(r",?\s*(?:and\s+)?(?:et\s+al\.?|and others)\s*$", re.IGNORECASE)
_CITED = re.compile(r"^[^\S\r\n]*Recommended citation:.*$", re.MULTILINE)


def moved(folder: str) -> Moved | None:
    """The papers of an academicpages site."""
    here = os.path.abspath(folder)
    root = os.path.dirname(here) if os.path.basename(here) == _FOLDER else here
    place = os.path.join(root, _FOLDER)
    listed = sorted(os.listdir(place)) if os.path.isdir(place) else []
    pages = [
        name for name in listed if name.endswith((".md", ".markdown", ".html")) and not name.startswith((".", "_"))
    ]
    if not pages:
        return None
    files = Files(root, os.path.join(root, "files"))
    problems: list[Problem] = []
    paths = [os.path.join(place, name) for name in pages]
    records = [(_record(path, files, problems), (path, 0)) for path in paths]
    return packed("academicpages", [placed for placed in records if placed[0]], files.copies, problems)


def _record(path: str, files: Files, problems: list[Problem]) -> PaperObject:
    values, body = paper_page(path, problems)
    if not values:
        return {}
    citation = html.unescape(re.sub(r"<[^>]*>", "", str(values.get("citation") or "")))
    listed = next((values.pop(key) for key in _AUTHORS if texts(values.get(key))), "")
    authors, et_al = named_authors(listed) if listed else authors_of(citation)
    category = values.pop("category") if values.get("category") in _TYPES else ""
    links, lost = _links(values, files)
    extra = {key: value for key, value in values.items() if key not in _KNOWN and value not in ("", None, [], {})}
    record: PaperObject = {
        "title": html.unescape(str(values["title"])),
        "authors": authors,
        "et_al": et_al,
        "date": _date(values, path),
        "type": _TYPES.get(category, "article-journal" if values.get("venue") else "article"),
        "venue": without_markup(html.unescape(str(values.get("venue") or ""))),
        "links": links,
        "abstract": _CITED.sub("", body).strip(),
        "review": ["authors"] if authors and not isinstance(listed, list) else [],
        "extra": extra | lost,
    }
    if found := _NUMBERS.search(citation):
        record |= {"volume": found[1], "issue": found[2], "pages": (found[3] or "").replace("–", "-")}
    return record


def named_authors(authors: Any) -> tuple[list[str], bool]:
    """The authors of a list, or of a text as far as its commas tell, and whether there are more."""
    if isinstance(authors, list):
        return [without_markup(name) for name in texts(authors)], False
    return _split(without_markup(html.unescape(str(authors))))


def authors_of(citation: str) -> tuple[list[str], bool]:
    """The authors that a citation begins with, as far as its commas tell, and whether there are more."""
    found = _BEFORE_YEAR.match(citation)
    if not found:
        return [], False
    text = found[1].strip(" ,")
    text = text if _ENDS_IN_INITIAL.search(text) else text.rstrip(".")
    return _split(text)


def _split(text: str) -> tuple[list[str], bool]:
    """The names that a text is made of, and whether it says that there are more."""
    shorter = _ET_AL.sub("", text)
    people: list[str] = []
    for part in _BETWEEN.split(shorter):
        people += _people([piece.strip() for piece in part.split(",") if piece.strip()])
    return [str(names.parse(person)) for person in people if person], shorter != text


def _people(pieces: list[str]) -> list[str]:
    """Names from what stood between commas: ``Family, G.`` in pairs, else one name a piece."""
    if len(pieces) == 2 and " " not in pieces[1].strip():
        return [f"{pieces[0]}, {pieces[1]}"]
    if len(pieces) % 2 == 0 and all(_INITIALS.fullmatch(piece) for piece in pieces[1::2]):
        return [f"{family}, {given}" for family, given in zip(pieces[0::2], pieces[1::2], strict=True)]
    return pieces


def _date(values: PaperObject, path: str) -> str:
    """The date of the front matter, else that of the file's name."""
    named = re.match(r"\d{4}-\d\d-\d\d", os.path.basename(path))
    return str(values.get("date") or "")[:10] or (named[0] if named else "")


def _links(values: PaperObject, files: Files) -> tuple[dict[str, str], dict[str, Any]]:
    """The links, and the addresses whose files were not found."""
    links, lost = {}, {}
    for key, label in _LINKS.items():
        address = str(values.get(key) or "")
        if found := files.link(address):
            links["url" if label == "pdf" and not found.lower().endswith(".pdf") else label] = found
        elif address:
            lost[key] = address
    return links, lost

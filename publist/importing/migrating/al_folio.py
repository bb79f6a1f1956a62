"""al-folio: BibTeX in ``_bibliography/*.bib`` with fields of its own, files in ``assets/pdf`` and ``assets/html``.

Fields: https://github.com/alshedivat/al-folio (README, "Publications"). Which files make the list:
https://github.com/inukshuk/jekyll-scholar (Configuration, Usage).
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterator
from typing import Any

from publist.formats import load
from publist.importing.migrating import jekyll
from publist.importing.migrating.base import Moved, PaperObject, Placed, record_of, source_of
from publist.importing.migrating.old_markup import without_comments
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.paper_pages import add_link
from publist.importing.migrating.site_pages import file_bytes, flag, texts
from publist.model.paper import Paper
from publist.model.problems import Problem, suggestion, warning
from publist.text import decoding

NAME = "al-folio"
LAYOUT = "_bibliography/*.bib"
_FOLDER = "_bibliography"
_DEFAULT = "references.bib"
"""What jekyll-scholar shows where nothing names a file."""
_HEAD = re.compile(r"\A\s*---[ \t]*\r?\n(.*?\n)?---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TAG = re.compile(r"\{%-?\s*bibliography(?:_\w+)?\b(?P<said>[^%]*)%\}")
_NAMED = re.compile(r"(?:-f|--file)[\s=]+['\"]?([^\s'\"%]+)")
_LINKS = {
    "html": "html", "pdf": "pdf", "supp": "supplement", "slides": "slides", "poster": "poster", "code": "code",
    "website": "website", "blog": "blog", "video": "video", "talk": "video", "demo": "demo", "data": "data",
    "dataset": "data", "appendix": "supplement", "supplementary": "supplement", "openreview": "openreview",
    "project": "website", "github": "code", "discord": "discord",
}  # fmt: skip
_ESCAPED = re.compile(r"\\([_&%#$~{}])")
"""What BibTeX writes with a backslash, in names of files and addresses too."""
_NOTHING = ("", "#", "true", "false", "none", "tbd", "todo")


def moved(folder: str) -> Moved | None:
    """What an al-folio site holds."""
    here = os.path.abspath(folder)
    root = os.path.dirname(here) if os.path.basename(here) == _FOLDER else folder
    problems: list[Problem] = []
    site = jekyll.site_in(root, problems, "assets/pdf", "assets/html", "assets", "assets/img")
    sources = _sources(site)
    if not sources:
        return None
    jekyll.plan(site)
    records = [placed for path in _shown(site, sources) for placed in _records(path, site)]
    return jekyll.whole(site, source_of(NAME, records, problems), records)


def _scholar(site: OldSite) -> dict[str, Any]:
    said = site.config.get("scholar")
    return said if isinstance(said, dict) else {}


def _folder(site: OldSite) -> str:
    """The folder of bibliographies: that of the settings if it is there."""
    said = os.path.join(site.root, *str(_scholar(site).get("source") or _FOLDER).strip("./").split("/"))
    return said if os.path.isdir(said) else os.path.join(site.root, _FOLDER)


def _sources(site: OldSite) -> list[str]:
    """All .bib files of the folder of bibliographies."""
    return sorted(
        os.path.join(above, name)
        for above, _, names in os.walk(_folder(site))
        for name in names
        if name.endswith((".bib", ".bibtex"))
    )


def _shown(site: OldSite, sources: list[str]) -> list[str]:
    """The files that the list is made of: those of the settings, and those that pages name; all where none is there."""
    named = [*_named_by_pages(site)]
    own = texts(_scholar(site).get("bibliography")) or [_DEFAULT]
    wanted = [name for name in named if name] + (own if not named or "" in named else [])
    paths = {os.path.relpath(path, _folder(site)).replace(os.sep, "/"): path for path in sources}
    shown = {name: [path for place, path in paths.items() if _is(place, name)] for name in dict.fromkeys(wanted)}
    found = [path for path in sources if any(path in some for some in shown.values())]
    for name in [name for name, some in shown.items() if not some and name != _DEFAULT]:
        message = f"the site shows {name!r}, which is not there" + ("" if found else ": all lists were taken")
        hint = "check whose papers these are" if not found else "import it with publist import FILE if you have it"
        site.problems.append(warning(_folder(site), 0, 0, message, hint))
    for path in sources if found else ():
        if path not in found:
            hint = f"to import it as well: publist import {path}"
            site.problems.append(suggestion(path, 0, 0, "the site does not show this file: it was left out", hint))
    return found or sources


def _is(place: str, name: str) -> bool:
    """Whether a file of the folder is the one that is named, with or without its ending, or by a pattern."""
    stem = name.removeprefix("./").lstrip("/")
    return fnmatch.fnmatchcase(place, stem if stem.endswith((".bib", ".bibtex")) else f"{stem}.bib")


def _named_by_pages(site: OldSite) -> Iterator[str]:
    """The files that bibliographies on pages name; an empty name for each that takes the one of the settings."""
    folders = [os.path.join(site.root, name) for name in ("_pages", "_layouts", "_includes")]
    paths = [os.path.join(site.root, name) for name in sorted(os.listdir(site.root))]
    paths += [path for folder in folders for path in jekyll.markdown_in(folder)]
    for path in paths:
        if not path.endswith((".md", ".html", ".liquid", ".markdown")) or not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            text = without_comments(file.read())
        for tag in _TAG.finditer(text):
            found = _NAMED.search(tag["said"])
            yield found[1] if found and "{" not in found[1] else ""


def _records(path: str, site: OldSite) -> Iterator[Placed]:
    text, _, _ = decoding.decode(file_bytes(path, site.problems), path)
    # Jekyll's two lines of dashes; their line ends stay, so that lines are counted right.
    text = _HEAD.sub(lambda head: "\n" * head[0].count("\n"), text)
    reading = load("bibtex").read(text, source=path)
    site.problems += reading.problems
    for paper, line in zip(reading.papers, reading.lines, strict=True):
        yield _record(paper, (path, line), site), (path, line)


def _record(paper: Paper, place: tuple[str, int], site: OldSite) -> PaperObject:
    """The paper with al-folio's fields in the places where publist has them."""
    extra, links = dict(paper.extra), dict(paper.links)
    for field, label in _LINKS.items():
        address = links.pop(field, "") or (extra.pop(field, "") if isinstance(extra.get(field), str) else "")
        if not isinstance(address, str) or address.strip().lower() in _NOTHING:
            continue
        address = _ESCAPED.sub(r"\1", address)
        if found := site.files.link(_of_openreview(field, address), *site.files.folder_of(address)):
            add_link(links, label, found)
            continue
        extra[field] = address
        hint = "it stays in `extra`; put the file into content/assets and link it"
        site.problems.append(
            warning(*place, 0, f"there is no file {address!r} ({label} of {paper.key or paper.title})", hint)
        )
    review = tuple(field for field in paper.review if field != "key")  # one letter more, which no page prints
    featured = paper.featured or flag(extra.pop("selected", ""))
    record = record_of(paper._replace(extra=extra, links=links, featured=featured, review=review))
    _preview(record, place, site)
    _remarks(record, place[0], site)
    return record


def _of_openreview(field: str, address: str) -> str:
    """OpenReview's number of a paper as its address."""
    return (
        f"https://openreview.net/forum?id={address}"
        if field == "openreview" and re.fullmatch(r"[\w-]{6,16}", address)
        else address
    )


def _preview(record: PaperObject, place: tuple[str, int], site: OldSite) -> None:
    """The picture of the paper, which lies in assets/img/publication_preview."""
    extra = record.get("extra", {})
    key = next((key for key in ("preview", "image", "img", "teaser") if isinstance(extra.get(key), str)), "")
    if not key or record.get("image"):
        return
    name = _ESCAPED.sub(r"\1", extra[key])
    nearer = [
        os.path.join(site.root, *folder.split("/"))
        for folder in ("assets/img/publication_preview", "assets/img", "assets/images")
    ]
    if found := site.files.picture(name, *nearer, *site.files.folder_of(name)):
        record["image"] = found
        del extra[key]
    elif "://" not in name:
        site.problems.append(
            warning(
                *place,
                0,
                f"the picture {name!r} was not found ({record.get('key')})",
                "put it into content/assets and name it as `image`",
            )
        )


def _remarks(record: PaperObject, path: str, site: OldSite) -> None:
    """Awards whose name stands apart, and remarks that the list showed."""
    extra = record.get("extra", {})
    name, text = extra.pop("award_name", ""), record.get("awards", [])
    if isinstance(name, str) and name.strip():
        record["awards"] = [name.strip()]
        if text and " ".join(text) != name:
            extra["award"] = ", ".join(text)
    notes = [record["note"]] if record.get("note") else []
    for key in ("annotation", "additional_info", "addendum"):
        said = extra.get(key)
        if isinstance(said, str) and said.strip():
            notes.append(" ".join(site.markdown(path, said).split()).lstrip(". ").strip())
            del extra[key]
    if notes:
        record["note"] = "; ".join(notes)

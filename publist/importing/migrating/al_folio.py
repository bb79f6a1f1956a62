"""al-folio: BibTeX in ``_bibliography/*.bib`` with fields of its own, files in ``assets/pdf`` and ``assets/html``.

Fields: https://github.com/alshedivat/al-folio (README, "Publications").
"""

from __future__ import annotations

import glob
import os
import re

from publist.formats import load
from publist.importing.migrating.base import Files, Moved, Placed, flag, packed, record_of
from publist.model.paper import Paper
from publist.model.problems import Problem, warning
from publist.text import decoding

_FOLDER = "_bibliography"
_HEAD = re.compile(r"\A\s*---\n(.*?\n)?---\n", re.DOTALL)
_LINKS = {"html": "html", "pdf": "pdf", "supp": "supplement", "slides": "slides", "poster": "poster", "code": "code"}
_LINKS |= {"website": "website", "blog": "blog", "video": "video"}


def moved(folder: str) -> Moved | None:
    """The papers of an al-folio site."""
    root = os.path.dirname(os.path.abspath(folder)) if os.path.basename(os.path.abspath(folder)) == _FOLDER else folder
    sources = sorted(glob.glob(os.path.join(glob.escape(root), _FOLDER, "*.bib")))
    if not sources:
        return None
    files = Files(*(os.path.join(root, *place) for place in (("assets", "pdf"), ("assets", "html"), (), ("assets",))))
    records: list[Placed] = []
    problems: list[Problem] = []
    for path in sources:
        with open(path, "rb") as file:
            text, _, _ = decoding.decode(file.read(), path)
        # Jekyll's two lines of dashes; their line ends stay, so that lines are counted right.
        text = _HEAD.sub(lambda head: "\n" * head[0].count("\n"), text)
        reading = load("bibtex").read(text, source=path)
        problems += reading.problems
        places = [(path, line) for line in reading.lines]
        records += [_record(*found, files, problems) for found in zip(reading.papers, places, strict=True)]
    return packed("al-folio", records, files.copies, problems)


def _record(paper: Paper, place: tuple[str, int], files: Files, problems: list[Problem]) -> Placed:
    """The paper with al-folio's fields in the places where publist has them."""
    extra = dict(paper.extra)
    links = dict(paper.links)
    for field, label in _LINKS.items():
        address = links.pop(field, "") or extra.get(field, "")
        if not isinstance(address, str) or not address:
            continue
        extra.pop(field, None)
        found = files.link(address)
        if found:
            links[label] = found
        else:
            extra[field] = address
            hint = "it stays in `extra`; put the file into content/assets and link it"
            problems.append(warning(*place, 0, f"{paper.key or paper.title}: there is no file {address!r}", hint))
    featured = paper.featured or flag(extra.pop("selected", ""))
    return record_of(paper._replace(extra=extra, links=links, featured=featured)), place

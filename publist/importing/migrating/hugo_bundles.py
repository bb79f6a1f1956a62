"""What lies beside the page of a paper in its own folder: the picture, the PDF, the citation."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from publist.formats import load
from publist.importing.migrating import hugo_files
from publist.importing.migrating.base import PaperObject, record_of
from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.paper_pages import add_link
from publist.importing.migrating.site_pages import file_bytes
from publist.model.problems import Problem, suggestion, warning
from publist.text import decoding

_FROM_BIB = """volume issue pages publisher place series edition isbn issn doi key arxiv venue abstract editors number
    chapter genre note pmid pmcid keywords event""".split()
"""What the citation beside a page says where the page itself says nothing."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_NO_PAPER = re.compile(r"slides|poster|supplement", re.IGNORECASE)
"""What the PDF beside a page is, where its name says that it is not the paper."""


def take(record: PaperObject, path: str, site: OldSite) -> None:
    """Take what lies beside a page of its own folder: the picture, the PDF of the same name, the citation."""
    if not hugo_files.is_bundle(path):
        return
    folder = os.path.dirname(path)
    name, names = os.path.basename(folder), sorted(os.listdir(folder))
    featured = next(
        (
            each
            for each in names
            if re.match(r"(?:featured|\w*-?featured)\.", each) and each.lower().endswith(_PICTURES)
        ),
        "",
    )
    if featured and not record.get("image"):
        record["image"] = site.files.shown(os.path.join(folder, featured), f"{name}/{featured}")
    linked = {os.path.realpath(copied) for copied in site.files.copies.values()}
    pdfs = [
        each for each in names if each.lower().endswith(".pdf") and os.path.realpath(f"{folder}/{each}") not in linked
    ]
    pdf = f"{name}.pdf" if f"{name}.pdf" in pdfs else pdfs[0] if len(pdfs) == 1 else ""
    label = label[0].lower() if (label := _NO_PAPER.search(pdf)) and pdf != f"{name}.pdf" else "pdf"
    if pdf and label not in record["links"]:
        add_link(
            record["links"],
            label,
            site.files.copy(os.path.join(folder, pdf), pdf if pdf == f"{name}.pdf" else f"{name}/{pdf}"),
        )
    bibs = [each for each in names if each.endswith(".bib")]
    for citation in sorted(bibs, key=lambda each: each != "cite.bib")[:1]:
        _cited(record, os.path.join(folder, citation), site)


def _cited(record: PaperObject, citation: str, site: OldSite) -> None:
    """Fill in what the citation says and the page does not; the authors, where the page has none."""
    text = decoding.decode(file_bytes(citation, site.problems), citation)[0]
    reading = load("bibtex").read(text, source=citation)
    site.problems += reading.problems
    cited = record_of(reading.papers[0]) if reading.papers else {}
    if cited and not _same_work(str(record["title"]), str(cited["title"])):
        message = f"the citation beside the page is of another work, {cited['title'][:80]!r}: it was left out"
        site.problems.append(warning(citation, 0, 0, message, "add what it should say to the paper's file"))
        return
    record |= {key: cited[key] for key in _FROM_BIB if key in cited and not record.get(key)}
    for key in ("authors", "date"):
        if not record.get(key) and key in cited:
            record[key] = cited[key]


def _same_work(title: str, cited: str) -> bool:
    """Whether two titles are of one work: equal but for a few words, or one the beginning of the other."""
    one, other = (re.sub(r"<[^<>]*>|\\[A-Za-z]+|[^\w\s]|_", " ", text).casefold().split() for text in (title, cited))
    shared = len(set(one) & set(other))
    return shared * 2 >= max(len(set(one)), len(set(other))) or shared == min(len(set(one)), len(set(other)))


def left(pages: list[str], site: OldSite) -> Iterator[Problem]:
    """What lies beside pages and was not copied."""
    taken = {os.path.realpath(copied) for copied in site.files.copies.values()}
    beside = [os.path.dirname(path) for path in pages if hugo_files.is_bundle(path)]
    others = [os.path.join(folder, name) for folder in beside for name in sorted(os.listdir(folder))]
    for path in others:
        is_read = path.endswith(".bib") or hugo_files.is_bundle(path)
        if os.path.isfile(path) and os.path.realpath(path) not in taken and not is_read:
            yield suggestion(path, 0, 0, "no link names this file: it was not copied", "copy it if you need it")

"""Highwire Press tags, by which Google Scholar indexes a paper and Zotero, Mendeley and others save it.

Rules: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing, and Zotero's translator "Embedded
Metadata", which takes the item's type from the tag that names the container, or else from ``DC.type``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from publist.library.work_types import work_type
from publist.model.paper import Date, Name, Paper
from publist.outputs.machine.tags import Tag
from publist.text import names
from publist.text.identifiers import doi
from publist.text.urls import orcid_url

_CONTAINERS: Mapping[str, str] = {
    "article-journal": "citation_journal_title",
    "review": "citation_journal_title",
    "review-book": "citation_journal_title",
    "paper-conference": "citation_conference_title",
    "chapter": "citation_inbook_title",
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
}
"""The tag that names where a work of this CSL type appeared; the others have none that would be true."""

_INSTITUTIONAL = frozenset(("thesis", "report"))

_KINDS: Mapping[str, str] = {
    "article": "preprint",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "broadcast": "tvBroadcast",
    "chapter": "bookSection",
    "classic": "book",
    "dataset": "dataset",
    "document": "document",
    "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "pamphlet": "manuscript",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "report": "report",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""CSL types and Zotero's item types, after Zotero's own table (zotero-schema, csl.types)."""

_PAGES = re.compile(r"\s*([\w.:/]+)\s*(?:[-–—]+\s*([\w.:/]+)\s*)?", re.ASCII)


class PaperUrls(NamedTuple):
    """Where the paper can be had: absolute addresses, "" where there is none. ``pdf`` is ours if we have one."""

    page: str = ""
    pdf: str = ""


def citation_tags(paper: Paper, title: str, abstract: str, places: PaperUrls) -> list[Tag]:
    """The tags of a paper. ``title`` and ``abstract`` are plain text. Some contents may be empty."""
    tags = [("citation_title", title), *_people(paper)]
    if paper.date:
        tags += _dates(paper.date)
    tags += _container(paper)
    first, last = page_range(paper.pages)
    tags += [
        ("citation_volume", paper.volume),
        ("citation_issue", paper.issue),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_issn", paper.issn),
        ("citation_isbn", paper.isbn),
        ("citation_series_title", paper.series),
        ("citation_doi", doi(paper.doi) if paper.doi else ""),
        ("citation_arxiv_id", paper.arxiv),
        ("citation_pmid", paper.pmid),
        ("citation_language", paper.language),
        *[("citation_keywords", keyword) for keyword in paper.keywords],
        ("citation_abstract", abstract),
        ("citation_abstract_html_url", places.page),
        ("citation_pdf_url", places.pdf),
        ("DC.type", _kind(paper)),
    ]
    return tags


def _kind(paper: Paper) -> str:
    """What Zotero is to take it for, unless the container says so already: then the kind in the paper's own words."""
    kind = work_type(paper.type, paper.venue)
    said = kind in _CONTAINERS and container(paper)
    return paper.genre if said else _KINDS.get(kind, "")


def _people(paper: Paper) -> Iterator[Tag]:
    """The authors in order, what is known of each behind the name; then the editors.

    Of a volume without authors its editors are who is credited: without any author nobody finds it.
    """
    authors = (*paper.authors, *map(names.collaboration, paper.collaboration)) or paper.editors
    lone = len(authors) == 1
    for name in authors:
        written = credited(name)
        yield "citation_author", _unbroken(written) if lone else written
        if name.affiliation:
            yield "citation_author_institution", name.affiliation
        if name.orcid:
            yield "citation_author_orcid", orcid_url(name.orcid)
    for name in paper.editors:
        yield "citation_editor", credited(name)


@lru_cache(maxsize=50_000)
def credited(name: Name) -> str:
    """``particle Family Suffix, Given``; a group or a single name as it is.

    The suffix stands with the family name, since readers of these tags know one comma only. A group of several
    words gets a comma behind it (no given name), lest its last word be taken for a family name.
    """
    whole = names.parts(name)
    if whole.literal or not whole.family:
        group = name.name.replace(",", "")
        return f"{group}," if " " in group else group
    family = " ".join(part for part in (whole.particle, whole.family, whole.suffix) if part).replace(",", "")
    if not whole.given:
        return f"{family}," if " " in family else family
    return f"{family}, {whole.given.replace(',', '')}"


def _unbroken(written: str) -> str:
    """A lone author's name that Zotero does not take for two: U+00A0 binds a family name of several words."""
    family, comma, given = written.partition(", ")
    return family.replace(" ", "\u00a0") + comma + given if " " in given else written


def _dates(date: Date) -> Iterator[Tag]:
    """Google Scholar asks for ``2010/5/12`` or the year alone; the month of a date without a day is for others."""
    yield "citation_publication_date", scholar_date(date)
    if date.month and not date.day:
        yield "citation_date", str(date)


def scholar_date(date: Date) -> str:
    """``2010/5/12``, or ``2010`` where the day is not known."""
    return f"{date.year}/{date.month}/{date.day}" if date.day else str(date.year)


def _container(paper: Paper) -> Iterator[Tag]:
    """Where it appeared, by the tag of its type; the publisher, where that is somebody else."""
    tag = _CONTAINERS.get(work_type(paper.type, paper.venue), "")
    where = container(paper)
    if tag:
        yield tag, where
    if paper.type == "report":
        yield "citation_technical_report_number", paper.number
    if paper.type not in _INSTITUTIONAL:
        yield "citation_publisher", publisher(paper)


def publisher(paper: Paper) -> str:
    """The publisher; of a preprint its server: that this were a journal would not be true."""
    return paper.publisher or (paper.venue if work_type(paper.type, paper.venue) not in _CONTAINERS else "")


def container(paper: Paper) -> str:
    """Journal, proceedings, book; of a thesis the school, of a report the institution."""
    if paper.type in _INSTITUTIONAL:
        return paper.publisher or paper.venue
    return paper.venue or (paper.event if paper.type == "paper-conference" else "")


def page_range(pages: str) -> tuple[str, str]:
    """First and last page of ``101-117``; of an article number the number alone; of several ranges nothing."""
    found = _PAGES.fullmatch(pages) if pages else None
    return (found[1], found[2] or "") if found else ("", "")

"""The one table of front-matter keys: from it come the reader, the writer's order, the schema and all hints."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath, label, nearest
from publist.content.schema.names import NAME
from publist.content.schema.paper_parts import (
    ARXIV,
    CITATIONS,
    DOI,
    FORMER,
    LINE,
    NOTICE,
    PICTURE,
    PMCID,
    PMID,
    TYPE,
    VERSION,
)
from publist.content.schema.records import AsItIs, Field, ListOf, MapOf, Record
from publist.content.schema.scalars import Choice, Day, Flag, Line, Number, Paragraph, Url
from publist.model.paper import STATUSES, Paper, Plain
from publist.text.look_alikes import told_apart

_STATUS_INSTEAD = {
    "forthcoming": "in press",
    "to appear": "in press",
    "inpress": "in press",
    "in review": "under review",
    "in revision": "under review",
    "prepublished": "in press",
    "draft": "in preparation",
}


_STATUS_OF_OTHERS = {
    "published": "delete the line: it is for papers that have not appeared yet",
    **dict.fromkeys(("retracted", "withdrawn"), "write `retraction: true` in its place"),
}


class _Status(Choice):
    """Where a paper is before it appears."""

    def _hint(self, text: str) -> str:
        return _STATUS_OF_OTHERS.get(text.lower()) or super()._hint(text)


class FieldNames:
    """The name of a key of this table."""

    nothing = ""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The name; one that no paper has is dropped with a warning."""
        name = Line().read(value, at, faults)
        if not name or name in _NAMES or name == "abstract":
            return name
        near = nearest(name, _NAMES)
        hint = f"did you mean `{near}`?{told_apart(name, near)}" if near else "it lists keys of this file"
        faults.append(Fault(at, f"`{label(at)}` names no field: {name!r}", hint, "warning"))
        return ""

    def plain(self, value: str) -> Plain:
        """The name itself."""
        return value

    def schema(self) -> dict[str, Any]:
        """The names."""
        return {"enum": [*_NAMES, "abstract"]}


FIELDS: tuple[Field, ...] = (
    Field("title", Line(required=True), "The title; Markdown and $maths$ are allowed.", "A Theory of Everything"),
    Field("authors", ListOf(NAME), "The authors as printed, in order.", "[Jane Doe, Max van der Berg]"),
    Field("et_al", Flag(), "True if there are more authors than are named here.", "true"),
    Field("collaboration", ListOf(LINE), "Groups that wrote it, shown after the names.", "[ATLAS Collaboration]"),
    Field("affiliations", ListOf(LINE), "Where the work was done.", "[MIT, ETH Zürich]"),
    Field("date", Day(), "When it appeared: a year, a month or a day.", "2023-09-18"),
    Field(
        "status",
        _Status(STATUSES, nothing="", instead=_STATUS_INSTEAD),
        f"Where it has not appeared yet: {', '.join(STATUSES)}.",
        "in press",
    ),
    Field("type", TYPE, "Kind of work: article (a preprint), article-journal, paper-conference, thesis, …", "article"),
    Field(
        "venue", LINE, "Journal, proceedings or book that it appeared in.", "Interspeech 2023", csl="container-title"
    ),
    Field(
        "venue_short",
        LINE,
        "The venue's short name, a badge in lists.",
        "ICLR",
        bibtex="shortjournal",
        csl="container-title-short",
    ),
    Field("volume", LINE, "Volume.", "12", bibtex="volume", ris="VL", csl="volume"),
    Field("issue", LINE, "Issue.", "3", csl="issue"),
    Field("pages", LINE, "Pages.", "101-117", csl="page"),
    Field(
        "publisher",
        LINE,
        "Publisher, or the school of a thesis.",
        "ISCA",
        bibtex="publisher",
        ris="PB",
        csl="publisher",
    ),
    Field("place", LINE, "Place of publication.", "Dublin", bibtex="address", ris="CY", csl="publisher-place"),
    Field("edition", LINE, "Edition.", "2", bibtex="edition", ris="ET", csl="edition"),
    Field(
        "series",
        LINE,
        "Series that the book or the proceedings belong to.",
        "LNCS",
        bibtex="series",
        ris="T3",
        csl="collection-title",
    ),
    Field("number", LINE, "Number of a report or patent, or within the series.", "TR-42", csl="number"),
    Field("chapter", LINE, "Chapter.", "7", bibtex="chapter", ris="CP", csl="chapter-number"),
    Field(
        "genre", LINE, "What kind of thesis or report, in words.", "PhD thesis", bibtex="type", ris="M3", csl="genre"
    ),
    Field(
        "event",
        LINE,
        "Conference or meeting, where it is not the venue.",
        "ACL 2023",
        bibtex="eventtitle",
        ris="U2",
        csl="event-title",
    ),
    Field("editors", ListOf(NAME), "Editors of the venue.", "[Ann Editor]"),
    Field("topics", ListOf(LINE), "What it is about; each topic gets a page.", "[Speech recognition]"),
    Field("category", LINE, "The source's own code for the subject.", "CL", ris="U3"),
    Field("code", Flag(), "True if there is code (put its address under links).", "true"),
    Field("doi", DOI, "DOI, bare.", "10.1000/182", csl="DOI"),
    Field("arxiv", ARXIV, "arXiv identifier.", "2309.09843"),
    Field("isbn", LINE, "ISBN.", "978-3-16-148410-0", bibtex="isbn", csl="ISBN"),
    Field("issn", LINE, "ISSN.", "2049-3630", bibtex="issn", csl="ISSN"),
    Field("pmid", PMID, "PubMed number.", "31452104", ris="U1", csl="PMID"),
    Field("pmcid", PMCID, "PubMed Central id.", "PMC6699999", ris="C2", csl="PMCID"),
    Field(
        "links",
        MapOf(Url(local=True), example="pdf: https://example.org/paper.pdf"),
        "Where to get it: a web address, or a file under content/assets/.",
        "{pdf: https://example.org/paper.pdf}",
    ),
    Field("language", LINE, "Language of the work (BCP 47).", "en", bibtex="language", ris="LA", csl="language"),
    Field("license", LINE, "Licence: an SPDX name or an address.", "CC-BY-4.0", bibtex="license", ris="U4"),
    Field("keywords", ListOf(LINE), "The work's own keywords; they get no pages.", "[speech, language]"),
    Field("awards", ListOf(LINE), "Awards, shown in lists and on the page.", "[Best paper award]"),
    Field("summary", LINE, "One plain sentence, shown in lists under the title.", "How machines learn to listen."),
    Field("image", PICTURE, "A picture of the paper: a file under content/assets/.", "assets/teaser.png"),
    Field("image_alt", LINE, "What the picture shows, for readers who do not see it.", "A robot that draws a map."),
    Field("note", Paragraph(), "A remark shown with the paper.", "With an appendix by Max Roe"),
    Field("retraction", NOTICE, "Where it was retracted: when, and where the notice is.", "{date: 2024-05-01}"),
    Field("corrections", ListOf(NOTICE), "Published corrections.", "[{date: 2024-05-01, note: Figure 2}]"),
    Field(
        "citations",
        CITATIONS,
        "How often it is cited, who counted and when; shown on its page.",
        "{count: 42, source: OpenAlex, date: 2026-11-27}",
    ),
    Field("added", Day(), "When it came into this list; `new` and later imports write it once.", "2026-11-27"),
    Field("key", LINE, "Citation key; leave it once people cite by it.", "doe2023theory"),
    Field("versions", ListOf(VERSION), "Other versions of the same work.", "[{type: article, arxiv: 2309.09843}]"),
    Field(
        "aliases",
        ListOf(FORMER),
        "Former names of its page, or paths on a former site, which still lead here.",
        "[old-name, publication/old-name]",
    ),
    Field("review", ListOf(FieldNames()), "What the import is unsure of; delete it once you have looked.", "[title]"),
    Field("featured", Flag(), "True to show it first.", "true"),
    Field("weight", Number(1, 10_000), "Its place among papers of one date: 1 is first; without it, last.", "1"),
    Field("draft", Flag(), "True to keep it off the site; delete the line to publish it.", "true"),
    Field(
        "extra", MapOf(AsItIs(), example="my_note: anything"), "Anything else; kept as it is.", "{my_note: anything}"
    ),
)

WORD_LISTS = frozenset(
    field.name for field in FIELDS if isinstance(field.kind, ListOf) and not isinstance(field.kind.kind, Record)
)
"""Keys that hold lists of words."""

_NAMES = tuple(field.name for field in FIELDS)


def _paper(**values: Any) -> Paper:
    if not values.get("title"):
        raise ValueError("the paper has no title", "add a line such as title: On the Motion of Bodies")
    paper = Paper(**values)
    loud = paper.title.upper()
    if not paper.note and "RETRACTED" not in loud and "WITHDRAWN" not in loud:
        return paper
    from publist.text import notes  # few papers need its patterns, whose making takes a short build 1 %

    return notes.stated(paper)


PAPER = Record(_paper, FIELDS, required="title", extra="extra", what="a paper")
"""Front matter as a record: ``PAPER.read(mapping, (), faults)`` gives a Paper without its abstract."""

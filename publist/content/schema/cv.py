"""The table of the keys of content/cv.yaml."""

from __future__ import annotations

from typing import Any

from publist.content.schema.citation_style import STYLE_NAMES, StyleName
from publist.content.schema.kinds import Fault, Faults, KeyPath, Schema
from publist.content.schema.records import Field, ListOf, Record
from publist.content.schema.scalars import Choice, Flag, Line, Paragraph
from publist.model.cv import ANY_STATUS, NUMBERINGS, SHEETS, Cv, CvSection, DatedEntry, PaperChoice, Years
from publist.model.paper import Plain
from publist.model.settings import GROUPINGS

_LINE = Line()


class YearRange:
    """A year or a range of years."""

    nothing = None

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Years | None:
        """The years; None where there are none."""
        text = _LINE.read(value, at, faults)
        try:
            return Years.parse(text) if text else None
        except ValueError as wrong:
            faults.append(Fault(at, str(wrong), "write 2024, 2020..2026, 2020.. or ..2026"))
            return None

    def plain(self, value: Years) -> Plain:
        """As it is written: ``2020..2026``."""
        return str(value)

    def schema(self) -> Schema:
        """A year, or two with two dots between."""
        return {"type": ["string", "integer"], "pattern": r"^(\d{1,4}|\d{1,4}\.\.(\d{1,4})?|\.\.\d{1,4})$"}


class _Papers(Record):
    """Which papers; the word ``all`` chooses every one."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Any:
        """The choice."""
        return PaperChoice() if value == "all" else super().read(value, at, faults)

    def plain(self, value: Any) -> Plain:
        """The keys that choose, or ``all``."""
        return super().plain(value) or "all"

    def schema(self) -> Schema:
        """The word, or a mapping."""
        return {"anyOf": [{"const": "all"}, super().schema()]}


_PAPERS = _Papers(
    PaperChoice,
    (
        Field("topic", _LINE, "Papers of this topic.", "speech"),
        Field("person", _LINE, "Papers by this person.", "Jane Doe"),
        Field("venue", _LINE, "Papers at this venue.", "Journal of Examples"),
        Field("type", _LINE, "Papers of this type, by its name or as CSL calls it.", "journal-article"),
        Field("year", YearRange(), "Papers of a year or of some years.", "2020..2026"),
        Field(
            "status",
            Choice(ANY_STATUS, nothing=""),
            "Papers of one status; or those that are published or unpublished.",
            "published",
        ),
        Field("featured", Flag(), "True for selected papers only.", "true"),
    ),
    what="papers",
)


def _entry(**values: Any) -> DatedEntry:
    if not values.get("text"):
        raise ValueError("an entry needs a `text`")
    return DatedEntry(**values)


_ENTRY = Record(
    _entry,
    (
        Field("text", Line(required=True), "What it is; Markdown.", "PhD in physics, **Example University**"),
        Field("date", _LINE, "When, in any words.", "2016–2020"),
    ),
    required="text",
    short="text",
    what="an entry",
)


def _section(**values: Any) -> CvSection:
    if not values.get("title"):
        raise ValueError("a section needs a `title`")
    return CvSection(**values)


_GROUP = Choice(GROUPINGS, nothing="")
_NUMBERS = Choice(NUMBERINGS, nothing="")
_SECTION = Record(
    _section,
    (
        Field("title", Line(required=True), "Its heading.", "Education"),
        Field("papers", _PAPERS, "Which papers of your list: all, or a choice.", "{type: journal-article}"),
        Field("text", Paragraph(), "Text of your own; Markdown.", "I work on speech recognition."),
        Field(
            "entries",
            ListOf(_ENTRY, example="{date: 2016–2020, text: PhD}"),
            "Entries of your own.",
            "[{date: 2016–2020, text: PhD}]",
        ),
        Field("group", _GROUP, "How its papers are grouped, if not as the others.", "none"),
        Field("numbers", _NUMBERS, "How its papers are numbered, if not as the others.", "none"),
    ),
    required="title",
    what="a section",
)

FIELDS: tuple[Field, ...] = (
    Field("name", _LINE, "Your name at the head; without it, the name of the site.", "Jane Doe"),
    Field(
        "lines", ListOf(_LINE), "Lines under the name, Markdown; without them, role and address of site.yaml.", "[Oslo]"
    ),
    Field("style", StyleName(nothing="apa"), f"Citation style: {STYLE_NAMES}.", "ieee"),
    Field("group", Choice(GROUPINGS, nothing="type"), "How papers are grouped: type, year, topic, none.", "year"),
    Field(
        "numbers",
        Choice(NUMBERINGS, nothing="reverse"),
        "reverse (the oldest paper is 1), forward, or none.",
        "forward",
    ),
    Field("restart", Flag(), "True to begin the numbers anew in each group.", "true"),
    Field("sheet", Choice(SHEETS, nothing="a4"), "Sheet of the PDF: a4 or us-letter.", "us-letter"),
    Field("sections", ListOf(_SECTION, example="{title: Education}"), "The sections, in order.", ""),
)
CV = Record(Cv, FIELDS, what="cv.yaml")

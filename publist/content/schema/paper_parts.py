"""What the keys of a paper hold: identifiers, pictures, versions, notices, counts of citations."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Faults, KeyPath, Schema
from publist.content.schema.records import Field, Record
from publist.content.schema.scalars import Choice, Day, Identifier, Line, Number, Url
from publist.model.paper import CSL_TYPES, Citations, Notice, Plain, Version

_INSTEAD = {
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "journal": "article-journal",
    "preprint": "article",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "inbook": "chapter",
    "incollection": "chapter",
    "misc": "article",
    "unpublished": "manuscript",
    "talk": "speech",
    "poster": "speech",
    "lecture": "speech",
    "workshop": "paper-conference",
    "demo": "paper-conference",
    "dissertation": "thesis",
    "book-chapter": "chapter",
    "journal-article": "article-journal",
    "working-paper": "report",
    "code": "software",
    "video": "motion_picture",
    "blog": "post-weblog",
}


class PageName(Identifier):
    """The name of a paper's page; the whole path of the page is cut down to it."""

    def __init__(self) -> None:
        super().__init__(r"(?!\.{1,2}$)[^/]+", prefix=r"/?papers/", example="old-page of papers/old-page/")

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The name."""
        return super().read(value.rstrip().rstrip("/") if isinstance(value, str) else value, at, faults)


class FormerAddress(PageName):
    """A former address of a paper: the name of its page, or a path of a site that it was moved from."""

    def __init__(self) -> None:
        Identifier.__init__(
            self,
            r"(?!\.{1,2}(?:/|$))[^/]+(?:/(?!\.{1,2}(?:/|$))[^/]+)*",
            prefix=r"^(?:/?papers/|/+)",
            example="old-page of papers/old-page/, or publication/old-page",
        )


class PictureName(Identifier):
    """A picture below content/assets; pages ask no other host for one."""

    def __init__(self) -> None:
        super().__init__(
            r"(?:\.\./|/)?(?!\.)(?:(?!\.\.)[^:\\?#])+\.(?:png|jpe?g|gif|webp|svg|PNG|JPE?G|GIF|WEBP|SVG)",
            prefix="",
            example="assets/teaser.png, a file under content/assets/",
        )


DOI = Identifier(
    r"10\.\d{4,9}(?:\.\d+)*/\S+", prefix=r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", example="10.1000/182"
)
ARXIV = Identifier(
    r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?",
    prefix=r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*",
    example="2309.09843",
)
PMID = Identifier(r"\d{1,9}", prefix=r"pmid:\s*", example="31452104")
PMCID = Identifier(r"PMC\d+", prefix=r"pmcid:\s*", example="PMC6699999")
SLUG = PageName()
FORMER = FormerAddress()
PICTURE = PictureName()
LINE = Line()
TYPE = Choice(sorted(CSL_TYPES), nothing="article", instead=_INSTEAD)

VERSION = Record(
    Version,
    (
        Field(
            "type", Choice(sorted(CSL_TYPES), nothing="", instead=_INSTEAD), "Kind of work (CSL).", "article-journal"
        ),
        Field("title", LINE, "Its title, where it differs.", ""),
        Field("date", Day(), "When it appeared.", "2024-03"),
        Field("venue", LINE, "Where it appeared.", "Computer Speech & Language"),
        Field("volume", LINE, "Volume.", "84"),
        Field("issue", LINE, "Issue.", "3"),
        Field("pages", LINE, "Pages.", "101-117"),
        Field("publisher", LINE, "Publisher.", "Elsevier"),
        Field("doi", DOI, "DOI, bare.", "10.1000/182"),
        Field("arxiv", ARXIV, "arXiv identifier.", "2309.09843"),
        Field("url", Url(), "Its address.", "https://example.org/paper"),
        Field("key", LINE, "Its citation key.", "lai2024instruction"),
        Field("slug", SLUG, "The name of a former page of the work, which still leads here.", "old-page"),
    ),
    what="a version",
)


class NoticeRecord(Record):
    """A notice, of which one thing may be written alone: ``true``, its date, its address, or what it says."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Any:
        """The notice; None of ``false``."""
        if not isinstance(value, str):
            return super().read(value, at, faults)
        if value.lower() in ("true", "yes"):
            return Notice()
        if value.lower() in ("", "false", "no"):
            return None
        if value[:4].isdigit():
            return super().read({"date": value}, at, faults)
        return super().read({"url" if "://" in value else "note": value}, at, faults)

    def schema(self) -> Schema:
        """True, a line of text, or an object."""
        return {"anyOf": [{"const": True}, LINE.schema(), super().schema()]}


NOTICE = NoticeRecord(
    Notice,
    (
        Field("date", Day(), "When the notice appeared.", "2024-05-01"),
        Field("url", Url(), "Where the notice is.", "https://doi.org/10.1000/183"),
        Field("note", LINE, "What it says, in one line.", "Figure 2 was replaced"),
    ),
    what="a notice",
)


def _citations(**values: Any) -> Citations:
    if "count" not in values:
        raise ValueError("`citations` needs `count`, a whole number")
    return Citations(**values)


CITATIONS = Record(
    _citations,
    (
        Field("count", Number(0, 99_999_999, nothing=None), "How often it is cited.", "42"),
        Field("source", LINE, "Who has counted.", "OpenAlex"),
        Field("date", Day(), "When that was.", "2026-11-27"),
    ),
    required="count",
    short="count",
    what="a count of citations",
)

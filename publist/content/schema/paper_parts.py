"""What the keys of a paper hold: identifiers, names, versions, notices, counts of citations."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath
from publist.content.schema.records import Field, Record
from publist.content.schema.scalars import Choice, Day, Flag, Identifier, Line, Number, Url
from publist.model.paper import CSL_TYPES, Citations, Name, Notice, Plain, Version

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
}


def _orcid_is_right(orcid: str) -> bool:
    """ISO 7064 MOD 11-2, as https://support.orcid.org describes it."""
    total = 0
    for char in orcid[:-1].replace("-", ""):
        total = (total + int(char)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == orcid[-1]


class Orcid(Identifier):
    """An ORCID iD with a right check digit."""

    def __init__(self) -> None:
        super().__init__(
            r"(?:\d{4}-){3}\d{3}[\dX]", prefix=r"(?:https?://)?(?:www\.)?orcid\.org/", example="0000-0002-1825-0097"
        )

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The bare iD; a mistyped one is kept, with a warning."""
        before = len(faults)
        orcid = super().read(value, at, faults)
        if orcid and len(faults) == before and not _orcid_is_right(orcid):
            faults.append(Fault(at, f"{orcid} is no ORCID iD: its check digit is wrong", "look for a typo", "warning"))
        return orcid


class PageName(Identifier):
    """The name of a paper's page; the whole path of the page is cut down to it."""

    def __init__(self) -> None:
        super().__init__(r"(?!\.{1,2}$)[^/]+", prefix=r"/?papers/", example="old-page of papers/old-page/")

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The name."""
        return super().read(value.rstrip().rstrip("/") if isinstance(value, str) else value, at, faults)


def _name(**parts: Any) -> Name:
    """A name from what is written of it; the printed form is put together from the parts where it is not given."""
    if not parts.get("name"):
        order = (parts.get(part, "") for part in ("given", "particle", "family"))
        printed = " ".join(part for part in order if part)
        if not printed:
            raise ValueError("a name needs `name`, or `given` and `family`")
        parts["name"] = f"{printed}, {parts['suffix']}" if parts.get("suffix") else printed
    return Name(**parts)


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
LINE = Line()
TYPE = Choice(sorted(CSL_TYPES), nothing="article", instead=_INSTEAD)

NAME = Record(
    _name,
    (
        Field("name", LINE, "The name as printed.", "Ludwig van Beethoven"),
        Field("given", LINE, "Given names.", "Ludwig"),
        Field("family", LINE, "Family name, all of it.", "Beethoven"),
        Field("particle", LINE, "What stands before the family name and is not sorted by.", "van"),
        Field("suffix", LINE, "What follows the name.", "Jr."),
        Field("literal", Flag(), "True for a group, whose name has no parts.", "true"),
        Field("orcid", Orcid(), "ORCID iD.", "0000-0002-1825-0097"),
        Field("url", Url(), "Home page.", "https://example.org/"),
        Field("affiliation", LINE, "Where they worked when this was written.", "MIT"),
        Field("note", LINE, "A mark beside the name, such as a footnote.", "now at MIT"),
        Field("equal", Flag(), "True for each of those who contributed equally.", "true"),
        Field("corresponding", Flag(), "True for the corresponding author.", "true"),
    ),
    required="name",
    short="name",
    what="a name",
)

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

NOTICE = Record(
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

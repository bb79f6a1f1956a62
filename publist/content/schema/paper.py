"""The one table of front-matter keys: from it come the reader, the writer's order, the schema and all hints."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath, label, nearest
from publist.content.schema.records import AsItIs, Field, ListOf, MapOf, Record
from publist.content.schema.scalars import Choice, Day, Flag, Identifier, Line, Number, Paragraph, Url
from publist.model.paper import CSL_TYPES, STATUSES, Name, Notice, Paper, Plain, Version
from publist.text.author_marks import apart
from publist.text.look_alikes import told_apart

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


_STATUS_INSTEAD = {
    "forthcoming": "in press",
    "to appear": "in press",
    "inpress": "in press",
    "in review": "under review",
    "in revision": "under review",
    "prepublished": "in press",
    "draft": "in preparation",
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


def _name(**parts: Any) -> Name:
    """A name from what is written of it; the printed form is put together from the parts where it is not given."""
    if not parts.get("name"):
        order = (parts.get(part, "") for part in ("given", "particle", "family"))
        printed = " ".join(part for part in order if part)
        if not printed:
            raise ValueError("a name needs `name`, or `given` and `family`")
        parts["name"] = f"{printed}, {parts['suffix']}" if parts.get("suffix") else printed
    if not parts.get("literal") and not parts.get("note"):
        parts["name"], parts["note"] = apart(parts["name"])  # "Ada King*", as people write it
    return Name(**parts)


_DOI = Identifier(
    r"10\.\d{4,9}(?:\.\d+)*/\S+", prefix=r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", example="10.1000/182"
)
_ARXIV = Identifier(
    r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?",
    prefix=r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*",
    example="2309.09843",
)
_PMID = Identifier(r"\d{1,9}", prefix=r"pmid:\s*", example="31452104")
_PMCID = Identifier(r"PMC\d+", prefix=r"pmcid:\s*", example="PMC6699999")
_SLUG = PageName()
_LINE = Line()
_TYPE = Choice(sorted(CSL_TYPES), nothing="article", instead=_INSTEAD)

NAME = Record(
    _name,
    (
        Field("name", _LINE, "The name as printed.", "Ludwig van Beethoven"),
        Field("given", _LINE, "Given names.", "Ludwig"),
        Field("family", _LINE, "Family name, all of it.", "Beethoven"),
        Field("particle", _LINE, "What stands before the family name and is not sorted by.", "van"),
        Field("suffix", _LINE, "What follows the name.", "Jr."),
        Field("literal", Flag(), "True for a group, whose name has no parts.", "true"),
        Field("orcid", Orcid(), "ORCID iD.", "0000-0002-1825-0097"),
        Field("url", Url(), "Home page.", "https://example.org/"),
        Field("affiliation", _LINE, "Where they worked when this was written.", "MIT"),
        Field("note", _LINE, "A mark beside the name, such as a footnote.", "now at MIT"),
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
        Field("title", _LINE, "Its title, where it differs.", ""),
        Field("date", Day(), "When it appeared.", "2024-03"),
        Field("venue", _LINE, "Where it appeared.", "Computer Speech & Language"),
        Field("volume", _LINE, "Volume.", "84"),
        Field("issue", _LINE, "Issue.", "3"),
        Field("pages", _LINE, "Pages.", "101-117"),
        Field("publisher", _LINE, "Publisher.", "Elsevier"),
        Field("doi", _DOI, "DOI, bare.", "10.1000/182"),
        Field("arxiv", _ARXIV, "arXiv identifier.", "2309.09843"),
        Field("url", Url(), "Its address.", "https://example.org/paper"),
        Field("key", _LINE, "Its citation key.", "lai2024instruction"),
        Field("slug", _SLUG, "The name of a former page of the work, which still leads here.", "old-page"),
    ),
    what="a version",
)

NOTICE = Record(
    Notice,
    (
        Field("date", Day(), "When the notice appeared.", "2024-05-01"),
        Field("url", Url(), "Where the notice is.", "https://doi.org/10.1000/183"),
        Field("note", _LINE, "What it says, in one line.", "Figure 2 was replaced"),
    ),
    what="a notice",
)

FIELDS: tuple[Field, ...] = (
    Field("title", Line(required=True), "The title; Markdown and $maths$ are allowed.", "A Theory of Everything"),
    Field("authors", ListOf(NAME), "The authors as printed, in order.", "[Jane Doe, Max van der Berg]"),
    Field("et_al", Flag(), "True if there are more authors than are named here.", "true"),
    Field("collaboration", ListOf(_LINE), "Groups that wrote it, shown after the names.", "[ATLAS Collaboration]"),
    Field("affiliations", ListOf(_LINE), "Where the work was done.", "[MIT, ETH Zürich]"),
    Field("date", Day(), "When it appeared: a year, a month or a day.", "2023-09-18"),
    Field(
        "status",
        Choice(STATUSES, nothing="", instead=_STATUS_INSTEAD),
        f"Where it has not appeared yet: {', '.join(STATUSES)}.",
        "in press",
    ),
    Field("type", _TYPE, "Kind of work: article (a preprint), article-journal, paper-conference, thesis, …", "article"),
    Field(
        "venue", _LINE, "Journal, proceedings or book that it appeared in.", "Interspeech 2023", csl="container-title"
    ),
    Field(
        "venue_short",
        _LINE,
        "The venue's short name, a badge in lists.",
        "ICLR",
        bibtex="shortjournal",
        csl="container-title-short",
    ),
    Field("volume", _LINE, "Volume.", "12", bibtex="volume", ris="VL", csl="volume"),
    Field("issue", _LINE, "Issue.", "3", csl="issue"),
    Field("pages", _LINE, "Pages.", "101-117", csl="page"),
    Field(
        "publisher",
        _LINE,
        "Publisher, or the school of a thesis.",
        "ISCA",
        bibtex="publisher",
        ris="PB",
        csl="publisher",
    ),
    Field("place", _LINE, "Place of publication.", "Dublin", bibtex="address", ris="CY", csl="publisher-place"),
    Field("edition", _LINE, "Edition.", "2", bibtex="edition", ris="ET", csl="edition"),
    Field(
        "series",
        _LINE,
        "Series that the book or the proceedings belong to.",
        "LNCS",
        bibtex="series",
        ris="T3",
        csl="collection-title",
    ),
    Field("number", _LINE, "Number of a report or patent, or within the series.", "TR-42", csl="number"),
    Field("chapter", _LINE, "Chapter.", "7", bibtex="chapter", ris="CP", csl="chapter-number"),
    Field(
        "genre", _LINE, "What kind of thesis or report, in words.", "PhD thesis", bibtex="type", ris="M3", csl="genre"
    ),
    Field(
        "event",
        _LINE,
        "Conference or meeting, where it is not the venue.",
        "ACL 2023",
        bibtex="eventtitle",
        ris="U2",
        csl="event-title",
    ),
    Field("editors", ListOf(NAME), "Editors of the venue.", "[Ann Editor]"),
    Field("topics", ListOf(_LINE), "What it is about; each topic gets a page.", "[Speech recognition]"),
    Field("category", _LINE, "The source's own code for the subject.", "CL", ris="U3"),
    Field("code", Flag(), "True if there is code (put its address under links).", "true"),
    Field("doi", _DOI, "DOI, bare.", "10.1000/182", csl="DOI"),
    Field("arxiv", _ARXIV, "arXiv identifier.", "2309.09843"),
    Field("isbn", _LINE, "ISBN.", "978-3-16-148410-0", bibtex="isbn", csl="ISBN"),
    Field("issn", _LINE, "ISSN.", "2049-3630", bibtex="issn", csl="ISSN"),
    Field("pmid", _PMID, "PubMed number.", "31452104", ris="U1", csl="PMID"),
    Field("pmcid", _PMCID, "PubMed Central id.", "PMC6699999", ris="C2", csl="PMCID"),
    Field(
        "links",
        MapOf(Url(local=True), example="pdf: https://example.org/paper.pdf"),
        "Where to get it: a web address, or a file under content/assets/.",
        "{pdf: https://example.org/paper.pdf}",
    ),
    Field("language", _LINE, "Language of the work (BCP 47).", "en", bibtex="language", ris="LA", csl="language"),
    Field("license", _LINE, "Licence: an SPDX name or an address.", "CC-BY-4.0", bibtex="license", ris="U4"),
    Field("keywords", ListOf(_LINE), "The work's own keywords; they get no pages.", "[speech, language]"),
    Field("awards", ListOf(_LINE), "Awards, shown in lists and on the page.", "[Best paper award]"),
    Field("summary", _LINE, "One plain sentence, shown in lists under the title.", "How machines learn to listen."),
    Field("note", Paragraph(), "A remark shown with the paper.", "With an appendix by Max Roe"),
    Field("retraction", NOTICE, "Where it was retracted: when, and where the notice is.", "{date: 2024-05-01}"),
    Field("corrections", ListOf(NOTICE), "Published corrections.", "[{date: 2024-05-01, note: Figure 2}]"),
    Field("key", _LINE, "Citation key; leave it once people cite by it.", "doe2023theory"),
    Field("versions", ListOf(VERSION), "Other versions of the same work.", "[{type: article, arxiv: 2309.09843}]"),
    Field("aliases", ListOf(_SLUG), "Former names of its page, which still lead here.", "[old-name]"),
    Field("review", ListOf(FieldNames()), "What the import is unsure of; delete it once you have looked.", "[title]"),
    Field("featured", Flag(), "True to show it first.", "true"),
    Field("weight", Number(1, 10_000), "Its place among papers of one date: 1 is first; without it, last.", "1"),
    Field("draft", Flag(), "True to keep it off the site.", "true"),
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
        raise ValueError("the paper has no title")
    return Paper(**values)


PAPER = Record(_paper, FIELDS, required="title", extra="extra", what="a paper")
"""Front matter as a record: ``PAPER.read(mapping, (), faults)`` gives a Paper without its abstract."""

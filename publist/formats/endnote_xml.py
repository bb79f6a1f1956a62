"""EndNote's XML (``<xml><records><record>…``), as EndNote, Zotero and Mendeley export it. Read only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.parsers import expat

from publist.formats.base import Reading
from publist.formats.endnote_tagged import TYPES, dated
from publist.formats.normalising.database_remarks import lines_apart
from publist.formats.normalising.steps import normalised
from publist.formats.single_names import name_of
from publist.model.paper import Paper, Plain
from publist.model.problems import Problem, error, warning
from publist.text import html_text, identifiers

_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<xml>\s*)?<records>\s*<record>.{0,3000}<(?:ref-type|source-app|titles|contributors)\b",
    re.DOTALL,
)
_SPACE = re.compile(r"\s+")


class _Record(NamedTuple):
    """The line on which a record begins, and the texts of its elements by their paths below it."""

    line: int
    kind: str
    texts: dict[str, list[str]]


def recognises(text: str) -> bool:
    """Whether the beginning has records as EndNote writes them."""
    return _BEGINNING.match(text.lstrip("\ufeff")[:20_000]) is not None


def read(text: str, *, source: str) -> Reading:
    """Every record. Where the XML breaks, the records before are kept and the place reported."""
    parser = _Parser()
    problems = parser.parse(text, source)
    papers, lines = [], []
    for record in parser.records:
        paper = _paper(record)
        if paper.title:
            papers.append(paper)
            lines.append(record.line)
        else:
            problems.append(warning(source, record.line, 0, "a record without a title is left out", "give it a title"))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


class _Parser:
    """Expat's events to records; ``style`` elements only dress their text. Expat itself refuses entity bombs."""

    def __init__(self) -> None:
        self.records: list[_Record] = []
        self._open: _Record | None = None
        self._path: list[str] = []
        self._text: list[str] = []
        self._expat = expat.ParserCreate()
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text.append

    def parse(self, text: str, source: str) -> list[Problem]:
        try:
            self._expat.Parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).encode(), True)
        except expat.ExpatError as wrong:
            message = f"the XML breaks here: {expat.ErrorString(wrong.code)}"
            return [error(source, wrong.lineno, wrong.offset + 1, message, "the records before this place are read")]
        return []

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "record":
            self._open = _Record(self._expat.CurrentLineNumber, "", {})
            self._path = []
        elif self._open and tag == "ref-type":
            self._open = self._open._replace(kind=attributes.get("name", ""))
        if self._open and tag not in ("record", "style"):
            self._path.append(tag)
            self._text.clear()

    def _end(self, tag: str) -> None:
        if not self._open or tag == "style":
            return
        if tag == "record":
            self.records.append(self._open)
            self._open = None
            return
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        if text:
            self._open.texts.setdefault("/".join(self._path), []).append(text)
        self._path.pop()


_HOUSEKEEPING = ("database", "source-app", "rec-number", "foreign-keys", "ref-type", "label", "titles/alt-title")
"""What EndNote says of its own file, or a second time."""


def _paper(record: _Record) -> Paper:
    texts = dict(record.texts)

    def every(*paths: str) -> list[str]:
        return [text for path in paths for text in texts.pop(path, ())]

    def first(*paths: str) -> str:
        found = next((path for path in paths if texts.get(path)), "")
        return " ".join(texts.pop(found, ()))

    kind = TYPES.get(record.kind, "article")
    serial, pmcid = " ; ".join(every("isbn")), identifiers.pmcid(" ".join(texts.get("custom2", ())))
    day = dated(first("dates/year"), first("dates/pub-dates/date"))
    pmid = identifiers.pmid(" ".join(texts.get("accession-num", ())))
    every(*["custom2"] * bool(pmcid), *["accession-num"] * bool(pmid))
    paper = Paper(
        title=html_text.to_markdown(first("titles/title")).removesuffix("."),
        authors=tuple(map(name_of, every("contributors/authors/author"))),
        editors=tuple(map(name_of, every("contributors/secondary-authors/author"))),
        date=day.date,
        status=day.status,
        type=kind,
        venue=html_text.to_text(first("periodical/full-title", "titles/secondary-title", "titles/full-title")),
        volume=first("volume"),
        issue=first("number"),
        pages=first("pages").replace("–", "-"),
        publisher=html_text.to_text(first("publisher")),
        place=html_text.to_text(first("pub-location")),
        edition=first("edition"),
        genre=first("work-type"),
        doi=identifiers.doi(first("electronic-resource-num")),
        pmid=pmid,
        pmcid=pmcid,
        isbn=serial if kind in ("book", "chapter") else "",
        issn=serial if kind.startswith("article") else "",
        links=_links(every("urls/pdf-urls/url", "urls/related-urls/url")),
        keywords=tuple(map(html_text.to_text, every("keywords/keyword"))),
        language=first("language"),
        note=html_text.to_markdown(lines_apart(first("notes"))),
        review=("date",) if day.left else (),
        abstract=html_text.to_markdown(first("abstract")),
    )
    left: dict[str, Plain] = {
        path.replace("/", "-"): "; ".join(values)
        for path, values in texts.items()
        if not path.startswith(_HOUSEKEEPING) and paper.venue not in values
    }
    return normalised(paper._replace(extra=day.left | left))


def _links(said: Sequence[str]) -> dict[str, str]:
    """The first PDF and the first page, the others by number."""
    links: dict[str, str] = {}
    for address in (address for text in said for address in identifiers.web_addresses(text)):
        label = "pdf" if ".pdf" in address.lower() else "url"
        links[f"link-{len(links) + 1}" if label in links else label] = address
    return links

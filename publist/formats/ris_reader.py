"""RIS records to papers, as Zotero, EndNote, Mendeley, Scopus, Web of Science and publishers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from publist.formats import ris_tags
from publist.formats.base import Reading
from publist.formats.csl_parts import date
from publist.model.paper import Date, Name, Paper
from publist.model.problems import Problem, warning
from publist.text import html_text, identifiers, names

_LINE = re.compile(r"^([A-Z][A-Z0-9]) {0,2}- ?(.*)$")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")


class RisRecord(NamedTuple):
    """A record: its lines as tag and value, in order, and the line that it begins in."""

    line: int
    lines: tuple[tuple[str, str], ...]


def read(text: str, source: str) -> Reading:
    """Every record as a paper."""
    problems: list[Problem] = []
    papers, lines = [], []
    for record in _records(text, source, problems):
        paper = _paper(record)
        if paper.title:
            papers.append(paper)
            lines.append(record.line)
        else:
            problems.append(
                warning(source, record.line, 0, "a record without a title is left out", "add a line: TI  - …")
            )
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _records(text: str, source: str, problems: list[Problem]) -> Iterator[RisRecord]:
    """The records of a text; a line without a tag goes on the value before it."""
    begin = 0
    lines: list[tuple[str, str]] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _LINE.match(line)
        tag, value = (found[1], found[2].strip()) if found else ("", line.strip())
        if tag == "TY" and begin:
            problems.append(warning(source, begin, 0, "the record does not end", "put a line ER  - after it"))
            yield RisRecord(begin, tuple(lines))
            lines = []
        if tag == "TY":
            begin, lines = number, [(tag, value)]
        elif tag == "ER" and begin:
            yield RisRecord(begin, tuple(lines))
            begin, lines = 0, []
        elif begin and tag:
            lines.append((tag, value))
        elif begin and value:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {value}".strip())
        elif value:
            problems.append(warning(source, number, 1, f"text outside of any record is not read: {value[:80]}"))
    if begin:
        problems.append(warning(source, begin, 0, "the record does not end", "put a line ER  - after it"))
        yield RisRecord(begin, tuple(lines))


class _Tags:
    """The values of a record by tag; each is taken once."""

    def __init__(self, record: RisRecord) -> None:
        self.left: dict[str, list[str]] = {}
        for tag, value in record.lines:
            if value:
                self.left.setdefault(tag, []).append(value)

    def all(self, *tags: str) -> list[str]:
        return [value for tag in tags for value in self.left.pop(tag, [])]

    def one(self, *tags: str) -> str:
        """The first value of the first of the tags that there is; other tags go with it if they say the same."""
        for tag in tags:
            if values := self.left.get(tag):
                first = values.pop(0)
                for other in tags:
                    self.left[other] = [value for value in self.left.get(other, []) if value != first]
                return first
        return ""


def _paper(record: RisRecord) -> Paper:
    tags = _Tags(record)
    kind = ris_tags.TO_CSL.get(tags.one("TY").upper(), "document")
    serial = kind in ris_tags.SERIALS
    authors = [name for name in tags.all("AU", "A1") if name.strip(" ,")]
    et_al = [name for name in authors if name.lower() in ("et al.", "et al", "others", "et, al.")]
    title = html_text.to_markdown(tags.one("TI", "T1", "CT", *(("BT",) if kind == "book" else ()))).replace("\n\n", " ")
    links = _links(tags)
    lines: dict[str, Any] = {field: tags.one(tag) for tag, field in {**ris_tags.TEXT, **ris_tags.USER}.items()}
    lines |= {
        "venue": tags.one("T2", "JF", "JO", "BT", "JA", "J1", "J2"),
        "issue": tags.one("IS"),
        "pages": _pages(tags),
        "number": tags.one("C7") if serial else tags.one("M1"),
        "doi": _identifier(tags, ("DO", "L3"), identifiers.doi),
        "pmcid": identifiers.pmcid(lines["pmcid"]),
        "pmid": identifiers.pmid(lines["pmid"]),
        "arxiv": _identifier(tags, ("AN",), identifiers.arxiv),
    }
    issn, isbn = _serial_numbers(tags)
    preprint = kind in ("article", "manuscript") and lines["genre"].lower() == "preprint"
    return Paper(
        title=title,
        authors=tuple(_name(name) for name in authors if name not in et_al),
        et_al=bool(tags.one("U5") or et_al),
        date=_date(tags),
        type="article" if preprint else kind,
        **(lines | {"genre": "" if preprint else lines["genre"], "place": lines["place"] or tags.one("PP")}),
        editors=tuple(map(_name, tags.all("ED", "A2"))),
        isbn=isbn,
        issn=issn,
        links=links,
        keywords=tuple(tags.all("KW")),
        note=html_text.to_markdown(tags.one("N1")),
        key=tags.one("ID"),
        abstract=html_text.to_markdown(tags.one("AB", "N2")),
        extra={tag.lower(): "; ".join(values) for tag, values in tags.left.items() if values},
    )


def _name(text: str) -> Name:
    """``Family, Given, Suffix``: in RIS the suffix is last."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 3:
        return names.parse(f"{parts[0]}, {parts[2]}, {parts[1]}" if parts[2] else f"{parts[0]}, {parts[1]}")
    return names.parse(text.rstrip(" ,"))


def _date(tags: _Tags) -> Date | None:
    """The date: DA where it says more than the year; EndNote writes a day without a year into DA."""
    year, day = tags.one("PY", "Y1"), tags.one("DA")
    said = [date(text.rstrip("/ ")) for text in (day, year)]
    return next((found for found in said if found), None)


def _pages(tags: _Tags) -> str:
    first, last = tags.one("SP"), tags.one("EP")
    if first and last and "-" not in first and first != last:
        return f"{first}-{last}"
    return (first or last).replace("–", "-").replace("--", "-")


def _serial_numbers(tags: _Tags) -> tuple[str, str]:
    """ISSN and ISBN, which RIS both has in SN."""
    found = tags.all("SN")
    issn = next((value for value in found if all(map(_ISSN.fullmatch, re.findall(r"[\dXx-]+", value)))), "")
    return issn, "; ".join(value for value in found if value != issn)


def _identifier(tags: _Tags, names_of_tag: tuple[str, ...], bare: identifiers.Bare) -> str:
    """The identifier in a tag; anything else stays where it is."""
    for tag in names_of_tag:
        for value in tags.left.get(tag, []):
            if found := bare(value):
                tags.left[tag].remove(value)
                return found
    return ""


def _links(tags: _Tags) -> dict[str, str]:
    links = {"url": _identifier(tags, ("UR", "LK", "L2"), identifiers.web_address)}
    links["pdf"] = _identifier(tags, ("L1",), identifiers.web_address) or (tags.one("L1") if _is_file(tags) else "")
    return {label: address for label, address in links.items() if address}


def _is_file(tags: _Tags) -> bool:
    return bool(re.fullmatch(r"[^\s<>\"\\^`{|}:?#]+\.[^\s<>\"\\^`{|}:?#]+", (tags.left.get("L1") or [""])[0]))

"""RIS records to papers, as Zotero, EndNote, Mendeley, Scopus, Web of Science and publishers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from publist.formats import dates_in_words, ris_tags, work_types
from publist.formats.base import Reading
from publist.formats.dates_in_words import ReadDate
from publist.formats.normalising import serial_numbers
from publist.formats.normalising.database_remarks import lines_apart
from publist.formats.normalising.statuses import status_of
from publist.formats.normalising.steps import normalised
from publist.model.paper import CSL_TYPES, Name, Paper
from publist.model.problems import Problem, warning
from publist.text import author_marks, html_text, identifiers, names

_LINE = re.compile(r"^([A-Z][A-Z0-9]) {0,2}- ?(.*)$")

_NOTHING = re.compile(r"/(?:undefined|null|none|NaN)$")
"""What a script wrote as the part of a date that it had not."""
_NUMBERING = re.compile(r"<?\d{1,6}>?[.):]?|Record #?\d+ of \d+")
"""What databases write above each record: its number in the list, which says nothing of the paper."""
_REFERENCE = re.compile(r"[^()]{3,400}\((?:1[5-9]|20)\d\d[a-z]?\)\. .{10}")
"""``Lee, A., and Roe, M. (2019). Noise in long winters …``."""
_MOST_COMMAS = 2
"""``Family, Given, Suffix``: a name has no more."""


class RisRecord(NamedTuple):
    """A record: its lines as tag and value, in order, and the line that it begins in."""

    line: int
    lines: tuple[tuple[str, str], ...]


def read(text: str, source: str) -> Reading:
    """Every record as a paper."""
    problems: list[Problem] = []
    papers, lines = [], []
    for whole in _records(text, source, problems):
        record = whole._replace(lines=tuple(line for line in whole.lines if not _is_cited(*line)))
        if cited := len(whole.lines) - len(record.lines):
            message = f"{cited} lines of M1, A2 or ED are left out, which list whom or what the paper cites or thanks"
            problems.append(warning(source, record.line, 0, message))
        paper = _paper(record)
        if paper.title:
            papers.append(paper)
            lines.append(record.line)
        else:
            problems.append(
                warning(source, record.line, 0, "a record without a title is left out", "add a line: TI  - …")
            )
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _is_cited(tag: str, value: str) -> bool:
    """Whether a line lists whom or what the paper cites (PsycINFO) or thanks (Medline), where others have editors."""
    names_together = tag in ("A2", "ED") and value.count(",") > _MOST_COMMAS
    return names_together or (tag == "M1" and bool(_REFERENCE.match(value)))


def _records(text: str, source: str, problems: list[Problem]) -> Iterator[RisRecord]:
    """The records of a text; a line without a tag goes on the value before it."""
    begin = 0
    lines: list[tuple[str, str]] = []
    told: set[str] = set()
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
        elif value and value not in told and not _NUMBERING.fullmatch(value):
            told.add(value)
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
    said = tags.one("TY")
    kind = ris_tags.TO_CSL.get(said.upper()) or work_types.csl_type(said)
    serial = kind in ris_tags.SERIALS
    tags.left["AU"] = [name for tag, name in record.lines if tag in ("AU", "A1")]
    tags.left.pop("A1", None)
    authors = [name for name in tags.all("AU") if name.strip(" ,")]
    authors += [tags.left["A3"].pop() for text in tags.left.get("A3", [])[-1:] if names.is_group(text)]
    et_al = [name for name in authors if name.lower() in ("et al.", "et al", "others", "et, al.")]
    people = [_name(name) for name in authors if name not in et_al]
    title = html_text.to_markdown(tags.one("TI", "T1", "CT", *(("BT",) if kind == "book" else ()))).replace("\n\n", " ")
    date, doubtful = _date(tags)
    links = _links(tags)
    note, status = _note(tags)
    plain = {**ris_tags.TEXT, **ris_tags.USER}
    lines: dict[str, Any] = {field: html_text.to_text(tags.one(tag)) for tag, field in plain.items()}
    lines |= {
        "venue": html_text.to_text(tags.one("T2", "JF", "JO", "BT", "JA", "J1", "J2")),
        "venue_short": html_text.to_text(tags.one("JA", "J2")) if serial else "",
        "issue": tags.one("IS"),
        "pages": _pages(tags),
        "number": tags.one("C7") if serial else tags.one("M1", "C7"),
        "doi": _identifier(tags, ("DO", "L3"), identifiers.doi),
        "pmcid": identifiers.pmcid(lines["pmcid"]),
        "pmid": identifiers.pmid(lines["pmid"]),
        "arxiv": _identifier(tags, ("AN",), identifiers.arxiv),
        "issn": " ; ".join(number for number in tags.left.pop("SN", []) if _is_serial(tags, number)),
        "place": lines["place"] or tags.one("PP"),
    }
    if identifiers.doi(lines["genre"]):  # older files of publishers
        lines["doi"], lines["genre"] = lines["doi"] or identifiers.doi(lines["genre"]), ""
    if kind == "patent" and not lines["number"]:
        lines["number"] = tags.one("SN")
    if kind == "document" and lines["genre"] in CSL_TYPES:
        kind, lines["genre"] = lines["genre"], ""
    preprint = kind in ("article", "manuscript") and lines["genre"].lower() == "preprint"
    doubts = ["authors"] * any(names.vancouver(author)[0] for author in authors) + ["date"] * doubtful
    if not (said.upper() in ris_tags.TO_CSL or work_types.is_known(said)):
        tags.left["TY"] = [said]
    return normalised(
        Paper(
            title=title,
            authors=tuple(people),
            et_al=bool(tags.one("U5") or et_al),
            date=date.date,
            status=date.status or status or ("in press" if said.upper() == "INPR" else ""),
            type="article" if preprint else kind,
            **(lines | {"genre": "" if preprint else lines["genre"]}),
            editors=tuple(map(_name, tags.all("ED", "A2"))),
            links=links,
            keywords=tuple(keyword for text in tags.all("KW") for keyword in _keywords(html_text.to_text(text))),
            note=note,
            key=tags.one("ID"),
            review=tuple(doubts),
            abstract=html_text.to_markdown(tags.one("AB", "N2")),
            extra={tag.lower(): "; ".join(values) for tag, values in tags.left.items() if values},
        )
    )


def _keywords(text: str) -> list[str]:
    """The keyword of a line, or those that semicolons part; a star marks those that say most (MeSH)."""
    return [word.strip().lstrip("*") for word in text.split(";") if word.strip(" *")]


def _is_serial(tags: _Tags, number: str) -> bool:
    """Whether SN has an ISSN or ISBN; what it has of patents and reports stays where it is."""
    if serial_numbers.is_number(number):
        return True
    tags.left.setdefault("SN", []).append(number)
    return False


def _note(tags: _Tags) -> tuple[str, str]:
    """The remarks of all notes, and the status that one of them says."""
    notes = tags.all("N1")
    status = next(filter(None, map(status_of, notes)), "")
    return "; ".join(html_text.to_markdown(lines_apart(note)) for note in notes if not status_of(note)), status


def _name(text: str) -> Name:
    """``Family, Given, Suffix``: in RIS the suffix is last. PubMed's ``Jones AB`` has no comma."""
    text = html_text.without_braces(text)
    plain, marks = author_marks.apart(text.rstrip(" ,"))
    parts = [part.strip() for part in plain.split(",")]
    family, initials = names.vancouver(plain)
    if family:
        name = names.from_parts(initials, family)
    elif len(parts) == 3:
        name = names.parse(f"{parts[0]}, {parts[2]}, {parts[1]}" if parts[2] else f"{parts[0]}, {parts[1]}")
    else:
        name = names.parse(plain)
    return name._replace(note=marks) if marks else name


def _date(tags: _Tags) -> tuple[ReadDate, bool]:
    """The date that says most, and whether one is in doubt; what cannot be read stays where it is.

    EndNote writes a day without a year into DA; a second date must not make the first one less exact.
    """
    said = {tag: tags.left.get(tag, [""])[0] for tag in ("DA", "PY", "Y1")}
    read = {tag: dates_in_words.read(_NOTHING.sub("", text).rstrip("/ ")) for tag, text in said.items()}
    year = read["PY"].date or read["Y1"].date
    if year and said["DA"] and read["DA"].date is None:
        with_year = dates_in_words.read(f"{said['DA']} {year.year}")
        read["DA"] = with_year if with_year.date and with_year.date.month else read["DA"]
    known = [found for found in read.values() if found.date and (not year or found.date.year == year.year)]
    best = max(known, key=lambda found: sum(map(bool, found.date or ())), default=ReadDate(None, True))
    doubtful = False
    for tag, found in read.items():
        agrees = found.date and best.date and str(best.date).startswith(str(found.date))
        if (found.exact and agrees) or found.status:
            tags.left.pop(tag, None)
        elif said[tag] and not (tag == "DA" and found.date is None and best.date and best.exact):
            doubtful = doubtful or tag != "Y1" or not best.date
    status = next((found.status for found in read.values() if found.status), "")
    return best._replace(status=status), doubtful


def _pages(tags: _Tags) -> str:
    first, last = tags.one("SP"), tags.one("EP")
    if first and last and "-" not in first and first != last:
        return f"{first}-{last}"
    return (first or last).replace("–", "-").replace("--", "-")


def _identifier(tags: _Tags, names_of_tag: tuple[str, ...], bare: identifiers.Bare) -> str:
    """The identifier in a tag; anything else stays where it is."""
    for tag in names_of_tag:
        for value in tags.left.get(tag, []):
            if found := bare(value):
                tags.left[tag].remove(value)
                return found
    return ""


def _links(tags: _Tags) -> dict[str, str]:
    """UR is the page, L1 the PDF, L2 the full text; of several pages the first, the others by number."""
    pages = [address for text in tags.left.get("UR", []) + tags.left.get("LK", []) for address in _web(text)]
    for tag in ("UR", "LK"):
        tags.left[tag] = [text for text in tags.left.get(tag, []) if not _web(text)]
    links = {"url" if not number else f"link-{number + 1}": where for number, where in enumerate(dict.fromkeys(pages))}
    links["pdf"] = _identifier(tags, ("L1",), identifiers.web_address) or (tags.one("L1") if _is_file(tags) else "")
    full = _identifier(tags, ("L2",), identifiers.web_address)
    if full and full not in links.values():
        links["html" if "url" in links else "url"] = full
    return {label: address for label, address in links.items() if address}


def _web(text: str) -> tuple[str, ...]:
    return identifiers.web_addresses(text)


def _is_file(tags: _Tags) -> bool:
    return bool(re.fullmatch(r"[^\s<>\"\\^`{|}:?#]+\.[^\s<>\"\\^`{|}:?#]+", (tags.left.get("L1") or [""])[0]))

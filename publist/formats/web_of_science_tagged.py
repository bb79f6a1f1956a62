"""Plain text files of Web of Science (``.txt``, ``.ciw``) by Clarivate's field tags.

https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html

Each record begins with PT and ends with ER; what a value goes on with stands behind three spaces, one name in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats import dates_in_words
from publist.formats.base import Reading
from publist.formats.dates_in_words import ReadDate
from publist.formats.normalising.steps import normalised
from publist.formats.pubmed_citation import expanded_pages
from publist.formats.single_names import name_of
from publist.formats.webpage.citation_counts import counted
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, warning
from publist.text import html_text, identifiers

_TAGS = frozenset(
    """FN VR PT AU AF BA BF CA GP BE AE TI FT SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI FU FP FX CR NR TC
    Z9 Z8 ZB ZR ZS U1 U2 PU PI PA SN EI BN J9 JI PD PY VL IS SI PN SU MA AR BP EP DI D2 EA EY PG P2 WC WE SC GA PM UT OA
    HC HP DA PS TN ST OR BD AN NT UR AW PC CN PR ER EF""".split()
)
"""All tags: where a copy lost the spaces before the lines that go on, they tell those from the lines that begin."""
_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?")
_INDENTED = re.compile(r"^   \S", re.MULTILINE)
_BEGINNING = re.compile(r"(?:FN [^\n]*\n(?:VR [^\n]*\n)?\s*)?PT [JCBSP][^\S\n]*\n")
_FILE = ("FN", "VR", "EF")
"""What stands around all records: the maker of the file, its version, its end."""
_NAME = re.compile(r"(?P<name>[^/;]+)/(?P<id>[\w-]+)")
"""``Lee, Ann/0000-0002-1825-0097``: whose iD it is."""

_PATENT = re.compile(r"([^\W\d_a-z][^\W\d_a-z'-]+) ([^\W\d_a-z](?: ?[^\W\d_a-z])?)")
"""``YANG Y``: whom patents name."""


class _Record(NamedTuple):
    """The line of its PT, and the lines of each value by tag."""

    line: int
    values: dict[str, list[str]]

    def one(self, *tags: str) -> str:
        """The value of the first of the tags that there is, in one line."""
        return next((" ".join(self.values[tag]) for tag in tags if tag in self.values), "")

    def names(self, *tags: str) -> tuple[Name, ...]:
        """The names of the first of the tags that there is."""
        found = next((self.values[tag] for tag in tags if tag in self.values), [])
        return tuple(name_of(_PATENT.sub(r"\1, \2", name)) for name in found if name and name != "[Anonymous]")


def recognises(text: str) -> bool:
    """Whether the text begins as such a file does, or with its first record."""
    return _BEGINNING.match(text.lstrip("\ufeff \r\n").replace("\r\n", "\n")) is not None


def read(text: str, *, source: str) -> Reading:
    """Every record; one without a title is left out with a warning."""
    papers, lines = [], []
    problems: list[Problem] = []
    for record in _records(text, source, problems):
        paper = _paper(record)
        if paper.title:
            papers.append(paper)
            lines.append(record.line)
        else:
            problems.append(warning(source, record.line, 0, "a record without a title is left out", "add a line: TI …"))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _records(text: str, source: str, problems: list[Problem]) -> Iterator[_Record]:
    record, last = _Record(0, {}), ""
    indented = bool(_INDENTED.search(text))
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _LINE.fullmatch(line.rstrip())
        found = found if found and (indented or found["tag"] in _TAGS) else None
        tag = found["tag"] if found else ""
        if tag in ("PT", "ER", "EF") and record.line:
            if tag != "ER":
                problems.append(warning(source, record.line, 0, "the record does not end", "put a line ER after it"))
            yield record
            record = _Record(0, {})
        if found and tag == "PT":
            record = _Record(number, {})
        if found and record.line:
            last = tag
            record.values.setdefault(last, []).append((found["value"] or "").strip())
        elif line.strip() and record.line:
            record.values[last].append(line.strip())
        elif line.strip() and tag not in (*_FILE, "ER"):
            problems.append(warning(source, number, 1, f"text outside of any record is not read: {line.strip()[:80]}"))
    if record.line:
        problems.append(warning(source, record.line, 0, "the record does not end", "put a line ER after it"))
        yield record


def _paper(record: _Record) -> Paper:
    one = record.one
    day = _date(record)
    begin, end = one("BP"), one("EP")
    pages = f"{begin}-{end}" if begin and end and begin != end else begin or end
    paper = Paper(
        title=html_text.to_markdown(one("TI")).removesuffix("."),
        authors=_with_orcids((*record.names("AF", "AU", "BF", "BA"), *_groups(record)), one("OI")),
        editors=record.names("BE"),
        date=day.date,
        status="in press" if one("EA") and not one("VL") else "",
        type=_type(record),
        venue=html_text.to_text(one("SO")) if _bare(one("SO")) != _bare(one("TI")) else "",
        venue_short=html_text.to_text(one("JI")),
        series=html_text.to_text(one("SE")),
        volume=one("VL"),
        issue=one("IS"),
        pages=expanded_pages(pages),
        number=one("AR").removeprefix("UNSP").strip() or one("PN"),
        publisher=html_text.to_text(one("PU")),
        place=html_text.to_text(one("PI")),
        doi=identifiers.doi(one("DI", "D2")),
        issn=" ; ".join(number for number in (one("SN"), one("EI")) if number),
        isbn=one("BN"),
        pmid=identifiers.pmid(one("PM")),
        language=one("LA"),
        keywords=tuple(word.strip() for word in html_text.to_text(one("DE")).split(";") if word.strip()),
        review=("date",) if one("PD", "PY") and not day.date else (),
        extra={name: value for name, value in (("ut", one("UT")), ("conference", one("CT"))) if value},
        abstract=html_text.to_markdown(one("AB")),
    )
    return normalised(counted(paper, one("TC"), "Web of Science"))


def _date(record: _Record) -> ReadDate:
    """``DEC 16`` and ``2020``, ``JAN-FEB``; a season tells the year alone."""
    year, day = record.one("PY") or record.one("EA")[-4:], record.one("PD").title()
    whole = dates_in_words.read(day if year in day else f"{day} {year}") if day else None
    return whole if whole and whole.date and whole.exact else dates_in_words.read(year)


def _type(record: _Record) -> str:
    said, kind = record.one("DT"), record.one("PT")
    if kind == "P":
        return "patent"
    if "Proceedings Paper" in said or (record.one("CT") and "Article" not in said):
        return "paper-conference"
    if kind == "J":
        return "article-journal"
    return "book" if _bare(record.one("SO")) in ("", _bare(record.one("TI"))) or said == "Book" else "chapter"


def _bare(title: str) -> str:
    return title.removesuffix(".").casefold()


def _groups(record: _Record) -> tuple[Name, ...]:
    return tuple(Name(html_text.to_text(name), literal=True) for name in record.values.get("CA", ()) if name)


def _with_orcids(people: Sequence[Name], said: str) -> tuple[Name, ...]:
    """The people with their iDs, where one of them alone has the family name and the first letter that it goes with."""
    named = list(people)
    for found in _NAME.finditer(said):
        owner = name_of(found["name"].strip())
        places = [place for place, name in enumerate(named) if _initialled(name) == _initialled(owner)]
        if len(places) == 1 and (orcid := identifiers.orcid(found["id"])):
            named[places[0]] = named[places[0]]._replace(orcid=orcid)
    return tuple(named)


def _initialled(name: Name) -> tuple[str, str]:
    family = name.family or name.name.rpartition(" ")[2]
    return family.casefold(), (name.given or name.name)[:1].casefold()

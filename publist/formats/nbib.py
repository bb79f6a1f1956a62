"""PubMed's citation files (``.nbib``, MEDLINE format), and those of ERIC, which have its tags and other values.

https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from publist.formats import dates_in_words
from publist.formats.base import Reading
from publist.formats.normalising.steps import normalised
from publist.formats.pubmed_citation import bare_title, expanded_pages
from publist.formats.single_names import name_of
from publist.model.paper import Name, Notice, Paper
from publist.model.problems import Problem, warning
from publist.text import html_text, identifiers

_LINE = re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}- ?(?P<value>.*)")
_BEGINNING = re.compile(r"^\ufeff?[^\S\r\n]*(?:PMID ?- ?\d+|OWN ?- ?ERIC)[^\S\r\n]*$", re.MULTILINE)
_ERIC = re.compile(r"(?:v(?P<volume>\w+) )?(?:n(?P<issue>[\w-]+) )?(?:p(?P<pages>[\w-]+) )?.*")
"""``v67 n2 p423-441 Apr 2019``: where ERIC says that an article stands."""
_ISSN = re.compile(r"^E?ISSN-")
_TYPES = {
    "Book": "book", "Book Chapter": "chapter", "Preprint": "article", "Congress": "paper-conference",
    "Dataset": "dataset",
    "Books": "book", "Dissertations/Theses": "thesis", "Reports": "report", "Journal Articles": "article-journal",
    "Review": "article-journal", "Journal Article": "article-journal", "Letter": "article-journal",
}  # fmt: skip


def recognises(text: str) -> bool:
    """Whether the text begins as a record of PubMed does."""
    return _BEGINNING.match(text.lstrip("\ufeff \r\n")) is not None


def read(text: str, *, source: str) -> Reading:
    """Every record; one without a title is left out with a warning."""
    papers, lines = [], []
    problems: list[Problem] = []
    for line, tags in _records(text, source, problems):
        paper = _paper(tags)
        if paper.title:
            papers.append(paper)
            lines.append(line)
        else:
            problems.append(warning(source, line, 0, "a record without a title is left out", "add a line: TI  - …"))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _records(text: str, source: str, problems: list[Problem]) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """The line on which each record begins, and its values by tag; an indented line goes on the value before it."""
    begin, tags, last = 0, dict[str, list[list[str]]](), ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _LINE.match(line)
        if found and (found["tag"] == "PMID" or (found["tag"] == "OWN" and "PMID" not in tags)):
            if begin:
                yield begin, _joined(tags)
            begin, tags = number, {}
        if found and begin:
            last = found["tag"]
            tags.setdefault(last, []).append([found["value"].strip()])
        elif line.startswith(" ") and begin and last:
            tags[last][-1].append(line.strip())
        elif line.strip():
            problems.append(warning(source, number, 1, f"text outside of any record is not read: {line.strip()[:80]}"))
    if begin:
        yield begin, _joined(tags)


def _joined(tags: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, list[str]]:
    """The values whose lines were kept apart: to join each to all before it would take the square of their number."""
    return {tag: [" ".join(lines) for lines in values] for tag, values in tags.items()}


def _paper(tags: dict[str, list[str]]) -> Paper:
    def first(*wanted: str) -> str:
        return next((tags[tag][0] for tag in wanted if tags.get(tag)), "")

    said = [kind.partition(" - ")[0] for kind in tags.get("PT", ())]
    place = _ERIC.fullmatch(first("SO")) if first("OWN") == "ERIC" else None
    eric = place.groupdict("") if place else {}
    day = dates_in_words.read(first("DP"))
    return normalised(
        Paper(
            title=html_text.to_markdown(bare_title(first("TI", "BTI"))),
            authors=_authors(tags),
            date=day.date,
            status=day.status or _ahead(tags),
            type=_type(said, serial="Journal Articles" in said or bool(eric.get("volume"))),
            venue=html_text.to_text(first("JT", "TA", "CTI" if "CTI" in tags else "BTI") if first("TI") else ""),
            volume=first("VI") or eric.get("volume", ""),
            issue=first("IP") or eric.get("issue", ""),
            pages=expanded_pages(first("PG") or eric.get("pages", "")),
            publisher=html_text.to_text(first("PB")),
            doi=_doi(tags),
            issn=" ; ".join(_ISSN.sub("", number) for tag in ("IS", "ISSN") for number in tags.get(tag, ())),
            isbn=first("ISBN").removeprefix("ISBN-"),
            pmid=identifiers.pmid(first("PMID")),
            pmcid=identifiers.pmcid(first("PMC")),
            language=first("LA"),
            retraction=Notice() if "Retracted Publication" in tags.get("PT", ()) else None,
            keywords=tuple(html_text.to_text(word.lstrip("*")) for word in tags.get("OT", ())),
            review=("date",) if first("DP") and not (day.date or day.status) else (),
            extra={} if day.exact else {"dp": first("DP")},
            abstract=html_text.to_markdown(first("AB")),
        )
    )


def _type(said: Sequence[str], *, serial: bool) -> str:
    """Of several kinds the one that says more than that it is in a journal; ERIC's articles report on something."""
    kinds = [_TYPES[kind] for kind in said if kind in _TYPES and not (kind == "Reports" and serial)]
    return next((kind for kind in kinds if kind != "article-journal"), "article-journal")


def _ahead(tags: dict[str, list[str]]) -> str:
    """``PST - aheadofprint``: online, and in no issue yet."""
    return "in press" if "aheadofprint" in tags.get("PST", ()) and not tags.get("VI") else ""


def _doi(tags: dict[str, list[str]]) -> str:
    said = [
        value.removesuffix("[doi]").strip()
        for tag in ("LID", "AID")
        for value in tags.get(tag, ())
        if value.endswith("[doi]") or identifiers.is_doi_address(value)
    ]
    return next(filter(None, map(identifiers.doi, said)), "")


def _authors(tags: dict[str, list[str]]) -> tuple[Name, ...]:
    full: Sequence[str] = tags["FAU"] if tags.get("FAU") else tags.get("AU", [])
    people = [name_of(html_text.to_text(name)) for name in full]
    groups = [Name(html_text.to_text(name), literal=True) for name in tags.get("CN", ())]
    return (*people, *groups)

"""EndNote's import files (``.enw``): a tag of a percent sign and a letter on each line, records parted by blank lines.

The tags are those of refer(1) with EndNote's additions; Google Scholar and publishers offer such files, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publist.formats import dates_in_words
from publist.formats.base import Reading
from publist.formats.normalising.steps import normalised
from publist.formats.single_names import name_of
from publist.model.paper import Date, Paper, Plain
from publist.model.problems import Problem, warning
from publist.text import html_text, identifiers

_LINE = re.compile(r"%(?P<tag>[0-9A-Z@!#$&+<>=?*^~()\[\]|:;/]) ?(?P<value>.*)")
_BEGINNING = re.compile(r"\s*%0 \S")
TYPES = {
    "Journal Article": "article-journal", "Conference Paper": "paper-conference",
    "Conference Proceedings": "paper-conference",
    "Book": "book", "Edited Book": "book", "Book Section": "chapter", "Thesis": "thesis", "Report": "report",
    "Electronic Article": "article-journal", "Magazine Article": "article-magazine",
    "Newspaper Article": "article-newspaper",
    "Patent": "patent", "Web Page": "webpage", "Dataset": "dataset", "Computer Program": "software",
    "Generic": "article",
    "Unpublished Work": "manuscript", "Manuscript": "manuscript", "Standard": "standard",
    "Encyclopedia": "entry-encyclopedia",
    "Blog": "post-weblog", "Electronic Book": "book", "Electronic Book Section": "chapter", "Preprint": "article",
}  # fmt: skip
"""EndNote's reference types beside CSL's; its XML has them, too."""
_OTHERS = {
    "M": "accession-number", "L": "call-number", "+": "author-address", "!": "short-title", "[": "access-date",
    "~": "database", "W": "database-provider", ">": "file", "Y": "tertiary-authors", "?": "subsidiary-authors",
    "6": "volumes", "&": "section", "(": "original-publication", "^": "caption", "1": "custom-1", "2": "custom-2",
    "3": "custom-3", "4": "custom-4", "#": "custom-5", "$": "custom-6", "H": "translated-author",
    "Q": "translated-title", "O": "alternate-journal", "<": "research-notes",
}  # fmt: skip
"""Under which name ``extra`` keeps what no field has."""


def recognises(text: str) -> bool:
    """Whether the text begins with the type of a record."""
    return _BEGINNING.match(text.lstrip("\ufeff")) is not None


def read(text: str, *, source: str) -> Reading:
    """Every record; one without a title is left out with a warning."""
    papers: list[Paper] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for line, tags in _records(text, source, problems):
        paper = _paper(tags)
        if paper.title:
            papers.append(paper)
            lines.append(line)
        else:
            problems.append(warning(source, line, 0, "a record without a title is left out", "add a line: %T …"))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _records(text: str, source: str, problems: list[Problem]) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """The line on which each record begins and its values by tag; a line without a tag goes on the one before it."""
    begin, tags, last = 0, dict[str, list[list[str]]](), ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _LINE.fullmatch(line.strip())
        if found and found["tag"] == "0":
            if begin:
                yield begin, _joined(tags)
            begin, tags = number, {}
        if found and begin:
            last = found["tag"]
            tags.setdefault(last, []).append([found["value"].strip()])
        elif line.strip() and begin and last:
            tags[last][-1].append(line.strip())
        elif line.strip():
            problems.append(warning(source, number, 1, f"text outside of any record is not read: {line.strip()[:80]}"))
        else:
            last = ""
    if begin:
        yield begin, _joined(tags)


def _joined(tags: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, list[str]]:
    """The values whose lines were kept apart: to join each to all before it would take the square of their number."""
    return {tag: [" ".join(lines) for lines in values] for tag, values in tags.items()}


def _paper(tags: Mapping[str, Sequence[str]]) -> Paper:
    said = {tag: [text for text in values if text] for tag, values in tags.items()}

    def first(*names_of_tag: str) -> str:
        return next((said.pop(tag)[0] for tag in names_of_tag if len(said.get(tag, ())) == 1), "")

    kind = TYPES.get(first("0"), "article")
    serial, day = " ; ".join(said.pop("@", [])), dated(first("D"), first("8"))
    pages = [address for text in said.pop("U", []) for address in identifiers.web_addresses(text)]
    return normalised(
        Paper(
            title=html_text.to_markdown(first("T")).removesuffix("."),
            authors=tuple(map(name_of, said.pop("A", []))),
            editors=tuple(map(name_of, said.pop("E", []))),
            date=day.date,
            status=day.status,
            type=kind,
            venue=html_text.to_text(first("J", "B")),
            volume=first("V"),
            issue=first("N"),
            pages=first("P").replace("–", "-").replace("--", "-"),
            publisher=html_text.to_text(first("I")),
            place=html_text.to_text(first("C")),
            edition=first("7"),
            series=html_text.to_text(first("S")),
            genre=first("9"),
            doi=identifiers.doi(first("R")),
            isbn=serial if kind in ("book", "chapter", "paper-conference") else "",
            issn=serial if kind.startswith("article") else "",
            links={"url" if not number else f"link-{number + 1}": where for number, where in enumerate(pages)},
            keywords=tuple(
                html_text.to_text(word)
                for text in said.pop("K", [])
                for word in re.split(r"\s*[;\n]\s*", html_text.without_entities(text))
                if word
            ),
            language=first("G"),
            note=html_text.to_markdown("; ".join(said.pop("Z", []))),
            key=first("F"),
            review=("date",) if day.left else (),
            extra=day.left
            | {_OTHERS.get(tag, f"enw-{tag}"): "; ".join(values) for tag, values in said.items() if values},
            abstract=html_text.to_markdown(" ".join(said.pop("X", []))),
        )
    )


class Dated(NamedTuple):
    """What the year and the day of a record say, and the text of them that no date can say."""

    date: Date | None
    status: str
    left: dict[str, Plain]


def dated(year: str, day: str) -> Dated:
    """The year, or the day of it where that is said whole; what cannot be read is left."""
    plain, exact = dates_in_words.read(year), dates_in_words.read(day)
    if day and exact.date is None:
        exact = dates_in_words.read(f"{day} {year}")
    better = exact.date and (not plain.date or (exact.date.year == plain.date.year and exact.date.month))
    date = exact.date if better else plain.date
    status = plain.status or exact.status
    left: dict[str, Plain] = {}
    if year and not plain.exact:
        left["year"] = year
    if day and not (better and exact.exact) and not exact.status:
        left["day"] = day
    return Dated(date, status, left)

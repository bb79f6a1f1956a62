"""EndNote's import files (``.enw``): a tag of a percent sign and a letter on each line, records parted by blank lines.

The tags are those of refer(1) with EndNote's additions; Google Scholar and publishers offer such files, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from publist.formats.base import Reading
from publist.formats.webpage.dates import date_of
from publist.model.paper import Date, Paper
from publist.model.problems import Problem, warning
from publist.text import html_text, identifiers, names

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
    begin, tags, last = 0, dict[str, list[str]](), ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _LINE.fullmatch(line.strip())
        if found and found["tag"] == "0":
            if begin:
                yield begin, tags
            begin, tags = number, {}
        if found and begin:
            last = found["tag"]
            tags.setdefault(last, []).append(found["value"].strip())
        elif line.strip() and begin and last:
            tags[last][-1] += f" {line.strip()}"
        elif line.strip():
            problems.append(warning(source, number, 1, f"text outside of any record is not read: {line.strip()[:80]}"))
        else:
            last = ""
    if begin:
        yield begin, tags


def _paper(tags: Mapping[str, Sequence[str]]) -> Paper:
    def first(tag: str) -> str:
        return next(iter(tags.get(tag, ())), "")

    kind = TYPES.get(first("0"), "article")
    serial = first("@")
    return Paper(
        title=html_text.to_markdown(first("T")).removesuffix("."),
        authors=tuple(names.parse(name.rstrip(",")) for name in tags.get("A", ()) if name),
        editors=tuple(names.parse(name.rstrip(",")) for name in tags.get("E", ()) if name),
        date=dated(first("D"), first("8")),
        type=kind,
        venue=html_text.to_text(first("J") or first("B")),
        volume=first("V"),
        issue=first("N"),
        pages=first("P").replace("–", "-").replace("--", "-"),
        publisher=first("I"),
        place=first("C"),
        edition=first("7"),
        series=first("S"),
        doi=identifiers.doi(first("R")),
        isbn=serial if kind in ("book", "chapter", "paper-conference") else "",
        issn=serial if kind.startswith("article-") else "",
        links={"url": address} if (address := identifiers.web_address(first("U"))) else {},
        keywords=tuple(word for text in tags.get("K", ()) for word in re.split(r"\s*[;\n]\s*", text) if word),
        language=first("G"),
        note=html_text.to_markdown(first("Z")),
        abstract=html_text.to_markdown(first("X")),
    )


def dated(year: str, day: str) -> Date | None:
    """The year, or the day of it where that is said whole."""
    exact = date_of(day)
    plain = date_of(year[:4]) if year[:4].isdigit() else None
    return exact if exact and plain and exact.year == plain.year else plain or exact

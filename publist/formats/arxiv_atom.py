"""The Atom feed of arXiv's API (https://info.arxiv.org/help/api/user-manual.html), saved to a file. Read only."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from publist.formats.base import Reading
from publist.formats.csl_parts import date
from publist.formats.normalising.steps import normalised
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, error, warning
from publist.text import author_marks, identifiers, names
from publist.text.latex.reader import to_markdown, to_text

_SPACE = re.compile(r"\s+")
_VERSION = re.compile(r"v\d+$")
_ARXIV_FEED = re.compile(r"<feed\b.*?arxiv\.org", re.DOTALL)


class _Author(NamedTuple):
    name: str
    affiliations: tuple[str, ...]


class _Entry:
    """What an entry's elements say while they are read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.texts: dict[str, str] = {}
        self.authors: list[_Author] = []
        self.links: dict[str, str] = {}
        self.categories: list[str] = []


def recognises(text: str) -> bool:
    """Whether the text is an Atom feed of arXiv."""
    return _ARXIV_FEED.search(text, 0, 5_000) is not None


def read(text: str, *, source: str) -> Reading:
    """Every entry of the feed as a paper. Where the XML breaks, the entries before are kept and the place reported."""
    feed = _Feed()
    problems = list(feed.parse(text, source))
    papers, lines = [], []
    for entry in feed.entries:
        paper = _paper(entry)
        if paper.title and "/api/errors" not in entry.texts.get("id", ""):
            papers.append(paper)
            lines.append(entry.line)
        else:
            said = entry.texts.get("summary", "no title")
            problems.append(warning(source, entry.line, 0, f"an entry that is no paper is left out: {said[:100]}"))
    return Reading(tuple(papers), tuple(problems), tuple(lines))


class _Feed:
    """Expat's events to entries. Expat itself refuses entity bombs (since 2.4.1)."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.path: list[str] = []
        self.text: list[str] = []
        self.open: _Entry | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text.append

    def parse(self, text: str, source: str) -> list[Problem]:
        try:
            self.parser.Parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).encode(), True)
        except expat.ExpatError as wrong:
            message = f"the XML breaks here: {expat.ErrorString(wrong.code)}"
            return [error(source, wrong.lineno, wrong.offset + 1, message, "the entries before this place are read")]
        return []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self.path.append(name)
        self.text.clear()
        if name == "entry":
            self.open = _Entry(self.parser.CurrentLineNumber)
        elif not self.open:
            return
        elif name == "author":
            self.open.authors.append(_Author("", ()))
        elif name == "link":
            self.open.links[attributes.get("title") or attributes.get("rel", "")] = attributes.get("href", "")
        elif name in ("category", "primary_category"):
            at = 0 if name == "primary_category" else len(self.open.categories)
            self.open.categories.insert(at, attributes.get("term", ""))

    def end(self, _tag: str) -> None:
        name = self.path.pop()
        text = _SPACE.sub(" ", "".join(self.text)).strip()
        self.text.clear()
        if not self.open:
            return
        if name == "entry":
            self.entries.append(self.open)
            self.open = None
        elif self.path[-1:] == ["author"] and self.open.authors:
            author = self.open.authors[-1]
            changed = (
                author._replace(name=text)
                if name == "name"
                else author._replace(affiliations=(*author.affiliations, text))
            )
            self.open.authors[-1] = changed
        elif text:
            self.open.texts.setdefault(name, text)


def _paper(entry: _Entry) -> Paper:
    texts = entry.texts
    categories = list(dict.fromkeys(filter(None, entry.categories)))
    links = {"url": entry.links.get("alternate", ""), "pdf": entry.links.get("pdf", "")}
    doi, _, others = _SPACE.sub(" ", texts.get("doi", "")).partition(" ")
    extra = {
        "journal_ref": texts.get("journal_ref", ""),
        "categories": " ".join(categories[1:]),
        "other_doi": others,
    }
    return normalised(
        Paper(
            title=to_markdown(texts.get("title", "")),
            authors=tuple(_name(author) for author in entry.authors if author.name),
            date=date(texts.get("published", "")),
            type="article",
            category=categories[0] if categories else "",
            doi=identifiers.doi(doi),
            arxiv=_VERSION.sub("", identifiers.arxiv(texts.get("id", ""))),
            links={label: address for label, where in links.items() if (address := _lasting(where))},
            note=to_markdown(texts.get("comment", "")),
            extra={name: text for name, text in extra.items() if text},
            abstract=to_markdown(texts.get("summary", "")),
        )
    )


def _lasting(where: str) -> str:
    """The address of the newest version, which does not change with each revision."""
    return _VERSION.sub("", identifiers.web_address(where).removesuffix(".pdf"))


def _name(author: _Author) -> Name:
    plain, marks = author_marks.apart(to_text(author.name))
    return names.parse(plain)._replace(affiliation="; ".join(author.affiliations), note=marks)

"""A dblp person page as it is copied: a number, the authors with a colon, then title and where it appeared.

    2021
    [j12]
    Ann Lee, Max Roe 0002:
    Noise in long winters. J. Winters 20(5): 1-36 (2021)

The words of dblp's menus (view, export record, …) may stand between. Where the title ends is told by what follows: a
venue's words, of which those before a full stop are abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of, with_authors
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Date, Paper
from publist.text import identifiers

_NUMBER = re.compile(r"\[(?P<sort>[a-z])\d+\]")
_TYPES = {
    "j": "article-journal", "c": "paper-conference", "b": "book", "i": "article", "p": "chapter", "e": "book",
    "s": "dataset", "d": "dataset", "n": "article", "w": "document", "r": "entry-encyclopedia", "t": "thesis",
}  # fmt: skip
"""What dblp's letters stand for: journal, conference, book or thesis, informal, part, editor, data, reference work."""
_JOURNAL = re.compile(
    r"(?P<venue>\D.*?) (?P<volume>[\w./-]+)(?:\((?P<issue>[^()]+)\))?(?:: (?P<pages>[\w:.,-]+))? \((?P<year>\d{4})\)"
)
_INFORMAL = re.compile(r"(?P<venue>CoRR) abs/(?P<number>\d{4}\.\d{4,5}) \((?P<year>\d{4})\)")
_PROCEEDINGS = re.compile(
    r"(?P<venue>\D[^:]*?(?: \([^()]*\))?) (?P<year>\d{4})(?P<part>(?: \([^()]*\))?)(?:: (?P<pages>[\w:.,-]+))?"
)
_BREAK = re.compile(r"(?<=[.?!]) ")
_SMALL = frozenset("npj of and the in on for & de der des für et du la e di del zu".split())
_LONGEST_ABBREVIATION = 7
_LONGEST_LINE = 2_000
_DIGITS = re.compile(r" \d{4}$")
_MENU = (
    r"view|electronic edition.*|no documents? available|unpaywalled version|references & citations|export record"
    r"|BibTeX|RIS"
    r"|RDF.*|XML|dblp key:|ask others|Google( Scholar)?|Semantic Scholar|Internet Archive Scholar|CiteSeerX|PubPeer"
    r"|ORCID"
    r"|share record|Twitter|Bluesky|Reddit|BibSonomy|LinkedIn|Mastodon|persistent URL:|https://dblp\.org/\S+|(?:19|20)\d\d"
    r"|\[–\]|\d{4} – today|\d{4} – \d{4}|Refine list|refinements active!.*|zoomed in on .*|showing all .*"
    r"|search dblp|home"
    r"|(?:journals|conf|phd|books|series|reference|homepages)/\S+|Computer Science Bibliography|by year"
    r"|Coauthor Index|> Home.*"
    r"|persons?|Books and Theses|Journal Articles|Conference and Workshop Papers|Parts in Books or Collections"
    r"|Editorship"
    r"|Informal (?:and Other )?Publications|Reference Works|Data and Artifacts|Other Resources.*|open access"
    r"|available at.*"
)
_SHAPE = Shape(
    re.compile(r"^[^\S\r\n]*\[[a-z]\d+\]", re.MULTILINE),
    kinds(n=_NUMBER.pattern.replace("?P<sort>", ""), o=_MENU, a=r"[^:]+:", b=r"\[[a-z]\d+\]\s+[^:]+:"),
    re.compile(r"(?P<number>n)o*(?P<authors>t{0,80}a)(?P<text>t)|(?P<both>b)(?P<text2>t)"),
    anchors="nb",
    lists="ab",
)
_MISSING = (
    "Paste the publications of a dblp person page, or choose “export bibliography” there and import the .bib file."
)


def recognises(text: str) -> float:
    """How sure it is: whether the lines are dblp's, each paper with its number, authors and place."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every publication; where the end of a title is in doubt, title and venue ask for a review."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    number, authors = said(fields, "number"), said(fields, "authors")
    if "both" in fields:
        number, _, authors = said(fields, "both").partition("]")
        number += "]"
    sort = _NUMBER.fullmatch(number)
    byline = byline_of(_without_numbers(authors.rstrip(" :")))
    line = (fields.get("text") or fields["text2"])[0]
    readings = list(_readings(line.text))
    if not sort:
        return None
    kind = _TYPES.get(sort["sort"], "article")
    authors_line = (fields.get("authors") or fields["both"])[0]
    if not readings:
        entry = with_authors(Paper(line.text.rstrip("."), type=kind), byline, authors_line)
        doubt = Doubt(line, f"where this appeared is not clear: {quoted(line.text)}")
        return entry._replace(paper=doubtful(entry.paper, "title", "venue", "date"), doubts=(*entry.doubts, doubt))
    title, found = readings[0]
    entry = with_authors(_paper(title, found, kind), byline, authors_line)
    if any(not _is_abbreviated(other.removeprefix(title).strip()) for other, _ in readings[1:]):
        doubt = Doubt(line, f"where the title ends is in doubt; read as {quoted(title)}")
        return entry._replace(paper=doubtful(entry.paper, "title", "venue"), doubts=(*entry.doubts, doubt))
    return entry


def _without_numbers(authors: str) -> str:
    """The names without the numbers that dblp gives to people of one name."""
    return ", ".join(_DIGITS.sub("", name.strip()) for name in authors.split(","))


def _readings(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The ways to part title and place, the shortest title first; none of a line that is too long for a paper."""
    if len(text) > _LONGEST_LINE:
        return
    for end in _BREAK.finditer(text):
        rest = text[end.end() :]
        found = _INFORMAL.fullmatch(rest) or _JOURNAL.fullmatch(rest) or _PROCEEDINGS.fullmatch(rest)
        if found and all(map(_is_of_venue, found["venue"].split())):
            yield text[: end.start()], found


def _is_of_venue(word: str) -> bool:
    """Whether a word may stand in a venue's name: with a capital (eLife, bioRxiv), small as it must be, or a sign."""
    return any(map(str.isupper, word)) or word[0].isdigit() or word in _SMALL or word[0] in "(@&-"


def _is_abbreviated(text: str) -> bool:
    """Whether each word before a full stop is short enough to be one of a venue's abbreviations."""
    stopped = [word for word in text.split() if word.endswith(".")]
    return all(len(word) <= _LONGEST_ABBREVIATION + 1 and word[0].isupper() for word in stopped)


def _paper(title: str, found: re.Match[str], kind: str) -> Paper:
    said_by = found.groupdict()
    paper = Paper(
        title[:-1] if title.endswith(".") else title,
        date=Date(int(found["year"])),
        type=kind,
        pages=said_by.get("pages") or "",
        volume=said_by.get("volume") or "",
        issue=said_by.get("issue") or "",
    )
    if said_by.get("number"):
        return paper._replace(arxiv=identifiers.arxiv(f"arXiv:{found['number']}"), type="article")
    part = (said_by.get("part") or "").strip()
    return paper._replace(venue=" ".join(filter(None, (found["venue"], part))) if kind != "thesis" else "")

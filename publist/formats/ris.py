"""RIS: tagged lines that every reference manager reads.

One line a value: markup of titles, paragraphs and line breaks are not held. Nor are topics, affiliations, ``code``,
versions, review marks, ``featured``, ``draft``, ``added``, awards, summaries, corrections, what links are called but
for the page, the PDF and the full text, ``extra`` but RIS's own tags, that a name is a group where its words do not
say so, and what names have beside their parts. For some fields RIS has no tag: they are in the user-definable U1 to
U5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publist.formats import dates_in_words, ris_tags
from publist.formats.base import Reading
from publist.formats.normalising import retractions, serial_numbers
from publist.model.paper import Name, Paper
from publist.text import citation_keys, inline_markdown, names
from publist.text.urls import arxiv_url

_NOTE = inline_markdown.PLAIN._replace(link=inline_markdown.label_and_address)
_FIRST_LINE = re.compile(r"^TY {1,2}-", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether a record begins near the beginning."""
    return _FIRST_LINE.search(text, 0, 20_000) is not None


def read(text: str, *, source: str) -> Reading:
    """Every record as a paper; text that belongs to none, and a record without a title, is reported."""
    from publist.formats import ris_reader  # a build writes citations and reads none

    return ris_reader.read(text, source)


def write(papers: Iterable[Paper]) -> str:
    """One record a paper, a blank line between two."""
    papers = tuple(papers)
    return "\n".join(_record(paper, key) for paper, key in zip(papers, citation_keys.assigned(papers), strict=True))


def _record(paper: Paper, key: str) -> str:
    in_press = paper.status == "in press" and paper.type == "article-journal"
    lines = [f"TY  - {'INPR' if in_press else ris_tags.FROM_CSL.get(paper.type, 'GEN')}"]
    lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in _lines(paper, key) if value]
    return "\n".join([*lines, "ER  - ", ""])


def _lines(paper: Paper, key: str) -> Iterator[tuple[str, str]]:
    serial = paper.type in ris_tags.SERIALS
    yield "ID", key
    yield "TI", inline_markdown.plain(paper.title)
    yield from (("AU", _person(name)) for name in (*paper.authors, *map(names.collaboration, paper.collaboration)))
    yield "U5", "et al." if paper.et_al else ""
    yield from (("A2", _person(name)) for name in paper.editors)
    yield from _date(paper)
    yield "T2", paper.venue
    yield "JA", paper.venue_short if serial else ""
    yield "IS", paper.issue
    yield from _pages(paper.pages)
    yield "C7" if serial else "M1", paper.number
    yield from ((tag, getattr(paper, field)) for tag, field in ris_tags.TEXT.items())
    if not paper.genre:  # of a type that RIS has no tag for, its name
        yield "M3", "Preprint" if paper.type == "article" else "" if paper.type in ris_tags.FROM_CSL else paper.type
    yield from (("SN", number) for field in ("issn", "isbn") for number in serial_numbers.all_of(paper, field))
    yield "DO", paper.doi
    yield "AN", f"arXiv:{paper.arxiv}" if paper.arxiv else ""
    yield from _links(paper)
    yield from (("KW", keyword) for keyword in paper.keywords)
    yield from ((tag, getattr(paper, field)) for tag, field in ris_tags.USER.items())
    yield "N1", paper.status.capitalize()
    yield "N1", inline_markdown.render(retractions.with_notice(paper), _NOTE)
    yield "AB", inline_markdown.plain(paper.abstract)
    yield from ris_tags.others(paper.extra)


def _links(paper: Paper) -> Iterator[tuple[str, str]]:
    """The page, or that of the preprint; the PDF; the full text."""
    yield "UR", paper.links.get("url", "") or ("" if paper.doi else arxiv_url(paper.arxiv))
    yield from (("UR", address) for label, address in paper.links.items() if label not in ("url", "pdf", "html"))
    yield "L1", paper.links.get("pdf", "")
    yield "L2", paper.links.get("html", "")


def _person(name: Name) -> str:
    """``Family, Given, Suffix``: the suffix is last in RIS. A group with a comma would be cut apart: it has none."""
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return name.name.replace(",", "")
    family = f"{whole.particle} {whole.family}".strip()
    if not whole.given and not whole.suffix:
        return f"{family},"
    return ", ".join(part for part in (family, whole.given or " ", whole.suffix) if part)


def _date(paper: Paper) -> Iterator[tuple[str, str]]:
    said = str(paper.extra.get("da") or paper.extra.get("py") or "")
    if said and paper.date and dates_in_words.read(said).date == paper.date:
        yield "PY", f"{paper.date.year:04d}"
    elif paper.date:
        yield "PY", f"{paper.date.year:04d}"
        month, day = (f"{part:02d}" if part else "" for part in paper.date[1:])
        yield "DA", f"{paper.date.year:04d}/{month}/{day}".rstrip("/") if month else ""


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, dash, last = pages.partition("-")
    if dash and "-" not in last and "," not in pages:
        yield "SP", first
        yield "EP", last
    else:
        yield "SP", pages

"""Tables with a row of headings (title, authors, year, …): CSV (RFC 4180) of spreadsheets, Zotero and databases.

Columns are known by their headings, in any order; those that are not known go to ``extra``. Names are parted by
semicolons, or by commas where no name has one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from publist.formats import dates_in_words
from publist.formats.base import Reading
from publist.formats.normalising.database_remarks import lines_apart
from publist.formats.normalising.statuses import status_of
from publist.formats.normalising.steps import normalised
from publist.formats.single_names import name_of
from publist.formats.webpage.bylines import (
    Byline,
    begins_with_initials,
    byline_of,
    family_first,
    in_any_order,
    inverted,
)
from publist.formats.webpage.pages import doubtful
from publist.formats.webpage.venues import type_of
from publist.model.paper import CSL_TYPES, Name, Paper
from publist.model.problems import Problem, warning
from publist.text import author_marks, html_text, identifiers
from publist.text.limits import SOURCE

_COLUMNS = {
    "title": "title|article title|document title|paper title|publication title|name|title of paper"
    "|title of the paper|titel|titre|título|titolo|题名|标题|タイトル",
    "authors": "authors|author|author(s)|author full names|authors full names|creators|creator|names"
    "|author names|names of authors|autor|autoren|verfasser|auteur|auteurs|autores|autori|作者|著者",
    "date": "date|year|publication year|publication date|pub year|published|date published|py|jahr"
    "|année|année de publication|erscheinungsjahr|año|anno|ano|年份|年|発行年",
    "venue": "venue|journal|source title|journal title|journal/book|book title|booktitle|conference|conference name"
    "|container title|source|published in|proceedings title|journal or conference|where"
    "|zeitschrift|revue|revista|rivista|konferenz|quelle|来源|期刊|雑誌名",
    "volume": "volume|vol|vol.|band|jahrgang|volumen", "issue": "issue|issue no.|heft|ausgabe|numéro|número",
    "pages": "pages|page|pp|pp.|seiten|páginas|页码", "doi": "doi|doi link",
    "arxiv": "arxiv|arxiv id|arxiv number|eprint", "isbn": "isbn", "issn": "issn", "pmid": "pmid|pubmed id",
    "pmcid": "pmcid",
    "type": "type|item type|document type|publication type|kind", "publisher": "publisher",
    "place": "place|publisher location",
    "abstract": "abstract|abstract note", "keywords": "keywords|author keywords|manual tags|tags",
    "note": "note|notes|remark",
    "language": "language|language of original document", "url": "url|link|website|web|address",
    "pdf": "pdf|pdf link|pdf url",
    "code": "code|code link|github", "begin": "page start|first page", "end": "page end|last page",
    "key": "key|citation key",
    "number": "number|article number|article no.|art. no.", "status": "status|publication status",
    "topics": "topics|topic", "editors": "editors|editor", "series": "series", "edition": "edition",
}  # fmt: skip
"""What a column means beside the headings that it has in spreadsheets, Zotero, Scopus, PubMed and Web of Science."""
_MEANING = {heading: field for field, headings in _COLUMNS.items() for heading in headings.split("|")}
_TYPES = {
    "journalarticle": "article-journal", "article": "article-journal", "journal article": "article-journal",
    "journal": "article-journal",
    "conferencepaper": "paper-conference", "conference paper": "paper-conference", "conference": "paper-conference",
    "inproceedings": "paper-conference", "proceedings paper": "paper-conference", "preprint": "article",
    "booksection": "chapter",
    "book chapter": "chapter", "book section": "chapter", "incollection": "chapter", "phdthesis": "thesis",
    "workshop": "paper-conference", "review": "article-journal", "poster": "graphic",
    "technical report": "report", "talk": "speech",
}  # fmt: skip
_ZOTERO = {"Key": "", "Notes": "", "Publication Title": "venue", "Publication Year": "year"}
"""What Zotero's columns mean that mean something else in other tables; Key and Notes are its owner's alone."""
_SEPARATORS = tuple(map(re.compile, (";", r"\|", ",", r"\s(?:and|&)\s", r",(?:\s*and\s)?|\s(?:and|&)\s")))
"""What parts the names of a cell, tried in this order."""
_LONGEST_HEADING = 2_000


def recognises(text: str) -> bool:
    """Whether the first row has headings, a title and one more column that is known, and most rows have cells."""
    delimiter = _delimiter(text)
    rows = [line for line in text.strip().splitlines()[1:] if line.strip()]
    return bool(delimiter) and 2 * sum(delimiter in line for line in rows) >= len(rows)


def read(text: str, *, source: str) -> Reading:
    """A paper for each row; rows without a title, or with more cells than headings, are told."""
    papers: list[Paper] = []
    lines: list[int] = []
    problems: list[Problem] = []
    rows = list(_rows(text))
    semicolons = any(";" in cell for _, _, row, _ in rows for name, cell in row.items() if _meaning(name) == "authors")
    ends: list[int] = []
    strays: list[int] = []
    for line, end, row, whole in rows:
        if whole < 0:
            strays += range(line, end + 1)
            hint = "write as many separators as the first row has"
            problems.append(
                warning(source, line, 1, "a row with fewer cells than there are headings is left out", hint)
            )
            continue
        paper = _paper(row, semicolons=semicolons)
        if not paper.title:
            problems.append(warning(source, line, 1, "a row without a title is left out", "fill in its title"))
            continue
        if whole > 0:
            hint = "put cells that hold the separator into quotation marks"
            problems.append(warning(source, line, 1, "this row has more cells than there are headings", hint))
            paper = doubtful(paper, *(field for field, value in paper._asdict().items() if value and field in _COLUMNS))
        elif "authors" in paper.review:
            problems.append(
                warning(source, line, 1, "the names of the authors are not clear", "part them by semicolons")
            )
        papers.append(paper)
        lines.append(line)
        ends.append(end)
    return Reading(tuple(papers), tuple(problems), tuple(lines), tuple(ends), tuple(strays))


def _delimiter(text: str) -> str:
    """What parts the headings; empty where the first line is no row of headings."""
    first = next(iter(text.lstrip("\ufeff\r\n ").splitlines()), "")[:_LONGEST_HEADING]
    for delimiter in ",;\t":
        found = {_MEANING.get(_heading(cell)) for cell in next(csv.reader([first], delimiter=delimiter), [])} - {None}
        if "title" in found and len(found) > 1:
            return delimiter
    return ""


def _heading(cell: str) -> str:
    return " ".join(cell.strip().lower().replace("_", " ").split())


def _rows(text: str) -> Iterator[tuple[int, int, dict[str, str], int]]:
    """The first and last line of each row, its cells by heading, and how many cells it has more than headings."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    skipped = len(text) - len(text.lstrip("\ufeff\n "))
    csv.field_size_limit(SOURCE)  # a stray quotation mark makes one field of the rest; what is wrong is told of its row
    table = csv.reader(io.StringIO(text[skipped:], newline=""), delimiter=_delimiter(text) or ",")
    offset = text.count("\n", 0, skipped)
    headings: list[str] = []
    line = offset + 1
    for cells in table:
        begin, line = line, offset + table.line_num + 1
        if not headings:
            headings = [" ".join(cell.split()) for cell in cells]
        elif any(cell.strip() for cell in cells) and [" ".join(cell.split()) for cell in cells] != headings:
            named = {heading: cell.strip() for heading, cell in zip(headings, cells, strict=False) if cell.strip()}
            more = sum(bool(cell.strip()) for cell in cells[len(headings) :])
            yield begin, line - 1, named, more or min(0, len(cells) - len(headings))


def _meaning(heading: str) -> str:
    return _MEANING.get(_heading(heading), "")


def _paper(row: Mapping[str, str], *, semicolons: bool) -> Paper:
    said: dict[str, str] = {}
    extra: dict[str, str] = {}
    zotero = "Item Type" in row and "Date Added" in row
    for heading, cell in row.items():
        field = _ZOTERO[heading] if zotero and heading in _ZOTERO else _meaning(heading)
        if field and field not in said:
            said[field] = cell
        elif heading:
            extra[f"zotero {heading.lower()}" if zotero and heading == "Key" else heading] = cell
    said.setdefault("date", said.get("year", ""))
    byline = _byline(said.get("authors", ""), semicolons=semicolons)
    venue = html_text.to_text(said.get("venue", ""))
    day = dates_in_words.read(said.get("date", ""))
    if not day.exact:
        extra["date"] = said["date"]
    paper = Paper(
        title=html_text.to_markdown(said.get("title", "")).removesuffix("."),
        authors=_with_marks(byline.authors, said["authors"])
        if byline
        else tuple(map(Name, filter(None, [said.get("authors", "")]))),
        et_al=bool(byline and byline.et_al),
        date=day.date,
        status=day.status or status_of(said.get("status", "")),
        number=said.get("number", ""),
        type=_type(said, venue),
        venue=venue,
        volume=said.get("volume", ""),
        issue=said.get("issue", ""),
        publisher=html_text.to_text(said.get("publisher", "")),
        place=html_text.to_text(said.get("place", "")),
        edition=said.get("edition", ""),
        series=said.get("series", ""),
        isbn=said.get("isbn", ""),
        issn=said.get("issn", ""),
        language=said.get("language", ""),
        key=said.get("key", ""),
        pages=said.get("pages", "").replace("–", "-") or "-".join(filter(None, (said.get("begin"), said.get("end")))),
        doi=identifiers.doi(said.get("doi", "")),
        arxiv=identifiers.arxiv(said.get("arxiv", "")),
        pmid=identifiers.pmid(said.get("pmid", "")),
        pmcid=identifiers.pmcid(said.get("pmcid", "")),
        links={
            label: address
            for label in ("url", "pdf", "code")
            if (address := identifiers.web_address(said.get(label, "")))
        },
        keywords=_listed(html_text.without_entities(said.get("keywords", ""))),
        topics=_listed(said.get("topics", "")),
        note=html_text.to_markdown(lines_apart(said.get("note", ""))),
        abstract=html_text.to_markdown(said.get("abstract", "")),
        editors=tuple(map(name_of, filter(None, (name.strip() for name in said.get("editors", "").split(";"))))),
        extra=extra,
    )
    paper = normalised(paper)
    doubts = ["authors"] * bool(said.get("authors") and not byline) + ["date"] * (not day.exact)
    return doubtful(paper, *doubts) if doubts else paper


def _byline(text: str, *, semicolons: bool) -> Byline | None:
    """The authors of a cell, None where it is not clear how they are parted."""
    text = html_text.to_text(re.sub(r"\s*\(\d+\)", "", text))
    if by_commas := _by_commas(text):
        return by_commas
    if semicolons or "|" in text:
        pieces = [author_marks.apart(piece.strip())[0] for piece in re.split(r"[;|]", text) if piece.strip()]
        by_initials = [family_first(piece) if "," not in piece else None for piece in pieces]
        if pieces and all(by_initials):
            return Byline(tuple(name for found in by_initials if found for name in found.names))
        return inverted("; ".join(pieces))
    return inverted(text, ",") or (in_any_order(text) if not _one_word_names(text) else None)


def _by_commas(text: str) -> Byline | None:
    """``A. Lee, B. Roe and C. Poe`` or ``Lee A, Roe B``, though other cells of the column have semicolons."""
    if ";" in text or "|" in text:
        return None
    found = byline_of(text)
    direct = found is not None and len(found.names) > 1 and all(map(begins_with_initials, found.names))
    return found if direct else family_first(text)


def _with_marks(authors: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """The authors with the marks behind their names, where the cell has as many pieces as there are names."""
    for separator in _SEPARATORS:
        pieces = [piece for piece in separator.split(text) if piece.strip()]
        if len(pieces) == len(authors):
            marks = [author_marks.apart(html_text.to_text(piece).strip())[1] for piece in pieces]
            return tuple(name._replace(note=mark) for name, mark in zip(authors, marks, strict=True))
    return authors


def _one_word_names(text: str) -> bool:
    """Whether a piece between commas is one word: ``Lee, Ann`` may be one person or two."""
    return "," in text and any(len(piece.split()) == 1 for piece in text.split(","))


def _type(said: Mapping[str, str], venue: str) -> str:
    stated = said.get("type", "").strip().lower()
    if stated in CSL_TYPES and stated != "article":
        return stated
    return _TYPES.get(stated) or type_of(venue, said.get("volume", "") or ("1" if "journal" in venue.lower() else ""))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(";" if ";" in text else ",") if word.strip())

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
from publist.formats.csv_columns import COLUMNS, MEANING, OPENALEX, RANK, TYPES, ZOTERO
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

_SEPARATORS = tuple(map(re.compile, (";", r"\|", ",", r"\s(?:and|&)\s", r",(?:\s*and\s)?|\s(?:and|&)\s")))
"""What parts the names of a cell, tried in this order."""
_OWN_NUMBER = re.compile(r"\s*\(\d{6,}\)")
"""Who it is by Scopus's own number, behind each name."""
_LONGEST_HEADING = 2_000
_ABOVE = re.compile(r"(?:[^\n<>{}@%]{0,200}\n){0,4}")
"""What may stand above the headings, as Embase says there what was asked; no other form begins so."""


def recognises(text: str) -> bool:
    """Whether a first row has headings, a title and one more column that is known, and most rows have cells."""
    text = _in_lines(text)
    at, delimiter = _headings(text)
    rows = [line for line in text[at:].strip().splitlines()[1:] if line.strip()]
    return bool(delimiter) and 2 * sum(delimiter in line for line in rows) >= len(rows)


def read(text: str, *, source: str) -> Reading:
    """A paper for each row; rows without a title, or with more cells than headings, are told."""
    text = _in_lines(text)
    papers: list[Paper] = []
    lines: list[int] = []
    problems: list[Problem] = []
    rows = list(_rows(text))
    if above := text[: _headings(text)[0]].strip("\ufeff\r\n "):
        problems.append(
            warning(source, 1, 1, f"what stands above the headings is left out: {' '.join(above.split())[:80]}")
        )
    semicolons = any(";" in cell for _, _, row, _ in rows for name, cell in row.items() if _meaning(name) == "authors")
    if rows and OPENALEX in rows[0][2]:
        message = "of OpenAlex's columns those are left out that are no fields of a paper"
        problems.append(warning(source, 1, 1, message, "import OpenAlex's JSON, which has more"))
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
            paper = doubtful(paper, *(field for field, value in paper._asdict().items() if value and field in COLUMNS))
        elif "authors" in paper.review:
            problems.append(
                warning(source, line, 1, "the names of the authors are not clear", "part them by semicolons")
            )
        papers.append(paper)
        lines.append(line)
        ends.append(end)
    return Reading(tuple(papers), tuple(problems), tuple(lines), tuple(ends), tuple(strays))


def _in_lines(text: str) -> str:
    """The text with the ends of lines that Python's csv knows."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _headings(text: str) -> tuple[int, str]:
    """Where the row of headings begins, and what parts them; (0, "") where there is none.

    Below other lines it needs three columns that are known: a sentence may have two such words.
    """
    first = at = len(text) - len(text.lstrip("\ufeff\r\n "))
    above = _ABOVE.match(text, first)
    while above and at <= above.end():
        line = text[at : text.find("\n", at) + 1 or len(text)]
        for delimiter in ",;\t":
            cells = next(csv.reader([line[:_LONGEST_HEADING]], delimiter=delimiter), [])
            found = {MEANING.get(_heading(cell)) for cell in cells} - {None}
            if "title" in found and len(found) > (1 if at == first else 2):
                return at, delimiter
        if not line:
            break
        at += len(line)
    return 0, ""


def _heading(cell: str) -> str:
    return " ".join(cell.strip().lower().replace("_", " ").split())


def _rows(text: str) -> Iterator[tuple[int, int, dict[str, str], int]]:
    """The first and last line of each row, its cells by heading, and how many cells it has more than headings."""
    skipped, delimiter = _headings(text)
    csv.field_size_limit(SOURCE)  # a stray quotation mark makes one field of the rest; what is wrong is told of its row
    table = csv.reader(io.StringIO(text[skipped:], newline=""), delimiter=delimiter or ",")
    offset = text.count("\n", 0, skipped)
    headings: list[str] = []
    line = offset + 1
    for cells in table:
        begin, line = line, offset + table.line_num + 1
        if not headings:
            headings = [" ".join(cell.split()) for cell in cells]
        elif any(cell.strip() for cell in cells) and [" ".join(cell.split()) for cell in cells] != headings:
            pairs = zip(headings, map(_bare, cells), strict=False)
            named = {heading: cell for heading, cell in pairs if cell}
            more = sum(bool(cell.strip()) for cell in cells[len(headings) :])
            yield begin, line - 1, named, more or min(0, len(cells) - len(headings))


def _bare(cell: str) -> str:
    """A cell as it is seen; ``="0123"`` keeps Excel from taking it for a number."""
    bare = cell.strip()
    return bare[2:-1] if bare.startswith('="') and bare.endswith('"') else bare


def _meaning(heading: str) -> str:
    return MEANING.get(_heading(heading), "")


def _paper(row: Mapping[str, str], *, semicolons: bool) -> Paper:
    said: dict[str, str] = {}
    extra: dict[str, str] = {}
    zotero = "Item Type" in row and "Date Added" in row
    for heading, cell in sorted(row.items(), key=lambda column: RANK.get(_heading(column[0]), 0)):
        field = ZOTERO[heading] if zotero and heading in ZOTERO else _meaning(heading)
        if field and field not in said:
            said[field] = cell
        elif heading and OPENALEX not in row:
            extra[f"zotero {heading.lower()}" if zotero and heading == "Key" else heading] = cell
    said["authors"] = _OWN_NUMBER.sub("", said.get("authors", ""))
    number = said.pop("issue or number", "")
    said.setdefault("issue" if "volume" in said else "number", number)
    byline = _byline(said.get("authors", ""), semicolons=semicolons)
    venue = html_text.to_text(said.get("venue", ""))
    day = dates_in_words.read(said.get("date", said.get("year", "")))
    if not day.exact:
        extra["date"] = said.get("date", said.get("year", ""))
        by_year = dates_in_words.read(said.get("year", ""))
        day = by_year if by_year.date and by_year.exact else day
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
        issn=said.get("issn", "").replace("|", " ; "),
        language=said.get("language", ""),
        key=said.get("key", ""),
        pages=said.get("pages", "").replace("–", "-")
        or "-".join(dict.fromkeys(filter(None, (said.get("begin"), said.get("end"))))),
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
    return TYPES.get(stated) or type_of(venue, said.get("volume", "") or ("1" if "journal" in venue.lower() else ""))


def _listed(text: str) -> tuple[str, ...]:
    separator = next((sign for sign in ";|" if sign in text), ",")
    return tuple(word.strip() for word in text.split(separator) if word.strip())

"""The bytes of a source to papers: which format it is, what it holds, and what in it could not be read."""

from __future__ import annotations

import re

from publist import formats
from publist.formats import json_records, spreadsheet
from publist.formats.main_form import NOTHING, Recognised
from publist.formats.recognition import has_rows, recognised
from publist.formats.unread import LISTS, likeness
from publist.importing.admission import admitted, oversized
from publist.importing.source import ReadSource, Source
from publist.model.problems import Problem, error, errors_in
from publist.text import decoding, documents
from publist.text.characters import without_widthless

_WAYS = "export the list as BibTeX or RIS, or paste a page that can be read: docs/formats.md has them"

_ROWS = (
    "give each paper three lines (its title, its authors, its venue), with a blank line behind them, and put the years"
    " on lines of their own above the papers, or behind the venues"
)
_JSON = re.compile(r"\s*(?:\[\s*)?[{\"]|\s*\[\s*\]")


def read_source(source: Source, *, path: str, whole: bool = True, owner: str = "") -> ReadSource:
    """The papers of a source and all that is wrong with it; ``path`` is what problems call it, ``owner`` the site's.

    Unless it is wanted ``whole``, what cannot be read of a source that has papers is no error that refuses it.
    """
    unread = ReadSource(source, path, source.format or "")
    if too_large := oversized(source, path):
        return unread._replace(problems=(too_large,))
    text, foreign, unreadable = _text(source.data, path)
    if unreadable:
        return unread._replace(problems=(unreadable,))
    judged = NOTHING if source.format or not text.strip() else recognised(text, source.name)
    found = formats.named(source.format) if source.format else judged.format
    if found is None or not found.reads:
        return unread._replace(problems=(_unknown(source, text, path, foreign, judged)._replace(severity="error"),))
    if foreign and found.pasted:
        message = foreign.message.partition(";")[0]
        return unread._replace(problems=(foreign._replace(message=message, severity="error"),))
    form = formats.load(found.name)
    reading = form.read(text, source=path, owner=owner) if found.owned else form.read(text, source=path)
    problems = (foreign, *reading.problems) if foreign else reading.problems
    complete = not errors_in(problems)
    if reading.papers and not whole:
        problems = tuple(problem._replace(severity="warning") for problem in problems)
    read = ReadSource(source, path, found.name, reading.papers, reading.lines, whole=complete)
    return admitted(read._replace(problems=tuple(_placed(problem, read) for problem in problems)))


def _text(data: bytes, path: str) -> tuple[str, Problem | None, Problem | None]:
    """The text without signs of no width, a warning if it is not Unicode, an error if a document has no text."""
    try:
        if spreadsheet.is_workbook(data):
            return without_widthless(spreadsheet.as_csv(data)), None, None
    except spreadsheet.SpreadsheetError as problem:
        return "", None, error(path, 0, 0, str(problem), problem.hint)
    if documents.is_document(data):
        text, unreadable = documents.text_of(data, path)
        return without_widthless(text), None, unreadable
    text, _, foreign = decoding.decode(data, path)
    return without_widthless(text), foreign, None


def _placed(problem: Problem, read: ReadSource) -> Problem:
    """The problem where its cause can be found."""
    path, line = read.place(problem.line)
    return problem._replace(path=path, line=line)


def _unknown(source: Source, text: str, path: str, foreign: Problem | None, found: Recognised) -> Problem:
    """Why a source cannot be read: its format is not told, or what it holds is in none."""
    if source.format:
        hint = f"name one with --format: {', '.join(entry.name for entry in formats.FORMATS if entry.reads)}"
        return error(path, 1, 1, f"there is no format {source.format!r} to read", hint)
    if not text.strip():
        return error(path, 0, 0, "the file is empty", "save it again, or take it away")
    if found.second and found.first:
        message = f"this looks like {found.second.title}, and what stands above it like {found.first.title}"
        return error(path, found.line, 1, message, "put the text from this line on into a file of its own")
    if found.rival and found.first:
        hint = f"name the one that it is: --format {found.first.name} or --format {found.rival.name}"
        message = f"this looks as much like {found.first.title} as like {found.rival.title}"
        return error(path, 1, 1, message, hint)
    alike = likeness(text)
    if (alike is None or alike.name in LISTS) and has_rows(text):
        return error(path, 1, 1, "it looks like rows of titles, authors and venues, whose order is not clear", _ROWS)
    if alike:
        return error(path, 1, 1, f"it looks like {alike.name}, which cannot be read here", alike.way)
    if "\0" in text:
        return error(path, 0, 0, "this is no text", "export what it holds as BibTeX, RIS or CSL-JSON")
    if _JSON.match(text) and (broken := json_records.objects(text, path).problems):
        return broken[0]
    what = "nothing tells what format this is"
    if foreign:
        return foreign._replace(message=f"{what}, and {foreign.message.partition(';')[0]}", hint=_WAYS)
    return error(path, 1, 1, what, _WAYS)

"""The bytes of a source to papers: which format it is, what it holds, and what in it could not be read."""

from __future__ import annotations

from publist import formats
from publist.formats import json_records
from publist.importing.admission import admitted, oversized
from publist.importing.source import ReadSource, Source
from publist.model.problems import Problem, error
from publist.text import decoding


def read_source(source: Source, *, path: str) -> ReadSource:
    """The papers of a source and all that is wrong with it; ``path`` is what problems call it."""
    if problem := oversized(source, path):
        return ReadSource(source, path, source.format or "", problems=(problem,))
    text, _, foreign = decoding.decode(source.data, path)
    found = formats.named(source.format) if source.format else formats.recognise(text, source.name)
    unread = ReadSource(source, path, source.format or "")
    if found is None or not found.reads:
        return unread._replace(problems=(_unknown(source, text, path, foreign)._replace(severity="error"),))
    if foreign and found.pasted:
        message = foreign.message.partition(";")[0]
        return unread._replace(problems=(foreign._replace(message=message, severity="error"),))
    reading = formats.load(found.name).read(text, source=path)
    problems = (foreign, *reading.problems) if foreign else reading.problems
    read = ReadSource(source, path, found.name, reading.papers, reading.lines)
    return admitted(read._replace(problems=tuple(_placed(problem, read) for problem in problems)))


def _placed(problem: Problem, read: ReadSource) -> Problem:
    """The problem where its cause can be found."""
    path, line = read.place(problem.line)
    return problem._replace(path=path, line=line)


def _unknown(source: Source, text: str, path: str, foreign: Problem | None) -> Problem:
    """Why a source cannot be read: its format is not told, or what it holds is in none."""
    hint = f"name one with --format: {', '.join(entry.name for entry in formats.FORMATS if entry.reads)}"
    if source.format:
        return error(path, 1, 1, f"there is no format {source.format!r} to read", hint)
    if not text.strip():
        return error(path, 0, 0, "the file is empty", "save it again, or take it away")
    if "\0" in text:
        return error(path, 0, 0, "this is no text", "export what it holds as BibTeX, RIS or CSL-JSON")
    if text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{") and (broken := json_records.objects(text, path).problems):
        return broken[0]
    what = "nothing tells what format this is"
    if foreign:
        return foreign._replace(message=f"{what}, and {foreign.message.partition(';')[0]}", hint=hint)
    return error(path, 1, 1, what, hint)

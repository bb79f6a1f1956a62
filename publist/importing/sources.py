"""The bytes of a source to papers: which format it is, what it holds, and what in it could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from publist import formats
from publist.formats import json_records
from publist.importing.source_papers import ReadSource, SourceLine
from publist.model.problems import Problem, error
from publist.text import decoding


class Source(NamedTuple):
    """A source as given. ``format`` is None where its text must tell; ``digest`` is that of ``data``.

    ``places`` say where what begins at a line was taken from, if the source was made from other files.
    """

    name: str
    path: str
    """What problems call it."""
    data: bytes
    format: str | None
    digest: str
    reader: str
    places: Mapping[int, SourceLine] = {}


def read_source(source: Source) -> ReadSource:
    """The papers of a source and all that is wrong with it."""
    path = source.path
    text, _, foreign = decoding.decode(source.data, path)
    found = formats.named(source.format) if source.format else formats.recognise(text, source.name)
    if found is None or not found.reads:
        return _unread(source, _unknown(source, text, foreign))
    if foreign and found.pasted:
        return _unread(source, foreign._replace(message=foreign.message.partition(";")[0]))
    reading = formats.load(found.name).read(text, source=path)
    made = ReadSource(source.name, path, found.name, source.digest, source.reader, reading.papers, reading.lines)
    problems = (foreign, *reading.problems) if foreign else reading.problems
    return made._replace(places=source.places, problems=tuple(_placed(problem, source) for problem in problems))


def _placed(problem: Problem, source: Source) -> Problem:
    """The problem where its cause can be found."""
    path, line = source.places.get(problem.line, (problem.path, problem.line))
    return problem._replace(path=path, line=line)


def _unknown(source: Source, text: str, foreign: Problem | None) -> Problem:
    """Why a source cannot be read: its format is not told, or what it holds is in none."""
    hint = f"name one with --format: {', '.join(entry.name for entry in formats.FORMATS if entry.reads)}"
    if source.format:
        return error(source.path, 1, 1, f"there is no format {source.format!r} to read", hint)
    if not text.strip():
        return error(source.path, 0, 0, "the file is empty", "save it again, or take it away")
    if "\0" in text:
        return error(source.path, 0, 0, "this is no text", "export what it holds as BibTeX, RIS or CSL-JSON")
    if text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{") and (broken := json_records.objects(text, source.path).problems):
        return broken[0]
    what = "nothing tells what format this is"
    if foreign:
        return foreign._replace(message=f"{what}, and {foreign.message.partition(';')[0]}", hint=hint)
    return error(source.path, 1, 1, what, hint)


def _unread(source: Source, problem: Problem) -> ReadSource:
    problem = problem._replace(severity="error")
    return ReadSource(source.name, source.path, source.format or "", source.digest, source.reader, (), (), (problem,))

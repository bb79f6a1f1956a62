"""The bytes of a source to papers: which format it is, what it holds, and what in it could not be read."""

from __future__ import annotations

from typing import NamedTuple

from publist import content, formats, latex
from publist.errors import Problem, error
from publist.model import Name, Paper
from publist.sourcepapers import SourceReading


class Source(NamedTuple):
    """A source as given. ``format`` is None where its text must tell; ``digest`` is that of ``data``."""

    name: str
    data: bytes
    format: str | None
    digest: str
    reader: str


def read_source(source: Source) -> SourceReading:
    """The papers of a source and all that is wrong with it."""
    path = source.name if "/" in source.name else f"{content.SOURCES}/{source.name}"
    text = _decoded(source.data, path)
    if isinstance(text, Problem):
        return _unread(source, path, text)
    found = formats.named(source.format) if source.format else formats.recognise(text, source.name)
    if found is None or not found.reads:
        known = ", ".join(entry.name for entry in formats.FORMATS if entry.reads)
        what = "there is no such format to read" if source.format else "nothing tells what format this is"
        return _unread(source, path, error(path, 1, 1, what, f"name it with --format: {known}"))
    reading = formats.load(found.name).read(text, source=path)
    papers = tuple(map(_from_latex, reading.papers)) if found.text == "latex" else reading.papers
    return SourceReading(
        source.name, path, found.name, source.digest, source.reader, papers, reading.lines, reading.problems
    )


def _from_latex(paper: Paper) -> Paper:
    return paper._replace(
        title=latex.to_markdown(paper.title),
        abstract=latex.to_markdown(paper.abstract),
        authors=tuple(map(_name_from_latex, paper.authors)),
    )


def _name_from_latex(name: Name) -> Name:
    return name._replace(name=latex.to_text(name.name)) if "\\" in name.name or "{" in name.name else name


def _unread(source: Source, path: str, problem: Problem) -> SourceReading:
    return SourceReading(source.name, path, source.format or "", source.digest, source.reader, (), (), (problem,))


def _decoded(data: bytes, path: str) -> str | Problem:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        before = data[data.rfind(b"\n", 0, wrong.start) + 1 : wrong.start].decode("utf-8")
        message = f"the byte 0x{data[wrong.start]:02x} is not UTF-8"
        return error(path, line, len(before) + 1, message, "save the file in the encoding UTF-8")

"""The bytes of a source to papers: which format it is, what it holds, and what in it could not be read."""

from __future__ import annotations

from publist import __version__, content
from publist.errors import Problem, error
from publist.formats import listing
from publist.sourcepapers import SourceReading

READER = f"publist {__version__}"
"""What reads sources now; a source read by another version is read again."""


def read_source(name: str, data: bytes, kind: str | None, digest: str) -> SourceReading:
    """The papers of a source and all that is wrong with it."""
    path = name if "/" in name else f"{content.SOURCES}/{name}"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return SourceReading(name, path, kind or "", digest, READER, (), (), (_not_utf8(data, wrong, path),))
    reading = listing.read(text, source=path)
    return SourceReading(name, path, "listing", digest, READER, reading.papers, reading.lines, reading.problems)


def _not_utf8(data: bytes, wrong: UnicodeDecodeError, path: str) -> Problem:
    line = data.count(b"\n", 0, wrong.start) + 1
    return error(path, line, 0, f"the byte 0x{data[wrong.start]:02x} is not UTF-8", "save the file as UTF-8")

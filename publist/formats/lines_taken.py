"""Which lines of a text a format takes: for its papers, or as lines of its syntax."""

from __future__ import annotations

import re

from publist.formats import Format, load
from publist.formats.base import Reading
from publist.formats.pasted_lines import raw_lines

SYNTAX = {
    "bibtex": re.compile(r"\s*[@}%]|.*[},]\s*$"),
    "biblatex": re.compile(r"\s*[@}%]|.*[},]\s*$"),
    "ris": re.compile(r"[A-Z][A-Z0-9] {0,2}-"),
    "csl-yaml": re.compile(r".*\S"),
    "nbib": re.compile(r"[A-Z]{2,4} {0,2}- |      "),
    "wos": re.compile(r"[A-Z][A-Z0-9](?: |$)|   "),
    "enw": re.compile(r"%\S( |$)"),
    **dict.fromkeys(("csl-json", "openalex", "crossref", "json"), re.compile(r"\s*[\"\[\]{}]")),
}
"""What a line of a format with a syntax of its own looks like: above the first and below the last is something else."""


def taken(reading: Reading) -> set[int]:
    """The numbers of the lines that papers were read from."""
    return {number for begin, end in zip(reading.lines, reading.ends, strict=True) for number in range(begin, end + 1)}


def lines_read(form: Format, text: str) -> int:
    """How many lines a form takes for papers, or are in its syntax."""
    if syntax := SYNTAX.get(form.name):
        return sum(bool(syntax.match(line)) for line in raw_lines(text))
    reading: Reading = load(form.name).read(text, source="")
    return len(taken(reading)) if reading.ends else len(raw_lines(text))

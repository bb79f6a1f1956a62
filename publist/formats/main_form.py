"""The form that a text is in, by all of it: a format with a syntax, or the page that it was most likely copied from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats import FORMATS, Format, load
from publist.formats.own_pages import LAST, SURE


class Recognised(NamedTuple):
    """The format of a text; None where none is sure, where a rival is as likely, or where a second form follows."""

    format: Format | None
    rival: Format | None = None
    first: Format | None = None
    """The form that is as likely as its rival, or that the text begins in."""
    second: Format | None = None
    line: int = 0
    """The line on which the second form begins."""


NOTHING = Recognised(None)


def main_form(text: str) -> Format | None:
    """The form that a part of a text is in, whatever follows in it."""
    readable = list(likely_first(""))
    likely = [] if (form := with_syntax(text, readable)) else likely_pages(text, readable)
    return form or (likely[0][1] if likely else None)


def with_syntax(text: str, readable: Sequence[Format]) -> Format | None:
    """The first of the formats with a syntax of their own that takes the text for its own."""
    return next((form for form in readable if not form.pasted and load(form.name).recognises(text)), None)


def likely_pages(text: str, readable: Sequence[Format]) -> list[tuple[float, Format]]:
    """The pages that a text may be copied from, the most likely first."""
    weighed = [(load(form.name).recognises(text), form) for form in readable if form.pasted]
    return sorted((pair for pair in weighed if pair[0] >= SURE), key=lambda pair: -pair[0])


def likely_first(filename: str) -> Iterator[Format]:
    """All that can be read, those of the file's extension first."""
    extension = os.path.splitext(filename)[1].lower()
    readable = [entry for entry in FORMATS if entry.reads and entry.name != LAST]
    yield from (entry for entry in readable if extension in entry.extensions)
    yield from (entry for entry in readable if extension not in entry.extensions)

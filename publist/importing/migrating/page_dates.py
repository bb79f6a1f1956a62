"""Dates of pages: as front matter has them, with a time, in words, as a year, or in the name of the file."""

from __future__ import annotations

import os
import re
from typing import Any

from publist.formats import dates_in_words
from publist.formats.dates_in_words import ReadDate
from publist.importing.migrating.site_pages import text_of

_TIME = re.compile(r"(?<=\d)[T\s,]+\d{1,2}:\d\d.*")
_NAMED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?=-|\.|_|$)")


def date_of(*values: Any, path: str = "") -> str:
    """The first of the values that is a date, as far as it is one, else that of the file's name; empty if none is."""
    dates = (read(text_of(value)).date for value in values)
    return next((str(date) for date in dates if date), "") or _of_name(path)


def read(text: str) -> ReadDate:
    """What a text says as a date, the time of the day aside, and whether that is all it says."""
    return dates_in_words.read(_TIME.sub("", text))


def _of_name(path: str) -> str:
    """The date that a file's name begins with."""
    found = _NAMED.match(os.path.basename(path))
    return date_of(found[0]) if found else ""

"""Dates of pages: as front matter has them, with a time, in words, as a year, or in the name of the file."""

from __future__ import annotations

import os
import re
from typing import Any

from publist.formats import dates_in_words
from publist.importing.migrating.site_pages import text_of

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?")
_NAMED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?=-|\.|_|$)")


def date_of(*values: Any, path: str = "") -> str:
    """The first of the values that is a date, as far as it is one, else that of the file's name; empty if none is."""
    read = (_read(text_of(value)) for value in values)
    return next(filter(None, read), "") or of_name(path)


def is_whole(text: str) -> bool:
    """Whether all that a text in numbers says of a date is one: ``2021-31-01`` has no such month."""
    found = _ISO.fullmatch(text)
    return not found or len(_read(text)) == len("2021-01-31")


def of_name(path: str) -> str:
    """The date that a file's name begins with."""
    found = _NAMED.match(os.path.basename(path))
    return _parts(*found.groups()) if found else ""


def _read(text: str) -> str:
    if found := _ISO.fullmatch(text):
        return _parts(*found.groups())
    date = dates_in_words.read(text).date if text else None
    return str(date) if date else ""


def _parts(year: str, month: str, day: str) -> str:
    """The date with these numbers, as far as there is one."""
    return str(dates_in_words.of_parts(int(year), int(month), int(day)) or "")

"""Bibliographic formats, one module each, both directions; the table of them is ``publist.model.format_table``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from publist.model.format_table import FORMATS, Format, named

__all__ = ["FORMATS", "Format", "load", "named", "recognise"]


def load(name: str) -> Any:
    """The module of a format: a Reader, a Writer or both (publist.formats.base). KeyError if there is none."""
    found = named(name)
    if found is None:
        raise KeyError(name)
    return import_module(f"publist.formats.{found.module}")


def recognise(text: str, filename: str = "") -> Format | None:
    """The format that the text is in, by its content; formats of the file's extension are asked first."""
    return next((entry for entry in _likely_first(filename) if load(entry.name).recognises(text)), None)


def _likely_first(filename: str) -> Iterator[Format]:
    extension = os.path.splitext(filename)[1].lower()
    readable = [entry for entry in FORMATS if entry.reads]
    yield from (entry for entry in readable if extension in entry.extensions)
    yield from (entry for entry in readable if extension not in entry.extensions)

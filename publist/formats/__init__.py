"""Bibliographic formats, one module each, both directions; the table of them is ``publist.model.format_table``."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from publist.model.format_table import FORMATS, Format, named

__all__ = ["FORMATS", "Format", "load", "named"]


def load(name: str) -> Any:
    """The module of a format: a Reader, a Writer or both (publist.formats.base). KeyError if there is none."""
    found = named(name)
    if found is None:
        raise KeyError(name)
    return import_module(f"publist.formats.{found.module}")

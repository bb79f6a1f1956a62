"""theme.yaml to the settings of a theme: here a number is a number, since an option's default says its type."""

from __future__ import annotations

import os
import re
from typing import Any

from publist.content.yaml.plain import simple
from publist.model.paper import Plain
from publist.model.problems import PublistError, error

_TRUTH = {"true": True, "false": False}
_NO_TEXT = frozenset("y n yes no on off true false null".split())
"""Words that YAML 1.1 takes for truth values or for nothing."""

_QUOTES = re.compile(r"^ *[^ #\n].*['\"]", re.MULTILINE)
"""Quotes anywhere but in remarks."""


def read(folder: str, shown: str) -> dict[str, Any]:
    """The settings of the theme in this folder, which problems call ``shown``. PublistError if they are none."""
    with open(os.path.join(folder, "theme.yaml"), "rb") as file:
        raw = file.read()
    settings = plainly(raw)
    return _parsed(raw, f"{shown}/theme.yaml") if settings is None else settings


def plainly(raw: bytes) -> dict[str, Any] | None:
    """The settings where they are plain to see, else None: loading the parser takes as long as many a page."""
    try:
        text = raw.decode("utf-8")
        values, quotes = simple(text), _QUOTES.search(text) is not None
        return _typed_all(values, quotes=quotes) if isinstance(values, dict) else None
    except ValueError:
        return None


def _typed_all(values: dict[str, Plain], *, quotes: bool) -> dict[str, Any]:
    if any(name.lower() in _NO_TEXT for name in values):
        raise ValueError
    return {name: _typed(value, quotes=quotes) for name, value in values.items()}


def _typed(value: Plain, *, quotes: bool) -> Any:
    """The value as YAML 1.1 has it. ValueError where that is not certain: in ``quotes`` anything is text."""
    if isinstance(value, list):
        return [_typed(item, quotes=quotes) for item in value]
    if isinstance(value, dict):
        return _typed_all(value, quotes=quotes)
    if value is None or (value[:1].isalpha() and value.lower() not in _NO_TEXT):
        return value
    if not quotes and value in _TRUTH:
        return _TRUTH[value]
    if not quotes and re.fullmatch("0|[1-9][0-9]*", value):
        return int(value)
    raise ValueError


def _parsed(raw: bytes, shown: str) -> dict[str, Any]:
    import yaml

    try:
        settings = yaml.safe_load(raw)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = getattr(problem, "problem", None) or "this is not YAML"
        raise PublistError([error(shown, line, column, str(what))]) from problem
    if not isinstance(settings or {}, dict):
        raise PublistError([error(shown, 1, 1, "the settings of a theme are `name: value` lines")])
    return settings or {}

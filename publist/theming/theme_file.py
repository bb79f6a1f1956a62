"""theme.yaml to the settings of a theme: here a number is a number, since an option's default says its type."""

from __future__ import annotations

import os
from typing import Any

import yaml

from publist.model.problems import PublistError, error


def read(folder: str, shown: str) -> dict[str, Any]:
    """The settings of the theme in this folder, which problems call ``shown``. PublistError if they are none."""
    path = f"{shown}/theme.yaml"
    try:
        with open(os.path.join(folder, "theme.yaml"), "rb") as file:
            raw = file.read()
    except OSError as problem:
        raise PublistError([error(path, 0, 0, f"the file cannot be read: {problem.strerror}")]) from problem
    try:
        settings = yaml.safe_load(raw)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = getattr(problem, "problem", None) or "this is not YAML"
        raise PublistError([error(path, line, column, str(what))]) from problem
    if not isinstance(settings or {}, dict):
        raise PublistError([error(path, 1, 1, "the settings of a theme are `name: value` lines")])
    return settings or {}

"""The options of a theme: what site.yaml gives, read as the kind of value that theme.yaml has as default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.model.problems import Problem, error, warning
from publist.text.look_alikes import told_apart

_PATH = "content/site.yaml"
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read(defaults: Mapping[str, Any], given: Mapping[str, Any], theme: str) -> tuple[dict[str, Any], list[Problem]]:
    """The theme's options with the values given for them, and what is wrong with those.

    ``given`` holds text, lists and mappings, as site.yaml has them; a default says by its own type what is wanted.
    An option that the theme does not have is kept, as text, and warned of: another theme of yours may have it.
    """
    values, problems = dict(defaults), []
    for name, value in given.items():
        if name not in defaults:
            problems.append(_unknown(name, defaults, theme))
            values[name] = value
            continue
        try:
            values[name] = _as(defaults[name], value)
        except ValueError as problem:
            problems.append(error(_PATH, 0, 0, f"`theme_options`: `{name}` must be {problem}, not {value!r}"))
    return values, problems


def _unknown(name: str, defaults: Mapping[str, Any], theme: str) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, defaults, 1)
    hint = (
        f"Did you mean `{near[0]}`?{told_apart(name, near[0])}" if near else f"It has {', '.join(defaults) or 'none'}."
    )
    return warning(_PATH, 0, 0, f"the theme {theme} has no option `{name}`", hint)


def _as(default: Any, value: Any) -> Any:
    """The value as the type of the default; ValueError says what was wanted."""
    if isinstance(default, bool):
        if str(value).lower() in _TRUTH:
            return _TRUTH[str(value).lower()]
        raise ValueError("true or false")
    if isinstance(default, int | float):
        try:
            return type(default)(value)
        except (TypeError, ValueError):
            what = "a whole number" if isinstance(default, int) else "a number"
            raise ValueError(what) from None
    if isinstance(default, list):
        return value if isinstance(value, list) else [value]
    if isinstance(default, Mapping):
        if isinstance(value, Mapping):
            return value
        raise ValueError("a mapping of `name: value`")
    if isinstance(value, list | Mapping):
        raise ValueError("text")
    return value

"""The settings (YAML between two lines of dashes) above a page of Jekyll or Hugo: they are no part of its list."""

from __future__ import annotations

import re

_SETTINGS = re.compile(r"---[^\S\n]*\n(?:[^\n]*\n){0,80}?(?:---|\.\.\.)[^\S\n]*\n(?=\s*\S)")


def without(text: str) -> str:
    """The text with empty lines in place of its settings, so that the numbers of lines stay."""
    found = _SETTINGS.match(text)
    return "\n" * found[0].count("\n") + text[found.end() :] if found else text

"""content/site.yaml to Config: the site's settings."""

from __future__ import annotations

from publist.errors import Problem
from publist.written import Config, Exports, Feed, NavItem

__all__ = ["DEFAULT", "Config", "Exports", "Feed", "NavItem", "read"]

DEFAULT = Config()


def read(text: str, *, path: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings, as far as they can be read, and all that is wrong; None if the text is no YAML mapping."""
    from publist.fields.config import CONFIG
    from publist.yamltext.file import read_record

    return read_record(CONFIG, text, path=path)

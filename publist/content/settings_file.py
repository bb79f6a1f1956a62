"""content/site.yaml to Config: the site's settings."""

from __future__ import annotations

from publist.model.problems import Problem
from publist.model.settings import Config, Exports, Feed, NavItem

__all__ = ["DEFAULT", "Config", "Exports", "Feed", "NavItem", "read"]

DEFAULT = Config()


def read(text: str, *, path: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings, as far as they can be read, and all that is wrong; None if the text is no YAML mapping."""
    from publist.content.schema.settings import CONFIG
    from publist.content.yaml.yaml_file import read_record

    return read_record(CONFIG, text, path=path)

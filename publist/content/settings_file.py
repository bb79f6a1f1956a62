"""content/site.yaml to Config: the site's settings."""

from __future__ import annotations

from publist.model.problems import Problem
from publist.model.settings import Analytics, Config, Exports, Feed, NavItem

__all__ = ["DEFAULT", "Analytics", "Config", "Exports", "Feed", "NavItem", "read", "with_base_url"]

DEFAULT = Config()


def read(text: str, *, path: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings, as far as they can be read, and all that is wrong; None if the text is no YAML mapping."""
    from publist.content.schema.contradictions import contradictions
    from publist.content.schema.settings import CONFIG
    from publist.content.yaml.yaml_file import read_record

    return read_record(CONFIG, text, path=path, check=contradictions)


def with_base_url(config: Config, base_url: str | None) -> Config:
    """The settings with the address that the command names, if it names one."""
    if base_url is None:
        return config
    return config._replace(base_url=base_url.rstrip("/") + "/" if base_url else "")

"""The menu of an old site: which of its pages readers were led to, and in which order.

academicpages: ``_data/navigation.yml``. Hugo: https://gohugo.io/content-management/menus. Quarto:
https://quarto.org/docs/websites/website-navigation.html.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from publist.importing.migrating.site_pages import read_data, text_of

_FIRST = 10
_FILES = ("_data/navigation.yml", *(f"config/_default/menus.{ending}" for ending in ("toml", "yaml", "yml", "en.toml")))


def places(root: str, config: Mapping[str, Any]) -> dict[str, int]:
    """The addresses that the menu leads to, as they are written there, each with its place."""
    found: dict[str, int] = {}
    for address in _addresses(root, config):
        found.setdefault(address, _FIRST + len(found))
    return found


def _addresses(root: str, config: Mapping[str, Any]) -> Iterator[str]:
    said: list[Any] = [read_data(os.path.join(root, *name.split("/")), []) for name in _FILES]
    said += [config.get("menu"), config.get("menus")]
    for menu in said:
        yield from _listed(menu.get("main") if isinstance(menu, dict) else None)
    bar = config.get("navbar")
    for side in ("left", "right"):
        yield from _listed(bar.get(side) if isinstance(bar, dict) else None)


def _listed(entries: Any) -> Iterator[str]:
    """The addresses of entries, and of those below them; by weight where they have one."""
    items = entries if isinstance(entries, list) else []
    for item in sorted(items, key=_weight):
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            yield text_of(item.get("url") or item.get("href") or item.get("pageref") or item.get("file"))
            yield from _listed(item.get("menu") or item.get("children") or item.get("dropdown"))


def _weight(item: Any) -> int:
    weight = text_of(item.get("weight")) if isinstance(item, dict) else ""
    return int(weight) if weight.isdigit() else 0

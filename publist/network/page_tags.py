"""The ``meta`` tags in the head of a page, by name in small letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from publist.text.html_markup import MarkupParser

_HEAD = 1_000_000
"""Characters of a page that are looked at: the tags stand at its beginning."""


class _Tags(MarkupParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = defaultdict(list)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name, content = said.get("name") or said.get("property") or "", said.get("content") or ""
        if tag == "meta" and name and content:
            self.found[name.lower()].append(content.strip())

    handle_startendtag = handle_starttag


def meta_values(page: str) -> Mapping[str, list[str]]:
    """What the tags of a page say."""
    tags = _Tags()
    tags.feed(page[:_HEAD])
    return tags.found

"""The CV page of al-folio as Markdown: its text stands in data, as al-folio has it, as RenderCV or as JSON Resume.

al-folio: _data/cv.yml is a list of sections; RenderCV: https://docs.rendercv.com (cv: sections:); JSON Resume:
https://jsonresume.org/schema.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.site_pages import SitePage, read_data, text_of

_FILES = ("_data/cv.yml", "_data/cv.yaml", "assets/json/resume.json")
_TEMPLATE = re.compile(r"einstein|first last|your@email|pied piper|john doe", re.IGNORECASE)
"""Who has the CV that the templates bring along."""
_WHAT = "title position degree studyType area name label language network reference".split()
_WHERE = "institution company organization entity department awarder issuer publisher location".split()
_WHEN = "year date releaseDate".split()
_FROM_TO = (("start_date", "end_date"), ("startDate", "endDate"))
_MORE = "description summary details value fluency level highlights items keywords courses contents roles".split()
_LINK = ("url", "link", "website")
_NOT_SHOWN = {"type", "icon", "image", "img", "$schema", "meta"}
_PAPERS = ("publications",)
"""Papers come over as papers."""


def text_of_cv(site: OldSite, page: SitePage) -> str:
    """The CV that a page with the layout ``cv`` shows; empty for other pages, and for the template's own CV."""
    if text_of(page.values.get("layout")) != "cv":
        return ""
    found = [path for name in _FILES if os.path.isfile(path := os.path.join(site.root, name))]
    for path in found:
        text = "\n".join(_sections(read_data(path, site.problems))).strip()
        if text and not _TEMPLATE.search(text):
            return text
    return ""


def _sections(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping) and isinstance(data.get("cv"), Mapping):
        about = {key: value for key, value in data["cv"].items() if key != "sections"}
        data = {"": about, **(data["cv"].get("sections") or {})}
    if isinstance(data, Mapping):
        data = [{"title": key.capitalize() if key.islower() else key, "contents": data[key]} for key in data]
    for section in data if isinstance(data, list) else ():
        if isinstance(section, Mapping) and text_of(section.get("title")).lower() not in _PAPERS:
            contents = section.get("contents")
            lines = list(_items(contents, 0))
            if lines:
                yield f"\n## {text_of(section.get('title')) or 'General'}\n"
                yield from lines


def _items(value: Any, depth: int) -> Iterator[str]:
    """A value as lines of a nested list."""
    indent = "  " * depth
    if isinstance(value, list):
        for item in value:
            yield from _items(item, depth)
    elif isinstance(value, Mapping):
        yield from _entry(value, depth)
    elif text_of(value) or isinstance(value, (int, float)):
        yield f"{indent}- {text_of(value) or value}"


def _entry(entry: Mapping[str, Any], depth: int) -> Iterator[str]:
    """One entry: what, where and when on its line, and all else that it says below."""
    what, where, when = (", ".join(_said(entry, keys)) for keys in (_WHAT, _WHERE, _WHEN))
    spans = [f"{entry.get(first) or ''}–{entry.get(last) or ''}" for first, last in _FROM_TO if entry.get(first)]
    link = next((text_of(entry.get(key)) for key in _LINK if text_of(entry.get(key)).startswith("http")), "")
    name = f"[{what}]({link})" if link and what else f"**{what}**" if what else ""
    head = ", ".join(part for part in (name, where, when or ", ".join(spans)) if part)
    known = {*_WHAT, *_WHERE, *_WHEN, *_MORE, *(key for pair in _FROM_TO for key in pair), *_NOT_SHOWN, *_LINK}
    others = [(key, value) for key, value in entry.items() if key not in known and value]
    short = [f"{key.replace('_', ' ')}: {text_of(value)}" for key, value in others if text_of(value)]
    lone = [text_of(entry[key]) for key in _MORE if text_of(entry.get(key))]
    if head and len(lone) == 1 and len(lone[0]) < 200 and not any(isinstance(entry.get(key), list) for key in _MORE):
        head, lone = f"{head}: {lone[0]}", []
    indent = "  " * depth
    if head:
        yield f"{indent}- {head}"
    for line in (*short, *lone):
        yield f"{indent}  - {line}" if head else f"{indent}- {line}"
    for value in (*(entry.get(key) for key in _MORE), *(value for _, value in others)):
        if isinstance(value, (list, Mapping)):
            yield from _items(value, depth + bool(head))


def _said(entry: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    return [str(entry[key]) if isinstance(entry[key], int) else text_of(entry[key]) for key in keys if entry.get(key)]

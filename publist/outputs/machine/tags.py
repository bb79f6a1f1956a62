"""Tags of a page's head as HTML: one rule of escaping for all of them, and no tag that says nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring
from typing import Any

from publist.text.html_escaping import escape

Tag = tuple[str, str]
"""Name and content of a ``meta`` element."""

_PROPERTIES = ("og:", "article:", "profile:", "book:")
"""Prefixes of OpenGraph, whose names stand in ``property`` (RDFa) and not in ``name``."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Json(str):
    """A value that is JSON text already. Nodes are put together as text: every page has some, and they share parts."""

    __slots__ = ()


def meta(tags: Iterable[Tag]) -> list[str]:
    """One ``meta`` element a tag; a tag without content is left out."""
    return [
        f'<meta {"property" if name.startswith(_PROPERTIES) else "name"}="{name}" content="{escape(content)}">'
        for name, content in tags
        if content
    ]


def link(relation: str, address: str, media: str = "", title: str = "") -> str:
    """A ``link`` element. Relation and media type are this program's own words."""
    told = f' type="{media}"' if media else ""
    named = f' title="{escape(title)}"' if title else ""
    return f'<link rel="{relation}"{told}{named} href="{escape(address)}">'


def node(properties: Mapping[str, Any]) -> Json:
    """A JSON object of those properties that say something."""
    return Json("{" + ",".join([f'"{name}":{_value(value)}' for name, value in properties.items() if value]) + "}")


def array(values: Iterable[Json]) -> Json:
    """A JSON array, nothing for no values."""
    inner = ",".join(values)
    return Json(f"[{inner}]" if inner else "")


def _value(value: Any) -> str:
    if type(value) is Json:
        return value
    return encode_basestring(value) if type(value) is str else _encode(value)


def linked_data(nodes: Iterable[Json]) -> str:
    """One block of JSON-LD 1.1 with these nodes of schema.org. ``<`` is spelled out: no text can end the script."""
    text = ",".join(nodes).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{text}]}}</script>'

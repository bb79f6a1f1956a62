"""Tags of a page's head as HTML: one rule of escaping for all of them, and no tag that says nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

Tag = tuple[str, str]
"""Name and content of a ``meta`` element."""

_PROPERTIES = ("og:", "article:", "profile:", "book:")
"""Prefixes of OpenGraph, whose names stand in ``property`` (RDFa) and not in ``name``."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def meta(tags: Iterable[Tag]) -> list[str]:
    """One ``meta`` element a tag; a tag without content is left out."""
    return [
        f'<meta {"property" if name.startswith(_PROPERTIES) else "name"}="{name}" content="{escape(content)}">'
        for name, content in tags
        if content
    ]


def link(relation: str, address: str, media: str = "", title: str = "") -> str:
    """A ``link`` element."""
    told = f' type="{escape(media)}"' if media else ""
    named = f' title="{escape(title)}"' if title else ""
    return f'<link rel="{relation}"{told}{named} href="{escape(address)}">'


def linked_data(nodes: Iterable[Mapping[str, Any]]) -> str:
    """One block of JSON-LD 1.1 with these nodes of schema.org. ``<`` is spelled out: no text can end the script."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = _encode(graph).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def without_nothing(node: Mapping[str, Any]) -> dict[str, Any]:
    """The node with only those properties that say something."""
    return {name: value for name, value in node.items() if value}

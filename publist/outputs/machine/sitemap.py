"""sitemap.xml (sitemaps.org protocol 0.9) and robots.txt, by which search engines find every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from publist.library.library import without_drafts
from publist.model.artifact import Artifact, digest
from publist.model.paper import Date
from publist.outputs.base import Context, PageKind, Render, SitePlan
from publist.text.html_escaping import escape

_LIMIT = 50_000
"""The protocol allows so many addresses in a file."""


class Sitemap:
    """The output: the addresses of these kinds of pages."""

    THEMED = False

    def __init__(self, pages: Sequence[PageKind]) -> None:
        self._pages = pages
        self.RENDERERS: Mapping[str, Render] = {"sitemap": _sitemap, "sitemap-index": _index, "robots": _robots}

    def plan(self, plan: SitePlan) -> Iterator[Artifact]:
        """The sitemap, in several files if it must be, and robots.txt that names it; nothing without a base URL."""
        if not plan.config.base_url:
            return
        entries = without_drafts(plan.library.entries)
        newest = entries[0].paper.date if entries else None
        rows = [("", newest), *[row for kind in self._pages for row in kind.addresses(plan)]]
        parts = [tuple(rows[start : start + _LIMIT]) for start in range(0, len(rows), _LIMIT)]
        origin = "content/site.yaml"
        stamp = digest("\n".join([f"{path} {_day(date)}" for path, date in rows]).encode())
        if len(parts) == 1:
            yield Artifact("sitemap.xml", origin, "sitemap", (parts[0],), stamp)
        else:
            names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
            for name, part in zip(names, parts, strict=True):
                yield Artifact(name, origin, "sitemap", (part,), stamp)
            yield Artifact("sitemap.xml", origin, "sitemap-index", (names,), stamp)
        if not any(asset.name == "robots.txt" for asset in plan.static):  # the owner's own stands instead
            yield Artifact("robots.txt", origin, "robots", (), b"")


@cache  # the newest papers of many terms are the same
def _day(date: Date | None) -> str:
    """The date, if the day is known: the protocol's schema takes no months and years."""
    return str(date) if date and date.day else ""


def _sitemap(inputs: tuple[Any, ...], context: Context) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    base = escape(context.config.base_url)
    for path, date in inputs[0]:
        day = _day(date)
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<url><loc>{base}{path}</loc>{changed}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def _index(inputs: tuple[Any, ...], context: Context) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    lines += [f"<sitemap><loc>{escape(context.config.base_url)}{name}</loc></sitemap>" for name in inputs[0]]
    return "\n".join([*lines, "</sitemapindex>", ""]).encode()


def _robots(inputs: tuple[Any, ...], context: Context) -> bytes:
    del inputs
    return f"User-agent: *\nAllow: /\n\nSitemap: {context.config.base_url}sitemap.xml\n".encode()

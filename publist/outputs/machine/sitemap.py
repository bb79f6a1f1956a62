"""sitemap.xml (sitemaps.org protocol 0.9) and robots.txt, by which search engines find every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from publist.content.topic_file import PageFile
from publist.library.library import Entry, Library
from publist.model.artifact import Artifact, digest_all
from publist.model.paper import Date
from publist.outputs.base import Context, Render, SitePlan
from publist.text.html_escaping import escape

_LIMIT = 50_000
"""The protocol allows so many addresses in a file."""


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The sitemap, in several files if it must be, and robots.txt that names it. Without a base URL there is none."""
    if not plan.config.base_url:
        return
    rows = list(_addresses(plan))
    stamp = digest_all(_states(plan.library, plan.pages))
    parts = [tuple(rows[start : start + _LIMIT]) for start in range(0, len(rows), _LIMIT)]
    origin = "content/site.yaml"
    if len(parts) == 1:
        yield Artifact("sitemap.xml", origin, "sitemap", (parts[0],), stamp)
    else:
        names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
        for name, part in zip(names, parts, strict=True):
            yield Artifact(name, origin, "sitemap", (part,), stamp)
        yield Artifact("sitemap.xml", origin, "sitemap-index", (names,), stamp)
    yield Artifact("robots.txt", origin, "robots", (), b"")


def _states(library: Library, pages: Iterable[PageFile]) -> Iterator[bytes]:
    """Digests of all that the addresses and dates are taken from."""
    yield from (entry.digest for entry in library.entries)
    yield from (term.digest for row in library.taxonomies for term in library.terms(row.kind))
    yield from (f"{page.slug} {page.draft}\n".encode() for page in pages)


def _addresses(plan: SitePlan) -> Iterator[tuple[str, Date | None]]:
    """Site path and date of last change of each page, as far as content says so."""
    library = plan.library
    yield "", _newest(library.entries)
    yield from ((entry.path, entry.paper.date) for entry in library.entries)
    for row in library.taxonomies:
        yield f"{row.folder}/", None
        yield from ((term.ref.path, _newest(term.entries)) for term in library.terms(row.kind))
    yield from ((f"{page.slug}/", None) for page in plan.pages if not page.draft and page.slug != "index")


def _newest(entries: tuple[Entry, ...]) -> Date | None:
    """The date of the newest paper of a list, which stands first and is what changed it last."""
    return entries[0].paper.date if entries else None


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


THEMED = False
RENDERERS: Mapping[str, Render] = {"sitemap": _sitemap, "sitemap-index": _index, "robots": _robots}

"""Atom feeds (RFC 4287) of the site and of each topic, person and venue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from publist.artifact import Artifact, digest_all
from publist.config import Config
from publist.content import Body, body_text
from publist.library import Entry
from publist.markup import block, plain
from publist.outputs.base import Context, Plan, Render
from publist.terms import Ref

_WITH_FEED = frozenset({"index", "topic", "person", "venue"})


def feeds_of(kind: str, ref: Ref, config: Config) -> dict[str, str]:
    """The site path of each feed of a list, by media type. Without a base URL there is none: ids must be permanent."""
    if not config.feed.enabled or not config.base_url or kind not in _WITH_FEED:
        return {}
    return {"application/atom+xml": f"{ref.path}feed.xml"}


def plan(plan: Plan) -> Iterator[Artifact]:
    """The feed of the site and those of its terms."""
    index = Ref("", "", owner=False, state=b"")
    lists: list[tuple[str, Ref, tuple[Entry, ...]]] = [("index", index, plan.library.entries)]
    for terms in (plan.library.topics, plan.library.people, plan.library.venues):
        lists += [(term.kind, term.ref, term.entries) for term in terms]
    for kind, ref, entries in lists:
        paths = feeds_of(kind, ref, plan.config)
        shown = entries[: plan.config.feed.limit]
        bodies = tuple([plan.library.bodies[entry.slug] for entry in shown])
        stamp = digest_all([ref.state, *[entry.digest for entry in shown], *[body.digest for body in bodies]])
        for path in paths.values():
            yield Artifact(path, "content/site.yaml", "atom", (ref, path, shown, bodies), stamp)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    ref, path, entries, bodies = inputs
    return atom(ref, path, entries, bodies, context).encode()


def atom(ref: Ref, path: str, entries: tuple[Entry, ...], bodies: tuple[Body, ...], context: Context) -> str:
    """An Atom feed. ``updated`` is the newest paper's date: a feed says nothing of when the site was built."""
    config, base = context.config, context.base_url
    title = f"{ref.title} · {config.title}" if ref.title else config.title
    newest = max((_timestamp(entry) for entry in entries), default="1970-01-01T00:00:00Z")
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(config.language)}">',
        f"<id>{escape(base + ref.path)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{newest}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(base + path)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(base + ref.path)}"/>',
        f"<author><name>{escape(config.owner or config.title)}</name></author>",
    ]
    rows += [_entry(entry, body, context) for entry, body in zip(entries, bodies, strict=True)]
    return "\n".join([*rows, "</feed>", ""])


def _entry(entry: Entry, body: Body, context: Context) -> str:
    address = escape(context.base_url + entry.path)
    rows = [
        "<entry>",
        f"<id>{address}</id>",
        f"<title>{escape(plain(entry.paper.title))}</title>",
        f"<updated>{_timestamp(entry)}</updated>",
        f"<published>{_timestamp(entry)}</published>",
        f'<link rel="alternate" type="text/html" href="{address}"/>',
    ]
    rows += [f"<author><name>{escape(name.name)}</name></author>" for name in entry.paper.authors]
    rows += [f'<category term="{escape(topic.title)}"/>' for topic in entry.topics]
    html = block(body_text(context.folder, body))
    if html:
        rows.append(f'<content type="html">{escape(html)}</content>')
    return "\n".join([*rows, "</entry>"])


def _timestamp(entry: Entry) -> str:
    """The paper's date as RFC 3339 asks for it: unknown parts are the first of their kind."""
    date = entry.paper.date
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z" if date else "1970-01-01T00:00:00Z"


THEMED = False
RENDERERS: Mapping[str, Render] = {"atom": _render}

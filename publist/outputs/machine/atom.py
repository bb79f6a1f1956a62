"""Atom (RFC 4287): one entry a paper, with its whole abstract."""

from __future__ import annotations

from collections.abc import Iterable

from publist.outputs.machine.feed_entries import Channel, Item, timestamp
from publist.text.html_escaping import escape
from publist.text.urls import license_url

FIRST = "2005-12-01T00:00:00Z"
"""Every feed and entry must say when it was updated. Where no paper of a feed has a date, this is the earliest that can
be true: RFC 4287 is of that month.
"""


def item(item: Item) -> str:
    """An entry. ``updated`` is the paper's date, since no other is true wherever and whenever the site is built.

    A paper without a date, such as one in press, has that of another in the feed.
    """
    entry, address = item.entry, escape(item.page)
    moment = timestamp(entry)
    rows = [
        "<entry>",
        f"<id>{address}</id>",
        f"<title>{escape(item.title)}</title>",
        f"<updated>{moment or item.instead or FIRST}</updated>",
    ]
    if moment:
        rows.append(f"<published>{moment}</published>")
    rows.append(f'<link rel="alternate" type="text/html" href="{address}"/>')
    rows += [f"<author><name>{escape(name)}</name></author>" for name in item.authors]
    rows += [f'<category term="{escape(topic.title)}"/>' for topic in entry.topics]
    if terms := license_url(entry.paper.license):
        rows.append(f'<link rel="license" href="{escape(terms)}"/>')
    if item.html:
        rows.append(f'<content type="html">{escape(item.html)}</content>')
    return "\n".join([*rows, "</entry>"])


def feed(channel: Channel, items: Iterable[str], newest: str) -> str:
    """The feed of these entries; ``newest`` is the latest of their moments, "" if none has one."""
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(channel.language)}">',
        f"<id>{escape(channel.page)}</id>",
        f"<title>{escape(channel.title)}</title>",
        f"<updated>{newest or FIRST}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(channel.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(channel.page)}"/>',
        f"<author><name>{escape(channel.author)}</name></author>",
    ]
    if channel.description:
        rows.insert(4, f"<subtitle>{escape(channel.description)}</subtitle>")
    return "\n".join([*rows, *items, "</feed>", ""])

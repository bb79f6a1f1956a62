"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): one item a paper, with its whole abstract."""

from __future__ import annotations

from collections.abc import Iterable

from publist.outputs.machine.feed_entries import Channel, Item, timestamp
from publist.outputs.machine.tags import node


def item(item: Item) -> str:
    """An item as JSON text. It must have content: a paper without an abstract gives its title."""
    paper = item.entry.paper
    return node(
        {
            "id": item.page,
            "url": item.page,
            "title": item.title,
            "content_html": item.html,
            "content_text": "" if item.html else item.title,
            "date_published": timestamp(item.entry),
            "authors": [{"name": name} for name in item.authors],
            "tags": [topic.title for topic in item.entry.topics],
            "language": paper.language,
        }
    )


def feed(channel: Channel, items: Iterable[str], newest: str) -> str:
    """The feed of these items; it says nothing of their ``newest`` moment."""
    del newest
    head = node(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.title,
            "home_page_url": channel.page,
            "feed_url": channel.address,
            "description": channel.description,
            "language": channel.language,
            "authors": [{"name": channel.author}],
        }
    )
    return f'{head[:-1]}, "items": [\n' + ",\n".join(items) + "\n]}\n"

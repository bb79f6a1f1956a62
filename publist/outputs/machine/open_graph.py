"""OpenGraph (https://ogp.me) and the card tags of X: what a link to the page looks like where people share it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.outputs.bylines import of_crowd
from publist.outputs.machine.tags import Tag

CARD_SIZE = (1200, 630)
"""Width and height of a card's picture in pixels: what every reader of these tags shows uncut."""


class Shared(NamedTuple):
    """What a card of the page says: addresses are absolute and "" where there is none."""

    title: str
    description: str
    url: str
    kind: str
    image: str = ""
    image_alt: str = ""
    image_type: str = "image/png"
    image_size: tuple[int, int] = CARD_SIZE


def tags(shared: Shared, config: Config) -> list[Tag]:
    """The tags of any page; some contents may be empty."""
    found = [
        ("og:title", shared.title),
        ("og:type", shared.kind),
        ("og:url", shared.url),
        ("og:site_name", config.title),
        ("og:description", shared.description),
        ("twitter:card", "summary_large_image" if shared.image else "summary"),
    ]
    if shared.image:
        width, height = shared.image_size
        found += [
            ("og:image", shared.image),
            ("og:image:type", shared.image_type),
            ("og:image:width", str(width)),
            ("og:image:height", str(height)),
            ("og:image:alt", shared.image_alt),
        ]
    return found


def article_tags(entry: Entry, config: Config) -> Iterable[Tag]:
    """When and by whom; an author is told by the address of their page, as the type ``profile`` wants it."""
    if entry.paper.date:
        yield "article:published_time", str(entry.paper.date)
    if config.base_url:
        shown = of_crowd(entry, config).chosen(entry.authors)
        yield from (("article:author", config.base_url + author.path) for author in shown if not author.instead)
    yield from (("article:tag", topic.title) for topic in entry.topics)

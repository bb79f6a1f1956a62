"""The Markdown that people wrote for the site, each piece with the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from publist.content.content_folder import NEWS, PAGES, SETTINGS, TOPICS
from publist.content.loading import Content, body_text
from publist.content.schema.kinds import KeyPath


class Prose(NamedTuple):
    """A piece of Markdown: under the key ``at`` of its file, or (None) under the front matter."""

    path: str
    at: KeyPath | None
    text: str


def prose_of(site: str, content: Content) -> Iterator[Prose]:
    """Titles, notes and abstracts of the papers, introductions of topics, pages, and the site's own lines.

    What is a draft is left out: it is on no page.
    """
    for record in content.papers:
        if not record.paper.draft:
            yield Prose(record.path, ("title",), record.paper.title)
            yield Prose(record.path, ("note",), record.paper.note)
            yield Prose(record.path, None, body_text(site, content.bodies[record.slug]))
    for topic in content.topics:
        yield Prose(f"{TOPICS}/{topic.slug}.md", None, topic.body)
    for page in content.pages:
        if not page.draft:
            yield Prose(f"{PAGES}/{page.slug}.md", None, page.body)
    for news in content.news:
        if not news.draft:
            yield Prose(f"{NEWS}/{news.slug}.md", ("title",), news.title)
            yield Prose(f"{NEWS}/{news.slug}.md", None, news.body)
    yield Prose(SETTINGS, ("tagline",), content.config.tagline)
    yield Prose(SETTINGS, ("footer",), content.config.footer)

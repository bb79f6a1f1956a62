"""content/topics/SLUG.md, content/pages/SLUG.md and content/news/SLUG.md to what they say."""

from __future__ import annotations

import os
from typing import Any

from publist.content.content_folder import PAGES
from publist.model.problems import Problem, in_order
from publist.model.settings import NewsFile, PageFile, TopicFile
from publist.text.unicode_forms import composed

__all__ = ["NewsFile", "PageFile", "TopicFile", "read_news", "read_page", "read_topic"]


def read_topic(text: str, *, path: str) -> tuple[TopicFile | None, tuple[Problem, ...]]:
    """The topic of a file named SLUG.md, and all that is wrong with it."""
    from publist.content.schema.topics_and_pages import TOPIC

    return _read(TOPIC, text, path, os.path.basename(path).removesuffix(".md"))


def read_page(text: str, *, path: str) -> tuple[PageFile | None, tuple[Problem, ...]]:
    """The page of a file of content/pages, and all that is wrong with it; its slug has the folders that it lies in."""
    from publist.content.schema.topics_and_pages import PAGE

    return _read(PAGE, text, path, path.removeprefix(f"{PAGES}/").removesuffix(".md"))


def read_news(text: str, *, path: str) -> tuple[NewsFile | None, tuple[Problem, ...]]:
    """The news of a file named SLUG.md, and all that is wrong with it."""
    from publist.content.schema.topics_and_pages import NEWS

    return _read(NEWS, text, path, os.path.basename(path).removesuffix(".md"))


def write_topic(topic: TopicFile) -> str:
    """The text of a topic's file."""
    from publist.content import front_matter
    from publist.content.schema.topics_and_pages import TOPIC
    from publist.content.yaml.writer import lines

    values = TOPIC.written(topic._asdict())
    return front_matter.join("\n".join(lines(values.items())) + "\n", topic.body)


def _read(kind: Any, text: str, path: str, slug: str) -> tuple[Any, tuple[Problem, ...]]:
    from publist.content import front_matter

    front, problems = front_matter.read(text, path=path)
    if front is None:
        return None, problems
    faults: list[Any] = []
    values = kind.values(front.values, (), faults)
    values |= {"slug": composed(slug), "body": front.body}
    made = kind.made(values, (), faults)
    return made, in_order((*problems, *(front.tree.problem(path, fault) for fault in faults)))

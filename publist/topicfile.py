"""content/topics/SLUG.md and content/pages/SLUG.md to what they say."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from publist.errors import Problem, in_order


class TopicFile(NamedTuple):
    """A topic as its file describes it."""

    slug: str
    title: str
    match: tuple[str, ...] = ()
    """Phrases; a paper whose title, abstract or keywords hold one of them belongs to the topic."""
    categories: tuple[str, ...] = ()
    """Category codes whose papers belong to the topic."""
    body: str = ""
    """Introduction, Markdown."""


class PageFile(NamedTuple):
    """Another page of the site (about, …)."""

    slug: str
    title: str
    description: str = ""
    nav: int = 0
    """Place in the navigation, small numbers first; 0: not in the navigation."""
    draft: bool = False
    body: str = ""
    """Markdown."""


def read_topic(text: str, *, path: str) -> tuple[TopicFile | None, tuple[Problem, ...]]:
    """The topic of a file named SLUG.md, and all that is wrong with it."""
    from publist.topicfields import TOPIC

    return _read(TOPIC, text, path)


def read_page(text: str, *, path: str) -> tuple[PageFile | None, tuple[Problem, ...]]:
    """The page of a file named SLUG.md, and all that is wrong with it."""
    from publist.topicfields import PAGE

    return _read(PAGE, text, path)


def _read(kind: Any, text: str, path: str) -> tuple[Any, tuple[Problem, ...]]:
    from publist import frontmatter

    front, problems = frontmatter.read(text, path=path)
    if front is None:
        return None, problems
    faults: list[Any] = []
    values = kind.values(front.values, (), faults)
    values |= {"slug": os.path.basename(path).removesuffix(".md"), "body": front.body}
    made = kind.made(values, (), faults)
    return made, in_order((*problems, *(front.tree.problem(path, fault) for fault in faults)))

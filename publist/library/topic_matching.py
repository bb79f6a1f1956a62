"""Which papers a topic takes: those whose title or abstract has one of its phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from publist.cache.store import Cache
from publist.content.loading import Content, body_text
from publist.content.topic_file import TopicFile
from publist.model.artifact import digest_all
from publist.model.paper import Paper
from publist.text.scripts import has_no_spaces

_STORE = "topics"


def match_topics(site: str, content: Content, cache: Cache) -> dict[str, tuple[str, ...]]:
    """The slugs of the topics that each paper's text asks for, by the paper's slug.

    What was found is kept with the digests of text and phrases, so that an edit costs one paper.
    """
    topics = [topic for topic in content.topics if topic.match]
    if not topics:
        return {}
    patterns = [(topic.slug, _pattern(topic)) for topic in topics]
    phrases = digest_all([repr((slug, pattern.pattern)).encode() for slug, pattern in patterns])
    kept: dict[str, Any] = cache.load(_STORE) or {}
    found: dict[str, Any] = {}
    for record in content.papers:
        state = digest_all((record.head, record.body, phrases))
        row = kept.get(record.slug)
        if row is None or row[0] != state:
            row = (state, _asked(patterns, record.paper, body_text(site, content.bodies[record.slug])))
        found[record.slug] = row
    if found != kept:
        cache.save(_STORE, found)
    return {slug: row[1] for slug, row in found.items()}


def match_paper(topics: Iterable[TopicFile], paper: Paper, abstract: str) -> tuple[str, ...]:
    """The slugs of the topics that one paper's text asks for."""
    return _asked([(topic.slug, _pattern(topic)) for topic in topics if topic.match], paper, abstract)


def _asked(patterns: Sequence[tuple[str, re.Pattern[str]]], paper: Paper, abstract: str) -> tuple[str, ...]:
    keywords = "\n".join(paper.keywords)
    text = f"{paper.title}\n{keywords}\n{abstract}"
    return tuple(slug for slug, pattern in patterns if pattern.search(text))


def _pattern(topic: TopicFile) -> re.Pattern[str]:
    """Any of the topic's phrases; white space and hyphens in a phrase match each other."""
    return re.compile("|".join(map(_phrase, topic.match)), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """A phrase as whole words; where it begins or ends in a script without spaces, a word has no edge to be seen."""
    text = phrase.strip()
    words = "[\\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", text))
    before = "" if has_no_spaces(text[:1]) else r"(?<!\w)"
    return before + words + ("" if has_no_spaces(text[-1:]) else r"(?!\w)")

"""Which papers a topic takes: those whose title or abstract has one of its phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from publist.cache.store import Cache
from publist.content.loading import Content, body_text
from publist.content.topic_file import TopicFile
from publist.model.paper import Paper
from publist.text.scripts import has_no_spaces

_STORE = "topics"
_SPACES = re.compile(r"[\s-]+")
"""What stands between the words of a phrase."""


class _Asking(NamedTuple):
    """A topic that takes papers. ``words`` are those of each phrase in small letters, None where not all is ASCII."""

    slug: str
    pattern: re.Pattern[str]
    words: tuple[tuple[str, ...], ...] | None

    def takes(self, text: str, small: str) -> bool:
        """Whether the text has one of the phrases; ``small`` is it in small letters, "" where it is not ASCII.

        Of 10,000 abstracts to search for words first takes a fifth of the time of the pattern, which minds no case.
        """
        if self.words and small and not any(all(word in small for word in words) for words in self.words):
            return False
        return self.pattern.search(text) is not None


def match_topics(site: str, content: Content, cache: Cache) -> dict[str, tuple[str, ...]]:
    """The slugs of the topics that each paper's text asks for, by the paper's slug.

    What was found is kept by the phrases of each topic, so that an edit of a paper or of a topic costs that one.
    """
    topics = _asking(content.topics)
    if not topics:
        return {}
    patterns = [topic.pattern.pattern for topic in topics]
    before, kept = cast(tuple[list[str], dict[str, Any]], cache.load(_STORE) or ([], {}))
    known = {pattern: number for number, pattern in enumerate(before)}
    fresh = [number for number, pattern in enumerate(patterns) if pattern not in known]
    found: dict[str, Any] = {}
    for record in content.papers:
        state, (was, numbers) = record.head + record.body, kept.get(record.slug) or (b"", ())
        same = state == was
        asked = [at for at, pattern in enumerate(patterns) if known.get(pattern) in numbers] if same else []
        left = fresh if same else range(len(topics))
        if left:
            text, small = _text_of(record.paper, body_text(site, content.bodies[record.slug]))
            asked += [at for at in left if topics[at].takes(text, small)]
        found[record.slug] = (state, tuple(sorted(asked)))
    if (patterns, found) != (before, kept):
        cache.save(_STORE, (patterns, found))
    return {slug: tuple([topics[at].slug for at in row[1]]) for slug, row in found.items()}


def match_paper(topics: Iterable[TopicFile], paper: Paper, abstract: str) -> tuple[str, ...]:
    """The slugs of the topics that one paper's text asks for."""
    text, small = _text_of(paper, abstract)
    return tuple([topic.slug for topic in _asking(topics) if topic.takes(text, small)])


def _text_of(paper: Paper, abstract: str) -> tuple[str, str]:
    """What is searched, and the same in small letters, "" where it is not ASCII: there letters have other pairs."""
    keywords = "\n".join(paper.keywords)
    text = f"{paper.title}\n{keywords}\n{abstract}"
    return text, text.lower() if text.isascii() else ""


def _asking(topics: Iterable[TopicFile]) -> list[_Asking]:
    return [_Asking(topic.slug, _pattern(topic), _words(topic)) for topic in topics if topic.match]


def _pattern(topic: TopicFile) -> re.Pattern[str]:
    """Any of the topic's phrases; white space and hyphens in a phrase match each other."""
    return re.compile("|".join(map(_phrase, topic.match)), re.IGNORECASE)


def _words(topic: TopicFile) -> tuple[tuple[str, ...], ...] | None:
    if not all(phrase.isascii() for phrase in topic.match):
        return None
    return tuple([tuple(_SPACES.split(phrase.strip().lower())) for phrase in topic.match])


def _phrase(phrase: str) -> str:
    """A phrase as whole words; where it begins or ends in a script without spaces, a word has no edge to be seen."""
    text = phrase.strip()
    words = "[\\s-]+".join(re.escape(word) for word in _SPACES.split(text))
    before = "" if has_no_spaces(text[:1]) else r"(?<!\w)"
    return before + words + ("" if has_no_spaces(text[-1:]) else r"(?!\w)")

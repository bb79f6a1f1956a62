"""Topics that a site could have: proposed from its papers, and written as files of content/topics."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from publist.build.builder import CACHE_FOLDER
from publist.cache.store import Cache
from publist.content import content_folder
from publist.content import loading as contents
from publist.content.loading import body_text
from publist.content.topic_file import TopicFile, write_topic
from publist.library.term_statistics import PaperText
from publist.library.topic_matching import match_paper
from publist.library.topic_proposals import TopicProposal, propose_topics
from publist.model.problems import PublistError, error, errors_in
from publist.text.markdown import plain


class NewTopic(NamedTuple):
    """A proposed topic, its file, and the papers that the file would take.

    ``there`` is the path of the topic file that has it already: of the same name, title, or with one of its phrases.
    """

    topic: TopicFile
    path: str
    papers: tuple[str, ...]
    there: str = ""


class NewTopics(NamedTuple):
    """The proposed topics, the titles of the site's papers by slug, and the slugs of those that are in none."""

    topics: tuple[NewTopic, ...]
    titles: dict[str, str]
    left: tuple[str, ...]


def new_topics(site: str) -> NewTopics:
    """Propose topics for the papers of a site (drafts left out); PublistError if the content has errors.

    The topics that the site has do not change what is proposed, so that a second run proposes the same.
    """
    found, cache, now = content_folder.signatures(site), Cache(os.path.join(site, CACHE_FOLDER)), time.time_ns()
    content = contents.read(site, found, cache, None, now)
    if errors_in(content.problems):
        raise PublistError(content.problems)
    papers = {record.slug: record.paper for record in content.papers if not record.paper.draft}
    abstracts = {slug: body_text(site, content.bodies[slug]) for slug in papers}
    texts = [
        PaperText(slug, plain(paper.title), paper.keywords, plain(abstracts[slug])) for slug, paper in papers.items()
    ]
    files = [_file(proposal) for proposal in propose_topics(texts)]
    taken = {slug: match_paper(files, paper, abstracts[slug]) for slug, paper in papers.items()}
    topics = []
    for file in files:
        members = tuple(slug for slug, slugs in taken.items() if file.slug in slugs)
        topics.append(NewTopic(file, _path(file.slug), members, _there(file, content.topics)))
    titles = {text.slug: text.title for text in texts}
    return NewTopics(tuple(topics), titles, tuple(slug for slug, slugs in taken.items() if not slugs))


def write_topics(site: str, topics: Iterable[NewTopic]) -> tuple[str, ...]:
    """Write the file of each topic that is not there; the paths written. A file that exists is never touched."""
    os.makedirs(os.path.join(site, content_folder.TOPICS), exist_ok=True)
    written = []
    for topic in topics:
        if topic.there:
            continue
        try:
            with open(os.path.join(site, topic.path), "x", encoding="utf-8", newline="\n") as file:
                file.write(write_topic(topic.topic))
            written.append(topic.path)
        except FileExistsError:  # made in the meantime, or a file that reads as no topic
            continue
        except OSError as problem:
            raise PublistError([error(topic.path, 0, 0, f"cannot be written: {problem.strerror}")]) from problem
    return tuple(written)


def _file(proposal: TopicProposal) -> TopicFile:
    return TopicFile(proposal.slug, proposal.title, proposal.phrases)


def _path(slug: str) -> str:
    return f"{content_folder.TOPICS}/{slug}.md"


def _there(proposed: TopicFile, existing: Sequence[TopicFile]) -> str:
    """The path of the topic file that has a proposed topic already, or ""."""
    names = _names(proposed)
    for topic in existing:
        if topic.slug == proposed.slug or names & _names(topic):
            return _path(topic.slug)
    return ""


def _names(topic: TopicFile) -> set[str]:
    return {" ".join(name.casefold().replace("-", " ").split()) for name in (topic.title, *topic.match)}

"""``publist topics``: topics for a list that has none."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, site_of

if TYPE_CHECKING:
    from publist.build.new_topics import NewTopic, NewTopics


def add(subparsers: Any) -> None:
    """Add ``topics`` with ``--write`` and ``--all``."""
    parser = add_command(
        subparsers,
        "topics",
        example="publist topics --write",
        more="Finds terms in titles, abstracts and keywords that set groups of papers apart. "
        "Writes nothing without --write; existing files are never changed.",
    )
    parser.add_argument("--write", action="store_true", help="create a file in content/topics/ for each new topic")
    parser.add_argument("--all", action="store_true", help="list all papers of each topic (default: three)")


def run(options: argparse.Namespace, say: Say) -> int:
    """Propose topics, and write their files if that is asked for."""
    from publist.build.new_topics import new_topics, write_topics
    from publist.cli.reports.topics import topic_lines, topic_values

    site = site_of(options)
    found = new_topics(site)
    written = write_topics(site, found.topics) if options.write else ()
    if options.json:
        say.json(topic_values(found, written))
        return 0
    for line in topic_lines(found, most=None if options.all else 3):
        say(line)
    for line in _next_steps(found, written, wrote=options.write):
        say(line)
    return 0


def _next_steps(found: NewTopics, written: tuple[str, ...], *, wrote: bool) -> list[str]:
    new: list[NewTopic] = [topic for topic in found.topics if not topic.there]
    if written:
        return [f"Created {len(written)} files in content/topics/. Next: edit titles and phrases, then publist serve"]
    if new and not wrote:
        return ["Next: publist topics --write creates these files; edit or delete them as you like"]
    return ["Nothing to create: content/topics/ has these topics already."] if found.topics else []

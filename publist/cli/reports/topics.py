"""Which topics a list could have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.cli.reports.problems import counted
from publist.model.problems import shown

if TYPE_CHECKING:
    from publist.build.new_topics import NewTopic, NewTopics


def topic_lines(found: NewTopics, most: int | None) -> list[str]:
    """The proposed topics with their phrases and papers (at most ``most`` of each), then how many papers have none."""
    if not found.topics:
        return [f"No topics to propose: the {counted(len(found.titles), 'paper')} of this site share no terms."]
    lines = []
    for topic in found.topics:
        lines += _lines(topic, found.titles, most)
    papers = counted(len(found.titles), "paper")
    lines.append(f"{counted(len(found.topics), 'topic')} for {papers}; {len(found.left)} of them in none")
    return [shown(line) for line in lines]


def _lines(topic: NewTopic, titles: dict[str, str], most: int | None) -> list[str]:
    state = f"exists: {topic.there}" if topic.there else topic.path
    lines = [
        f"{topic.topic.title} ({counted(len(topic.papers), 'paper')}): {state}",
        f"  phrases: {', '.join(topic.topic.match)}",
    ]
    listed = topic.papers[:most]
    lines += [f"  - {titles[slug]}" for slug in listed]
    left = len(topic.papers) - len(listed)
    return [*lines, f"  … and {left} more (--all lists them)"] if left else lines


def topic_values(found: NewTopics, written: tuple[str, ...]) -> dict[str, object]:
    """The proposals as values that JSON has."""
    topics = [
        {
            "title": topic.topic.title,
            "path": topic.path,
            "phrases": topic.topic.match,
            "papers": topic.papers,
            "exists": topic.there or None,
        }
        for topic in found.topics
    ]
    return {"topics": topics, "papers": len(found.titles), "without_topic": found.left, "written": written}

"""Lists in groups: by year, type or first topic, after those that have not appeared, which stand by their status."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from publist.library.library import Entry
from publist.library.work_types import IN_ORDER, label_of
from publist.text.slugs import slugify


class Group(NamedTuple):
    """What papers stand under together: ``by`` is a kind of taxonomy or ``status``, ``name`` is "" for the rest.

    ``name`` is English, that of a topic as the site has it; ``path`` is the page of the term, "" where it has none.
    """

    by: str
    name: str = ""
    anchor: str = ""
    path: str = ""


def grouping_of(chosen: str, kind: str, kinds: Collection[str]) -> str:
    """By what a list is grouped: as chosen, or by year where that would make one group or the site has no such terms.

    ``kind`` is that of the list, ``kinds`` are the taxonomies of the site.
    """
    if chosen in ("type", "topic") and (chosen == kind or chosen not in kinds):
        return "year"
    return chosen


def in_groups(entries: Iterable[Entry], by: str) -> tuple[tuple[Entry, ...], tuple[tuple[Group, int], ...]]:
    """The papers in the order of their groups, and the groups with the number of their papers.

    The papers of a group stay in the order of the list. By ``none`` they are one group without a name.
    """
    if by == "none":
        every = tuple(entries)
        return every, ((Group(by), len(every)),) if every else ()
    members: dict[Group, list[Entry]] = {}
    for entry in entries:
        members.setdefault(group_of(entry, by), []).append(entry)
    order = sorted(members, key=lambda group: _place(group, len(members[group])))
    counts = tuple([(group, len(members[group])) for group in order])
    return tuple([entry for group in order for entry in members[group]]), counts


def groups_among(
    entries: Sequence[Entry], groups: Iterable[tuple[Group, int]], first: int
) -> Iterator[tuple[Group, int, Sequence[Entry]]]:
    """The groups that a page shows, with all their papers' number and those papers of them that are on the page.

    ``entries`` are the papers of the page, ``groups`` those of the whole list as ``in_groups`` gives both, ``first``
    the number of the first of ``entries`` in the whole list, from 0.
    """
    begin = -first
    for group, papers in groups:
        end = begin + papers
        if end > 0 and begin < len(entries):
            yield group, papers, entries[max(begin, 0) : end]
        begin = end


def group_of(entry: Entry, by: str) -> Group:
    """The group of a paper. Of several topics the first counts: a paper stands in a list once."""
    paper = entry.paper
    if paper.status:
        return Group("status", paper.status, f"status-{slugify(paper.status)}")
    if by == "year":
        return _of_year(paper.date.year) if paper.date else Group(by, "", "year-none")
    if by == "topic":
        return _of_topic(entry)
    label = label_of(paper)
    return Group(by, label, f"type-{slugify(label)}", next((ref.path for ref in entry.terms.get("type", ())), ""))


@cache
def _of_year(number: int) -> Group:
    year = f"{number:04d}"
    return Group("year", year, f"year-{year}", f"years/{year}/")


def _of_topic(entry: Entry) -> Group:
    if not entry.topics:
        return Group("topic", "", "topic-none")
    topic = entry.topics[0]
    slug = topic.path.split("/")[1].replace("%", "-")  # an anchor has no escapes
    return Group("topic", topic.title, f"topic-{slug}", topic.path)


def _place(group: Group, papers: int) -> tuple[int, int, str]:
    """The place of a group, as a key for sorting; years and statuses stand as their papers do."""
    if group.by in ("type", "topic"):
        if not group.name:
            return 2, 0, ""
        return (1, IN_ORDER.index(group.name), "") if group.by == "type" else (1, -papers, group.name.casefold())
    return (0 if group.by == "status" else 1), 0, ""

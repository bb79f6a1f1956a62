"""What templates see of the groups of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from publist.model.settings import Config
from publist.outputs.base import Context
from publist.outputs.pages.grouping import Group, groups_among
from publist.outputs.pages.list_items import fragments, person_of
from publist.outputs.pages.pagination import PageOfList, page_path
from publist.outputs.translations import gettext
from publist.outputs.views import status_text
from publist.text.markdown import Html


class GroupView(NamedTuple):
    """The papers of one year, type, topic or status on this page; ``items`` are rendered items.

    ``label`` is "" where the list has no groups, ``path`` where the group has no page of its own. ``count`` is the
    number of its papers on all pages of the list, ``anchor`` the id of its heading.
    """

    year: int
    label: str
    path: str
    items: tuple[Html, ...]
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants
    anchor: str


class JumpView(NamedTuple):
    """Where a group of the list begins: the page of the list, and the id of the heading there."""

    label: str
    path: str
    anchor: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants


def groups_on(page: PageOfList, root: str, context: Context) -> tuple[GroupView, ...]:
    """The papers of a page of a list in their groups; each says how many papers it has in the whole list."""
    language, here = context.config.language, person_of(page, context)
    first = (page.number - 1) * context.config.per_page
    return tuple(
        GroupView(
            int(group.name) if group.by == "year" and group.name else 0,
            label_of(group, language),
            group.path,
            fragments(entries, root, context, here),
            papers,
            group.anchor,
        )
        for group, papers, entries in groups_among(page.entries, page.groups, first)
    )


def jumps(page: PageOfList, config: Config) -> Iterator[JumpView]:
    """Where each group of a list begins."""
    before = 0
    for group, papers in page.groups:
        path = page_path(page, before // config.per_page + 1)
        yield JumpView(label_of(group, config.language), path, group.anchor, papers)
        before += papers


def label_of(group: Group, language: str) -> str:
    """The heading of a group in the words of the site's language, "" where there are no groups."""
    words = gettext(language)
    rest = {"year": words("No date"), "topic": words("Other papers")}
    if group.by == "status":
        return status_text(group.name, language)
    if group.by == "type":
        return words(group.name)
    return group.name or rest.get(group.by, "")

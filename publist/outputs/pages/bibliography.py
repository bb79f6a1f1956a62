"""The whole list as references on one page, to be printed or handed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from publist.library.library import Entry
from publist.model.artifact import Artifact, digest_all
from publist.outputs import whole_list
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.pages.group_views import label_of
from publist.outputs.pages.grouping import Group, group_of, grouping_of
from publist.outputs.pages.list_references import list_reference
from publist.outputs.pages.plain_page import NOINDEX, PlainPage
from publist.outputs.translations import gettext
from publist.text.markdown import Html

PATH = whole_list.PRINTED


class BibliographyGroup(NamedTuple):
    """The references of a year, type, topic or status; ``label`` is "" where the list has no groups."""

    label: str
    references: tuple[Html, ...]


class BibliographyPage(PlainPage):
    """What bibliography.html gets as ``page``."""

    def __init__(self, by: str, entries: tuple[Entry, ...], context: Context) -> None:
        heading = gettext(context.config.language)("Publications")
        super().__init__("bibliography", heading, PATH, f"{heading}: {len(entries)}", context)
        self._by, self._entries = by, entries

    @cached_property
    def groups(self) -> tuple[BibliographyGroup, ...]:
        """The references in groups, as lists are grouped."""
        groups: dict[Group, list[Html]] = {}
        for entry in self._entries:
            groups.setdefault(group_of(entry, self._by), []).append(_reference(entry, self._context))
        language = self._context.config.language
        return tuple(BibliographyGroup(label_of(group, language), tuple(items)) for group, items in groups.items())

    def _robots(self) -> str:
        """It has what other pages have, and is not to be found beside them."""
        return NOINDEX + "\n"


def _reference(entry: Entry, context: Context) -> Html:
    """The reference with the owner's name in bold, and no address but that of a DOI or at arXiv."""
    printed = entry._replace(paper=entry.paper._replace(links={}))
    return list_reference(printed, context.config.index.style)


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where the list is not too long to be printed."""
    if "bibliography" in plan.overviews:
        by = grouping_of(plan.config.index.group, "index", plan.library.kinds)
        stamp = digest_all([by.encode(), *[entry.digest for entry in plan.library.entries]])
        inputs = (by, plan.library.entries)
        yield Artifact(f"{PATH}index.html", "content/papers", "bibliography", inputs, stamp)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    by, entries = inputs
    return context.renderer.render("bibliography.html", BibliographyPage(by, entries, context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """None: what it has is found elsewhere."""
    del plan
    return iter(())


THEMED = True
VIEWS: Mapping[str, str] = {"bibliography.html": "BibliographyPage"}
RENDERERS: Mapping[str, Render] = {"bibliography": _render}

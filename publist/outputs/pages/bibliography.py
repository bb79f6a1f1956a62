"""The whole list as references on one page, to be printed or handed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from publist.library import whole_list
from publist.library.library import Entry, without_drafts
from publist.model.artifact import Artifact, digest_all
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.pages.group_views import label_of
from publist.outputs.pages.grouping import grouping_of, groups_among, in_groups
from publist.outputs.pages.list_references import bare_references
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
        config = self._context.config
        ordered, counts = in_groups(self._entries, self._by)
        made = iter(bare_references(ordered, config.index.style, self._context))
        return tuple(
            BibliographyGroup(label_of(group, config.language), tuple(islice(made, len(entries))))
            for group, _, entries in groups_among(ordered, counts, 0)
        )

    def _robots(self) -> str:
        """It has what other pages have, and is not to be found beside them."""
        return NOINDEX + "\n"


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where the list is not too long to be printed."""
    if "bibliography" in plan.overviews:
        by = grouping_of(plan.config.index.group, "index", plan.library.kinds)
        entries = without_drafts(plan.library.entries)
        stamp = digest_all([by.encode(), *[entry.digest for entry in entries]])
        inputs = (by, entries)
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

"""The page of changes: what was added to the list, corrected and retracted, as the papers' files date it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from publist.library.changes import ADDED, CORRECTED, RETRACTED, Change, Changes
from publist.model.artifact import Artifact, digest_all
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.machine.feeds import ATOM, JSON_FEED, feeds_at
from publist.outputs.pages.plain_page import PlainPage
from publist.outputs.translations import gettext
from publist.outputs.views import DateView, EntryView, NoticeView, date_view, entry_view, notice_view

PATH = "changes/"
HEADING = "Changes"
LABELS = {ADDED: "Added", CORRECTED: "Corrected", RETRACTED: "Retracted"}


class ChangeView(NamedTuple):
    """A change: ``kind`` (added, corrected, retracted) and the word for it, when, which paper, and its notice."""

    kind: str
    label: str
    date: DateView
    entry: EntryView
    notice: NoticeView | None


class ChangesPage(PlainPage):
    """What changes.html gets as ``page``. ``total`` is how many changes there are, shown here or not."""

    def __init__(self, changes: Changes, context: Context) -> None:
        heading = gettext(context.config.language)(HEADING)
        super().__init__("changes", heading, PATH, f"{heading}, {context.config.title}", context)
        self._changes = changes
        self.total: int = changes.total

    @cached_property
    def changes(self) -> tuple[ChangeView, ...]:
        """The newest changes, newest first."""
        return tuple(_view(change, self._context) for change in self._changes.newest)

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """The feeds of changes: `atom`, `json`."""
        paths = feeds_at(PATH, self._context.config)
        return {"atom": paths.get(ATOM, ""), "json": paths.get(JSON_FEED, "")}

    def _alternates(self) -> list[tuple[str, str, str]]:
        paths = feeds_at(PATH, self._context.config)
        return [(media, self.heading, path) for media, path in paths.items()]


def _view(change: Change, context: Context) -> ChangeView:
    language = context.config.language
    label = gettext(language)(LABELS[change.what])
    notice = notice_view(change.notice, language) if change.notice else None
    return ChangeView(change.what, label, date_view(change.date, language), entry_view(change.entry, context), notice)


def stamp_of(changes: Changes) -> bytes:
    """What stands for changes: their papers with all that these say, and what is said of each."""
    told = [repr((change.what, change.number)).encode() + change.entry.digest for change in changes.newest]
    return digest_all([b"%d" % changes.total, *told])


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where papers tell of changes."""
    if "changes" in plan.overviews:
        yield Artifact(f"{PATH}index.html", "content/papers", "changes", (plan.changes,), stamp_of(plan.changes))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("changes.html", ChangesPage(inputs[0], context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page, with the date of the newest change."""
    if "changes" in plan.overviews:
        yield PATH, plan.changes.newest[0].date


THEMED = True
VIEWS: Mapping[str, str] = {"changes.html": "ChangesPage"}
RENDERERS: Mapping[str, Render] = {"changes": _render}

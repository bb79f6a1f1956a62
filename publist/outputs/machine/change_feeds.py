"""The feeds of changes: an entry for each paper that was added, corrected or retracted, dated as its file says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.library.changes import ADDED, CORRECTED, Change, Changes
from publist.model.artifact import Artifact
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.machine import atom, json_feed
from publist.outputs.machine.feed_entries import channel, moment
from publist.outputs.machine.feeds import ATOM, feeds_at
from publist.outputs.machine.tags import node
from publist.outputs.pages.changes import HEADING, LABELS, PATH, stamp_of
from publist.outputs.translations import gettext
from publist.text.html_escaping import escape
from publist.text.markdown import plain


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The feeds in each format, where there are changes and the site has feeds."""
    if "changes" not in plan.overviews:
        return
    newest = plan.changes.newest[: plan.config.feed.limit]
    stamp = stamp_of(Changes(newest, 0))
    for media, path in feeds_at(PATH, plan.config).items():
        yield Artifact(path, "content/papers", "change-feed", (media, path, newest), stamp)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    media, path, changes = inputs
    config = context.config
    about = channel(gettext(config.language)(HEADING), PATH, path, config)
    form, written = (atom, _atom) if media == ATOM else (json_feed, _json)
    items = [written(change, context) for change in changes]
    made: str = form.feed(about, items, max(moment(change.date) for change in changes))
    return made.encode()


def _told(change: Change, context: Context) -> tuple[str, str, str, str]:
    """The permanent id of a change, the paper's page, the title, and what the notice says."""
    page = context.config.base_url + change.entry.path
    mark = change.what if change.what != CORRECTED else f"{change.what}-{change.number}"
    title = f"{gettext(context.config.language)(LABELS[change.what])}: {plain(change.entry.paper.title)}"
    notice = change.notice
    note = " ".join(filter(None, (notice.note, notice.url))) if notice else ""
    return f"{page}#{mark}", page, title, note or (change.entry.paper.summary if change.what == ADDED else "")


def _atom(change: Change, context: Context) -> str:
    """An entry (RFC 4287): its moment is that of the change."""
    address, page, title, note = _told(change, context)
    rows = [
        "<entry>",
        f"<id>{escape(address)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{moment(change.date)}</updated>",
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
        *[f"<author><name>{escape(name.name)}</name></author>" for name in change.entry.paper.authors[:_AUTHORS]],
        f'<category term="{change.what}"/>',
    ]
    if note:
        rows.append(f'<content type="text">{escape(plain(note))}</content>')
    return "\n".join([*rows, "</entry>"])


_AUTHORS = 8
"""So many authors an entry names: the paper's own page names all."""


def _json(change: Change, context: Context) -> str:
    """An item (JSON Feed 1.1)."""
    address, page, title, note = _told(change, context)
    return node(
        {
            "id": address,
            "url": page,
            "title": title,
            "content_text": plain(note) if note else title,
            "date_published": moment(change.date),
            "authors": [{"name": name.name} for name in change.entry.paper.authors[:_AUTHORS]],
            "tags": [change.what],
        }
    )


THEMED = False
RENDERERS: Mapping[str, Render] = {"change-feed": _render}

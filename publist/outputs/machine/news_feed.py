"""The feed of news in Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.content.topic_file import NewsFile
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.link_views import site_path
from publist.outputs.machine import atom
from publist.outputs.machine.feed_entries import channel, moment
from publist.outputs.machine.feeds import feed_path
from publist.outputs.pages.news import HEADING, PATH
from publist.outputs.translations import gettext
from publist.outputs.views import date_view
from publist.text.file_names import address_of
from publist.text.html_escaping import escape
from publist.text.markdown import block, plain


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The feed, where the site has feeds and news that are no drafts."""
    news = tuple(one for one in plan.news if not one.draft)[: plan.config.feed.limit]
    path = feed_path(PATH, plan.config)
    if news and path and "news" in plan.overviews:
        yield Artifact(path, "content/news", "news-feed", (path, news), digest(repr(news).encode()))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    path, news = inputs
    config = context.config
    about = channel(gettext(config.language)(HEADING), PATH, path, config)
    return atom.feed(about, [_entry(one, context) for one in news], max(moment(one.date) for one in news)).encode()


def _entry(news: NewsFile, context: Context) -> str:
    """An entry; its id is its place on the page of news, its moment the date that its file says."""
    base = context.config.base_url
    place = escape(f"{base}{PATH}#{address_of(news.slug)}")
    html = block(news.body, lambda url: base + site_path(url))
    title = plain(news.title) or date_view(news.date, context.config.language).text
    rows = [
        "<entry>",
        f"<id>{place}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{moment(news.date)}</updated>",
        f"<published>{moment(news.date)}</published>",
        f'<link rel="alternate" type="text/html" href="{place}"/>',
    ]
    if html:
        rows.append(f'<content type="html">{escape(html)}</content>')
    return "\n".join([*rows, "</entry>"])


THEMED = False
RENDERERS: Mapping[str, Render] = {"news-feed": _render}

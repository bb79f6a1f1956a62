"""The page of all news, and what the front page has of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from publist.content.topic_file import NewsFile
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.link_views import site_path
from publist.outputs.machine.feeds import ATOM, feed_path
from publist.outputs.pages.plain_page import PlainPage
from publist.outputs.translations import gettext
from publist.outputs.views import DateView, date_view, short_date
from publist.text.file_names import address_of
from publist.text.markdown import Html, block, inline

PATH = "news/"
HEADING = "News"


class NewsView(NamedTuple):
    """A piece of news. ``short`` is its date as a front page has it, ``anchor`` its id on the page of all news.

    ``lead`` is its title, or else how its text begins, on one line; ``more``: whether there is more than that.
    """

    date: DateView
    short: str
    anchor: str
    title: Html
    lead: Html
    body: Html
    more: bool
    draft: bool


class NewsPage(PlainPage):
    """What news.html gets as ``page``."""

    def __init__(self, news: tuple[NewsFile, ...], context: Context) -> None:
        heading = gettext(context.config.language)(HEADING)
        super().__init__("news", heading, PATH, f"{heading}: {context.config.title}", context)
        self._news = news

    @cached_property
    def news(self) -> tuple[NewsView, ...]:
        """All news, the newest first."""
        return news_views(self._news, self.root, self._context)

    @property
    def feed(self) -> str:
        """The site path of the feed (Atom), "" if there is none."""
        return feed_path(PATH, self._context.config)

    def _alternates(self) -> list[tuple[str, str, str]]:
        return [(ATOM, self.heading, self.feed)] if self.feed else []


def in_order(news: Iterable[NewsFile]) -> tuple[NewsFile, ...]:
    """The newest first; a month without a day stands after its days, as in lists of papers."""
    return tuple(sorted(news, key=lambda one: (-one.date.year, -one.date.month, -one.date.day, one.slug)))


def news_views(news: Iterable[NewsFile], root: str, context: Context) -> tuple[NewsView, ...]:
    """Pieces of news for a page with this way to the root."""
    return tuple(_view(one, root, context.config.language) for one in news)


def _view(news: NewsFile, root: str, language: str) -> NewsView:
    def link(url: str) -> str:
        return root + site_path(url)

    first, _, rest = news.body.strip().partition("\n\n")
    lead = inline(news.title) if news.title else Html(_unwrapped(block(first, link)))
    return NewsView(
        date=date_view(news.date, language),
        short=short_date(news.date, language),
        anchor=address_of(news.slug),
        title=inline(news.title),
        lead=lead,
        body=block(news.body, link),
        more=bool(rest.strip() or (news.title and first)),
        draft=news.draft,
    )


def _unwrapped(html: str) -> str:
    """A single paragraph without its tags; anything else is left as it is."""
    inner = html.strip().removeprefix("<p>").removesuffix("</p>")
    return inner if html.strip() == f"<p>{inner}</p>" and "<p>" not in inner else html


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where there are news."""
    if "news" in plan.overviews:
        stamp = digest(repr(plan.news).encode())
        yield Artifact(f"{PATH}index.html", "content/news", "news", (plan.news,), stamp)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("news.html", NewsPage(inputs[0], context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page, with the date of the newest."""
    published = [one for one in plan.news if not one.draft]
    if published and "news" in plan.overviews:
        yield PATH, published[0].date


THEMED = True
VIEWS: Mapping[str, str] = {"news.html": "NewsPage"}
RENDERERS: Mapping[str, Render] = {"news": _render}

"""The tables of the keys of topic files, of other pages and of news."""

from __future__ import annotations

from typing import Any

from publist.content.schema.records import Field, ListOf, Record
from publist.content.schema.scalars import Day, Flag, Line, Number
from publist.model.settings import NewsFile, PageFile, TopicFile

_LINE = Line()

TOPIC_FIELDS: tuple[Field, ...] = (
    Field("title", Line(required=True), "The topic's name.", "Speech recognition"),
    Field("match", ListOf(_LINE), "Phrases that make a paper belong here.", "[speech recognition, ASR]"),
    Field("categories", ListOf(_LINE), "Category codes whose papers belong here.", "[AS]"),
)
PAGE_FIELDS: tuple[Field, ...] = (
    Field("title", Line(required=True), "The page's title.", "About"),
    Field("description", _LINE, "One line for search engines.", "Who I am"),
    Field("nav", Number(0, 10_000), "Place in the navigation; leave it out to keep the page out.", "1"),
    Field("draft", Flag(), "True to keep it off the site.", "true"),
)
NEWS_FIELDS: tuple[Field, ...] = (
    Field("date", Day(), "When it was: a year, a month or a day.", "2026-01-15"),
    Field("title", _LINE, "A line for the front page; without it, the text stands there. Markdown.", "A paper at ICLR"),
    Field("draft", Flag(), "True to keep it off the site.", "true"),
)


def _topic(**values: Any) -> TopicFile:
    return TopicFile(**_with_title(values))


def _page(**values: Any) -> PageFile:
    return PageFile(**_with_title(values))


def _news(**values: Any) -> NewsFile:
    if not values.get("date"):
        raise ValueError("the news has no date", "add a line such as date: 2026-01-15")
    if not values.get("title") and not values["body"].strip():
        raise ValueError("the news says nothing", "write it under the second line of ---, or add a title")
    return NewsFile(**values)


def _with_title(values: dict[str, Any]) -> dict[str, Any]:
    if not values.get("title"):
        raise ValueError("the file has no title", "add a line such as title: Speech")
    return values


TOPIC = Record(_topic, TOPIC_FIELDS, required="title", what="a topic")
NEWS = Record(_news, NEWS_FIELDS, required="date", what="the news")
PAGE = Record(_page, PAGE_FIELDS, required="title", what="a page")

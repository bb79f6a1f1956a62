"""Feeds of the site and of the terms of taxonomies, as Atom (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.content.loading import body_text
from publist.content.settings_file import Config
from publist.library.library import Entry, Library, without_drafts
from publist.library.taxonomies import BY_KIND
from publist.library.terms import Ref
from publist.model.artifact import Artifact, digest_all
from publist.model.paper import Paper
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.bylines import of_crowd
from publist.outputs.link_views import site_path
from publist.outputs.machine import atom, json_feed
from publist.outputs.machine.feed_entries import Item, channel, instead_of_date, newest
from publist.outputs.term_files import has_files
from publist.outputs.translations import gettext
from publist.text.markdown import block, plain

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
_FILES = {ATOM: "feed.xml", JSON_FEED: "feed.json"}


def wanted(config: Config) -> bool:
    """Whether the site has feeds. Without a base URL it has none: their ids must be permanent."""
    return config.feed.enabled and bool(config.base_url)


def feeds_of(kind: str, ref: Ref, config: Config) -> dict[str, str]:
    """The site path of each feed of a list, by media type."""
    if kind == "index" or (kind in BY_KIND and BY_KIND[kind].feeds and config.feed.terms):
        return feeds_at(ref.path, config)
    return {}


def feeds_at(path: str, config: Config) -> dict[str, str]:
    """The site path of each feed of the page at a path, by media type."""
    return {media: path + name for media, name in _FILES.items()} if wanted(config) else {}


def feed_path(path: str, config: Config) -> str:
    """The site path of the feed in Atom of the page at a path, "" if the site has no feeds."""
    return feeds_at(path, config).get(ATOM, "")


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The feeds of the site and those of its terms."""
    yield from site_feeds(plan)
    yield from term_feeds(plan)


def site_feeds(plan: SitePlan) -> Iterator[Artifact]:
    """The feeds of the newest papers of all."""
    config, library = plan.config, plan.library
    site = Ref("", "", owner=False, state=b"")
    yield from feeds_with(
        site, feeds_of("index", site, config), library, without_drafts(library.entries)[: config.feed.limit]
    )


def term_feeds(plan: SitePlan) -> Iterator[Artifact]:
    """The feeds of each term that has papers enough, and whose taxonomy has feeds."""
    config, library = plan.config, plan.library
    for row in library.taxonomies if config.feed.terms else ():
        for term in library.terms(row.kind) if row.feeds else ():
            if term.ref.path in plan.unchanged:
                continue
            paths = feeds_of(term.kind, term.ref, config) if has_files(term, config) else {}
            yield from feeds_with(
                term.ref, paths, library, without_drafts(term.entries)[: config.feed.limit] if paths else ()
            )


def feeds_with(ref: Ref, paths: Mapping[str, str], library: Library, entries: tuple[Any, ...]) -> Iterator[Artifact]:
    """The feeds of one list in each format."""
    if not paths:
        return
    bodies = tuple([library.bodies[entry.slug] for entry in entries])
    stamp = digest_all([ref.state, *[entry.digest for entry in entries], *[body.digest for body in bodies]])
    for media, path in paths.items():
        inputs = (media, ref, path, entries, bodies)
        yield Artifact(path, "content/site.yaml", "feed", inputs, stamp, local=bool(ref.path))


def _authors(entry: Entry, config: Config) -> list[str]:
    return [name.name for name in of_crowd(entry, config).chosen(entry.paper.authors)]


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    media, ref, path, entries, bodies = inputs
    config, base = context.config, context.config.base_url
    about = channel(ref.title, ref.path, path, config, config.description)
    form = atom if media == ATOM else json_feed
    written = []
    for entry, body in zip(entries, bodies, strict=True):
        # An item is the same in every feed that has it, so each is written once.
        since = instead_of_date(entry, entries)
        known = digest_all((entry.digest, body.digest)) + since.encode(), media
        text = context.pieces.get(known)
        if text is None:
            html = block(body_text(context.folder, body), lambda url: base + site_path(url))
            title, authors = _title(entry.paper, config.language), _authors(entry, config)
            text = context.pieces[known] = form.item(Item(entry, title, authors, html, base + entry.path, since))
        written.append(text)
    made: str = form.feed(about, written, newest(entries))
    return made.encode()


def _title(paper: Paper, language: str) -> str:
    """The title as text; of a retracted paper it begins with that word, since a feed is read without the page."""
    title = plain(paper.title)
    return f"{gettext(language)('Retracted')}: {title}" if paper.retraction else title


THEMED = False
RENDERERS: Mapping[str, Render] = {"feed": _render}

"""The list, or a part of it, in a format: what the files of the site hold, without building the site."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

from publist import formats
from publist.build.builder import CACHE_FOLDER
from publist.cache.store import Cache
from publist.content import content_folder
from publist.content import loading as contents
from publist.content.loading import Content, body_text
from publist.library import library
from publist.library.library import Entry, Library
from publist.library.term_search import term_named
from publist.library.topic_matching import match_topics
from publist.model.paper import Paper
from publist.model.problems import PublistError, UsageError, errors_in
from publist.outputs.downloads.exports import keys_of
from publist.outputs.downloads.paper_texts import public
from publist.outputs.translations import gettext


def export(site: str, name: str, parts: Mapping[str, str]) -> str:
    """The papers that belong to every part, newest first, in the format of this name.

    ``parts`` are names or slugs of terms by the kind of their taxonomy. UsageError for a format that cannot be written
    and for a name that the site does not have; PublistError if the content has errors.
    """
    found = formats.named(name)
    if found is None or not found.writes:
        known = ", ".join(entry.name for entry in formats.FORMATS if entry.writes)
        raise UsageError(f"there is no format {name!r} to write; there are {known}")
    return str(formats.load(name).write(papers_of(site, parts)))


def papers_of(site: str, parts: Mapping[str, str]) -> tuple[Paper, ...]:
    """The papers that belong to every part, with their abstracts and with keys that no other paper of the site has."""
    content, joined = read_library(site)
    chosen = {entry.slug for entry in chosen_entries(joined, parts)}
    keys = keys_of(joined.entries)
    return tuple(
        public(
            entry.paper._replace(key=key, abstract=body_text(site, content.bodies[entry.slug])),
            content.config,
        )
        for entry, key in zip(joined.entries, keys, strict=True)
        if entry.slug in chosen
    )


def chosen_entries(joined: Library, parts: Mapping[str, str]) -> list[Entry]:
    """The papers that belong to every part. UsageError for a name that the site does not have."""
    chosen = [{entry.slug for entry in term_named(joined, kind, name).entries} for kind, name in parts.items()]
    return [entry for entry in joined.entries if all(entry.slug in slugs for slugs in chosen)]


def read_library(site: str) -> tuple[Content, Library]:
    """What the site holds, without building it. PublistError if the content has errors."""
    found, cache, now = content_folder.signatures(site), Cache(os.path.join(site, CACHE_FOLDER)), time.time_ns()
    content = contents.read(site, found, cache, None, now)
    if errors_in(content.problems):
        raise PublistError(content.problems)
    words = gettext(content.config.language)
    return content, library.build(content, match_topics(site, content, cache), words, cache)

"""Paper files with another name than at the last build: their pages' addresses are gone unless `aliases` keeps them.

A renamed file is told by its title: the paper that has it now is new, and the one that had it is gone. Where the title
was changed, too, by its DOI, or by most words of the title and the first author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from publist.cache.store import Cache
from publist.library.library import Entry, Library
from publist.model.problems import Problem, warning
from publist.outputs.pages.redirects import former_keys

_STORE = "titles"
Renames = dict[str, str]
"""Papers by their former name: the name that they have now."""


def renamed_papers(cache: Cache, library: Library) -> Renames:
    """The papers whose former page is gone, as far as the cache remembers it."""
    remembered = cache.load(_STORE)
    if not remembered:
        return {}
    rows, known = remembered
    now = {entry.slug: _traits(entry) for entry in library.entries}
    kept = {slug for entry in library.entries for slug in former_keys(entry)} | now.keys()
    fresh = {slug: traits for slug, traits in now.items() if slug not in rows}
    gone = {slug: Traits(*row) for slug, row in rows.items() if slug not in kept} if fresh else {}
    found: Renames = {}
    for alike in (_same_title, _same_doi, _changed_title):
        left = {old: one for old, one in gone.items() if old not in found}
        found |= _pairs(left, {new: one for new, one in fresh.items() if new not in found.values()}, alike)
    return {old: new for old, new in {**known, **found}.items() if old not in kept and new in now}


class Traits(NamedTuple):
    """What tells a paper again under another name."""

    title: str
    doi: str
    author: str


def _traits(entry: Entry) -> Traits:
    paper = entry.paper
    return Traits(paper.title, paper.doi or paper.arxiv, paper.authors[0].name if paper.authors else "")


def _same_title(old: Traits, new: Traits) -> bool:
    return old.title == new.title


def _same_doi(old: Traits, new: Traits) -> bool:
    return bool(old.doi) and old.doi == new.doi


def _changed_title(old: Traits, new: Traits) -> bool:
    """Whether the titles share most words of the shorter one, and two at least."""
    before, after = (set(re.findall(r"\w+", one.title.casefold())) for one in (old, new))
    shared = len(before & after)
    return old.author == new.author and shared > 1 and 2 * shared > min(len(before), len(after))


def _pairs(gone: Mapping[str, Traits], fresh: Mapping[str, Traits], alike: Callable[[Traits, Traits], bool]) -> Renames:
    """The papers that are alike to exactly one on the other side."""
    found = {old: [new for new, now in fresh.items() if alike(was, now)] for old, was in gone.items()}
    single = {old: news[0] for old, news in found.items() if len(news) == 1}
    every = [new for news in found.values() for new in news]
    return {old: new for old, new in single.items() if every.count(new) == 1}


def remember_titles(cache: Cache, library: Library, renames: Renames) -> None:
    """Keep what the next build compares with."""
    rows = {entry.slug: tuple(_traits(entry)) for entry in library.entries}
    if (rows, renames) != cache.load(_STORE):
        cache.save(_STORE, (rows, renames))


def rename_problems(renames: Mapping[str, str], library: Library) -> Iterator[Problem]:
    """What to do about each page that is gone."""
    sources = {entry.slug: entry.source for entry in library.entries}
    for old, new in sorted(renames.items()):
        message = f"papers/{old}/ is gone since its file was renamed"
        yield warning(sources[new], 0, 0, message, _way_to_keep(old, sources[new]))


def _way_to_keep(old: str, source: str) -> str:
    from publist.content.yaml.writer import brackets  # most builds find no renamed paper

    return f"If others may link to it, write in the front matter of {source}: aliases: {brackets([old])}"

"""Paper files with another name than at the last build: their pages' addresses are gone unless `aliases` keeps them.

A renamed file is told by its title: the paper that has it now is new, and the one that had it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from publist.cache.store import Cache
from publist.library.library import Library
from publist.model.problems import Problem, warning
from publist.outputs.pages.redirects import former_keys

_STORE = "titles"
Renames = dict[str, str]
"""Papers by their former name: the name that they have now."""


def renamed_papers(cache: Cache, library: Library) -> Renames:
    """The papers whose former page is gone, as far as the cache remembers it."""
    before, known = cache.load(_STORE) or ({}, {})
    now = {entry.slug: entry.paper.title for entry in library.entries}
    kept = {slug for entry in library.entries for slug in former_keys(entry)} | now.keys()
    fresh = _unique((slug, title) for slug, title in now.items() if slug not in before)
    gone = _unique((slug, title) for slug, title in before.items() if slug not in kept)
    found = {slug: fresh[title] for title, slug in gone.items() if title in fresh}
    return {old: new for old, new in {**known, **found}.items() if old not in kept and new in now}


def _unique(papers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names of papers by their titles, without titles that two of them have."""
    names: dict[str, str] = {}
    twice = set()
    for slug, title in papers:
        if title in names:
            twice.add(title)
        names[title] = slug
    return {title: slug for title, slug in names.items() if title not in twice}


def remember_titles(cache: Cache, library: Library, renames: Renames) -> None:
    """Keep what the next build compares with."""
    titles = {entry.slug: entry.paper.title for entry in library.entries}
    if (titles, renames) != cache.load(_STORE):
        cache.save(_STORE, (titles, renames))


def rename_problems(renames: Mapping[str, str], library: Library) -> Iterator[Problem]:
    """What to do about each page that is gone."""
    sources = {entry.slug: entry.source for entry in library.entries}
    for old, new in sorted(renames.items()):
        message = f"papers/{old}/ is gone since its file was renamed"
        yield warning(sources[new], 0, 0, message, _way_to_keep(old, sources[new]))


def _way_to_keep(old: str, source: str) -> str:
    from publist.content.yaml.writer import brackets  # most builds find no renamed paper

    return f"If others may link to it, write in the front matter of {source}: aliases: {brackets([old])}"

"""Paper files as the cache keeps them, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from publist.cache.file_signatures import Signature
from publist.cache.paper_rows import PaperRow
from publist.cache.shards import Shards
from publist.cache.store import Cache
from publist.content.content_folder import path_of, slug_of
from publist.content.loading import STORE, Body, PaperRecord, read_row, record_of
from publist.model.paper import Name


class CachedPapers:
    """The rows that ``content.read`` keeps.

    Builds that came to no end, and those into other folders, leave rows as well: one is taken only where it is of
    the file as it is now (``found``), and as the last build into this folder knew it (``heads`` by slug).
    KeyError where that is not so, and where the cache has lost a row.
    """

    def __init__(self, cache: Cache, found: Mapping[str, Signature], heads: Mapping[str, bytes]) -> None:
        self._rows = Shards(cache, STORE)
        self._found = found
        self._heads = heads
        self._edited: set[str] = set()
        self._names: dict[Any, Name] = {}

    def _row(self, path: str) -> PaperRow:
        row = PaperRow._make(self._rows.beside(path)[path])
        if row.head != self._heads[slug_of(path)] or (row.signature != self._found[path] and path not in self._edited):
            raise KeyError(path)
        return row

    def records(self, slugs: Iterable[str]) -> dict[str, PaperRecord]:
        """The papers of these files."""
        return {slug: record_of(path_of(slug), self._row(path_of(slug)), self._names) for slug in slugs}

    def body(self, slug: str) -> Body:
        """The abstract of a paper."""
        path = path_of(slug)
        return Body(path, self._row(path).body, None)

    def edited(self, site: str, path: str, signature: Signature, now: int) -> Body | None:
        """Read a file again and keep it: its abstract, if at most its words have changed, else None."""
        rows = self._rows.beside(path)
        before = PaperRow._make(rows.get(path, PaperRow()))
        if before.paper is None or before.problems:
            return None
        row, text = read_row(site, path, before.file) or (before, None)  # another time, but the same bytes
        if row.paper is None or row.problems or row.head != self._heads[slug_of(path)]:
            return None
        if Body(path, row.body, None).is_empty != Body(path, before.body, None).is_empty:
            return None  # lists say whether there is an abstract
        self._edited.add(path)
        rows[path] = tuple(row.seen(signature, now))
        return Body(path, row.body, text)

    def save(self, paths: Iterable[str]) -> None:
        """Keep what is known of these files now."""
        self._rows.keep(paths)

"""Paper files as the cache keeps them, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from publist.cache.file_signatures import Signature, doubtful
from publist.cache.paper_rows import unpack
from publist.cache.shards import Shards
from publist.cache.store import Cache
from publist.content.content_folder import path_of, slug_of
from publist.content.loading import STORE, Body, PaperRecord, read_row
from publist.model.paper import Name


class CachedPapers:
    """The rows that ``content.read`` keeps: (signature, digest, packed paper, head, body, problems).

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

    def _row(self, path: str) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self._rows.beside(path)[path]
        if row[3] != self._heads[slug_of(path)] or (row[0] != self._found[path] and path not in self._edited):
            raise KeyError(path)
        return row

    def records(self, slugs: Iterable[str]) -> dict[str, PaperRecord]:
        """The papers of these files."""
        found = {}
        for slug in slugs:
            path = path_of(slug)
            _, _, packed, head, body, _ = self._row(path)
            found[slug] = PaperRecord(slug, path, unpack(packed, self._names), head, body)
        return found

    def body(self, slug: str) -> Body:
        """The abstract of a paper."""
        path = path_of(slug)
        return Body(path, self._row(path)[4], None)

    def edited(self, site: str, path: str, signature: Signature, now: int) -> Body | None:
        """Read a file again and keep it: its abstract, if at most the abstract has changed, else None."""
        rows = self._rows.beside(path)
        before = rows.get(path)
        row = read_row(site, path, before[1] if before else b"")
        if before is None or before[2] is None or before[5]:
            return None
        if row is None:  # another time, but the same bytes
            row = (*before[1:], None)
        whole, packed, head, body, told, text = row
        if packed is None or told or head != self._heads[slug_of(path)]:
            return None
        self._edited.add(path)
        rows[path] = (None if doubtful(signature, now) else signature, whole, packed, head, body, told)
        return Body(path, body, text)

    def save(self, paths: Iterable[str]) -> None:
        """Keep what is known of these files now."""
        self._rows.keep(paths)

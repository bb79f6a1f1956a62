"""The papers' texts of the last build, from which files of the whole list are joined: an edit writes its own anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from publist.cache.shards import Shards
from publist.cache.store import Cache

Texts = dict[tuple[bytes, str], str]
"""Texts by the digest of what they show and their kind, as ``Context.pieces`` has them."""


class PaperText(NamedTuple):
    """Which text: the paper's slug, the kind of the text, and the digest of what it shows."""

    slug: str
    kind: str
    digest: bytes
    bare: bool = False
    """Whether the paper's abstract is left out of it: a site may have both."""


class KeptTexts:
    """The texts that the cache has in a store. ``stamp`` stands for what all of them show, such as settings."""

    def __init__(self, cache: Cache, store: str, stamp: bytes) -> None:
        self._shards = Shards(cache, store)
        self._stamp = stamp
        self._before: Mapping[str, Mapping[tuple[str, bool], tuple[bytes, str]]] = self._shards.load()

    def of(self, wanted: Iterable[PaperText]) -> Texts:
        """Those of the texts that are known."""
        found = {}
        for slug, kind, shown, bare in wanted:
            digest, text = self._before.get(slug, {}).get((kind, bare), (b"", ""))
            if digest == self._stamp + shown:
                found[shown, kind] = text
        return found

    def save(self, wanted: Iterable[PaperText], texts: Texts, papers: Collection[str]) -> None:
        """Keep the wanted texts, and what else is known of these ``papers``."""
        now = {slug: dict(row) for slug, row in self._before.items() if slug in papers}
        for slug, kind, shown, bare in wanted:
            now.setdefault(slug, {})[kind, bare] = (self._stamp + shown, texts[shown, kind])
        self._shards.save(now, self._before)

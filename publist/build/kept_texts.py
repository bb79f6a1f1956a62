"""The papers' texts of the last build, from which files of the whole list are joined: an edit writes its own anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from publist.cache.shards import Shards
from publist.cache.store import Cache
from publist.outputs.downloads.paper_texts import Member, PaperText

_STORE = "texts"
_Kind = tuple[str, bool]
"""The kind of a text, and whether the paper's abstract is left out of it: a site may have both."""
Texts = dict[tuple[bytes, str], str]
"""Texts by the digest of what they show and their kind, as ``Context.pieces`` has them."""


class KeptTexts:
    """The texts that the cache has. ``stamp`` stands for settings and code, which all of them show."""

    def __init__(self, cache: Cache, stamp: bytes) -> None:
        self._shards = Shards(cache, _STORE)
        self._stamp = stamp
        self._before: Mapping[str, Mapping[_Kind, tuple[bytes, str]]] = self._shards.load()

    def of(self, wanted: Iterable[PaperText]) -> Texts:
        """Those of the texts that are known."""
        found = {}
        for member, kind in wanted:
            digest, text = self._before.get(member.entry.slug, {}).get(_kind(member, kind), (b"", ""))
            if digest == self._stamp + member.digest:
                found[member.digest, kind] = text
        return found

    def save(self, wanted: Iterable[PaperText], texts: Texts, papers: Collection[str]) -> None:
        """Keep the wanted texts, and what else is known of these ``papers``."""
        now = {slug: dict(row) for slug, row in self._before.items() if slug in papers}
        for member, kind in wanted:
            row = now.setdefault(member.entry.slug, {})
            row[_kind(member, kind)] = (self._stamp + member.digest, texts[member.digest, kind])
        self._shards.save(now, self._before)


def _kind(member: Member, kind: str) -> _Kind:
    return kind, member.body.is_empty

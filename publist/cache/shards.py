"""A mapping kept in the cache: a small one as one file, a large one in shards.

Of a large one a change of one entry writes one small file anew; a small one is one file to read, instead of many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

from publist.cache.store import Cache

_COUNT = 32
_SMALL = 500
"""A mapping of fewer entries is one file."""


def order(key: str) -> tuple[int, str]:
    """What keys are to be sorted by, so that those of one part of a large mapping follow each other."""
    return crc32(key.encode()) % _COUNT, key


class Shards:
    """The mapping that is kept under a name. Each part of it is read when it is asked for."""

    def __init__(self, cache: Cache, name: str) -> None:
        self._cache = cache
        self._single = f"{name}-all"
        self._many = [f"{name}-{number:02d}" for number in range(_COUNT)]
        self._parts: dict[str, dict[str, Any]] = {}
        self._is_small: bool | None = None

    def load(self) -> dict[str, Any]:
        """The whole mapping; a part that is missing or broken is an empty one."""
        whole: dict[str, Any] = {}
        for part in [self._single] if self._small() else self._many:
            whole |= self._part(part)
        return whole

    def beside(self, key: str) -> dict[str, Any]:
        """The entries of the part that has this key, or would have it. What is changed here, ``keep`` writes."""
        return self._part(self._part_of(key))

    def keep(self, keys: Iterable[str]) -> None:
        """Write the parts of these keys as they are now."""
        for part in {self._part_of(key) for key in keys}:
            self._cache.save(part, self._parts[part])

    def change(self, new: Mapping[str, Any], gone: Iterable[str], count: int) -> None:
        """Keep what is kept already, with these entries and without those: ``count`` in all."""
        if self._small() != (count < _SMALL):
            before = self.load()
            self.save({key: value for key, value in (before | dict(new)).items() if key not in set(gone)}, before)
            return
        for key, value in new.items():
            self.beside(key)[key] = value
        for key in gone:
            self.beside(key).pop(key, None)
        self.keep([*new, *gone])

    def save(self, whole: Mapping[str, Any], before: Mapping[str, Any]) -> None:
        """Keep the mapping: write the parts that differ from ``before``, which is what is kept now."""
        was_small, self._is_small = self._small(), len(whole) < _SMALL
        moved = was_small != self._is_small
        parts, kept = self._in_parts(whole), self._in_parts(before)
        changed = [part for part in parts.keys() | kept.keys() if moved or parts.get(part) != kept.get(part)]
        self._parts = {part: parts.get(part, {}) for part in changed}
        for part, rows in self._parts.items():
            self._cache.save(part, rows)
        # A clean build does not know what is kept, so the single file, which counts before the shards, always goes.
        for part in [self._single] if not self._is_small else self._many if moved else []:
            self._cache.drop(part)

    def each(self) -> Iterator[dict[str, Any]]:
        """The mapping a part at a time; none of it stays in memory."""
        for part in [self._single] if self._small() else self._many:
            yield self._cache.load(part) or {}

    def rewrite(
        self, keys: Collection[str], known: Container[str], made: Callable[[Sequence[str]], Mapping[str, Any]]
    ) -> Iterator[dict[str, Any]]:
        """Keep the entries of these keys, of which those ``known`` are kept already and the others are ``made``.

        Each part is given when it is written, and then forgotten; keys are asked for in the order of ``order``.
        """
        was_small, small = self._small(), len(keys) < _SMALL
        few = self.load() if was_small or small else None
        parts: dict[str, list[str]] = {self._single: sorted(keys)} if small else {part: [] for part in self._many}
        for key in [] if small else sorted(keys, key=order):
            parts[self._many[crc32(key.encode()) % _COUNT]].append(key)
        self._parts = {}
        for part, some in parts.items():
            before = few if few is not None else self._cache.load(part) or {}
            rows = {key: before[key] for key in some if key in known}
            rows |= made([key for key in some if key not in known])
            if few is not None or rows != before:
                self._cache.save(part, rows)
            yield rows
        for part in self._many if small else [self._single]:
            self._cache.drop(part)
        self._is_small = small

    def _small(self) -> bool:
        """Whether what is kept is one file."""
        if self._is_small is None:
            kept = self._cache.load(self._single)
            self._is_small = kept is not None
            self._parts[self._single] = kept or {}
        return self._is_small

    def _in_parts(self, rows: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """The entries of each part that has some, as parts are now to be."""
        if self._small():
            return {self._single: dict(rows)} if rows else {}
        parts: dict[str, dict[str, Any]] = {}
        for key, value in rows.items():
            parts.setdefault(self._many[crc32(key.encode()) % _COUNT], {})[key] = value
        return parts

    def _part_of(self, key: str) -> str:
        return self._single if self._small() else self._many[crc32(key.encode()) % _COUNT]

    def _part(self, part: str) -> dict[str, Any]:
        if part not in self._parts:
            self._parts[part] = self._cache.load(part) or {}
        return self._parts[part]

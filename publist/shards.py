"""A large mapping kept in shards, so that a change of one entry writes one small file anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from publist.cache import Cache

_COUNT = 32


def load(cache: Cache, name: str) -> dict[str, Any]:
    """The whole mapping; a shard that is missing or broken is an empty one."""
    whole: dict[str, Any] = {}
    for number in range(_COUNT):
        whole |= cache.load(f"{name}-{number:02d}") or {}
    return whole


def save(cache: Cache, name: str, whole: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Keep the mapping: write the shards that differ from ``before``, which is what is kept now."""
    changed = {_shard(key) for key in whole.keys() | before.keys() if whole.get(key) is not before.get(key)}
    rows: dict[int, dict[str, Any]] = {number: {} for number in changed}
    for key, value in whole.items():
        number = _shard(key)
        if number in rows:
            rows[number][key] = value
    for number, shard in rows.items():
        cache.save(f"{name}-{number:02d}", shard)


def _shard(key: str) -> int:
    return crc32(key.encode()) % _COUNT

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
        whole |= load_one(cache, name, number)
    return whole


def load_one(cache: Cache, name: str, number: int) -> dict[str, Any]:
    """The entries of one shard."""
    return cache.load(f"{name}-{number:02d}") or {}


def save_one(cache: Cache, name: str, number: int, shard: Mapping[str, Any]) -> None:
    """Keep one shard in place of what it was."""
    cache.save(f"{name}-{number:02d}", shard)


def save(cache: Cache, name: str, whole: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Keep the mapping: write the shards that differ from ``before``, which is what is kept now."""
    changed = {number_of(key) for key in whole.keys() | before.keys() if whole.get(key) is not before.get(key)}
    rows: dict[int, dict[str, Any]] = {number: {} for number in changed}
    for key, value in whole.items():
        number = number_of(key)
        if number in rows:
            rows[number][key] = value
    for number, shard in rows.items():
        save_one(cache, name, number, shard)


def number_of(key: str) -> int:
    """The shard of a key."""
    return crc32(key.encode()) % _COUNT

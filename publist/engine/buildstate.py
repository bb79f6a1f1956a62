"""What tells one moment of a site from another, and keeps two builds of it apart."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from publist import shards
from publist.cache import Cache
from publist.content import PAPERS, SOURCES, Signature

_BY_HAND = 20
"""More edited papers than this are no edit by hand; to plan the whole list costs no more than they do."""

Row = tuple[bytes, int, int]
"""A file as built, as the cache keeps it: see ``staleness.Made``."""


def state_of(site: str, cache: Cache, options: tuple[object, ...]) -> bytes:
    """Everything but the content that a build depends on, as one digest, without reading any of it.

    ``options`` is what the command says beside it.
    """
    from publist.theming.theme import folders

    themes = [_tree(place) for place in folders(site)]
    has_sources = os.path.isdir(os.path.join(site, SOURCES))
    parts = (cache.signature, options, has_sources, themes)
    return blake2b(repr(parts).encode(), digest_size=16).digest()


def edited_papers(found: Mapping[str, Signature], before: Mapping[str, Signature | None]) -> list[str]:
    """The paper files that an author has edited since the last build; nothing if there is more to it than that."""
    if found.keys() != before.keys():
        return []
    edited = [path for path, signature in found.items() if before[path] != signature]
    plain = all(path.startswith(PAPERS + "/") and path.endswith(".md") for path in edited)
    return edited if plain and len(edited) <= _BY_HAND else []


def _tree(folder: str) -> list[tuple[str, int, int]]:
    """Name, size and time of every file below a folder."""
    rows = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            stat = os.stat(path) if os.path.exists(path) else os.lstat(path)  # editors lock by links that lead nowhere
            rows.append((path, stat.st_size, stat.st_mtime_ns))
    return sorted(rows)


def as_left(look: Callable[[str], tuple[int, int] | None], made: dict[str, Row]) -> bool:
    """Whether every file that the last build made is still as it left it."""
    return all(look(path) == (row[1], row[2]) for path, row in made.items())


def recall(cache: Cache, output: str) -> dict[str, Any]:
    """What the last build into this folder left (state, found, made, what its report said), or nothing."""
    name = _store_of(cache, output)
    last: dict[str, Any] | None = cache.load(name)
    if not last:
        return {}
    return last | {"state": cache.load(f"{name}-state"), "made": shards.load(cache, name)}


def remember(
    cache: Cache, output: str, state: bytes, kept: dict[str, Any], last: dict[str, Any], places: Any = None
) -> None:
    """Keep what a build left, and the places of its papers where they are new.

    While this is being written there is no state, so that a crash leaves no false one.
    """
    name = _store_of(cache, output)
    cache.save(f"{name}-state", b"")
    shards.save(cache, name, kept["made"], last.get("made", {}))
    cache.save(name, {key: value for key, value in kept.items() if key != "made"})
    if places is not None:
        cache.save(f"{name}-places", places)
    cache.save(f"{name}-state", state)


def places_left(cache: Cache, output: str) -> Any:
    """The places of the papers in the last build into this folder, None if nothing knows them."""
    return cache.load(f"{_store_of(cache, output)}-places")


def _store_of(cache: Cache, output: str) -> str:
    """The name under which the state of this output folder is kept; cache and output beside it may move together."""
    beside = os.path.dirname(os.path.realpath(cache.folder)) + os.sep
    place = os.path.realpath(output).removeprefix(beside).encode("utf-8", "surrogateescape")
    return f"output-{blake2b(place, digest_size=8).hexdigest()}"


@contextmanager
def locked(cache: Cache, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Keep two builds or imports of one site apart: the second calls ``waiting`` and waits for the first."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows: there the file's exclusive creation must do
        yield
        return
    os.makedirs(cache.folder, exist_ok=True)
    with open(os.path.join(cache.folder, "lock"), "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield

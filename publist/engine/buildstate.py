"""What tells one moment of a site from another, and keeps two builds of it apart."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from publist import shards
from publist.cache import Cache
from publist.content import SOURCES, Signature
from publist.engine.outfolder import OutputFolder

Row = tuple[bytes, int, int]
"""A file as built, as the cache keeps it: see ``staleness.Made``."""


def state_of(site: str, cache: Cache, found: dict[str, Signature], options: tuple[object, ...]) -> bytes:
    """Everything that a build depends on, as one digest, without reading any of it.

    ``found`` are the signatures of content/, ``options`` what the command says beside it.
    """
    from publist.theming.theme import folders

    themes = [_tree(place) for place in folders(site)]
    has_sources = os.path.isdir(os.path.join(site, SOURCES))
    # Version 2 of the marshal format has no references, so equal values have equal bytes.
    files = marshal.dumps(sorted(found.items()), 2)
    parts = (cache.signature, options, has_sources, themes)
    return blake2b(files + repr(parts).encode(), digest_size=16).digest()


def _tree(folder: str) -> list[tuple[str, int, int]]:
    """Name, size and time of every file below a folder."""
    rows = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            stat = os.stat(path) if os.path.exists(path) else os.lstat(path)  # editors lock by links that lead nowhere
            rows.append((path, stat.st_size, stat.st_mtime_ns))
    return sorted(rows)


def as_left(folder: OutputFolder, made: dict[str, Row]) -> bool:
    """Whether every file that the last build made is still as it left it."""
    look = folder.look
    return all(look(path) == (row[1], row[2]) for path, row in made.items())


def recall(cache: Cache, output: str) -> dict[str, Any]:
    """What the last build into this folder left (state, made, what its report said), or nothing."""
    name = _store_of(cache, output)
    last: dict[str, Any] | None = cache.load(name)
    return last | {"made": shards.load(cache, name)} if last else {}


def remember(cache: Cache, output: str, state: bytes, kept: dict[str, Any], last: dict[str, Any]) -> None:
    """Keep what a build left. While the shards are written there is no state, so that a crash leaves no false one."""
    name = _store_of(cache, output)
    said = {key: value for key, value in kept.items() if key != "made"}
    cache.save(name, said | {"state": b""})
    shards.save(cache, name, kept["made"], last.get("made", {}))
    cache.save(name, said | {"state": state})


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

"""Files that change, found by looking again and again: for where the system does not tell of them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from threading import Event
from typing import Any

_PAUSE_S = 0.3
_SHARE = 20
"""Looking takes at most this part of the time, however many files there are."""


def watch(*folders: str, stop_event: Event, recursive: bool = True, **told: Any) -> Iterator[set[tuple[int, str]]]:
    """As ``watchfiles.watch`` with ``yield_on_timeout``: changes as (what, path), and empty sets in between.

    The first set is empty and comes when the watch stands. ``told`` are settings that only the system's watch has.
    """
    del told
    before = _look(folders, recursive=recursive)
    pause, changed = _PAUSE_S, set[str]()
    while not stop_event.is_set():
        yield {(0, path) for path in changed}
        stop_event.wait(pause)
        started = time.monotonic()
        now = _look(folders, recursive=recursive)
        changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        before = now
        pause = max(_PAUSE_S, _SHARE * (time.monotonic() - started))


def _look(folders: tuple[str, ...], *, recursive: bool) -> Mapping[str, tuple[int, int]]:
    """Time and size of every file in the folders; without ``recursive`` what is right in them, by inode."""
    if not recursive:
        return {entry.path: (entry.inode(), 0) for folder in folders for entry in os.scandir(folder)}
    found = {}
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(root, name)
                try:
                    stat = os.stat(path)
                except OSError:  # gone a moment ago, or a link that leads nowhere
                    continue
                found[path] = (stat.st_mtime_ns, stat.st_size)
    return found

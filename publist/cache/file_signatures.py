"""What tells an unchanged file of content without reading it."""

from __future__ import annotations

import os
from collections.abc import Iterator

_TICK_NS = 50_000_000
_COARSE_TICK_NS = 2_100_000_000
"""A file written less than a tick of its clock before it was read may change again without showing it.

File systems keep times to some milliseconds (a tick of the kernel), or to whole seconds (FAT: two).
"""

Signature = tuple[int, int, int]
"""Size, time of modification (ns) and inode: what tells an unchanged file without reading it."""


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is nobody's content."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp", ".bak"))


def walk(folder: str, path: str) -> Iterator[tuple[str, Signature]]:
    """The path and the signature of every file below a folder, whose own path is ``path``."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if is_hidden(name):
                continue
            if entry.is_dir():
                yield from walk(entry.path, f"{path}/{name}")
            else:
                try:
                    stat = entry.stat()
                except OSError:  # a link that leads nowhere
                    stat = entry.stat(follow_symlinks=False)
                yield f"{path}/{name}", (stat.st_size, stat.st_mtime_ns, stat.st_ino)


def doubtful(signature: Signature, now: int) -> bool:
    """Whether a file could have changed since ``now`` (ns), the moment it was looked at, with the same signature."""
    return now - signature[1] < (_TICK_NS if signature[1] % 1_000_000 else _COARSE_TICK_NS)

"""What tells an unchanged file of content without reading it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator

_TICK_NS = 50_000_000
_COARSE_TICK_NS = 2_100_000_000
"""A file written less than a tick of its clock before it was read may change again without showing it.

File systems keep times to some milliseconds (a tick of the kernel), or to whole seconds (FAT: two).
"""

Signature = tuple[int, int, int, int]
"""Size, time of modification (ns), inode and time of change (ns): what tells an unchanged file without reading it.

The last is set by the system alone, so that an edit in place shows that keeps size and time (on Windows it is the
time of creation, and such an edit does not show). A size below 0 is that of what is no file.
"""

NO_FILE: Signature = (-1, 0, 0, 0)
"""Of what is there and cannot be read as a file: a pipe, a socket, a device, a link that leads nowhere or in a circle.

Also of a folder that cannot be listed.
"""

_CLUTTER = frozenset("thumbs.db ehthumbs.db desktop.ini icon\r $recycle.bin __macosx @eadir lost+found 4913".split(" "))
"""What systems and editors call their own files and folders, in lower case."""
_ENDINGS = ("~", ".tmp", ".temp", ".bak", ".orig", ".rej", ".swp", ".swo", ".swn", ".swx", ".part", ".crdownload")
_JETBRAINS = ("___jb_tmp___", "___jb_old___")


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or a system's, an editor's or a tool's own: nobody's content."""
    if name.startswith((".", "#", "~$")) or name.endswith((*_ENDINGS, *_JETBRAINS)):
        return True
    return name.lower() in _CLUTTER


def is_overlooked(name: str) -> bool:
    """Whether a hidden file looks like content all the same: somebody may wonder why it is not on the site."""
    return name.endswith(".md") and name.startswith(".") and not name.startswith((".#", "._", ".~"))


def is_file(signature: Signature) -> bool:
    """Whether what has this signature can be read as a file."""
    return signature[0] >= 0


def signature_of(state: os.stat_result) -> Signature:
    """The signature of a file of this state."""
    return state.st_size, state.st_mtime_ns, state.st_ino, state.st_ctime_ns


def is_left_over(name: str) -> bool:
    """Whether systems and editors leave files of this name, in a folder where other names with a dot are meant."""
    known = name.lower() in _CLUTTER or name in (".DS_Store", ".git")
    return known or name.startswith(("._", ".publist-", "~$")) or name.endswith((*_ENDINGS, *_JETBRAINS))


def _is_passed_over(name: str, is_folder: bool) -> bool:
    return is_hidden(name) and (is_folder or not is_overlooked(name))


def walk(
    folder: str, path: str, is_passed_over: Callable[[str, bool], bool] = _is_passed_over
) -> Iterator[tuple[str, Signature]]:
    """The path and the signature of every file below a folder, whose own path is ``path``.

    A link to a folder is followed, unless it lies in that folder or behind another such link. What is there and is
    no file has the signature ``NO_FILE``. Hidden files are left out, unless they look like content (or whatever
    ``is_passed_over`` says of a name, and of whether it is a folder's).
    """
    waiting = [(folder, path, False)]
    while waiting:
        place, path, linked = waiting.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            yield path, NO_FILE
            continue
        for entry in entries:
            name = entry.name
            is_folder = _is_folder(entry)
            if is_passed_over(name, is_folder):
                continue
            if not is_folder:
                yield f"{path}/{name}", _looked_at(entry)
            elif not _is_link(entry):
                waiting.append((entry.path, f"{path}/{name}", linked))
            elif linked or _lies_in(place, entry.path):
                yield f"{path}/{name}", NO_FILE
            else:
                waiting.append((entry.path, f"{path}/{name}", True))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is a link to one, or a junction, as Windows calls its own kind."""
    return entry.is_symlink() or (sys.version_info >= (3, 12) and entry.is_junction())


def _lies_in(place: str, link: str) -> bool:
    """Whether a folder lies in the one that a link leads to, or is the same."""
    return f"{os.path.realpath(place)}{os.sep}".startswith(f"{os.path.realpath(link)}{os.sep}")


def _looked_at(entry: os.DirEntry[str]) -> Signature:
    try:
        found = entry.stat()
    except OSError:  # a link that leads nowhere, or in a circle
        return NO_FILE
    return signature_of(found) if stat.S_ISREG(found.st_mode) else NO_FILE


def doubtful(signature: Signature, now: int) -> bool:
    """Whether a file could have changed since ``now`` (ns), the moment it was looked at, with the same signature."""
    return now - signature[1] < (_TICK_NS if signature[1] % 1_000_000 else _COARSE_TICK_NS)

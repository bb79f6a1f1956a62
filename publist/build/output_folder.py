"""The output folder: staging, the journal of a move, pruning. All or nothing, at every moment.

A build writes into ``.publist-staging`` inside the output folder (so that every move is a rename on one file
system). When all is written, a journal names the moves and removals: from then on the build is decided, and
whoever comes next, this process or a later one after a crash, carries the journal out. Every step of it can be
repeated. Until the journal stands, the site is untouched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from typing import Any

from publist.cache.file_writing import BINARY
from publist.model.problems import Problem, PublistError, error

STAGING = ".publist-staging"
_AS_BEFORE = "The site in the output folder is as it was before."
_DECIDED = "The new site is complete and not yet all in its place; the next build moves the rest there."
_TREE = "tree"
_JOURNAL = "journal.json"
_SHOWN = 3
"""So many files that stand in the way are named."""
LISTING = ".publist-files"
"""In the output folder: the paths that publist made, so that it knows its own without a cache."""


class OutputFolder:
    """One output folder. Paths are site paths (POSIX)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.staging = os.path.join(path, STAGING)
        self.tree = os.path.join(self.staging, _TREE)

    def look(self, path: str) -> tuple[int, int] | None:
        """Size and time of change (ns) of a file, None if there is none (or a link, which is not ours)."""
        try:
            stat = os.lstat(f"{self.path}/{path}")
        except OSError:
            return None
        return stat.st_size, stat.st_mtime_ns

    def recover(self) -> bool:
        """Complete the move of an interrupted build, or drop what it had not finished; whether there was one."""
        if os.path.islink(self.staging):
            raise PublistError([_link(self.staging)])
        if not os.path.isdir(self.staging):
            return False
        import json
        from shutil import rmtree

        journal = os.path.join(self.staging, _JOURNAL)
        if os.path.exists(journal):
            with open(journal, encoding="utf-8") as file:
                self._carry_out(json.load(file))
        rmtree(self.staging)
        return True

    def begin(self) -> None:
        """Make room for staging; PublistError if nothing can be written here."""
        try:
            os.makedirs(self.tree)
        except OSError as problem:
            hint = "Make the folder writable, or name another one with --output."
            message = f"the output folder cannot be written: {problem.strerror}"
            raise PublistError([error(self.path, 0, 0, message, hint)]) from problem

    def abandon(self) -> bool:
        """Throw staging away, unless the build is decided already: then the next one completes it. Whether it is."""
        decided = os.path.exists(os.path.join(self.staging, _JOURNAL))
        if not decided:
            from shutil import rmtree

            rmtree(self.staging, ignore_errors=True)
        return decided

    def commit(self, removed: list[str]) -> None:
        """Remove what is no longer part of the site and move in what was staged.

        PublistError, and nothing is changed, where a link stands in the place of a folder (nothing is written through
        one), and where a folder takes no change.
        """
        self._refuse_bad_folders(removed)
        import json
        from shutil import rmtree

        journal = {"removed": removed}
        path = os.path.join(self.staging, _JOURNAL)
        with open(path + ".tmp", "w", encoding="utf-8") as file:
            json.dump(journal, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(path + ".tmp", path)
        self._carry_out(journal)
        rmtree(self.staging, ignore_errors=True)

    def _refuse_bad_folders(self, removed: list[str]) -> None:
        above = {folder for path in removed for folder in _folders_above(path)}
        places = {*_met(self.tree, self.path), *(os.path.join(self.path, folder) for folder in above)}
        problems = [_link(place) for place in sorted(places) if os.path.islink(place)]
        problems += [_locked(place) for place in sorted(places) if os.path.isdir(place) and not _is_writable(place)]
        if problems:
            raise PublistError(problems)

    def _carry_out(self, journal: dict[str, Any]) -> None:
        for path in journal["removed"]:
            self._remove(path)
        if os.path.isdir(self.tree):
            _merge(self.tree, self.path)

    def _remove(self, path: str) -> None:
        """Remove a file of ours and the folders that it leaves empty."""
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.path, path))
        folder = path.rpartition("/")[0]
        while folder:
            try:
                os.rmdir(os.path.join(self.path, folder))
            except OSError:
                return
            folder = folder.rpartition("/")[0]

    def listed(self) -> set[str]:
        """The paths that the last build made, as the folder itself remembers them."""
        try:
            with open(_regular(os.path.join(self.path, LISTING)), encoding="utf-8") as file:
                return set(file.read().split("\n")) - {""}
        except (OSError, UnicodeDecodeError):
            return set()

    def is_empty(self) -> bool:
        """Whether nothing but hidden files is in the folder, or there is no folder."""
        return not os.path.isdir(self.path) or all(name.startswith(".") for name in os.listdir(self.path))

    def obstacles(self, paths: Iterable[str]) -> list[str]:
        """What stands where these new files must go and was made by somebody else: files, links, and folders.

        Also finds a link on the way to a file: nothing is ever written through one.
        """
        if self.is_empty():
            return [path for path in paths if path.startswith(".") and os.path.lexists(os.path.join(self.path, path))]
        found: dict[str, None] = {}
        clear: set[str] = set()
        for path in paths:
            if os.path.lexists(os.path.join(self.path, path)):
                found[path] = None
            for folder in _folders_above(path):
                if folder in clear:
                    break
                clear.add(folder)
                place = os.path.join(self.path, folder)
                if os.path.lexists(place) and (os.path.islink(place) or not os.path.isdir(place)):
                    found[folder] = None
        return list(found)

    def foreign(self, ours: Iterable[str]) -> list[str]:
        """The files in the folder that are not ours, hidden ones left out."""
        known = ours if isinstance(ours, Set) else set(ours)
        return sorted(path for path in _files(self.path, "") if path not in known)


@contextmanager
def staging(folder: OutputFolder) -> Iterator[None]:
    """Staging that is thrown away if anything goes wrong before the journal stands."""
    folder.begin()
    try:
        yield
    except OSError as problem:
        decided = folder.abandon()
        message = f"the site cannot be written: {problem.strerror or problem}"
        raise PublistError(
            [error(str(problem.filename or folder.path), 0, 0, message, _DECIDED if decided else _AS_BEFORE)]
        ) from problem
    except BaseException:
        folder.abandon()
        raise


def refuse_obstacles(folder: OutputFolder, new: list[str]) -> None:
    """PublistError if a file of somebody else stands where a new one must go."""
    message = "this file was not made by publist, and a page of the site must go there"
    hint = "Move it away (into content/assets, if it belongs to the site), or name another folder with --output."
    found = folder.obstacles(new)
    problems = [error(os.path.join(folder.path, path), 0, 0, message, hint) for path in found[:_SHOWN]]
    if more := len(found) - len(problems):
        hint = "Delete the folder if nothing in it is yours, or name another one with --output."
        problems.append(error(folder.path, 0, 0, f"so it is with {more} more of its files", hint))
    if problems:
        raise PublistError(problems)


def _files(folder: str, prefix: str) -> Iterator[str]:
    """The site path of each file below a folder, hidden ones left out."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # there is none, or nobody may look into it
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name


def _folders_above(path: str) -> Iterator[str]:
    """The folders in which a file of the site lies, the innermost first."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _met(source: str, target: str) -> Iterator[str]:
    """The folders of a tree that stand in the place into which it is to be moved."""
    with os.scandir(source) as entries:
        for entry in entries:
            place = os.path.join(target, entry.name)
            if entry.is_dir(follow_symlinks=False) and os.path.isdir(place):
                yield place
                if not os.path.islink(place):
                    yield from _met(entry.path, place)


def _link(place: str) -> Problem:
    hint = "Take the link away, or name another folder with --output."
    return error(place, 0, 0, "this is a link, and the site is never written through one", hint)


def _is_writable(folder: str) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _locked(place: str) -> Problem:
    hint = "Make the folder writable, or name another output folder with --output."
    return error(place, 0, 0, "the folder cannot be written", hint)


def _regular(path: str) -> str:
    """The path, if a file is there; FileNotFoundError otherwise: a pipe would be waited for without end."""
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    return path


def _merge(source: str, target: str) -> None:
    """Move a tree into another by renames; a folder that is not there yet moves as a whole."""
    with os.scandir(source) as entries:
        for entry in list(entries):
            place = os.path.join(target, entry.name)
            if entry.is_dir(follow_symlinks=False) and os.path.isdir(place):
                _merge(entry.path, place)
            else:
                os.replace(entry.path, place)


def _make(folder: str) -> None:
    """Make a folder and those above it, from below: most often only the last is missing."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        _make(folder.rpartition("/")[0])
        _make(folder)


def stage(tree: str, path: str, content: bytes, folders: set[str]) -> tuple[int, int]:
    """Write a file below a staging tree; its size and time of change in ns.

    ``folders`` are those that the caller knows to be there; the file's own is added.
    """
    return stage_parts(tree, path, (content,), folders)


def stage_parts(tree: str, path: str, parts: Iterable[bytes | memoryview], folders: set[str]) -> tuple[int, int]:
    """The same with a file that consists of these parts, which need not be joined in memory."""
    place = f"{tree}/{path}"
    folder = place.rpartition("/")[0]
    if folder not in folders:
        _make(folder)
        folders.add(folder)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o644)
    try:
        for part in parts:
            left = memoryview(part)
            while left:
                left = left[os.write(descriptor, left) :]
        stat = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return stat.st_size, stat.st_mtime_ns

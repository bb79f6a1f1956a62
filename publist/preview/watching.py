"""Files that change, told by the system: watchfiles in the place of livereload's polling."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from threading import Event, Thread
from typing import Any

from livereload.watcher import Watcher

from publist.cache.file_signatures import is_hidden, is_left_over
from publist.content.content_folder import FOLDER, STATIC
from publist.preview import polling

EVERYTHING = ""
"""Stands for: look at everything, something may have happened while nobody watched."""

_STEP_MS = 10
"""Saves that follow one another more closely are one change."""
_DEBOUNCE_MS = 250
"""A change is told after so long even if more are coming, as in a checkout of another branch."""
_FIRST_LOOK_MS, _SECOND_MS = 200, 1000
_RETRY_S = 0.2

Watch = Callable[..., Iterator[set[tuple[Any, str]]]]
"""``watchfiles.watch``, or what looks for itself."""


def _system_watch() -> Watch:
    """The system's own watch; looking where watchfiles cannot be had (it is compiled, and not for every machine)."""
    try:
        from watchfiles import watch
    except ImportError:
        return polling.watch
    return watch


class FileWatcher(Watcher):  # type: ignore[misc]  # livereload has no types
    """Tells which files of a site changed, by their path in it (files of a theme elsewhere by their whole path).

    Its folders may come and go: the site's own folder is watched for that.
    """

    def __init__(self, site: str, themes: Iterable[str], changed: Callable[[set[str]], None]) -> None:
        super().__init__()
        self._site = site
        self._folders = (os.path.join(site, FOLDER), *themes)
        self._changed = changed
        self._stopped = Event()
        self._again = Event()
        self._watch = _system_watch()
        self._watched: list[str] = []
        self._threads = [Thread(target=run, daemon=True) for run in (self._run, self._watch_site)]
        for folder in self._folders:
            self.watch(folder)

    def start(self, callback: Callable[[], object]) -> bool:
        """Begin. ``callback`` is livereload's own look at its tasks, which is not needed: True says so."""
        del callback
        for thread in self._threads:
            thread.start()
        return True

    def stop(self) -> None:
        """End, and wait for the end."""
        self._stopped.set()
        self._again.set()
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._again.clear()
            self._watched = self._existing()
            if self._watched:
                self._watch_folders(self._watched)
            else:
                self._changed({EVERYTHING})
                self._again.wait(_RETRY_S)

    def _existing(self) -> list[str]:
        return [folder for folder in self._folders if os.path.isdir(folder)]

    def _watch_folders(self, folders: list[str]) -> None:
        """Watch until told to begin again. What happened before the watch stood is looked for once it does."""
        missed = {EVERYTHING}
        try:
            for changes in self._watch(
                *folders,
                watch_filter=None,
                debounce=_DEBOUNCE_MS,
                step=_STEP_MS,
                rust_timeout=_FIRST_LOOK_MS,
                yield_on_timeout=True,
                stop_event=self._again,
                raise_interrupt=False,
            ):
                self._tell((path for _, path in changes), missed)
                missed = set()
        except (OSError, RuntimeError) as problem:
            self._look_instead(problem)

    def _look_instead(self, problem: Exception) -> None:
        """What to do when a watch fails: the folder is gone for a moment, or the system has no watches left."""
        if not isinstance(problem, FileNotFoundError):
            self._watch = polling.watch
        self._stopped.wait(_RETRY_S)

    def _watch_site(self) -> None:
        """Start again when content/ or themes/ appears, or another one takes its place."""
        names = {os.path.realpath(folder) for folder in self._folders}
        while not self._stopped.is_set():
            try:
                for changes in self._watch(
                    self._site,
                    watch_filter=None,
                    rust_timeout=_SECOND_MS,
                    yield_on_timeout=True,
                    stop_event=self._stopped,
                    raise_interrupt=False,
                    recursive=False,
                ):
                    # They are looked for each second too: one may have come before this watch stood.
                    if any(os.path.realpath(path) in names for _, path in changes) or self._existing() != self._watched:
                        self._again.set()
            except (OSError, RuntimeError) as problem:
                self._look_instead(problem)

    def _tell(self, paths: Iterable[str], missed: set[str]) -> None:
        told = missed | {self._named(path) for path in paths if not _is_hidden_in(path, self._folders)}
        if told:
            self._changed(told)

    def _named(self, path: str) -> str:
        inside = path.startswith(self._site + os.sep)
        return os.path.relpath(path, self._site).replace(os.sep, "/") if inside else path


def _is_hidden_in(path: str, folders: Iterable[str]) -> bool:
    """Whether a part of the path below the watched folder is an editor's or a tool's own."""
    for folder in folders:
        if path.startswith(folder + os.sep):
            inside = path[len(folder) + 1 :].split(os.sep)
            static = [os.path.basename(folder), inside[0]] == STATIC.split("/")
            return any(map(is_left_over if static else is_hidden, inside))
    return False

"""The search index as a part of a build: which papers are indexed anew, and the files that are joined from all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.build.indexed_pages import FIELDS, IndexTask, PagesOfPapers, Run, finish, index_pages, start, words_of
from publist.build.output_folder import stage
from publist.build.staleness import BuiltFile
from publist.cache.shards import Shards, order
from publist.cache.store import Cache
from publist.content.loading import Body
from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.model.artifact import digest, digest_all
from publist.outputs.machine.search_files import PageWords, packed
from publist.outputs.machine.search_join import JoinedIndex
from publist.outputs.pages.search import FOLDER, available

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from subprocess import Popen

    from publist.build.output_folder import OutputFolder

_STORE = "searched"
_BATCH = 500
"""So many papers are indexed at once: Pagefind takes 200 MB for them, and 950 MB for 10,000."""
INDEX_FOLDER = f"{FOLDER}/"
"""All files of the index are here, and no others."""
_ENTRY = f"{FOLDER}/pagefind-entry.json"
"""The file that names all others: with its fingerprint the index of the last build is right or wrong as a whole."""


class Searched(NamedTuple):
    """What is searched: the digest of each paper of the list by its path (nothing where there is no search).

    ``entries`` are those that may have changed since the last build, ``bodies`` their abstracts by slug.
    """

    config: Config
    stamps: Mapping[str, bytes]
    entries: Sequence[Entry]
    bodies: Mapping[str, Body]


def searched(config: Config, entries: Sequence[Entry], bodies: Mapping[str, Body], signature: str) -> Searched:
    """All papers of a list; ``signature`` stands for the code."""
    return Searched(config, _stamps(config, entries, bodies, signature), entries, bodies)


def searched_again(now: Searched, paths: Iterable[str], cache: Cache) -> Searched:
    """The whole list at these ``paths``, of which ``now`` has what may have changed. KeyError if the cache lost one."""
    if not available(now.config):
        return now
    rows = Shards(cache, _STORE).load()
    return now._replace(stamps={path: now.stamps.get(path) or rows[path][0] for path in paths})


class SearchIndex:
    """The index of one build. ``kept`` are the files of the last build, if they are still right and whole.

    ``made`` are the files that the last build left, ``differing`` those that are not as it left them.
    """

    def __init__(
        self, searched: Searched, cache: Cache, made: Mapping[str, BuiltFile], differing: Container[str]
    ) -> None:
        self._searched = searched
        self._store = Shards(cache, _STORE)
        wanted = available(searched.config)
        self._stamps = searched.stamps
        self._stamp = digest_all(self._stamps.values())
        before = {path: file for path, file in made.items() if path.startswith(FOLDER + "/")}
        self._intact = {path: file for path, file in before.items() if path not in differing}
        entry = self._intact.get(_ENTRY)
        right = entry is not None and entry.fingerprint == self._stamp and len(self._intact) == len(before)
        self.kept: frozenset[str] = frozenset(before if wanted and right else ())
        self.stale: bool = wanted and not self.kept
        self._known: frozenset[str] = frozenset()
        self._runs: list[Callable[[], Run]] = []
        self._program: Popen[bytes] | None = None

    def begin(self, site: str, folder: OutputFolder, executor: Executor | None) -> None:
        """Index anew the papers that have changed, beside what is done next.

        Of one batch only Pagefind works beside it (a tenth of the wall time of 100 papers); several are tasks of the
        executor, or, where there is none, done one by one at the end.
        """
        if not self.stale:
            return
        kept = self._store.each()
        self._known = frozenset([path for rows in kept for path, row in rows.items() if self._is_known(path, row)])
        changed = [entry for entry in self._searched.entries if entry.path not in self._known]
        changed.sort(key=lambda entry: order(entry.path))
        tasks = self._tasks(site, folder, changed)
        if len(tasks) == 1:
            self._program = start(tasks[0])
            self._runs.append(partial(finish, tasks[0], self._program))
            return
        for task in tasks:
            self._runs.append(executor.submit(index_pages, task).result if executor else partial(index_pages, task))

    def finish(self, folder: OutputFolder) -> dict[str, BuiltFile]:
        """All files of the index as the manifest keeps them, those that are new in the staging tree."""
        if not self.stale:
            return {}
        runs = [run() for run in self._runs]
        made = {path: file for run in runs for path, file in run.files.items()}
        folders: set[str] = set()

        def keep(name: str, data: bytes) -> None:
            path = f"{FOLDER}/{name}"  # its name is that of its content
            made[path] = self._intact.get(path) or self._staged(folder, path, packed(data), folders)

        indexed = self._known.union(*[run.paths for run in runs])
        index = JoinedIndex(folder.staging, runs[0].language, keep)
        for fragment in self._add_pages(index, sorted(indexed), runs):
            made[fragment] = made.get(fragment) or self._intact[fragment]
        entry = json.loads(runs[0].entry)
        name = index.finish(runs[0].version, FIELDS)
        entry["languages"][runs[0].language] |= {"hash": name, "page_count": len(indexed)}
        content = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
        made[_ENTRY] = self._staged(folder, _ENTRY, content, folders)
        return made

    def close(self) -> None:
        """End Pagefind, if the build failed before its files were asked for."""
        if self._program and self._program.returncode is None:
            self._program.kill()
            self._program.communicate()

    def _add_pages(self, index: JoinedIndex, paths: Sequence[str], runs: Sequence[Run]) -> Iterator[str]:
        """Add all pages, and keep their words; the site path of the fragment of each."""
        numbers = {path: number for number, path in enumerate(paths)}
        for rows in self._store.rewrite(numbers, self._known, self._new_rows(runs)):
            for path, (_, row) in rows.items():
                page = PageWords._make(row)
                index.add(numbers[path], page)
                yield f"{FOLDER}/fragment/{page.fragment}.pf_fragment"

    def _new_rows(self, runs: Sequence[Run]) -> Callable[[Sequence[str]], dict[str, Any]]:
        """What gives the rows of pages that were indexed anew; it reads a run at a time, as pages are asked for."""
        left, words = iter(runs), dict[str, PageWords]()

        def rows_of(paths: Sequence[str]) -> dict[str, Any]:
            nonlocal words
            rows = {}
            for path in paths:
                while path not in words:
                    words = words_of(next(left))
                rows[path] = self._stamps[path], tuple(words[path])
            return rows

        return rows_of

    def _is_known(self, path: str, row: tuple[bytes, tuple[Any, ...]]) -> bool:
        """Whether the paper has been indexed as it is now, and its fragment is in its place."""
        stamp, (name, *_) = row
        fragment = self._intact.get(f"{FOLDER}/fragment/{name}.pf_fragment")
        return stamp == self._stamps.get(path) and fragment is not None

    def _tasks(self, site: str, folder: OutputFolder, entries: Sequence[Entry]) -> list[IndexTask]:
        """The batches; one without papers, where only some have gone, gives the files that do not depend on them."""
        config, bodies = self._searched.config, self._searched.bodies
        batches = [entries[start : start + _BATCH] for start in range(0, len(entries), _BATCH)] or [()]
        return [
            IndexTask(
                PagesOfPapers([(entry, bodies[entry.slug]) for entry in batch], site, config),
                config.language,
                os.path.join(folder.staging, f"searched-{os.getpid()}-{number}"),
                folder.tree,
                number == 0,
            )
            for number, batch in enumerate(batches)
        ]

    def _staged(self, folder: OutputFolder, path: str, content: bytes, folders: set[str]) -> BuiltFile:
        return BuiltFile(self._stamp, *stage(folder.tree, path, content, folders))


def _stamps(config: Config, entries: Sequence[Entry], bodies: Mapping[str, Body], signature: str) -> dict[str, bytes]:
    """What stands for each paper as it is indexed, by its path."""
    if not available(config):
        return {}
    from publist.outputs.machine.pagefind import indexer

    program = b"%d" % os.path.getsize(indexer())  # one on the search path is not part of the signature
    shared = digest(signature.encode(), program, repr((config.language, config.byline, config.highlight)).encode())
    return {entry.path: digest_all((shared, entry.digest, bodies[entry.slug].digest)) for entry in entries}

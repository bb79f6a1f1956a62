"""What tells one moment of a site from another."""

from __future__ import annotations

import os
from collections.abc import Mapping, Set
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from publist.build.output_folder import OutputFolder
from publist.build.staleness import BuiltFile
from publist.cache.file_signatures import Signature, signature_of
from publist.cache.shards import Shards
from publist.cache.store import Cache
from publist.content.content_folder import PAPERS, SOURCES
from publist.model.problems import Problem

_BY_HAND = 20
"""More edited papers than this are no edit by hand; to plan the whole list costs no more than they do."""


def state_of(site: str, cache: Cache, options: tuple[object, ...]) -> bytes:
    """Everything but the content that a build depends on, as one digest, without reading any of it.

    ``options`` is what the command says beside it.
    """
    from publist.theming.folders import folders

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


def _tree(folder: str) -> list[tuple[str, Signature]]:
    """The signature of every file below a folder."""
    rows = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            # Editors lock by links that lead nowhere.
            rows.append((path, signature_of(os.stat(path) if os.path.exists(path) else os.lstat(path))))
    return sorted(rows)


class Summary(NamedTuple):
    """What a build found and told: the signatures of the content, and what its report says of the whole site.

    A file that may change again without showing it has no signature.
    """

    found: dict[str, Signature | None]
    papers: int
    files: int
    foreign: tuple[str, ...]
    problems: tuple[Problem, ...]


class LastBuild:
    """What the last build into this folder left, each part read when it is asked for; ``summary`` None: no build.

    ``name`` begins the names of its stores in the cache.
    """

    def __init__(self, cache: Cache, output: str) -> None:
        self._cache = cache
        self.name = _store_of(cache, output)
        self._files = Shards(cache, self.name)
        self._differing: frozenset[str] | None = None
        self.summary = _summary(cache.load(self.name))
        self.state: bytes | None = cache.load(f"{self.name}-state") if self.summary else None

    @cached_property
    def made(self) -> dict[str, BuiltFile]:
        """Every file that it left."""
        return {path: BuiltFile._make(row) for path, row in self._files.load().items()} if self.summary else {}

    @property
    def sizes(self) -> dict[str, int]:
        """The size in bytes of every file that it left."""
        return {path: file.size for path, file in self.made.items()}

    @cached_property
    def places(self) -> Any:
        """Where its papers stood, as ``library_cache.packed`` gives it; None if nothing knows them."""
        return self._cache.load(f"{self.name}-places")

    def differing(self, folder: OutputFolder) -> frozenset[str]:
        """The files that were not as it left them when this was asked first."""
        if self._differing is None:
            look, made = folder.look, self.made.items()
            self._differing = frozenset([path for path, file in made if look(path) != (file.size, file.mtime)])
        return self._differing

    def follow(self, summary: Summary, fresh: Mapping[str, BuiltFile], files: Set[str], places: Any = None) -> None:
        """Keep what the build after it will leave: ``fresh`` files and others of its own, these ``files`` in all.

        The places of its papers are kept, too, where they are new.

        Until ``confirm`` there is no state, so that a crash leaves no false one: files are then looked at one by one.
        OSError if it cannot be written.
        """
        self._cache.save(f"{self.name}-state", b"")
        new = {path: tuple(file) for path, file in fresh.items()}
        if self.summary:
            self._files.change(new, self.made.keys() - files, len(files))
        else:  # whatever the cache has is of no build
            self._files.save(new, {})
        self._cache.save(self.name, (*summary[:-1], tuple(map(tuple, summary.problems))))
        if places is not None:
            self._cache.save(f"{self.name}-places", places)

    def confirm(self, state: bytes) -> None:
        """Keep that the build has left what it should. If that cannot be written, the next build looks at all again."""
        with suppress(OSError):
            self._cache.save(f"{self.name}-state", state)


def _summary(kept: Any) -> Summary | None:
    """The summary that the cache keeps as plain values."""
    if kept is None:
        return None
    summary = Summary._make(kept)
    return summary._replace(problems=tuple(Problem._make(problem) for problem in summary.problems))


def _store_of(cache: Cache, output: str) -> str:
    """The name under which the state of this output folder is kept; cache and output beside it may move together."""
    beside = os.path.dirname(os.path.realpath(cache.folder)) + os.sep
    place = os.path.realpath(output).removeprefix(beside).encode("utf-8", "surrogateescape")
    return f"output-{blake2b(place, digest_size=8).hexdigest()}"

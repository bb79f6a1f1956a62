"""Rendering artifacts into a staging tree, in batches that any ``concurrent.futures.Executor`` can take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import NamedTuple, TypeVar

from publist.artifact import Artifact
from publist.cache import Cache
from publist.config import Config
from publist.library import Entry
from publist.outfolder import stage
from publist.outputs.base import Context
from publist.outputs.listviews import entries_of, fragment
from publist.outputs.registry import RENDERERS
from publist.outputs.sitewide import SiteView
from publist.outputs.words import translations
from publist.staleness import Made
from publist.theme import Renderer, Theme

T = TypeVar("T")
_BATCH = 64
Stale = tuple[Artifact, bytes]


class Job(NamedTuple):
    """What a worker needs besides its batch; plain values, so that it can also travel to another machine.

    ``folder`` is the site's, ``tree`` the staging tree, ``cache`` the cache's: all must be reachable from there.
    """

    folder: str
    tree: str
    cache: str
    config: Config
    base_url: str
    theme: Theme
    site: SiteView
    digest: bytes


_contexts: dict[bytes, Context] = {}


def context_of(job: Job) -> Context:
    """The rendering context of a job, made once a process (a forked one inherits it)."""
    if job.digest not in _contexts:
        words = translations(job.config.language)
        renderer = Renderer(job.theme, job.site, words, Cache(job.cache))
        _contexts.clear()
        _contexts[job.digest] = Context(job.folder, job.config, job.base_url, renderer, {})
    return _contexts[job.digest]


def render_all(
    job: Job, stale: Sequence[Stale], executor: Executor | None, done: Callable[[int], None]
) -> dict[str, Made]:
    """Render every stale artifact into the staging tree. ``done`` is told how many more are finished.

    Lists come last: the list items that they share are rendered once, beside the papers.
    """
    context = context_of(job)
    if executor is None:
        made = {}
        for start in range(0, len(stale), _BATCH):
            batch = stale[start : start + _BATCH]
            made.update(_render_batch(job, batch))
            done(len(batch))
        return made
    lists = [item for item in stale if item[0].kind == "list"]
    others = [item for item in stale if item[0].kind != "list"]
    first = [executor.submit(_render_batch, job, batch) for batch in _batches(others)]
    items = [executor.submit(_fragments, job, batch) for batch in _batches(_shared_items(lists))]
    made = {}
    for future in first:
        made.update(future.result())
        done(len(made))
    for future_items in items:
        context.fragments.update(future_items.result())
    for future in [executor.submit(_render_batch, job, batch) for batch in _batches(lists)]:
        made.update(future.result())
    done(len(stale))
    return made


def _batches(items: Sequence[T]) -> list[Sequence[T]]:
    return [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]


def _shared_items(lists: Sequence[Stale]) -> list[tuple[Entry, str]]:
    """The list items that the lists need, each once, with the root of the page they stand on."""
    needed = {}
    for artifact, _ in lists:
        for entry, root in entries_of(artifact):
            needed[entry.digest, root] = (entry, root)
    return list(needed.values())


def _fragments(job: Job, items: Sequence[tuple[Entry, str]]) -> dict[tuple[bytes, str], str]:
    context = context_of(job)
    return {(entry.digest, root): fragment(entry, root, context) for entry, root in items}


def _render_batch(job: Job, batch: Sequence[Stale]) -> dict[str, Made]:
    context = context_of(job)
    made = {}
    for artifact, fingerprint in batch:
        content = RENDERERS[artifact.kind](artifact.inputs, context)
        size, mtime = stage(job.tree, artifact.path, content)
        made[artifact.path] = Made(fingerprint, size, mtime)
    return made

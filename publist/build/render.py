"""Rendering artifacts into a staging tree, in batches that any ``concurrent.futures.Executor`` can take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from publist.build.output_folder import stage
from publist.build.render_context import SharedInputs
from publist.build.staleness import BuiltFile
from publist.cache.store import Cache
from publist.model.artifact import Artifact
from publist.outputs.base import Context
from publist.outputs.registry import RENDERERS
from publist.outputs.translations import translations
from publist.text.markdown import remembered
from publist.theming.theme import Renderer

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
_BATCH = 64
_MARKDOWN = "markdown"
Stale = tuple[Artifact, bytes]


class Job(NamedTuple):
    """What a worker needs besides its batch; plain values, so that it can also travel to another machine.

    ``folder`` is the site's, ``tree`` the staging tree, ``cache`` the cache's: all must be reachable from there.
    """

    folder: str
    tree: str
    cache: str
    scene: SharedInputs


_contexts: dict[tuple[str, bytes], Context] = {}


def context_of(job: Job) -> Context:
    """The rendering context of a job, made once a process (a forked one inherits it)."""
    key = (job.folder, job.scene.digest)
    if key not in _contexts:
        config = job.scene.config
        words = translations(config.language)
        renderer = Renderer(job.scene.theme, job.scene.site, words, Cache(job.cache))
        _contexts.clear()
        _contexts[key] = Context(job.folder, config, config.base_url, renderer, {}, {}, {})
    return _contexts[key]


@contextmanager
def cached_markdown(cache: Cache, papers: int) -> Iterator[None]:
    """Take over what earlier builds converted, and leave what this one did. Texts long gone are dropped at times."""
    remembered.clear()
    remembered.update(cache.load(_MARKDOWN) or {})
    before = set(remembered)
    yield
    if len(remembered) > 3 * papers + 100:
        for key in before:
            del remembered[key]
    if remembered.keys() != before:
        cache.save(_MARKDOWN, remembered)


def render_all(
    job: Job, stale: Sequence[Stale], executor: Executor | None, done: Callable[[int], None]
) -> dict[str, BuiltFile]:
    """Render every stale artifact into the staging tree. ``done`` is told how many are finished."""
    context_of(job)
    made: dict[str, BuiltFile] = {}
    for rendered in _rendered(job, stale, executor):
        made.update(rendered.made)
        remembered.update(rendered.converted)
        done(len(made))
    return made


def _rendered(job: Job, stale: Sequence[Stale], executor: Executor | None) -> Iterator[_Done]:
    if executor is None:
        yield from (_render_batch(job, batch) for batch in _batches(stale))
        return
    # In the order of their files papers lie together in memory: so a process copies less of what it shares.
    ordered = sorted(stale, key=lambda item: item[0].origin)
    for future in [executor.submit(_render_batch, job, batch) for batch in _batches(ordered)]:
        yield future.result()


def _batches(items: Sequence[T]) -> list[Sequence[T]]:
    """Batches so large that they cost little, and so small that all processes end at about the same time."""
    size = max(_BATCH // 4, min(_BATCH * 8, len(items) // 16))
    return [items[start : start + size] for start in range(0, len(items), size)]


class _Done(NamedTuple):
    """What a batch gave: its files, and Markdown that need not be converted again."""

    made: dict[str, BuiltFile]
    converted: dict[bytes, str]


def _render_batch(job: Job, batch: Sequence[Stale]) -> _Done:
    context = context_of(job)
    known = set(remembered)
    made = {}
    for artifact, fingerprint in batch:
        content = RENDERERS[artifact.kind](artifact.inputs, context)
        size, mtime = stage(job.tree, artifact.path, content)
        made[artifact.path] = BuiltFile(fingerprint, size, mtime)
    return _Done(made, {key: remembered[key] for key in remembered.keys() - known})

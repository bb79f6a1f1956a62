"""Rendering artifacts into a staging tree, in batches that any ``concurrent.futures.Executor`` can take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from publist.build.output_folder import stage
from publist.build.render_context import SharedInputs
from publist.build.staleness import BuiltFile
from publist.cache.store import Cache
from publist.library.library import Entry
from publist.model.artifact import Artifact
from publist.outputs.base import Context
from publist.outputs.pages.list_views import fragment, listed, shared_root
from publist.outputs.registry import RENDERERS
from publist.outputs.translations import translations
from publist.text.markdown import Html, remembered
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
    """Render every stale artifact into the staging tree. ``done`` is told how many more are finished.

    Lists come last: the list items that they share are rendered once, beside the papers.
    """
    context = context_of(job)
    if executor is None:
        made = {}
        for start in range(0, len(stale), _BATCH):
            batch = stale[start : start + _BATCH]
            made.update(_render_batch(job, batch, {}).made)
            done(len(batch))
        return made
    lists = [item for item in stale if item[0].kind == "list"]
    # In the order of their files papers lie together in memory: so a process copies less of what it shares.
    others = sorted([item for item in stale if item[0].kind != "list"], key=lambda item: item[0].origin)
    needed = _shared_items(lists, context)
    made = {}
    for future in [executor.submit(_render_batch, job, batch, _wanted(batch, needed)) for batch in _batches(others)]:
        some = future.result()
        made.update(some.made)
        context.items.update(_items(some.fragments))
        remembered.update(some.converted)
        done(len(made))
    missing = [
        (entry, root)
        for root, entries in needed.items()
        for digest, entry in entries.items()
        if (digest, root) not in context.items
    ]
    for rest in [executor.submit(_fragments, job, batch) for batch in _batches(missing)]:
        context.items.update(_items(rest.result()))
    for future in [executor.submit(_render_batch, job, batch, {}) for batch in _batches(lists)]:
        made.update(future.result().made)
    done(len(stale))
    return made


def _batches(items: Sequence[T]) -> list[Sequence[T]]:
    """Batches so large that they cost little, and so small that all processes end at about the same time."""
    size = max(_BATCH // 4, min(_BATCH * 8, len(items) // 16))
    return [items[start : start + size] for start in range(0, len(items), size)]


Key = tuple[bytes, str]
"""A list item: the paper's digest, and the root with which it is rendered."""


Listed = dict[str, dict[bytes, Entry]]
"""The papers that list pages show, by the root with which their items are rendered and the paper's digest."""


def _shared_items(lists: Sequence[Stale], context: Context) -> Listed:
    """The list items that the lists need, each once."""
    needed: Listed = {}
    for artifact, _ in lists:
        root, entries = listed(artifact)
        needed.setdefault(shared_root(root, context), {}).update({entry.digest: entry for entry in entries})
    return needed


def _wanted(batch: Sequence[Stale], needed: Listed) -> dict[bytes, tuple[str, ...]]:
    """For the papers of a batch: the roots with which their list items are needed."""
    papers = [artifact.inputs[0].digest for artifact, _ in batch if artifact.kind == "paper"]
    return {digest: tuple([root for root, entries in needed.items() if digest in entries]) for digest in papers}


def _fragments(job: Job, items: Sequence[tuple[Entry, str]]) -> dict[Key, str]:
    context = context_of(job)
    return {(entry.digest, root): str(fragment(entry, root, context)) for entry, root in items}


def _items(fragments: dict[Key, str]) -> Iterator[tuple[Key, Html]]:
    """What a worker rendered, as templates take it: between processes travels plain text, which is quicker."""
    return ((key, Html(text)) for key, text in fragments.items())


class _Done(NamedTuple):
    """What a batch gave: its files, list items that others need, and Markdown that need not be converted again."""

    made: dict[str, BuiltFile]
    fragments: dict[Key, str]
    converted: dict[bytes, str]


def _render_batch(job: Job, batch: Sequence[Stale], wanted: Mapping[bytes, tuple[str, ...]]) -> _Done:
    """Render a batch; also the list items of its papers for pages at the ``wanted`` roots, as they share the work."""
    context = context_of(job)
    known = set(remembered)
    made, fragments = {}, {}
    for artifact, fingerprint in batch:
        content = RENDERERS[artifact.kind](artifact.inputs, context)
        size, mtime = stage(job.tree, artifact.path, content)
        made[artifact.path] = BuiltFile(fingerprint, size, mtime)
        if artifact.kind == "paper":
            entry = artifact.inputs[0]
            for root in wanted.get(entry.digest, ()):
                fragments[entry.digest, root] = str(fragment(entry, root, context))
    return _Done(made, fragments, {key: remembered[key] for key in remembered.keys() - known})

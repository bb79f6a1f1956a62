"""Batches that are rendered on machines which share nothing with this one but the package: inputs go, bytes come back.

Only files that are made of values alone can go: what reads other files of the site, or joins texts that this machine
has anyway, is rendered here.
"""

from __future__ import annotations

import io
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import lru_cache
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, NamedTuple

from publist.build.output_folder import stage
from publist.build.render import Job, Rendered, Stale, new_context
from publist.build.staleness import BuiltFile
from publist.content.loading import Body, body_text
from publist.model.artifact import Artifact
from publist.model.problems import Problem, PublistError
from publist.outputs.base import Context
from publist.outputs.registry import RENDERERS

_KINDS = ("paper", "list", "list-entries", "linkset")
"""The kinds of files that go: most of a site, and of each page all that it is made of is in its inputs."""
_BATCH = 250
_ITEMS = 20_000
"""So many list items a worker keeps for the next lists, about 20 MB."""
_rendering = Lock()


class Answer(NamedTuple):
    """The files of a batch with their bytes, and what rendering them had to say."""

    files: list[tuple[str, bytes]]
    told: list[Problem]


def goes_far(artifact: Artifact, job: Job) -> bool:
    """Whether the file can be rendered elsewhere; pages that show references in CSL need those that are kept here."""
    if artifact.kind == "export":  # joins of many papers are made of texts that are kept here
        return len(artifact.inputs[1]) == 1
    return artifact.kind in _KINDS and not (job.scene.styles and artifact.kind == "paper")


def render_far(
    job: Job, stale: Sequence[Stale], executor: Executor, done: Callable[[int], None], *, ahead: int, patience: float
) -> Rendered:
    """Render files on an executor's workers and stage them here, ``ahead`` batches at a time.

    A batch whose worker died, or for which there is none for ``patience`` seconds, is rendered here. PublistError if a
    template fails.
    """
    scene = pickle.dumps(_travelling(job), pickle.HIGHEST_PROTOCOL)
    whole = Rendered({}, [])
    folders: set[str] = set()
    for batch, answer in _answers(scene, job, stale, executor, ahead=ahead, patience=patience):
        known = {artifact.path: (artifact, fingerprint) for artifact, fingerprint in batch}
        for path, content in answer.files:
            artifact, fingerprint = known[path]
            whole.made[path] = BuiltFile(fingerprint, *stage(job.tree, path, content, folders), artifact.local)
        whole.told.extend(problem for problem in answer.told if problem not in whole.told)
        done(len(whole.made))
    return whole


def _answers(
    scene: bytes, job: Job, stale: Sequence[Stale], executor: Executor, *, ahead: int, patience: float
) -> Iterator[tuple[Sequence[Stale], Answer]]:
    """The answers in turn; only so many batches are packed at a time, since all would be gigabytes."""
    waiting: deque[tuple[Sequence[Stale], bytes, Future[Answer]]] = deque()
    for start in range(0, len(stale), _BATCH):  # as planned: papers next in time are related to the same ones
        batch = stale[start : start + _BATCH]
        packed = _packed([artifact for artifact, _ in batch], job.folder)
        waiting.append((batch, packed, executor.submit(rendered_batch, scene, packed)))
        if len(waiting) >= ahead:
            yield _settled(scene, *waiting.popleft(), patience=patience)
    while waiting:
        yield _settled(scene, *waiting.popleft(), patience=patience)


def _settled(
    scene: bytes, batch: Sequence[Stale], packed: bytes, future: Future[Answer], *, patience: float
) -> tuple[Sequence[Stale], Answer]:
    try:
        return batch, future.result(patience)
    except PublistError:  # a template's fault, which it would have here, too
        raise
    except Exception:  # whatever happened there, to a worker or on the way
        future.cancel()
        return batch, rendered_batch(scene, packed)


def rendered_batch(scene: bytes, packed: bytes) -> Answer:
    """Render a batch: what a worker does. One at a time, also where it has several threads."""
    with _rendering:
        context = _context(scene)
        context.told.clear()
        if len(context.items) > _ITEMS:
            context.items.clear()
        artifacts: list[Artifact] = pickle.loads(packed)  # noqa: S301 (from the build that this worker serves)
        files = [(artifact.path, RENDERERS[artifact.kind](artifact.inputs, context)) for artifact in artifacts]
        return Answer(files, list(context.told))


@lru_cache(maxsize=1)
def _context(scene: bytes) -> Context:
    with TemporaryDirectory() as cache:  # compiled templates stay in memory
        job: Job = pickle.loads(scene)  # noqa: S301 (the same)
        return new_context(job._replace(cache=cache))


def _travelling(job: Job) -> Job:
    """The job without what is of this machine, or in no page: folders, the files of the theme."""
    scene = job.scene._replace(theme=job.scene.theme._replace(assets={}))
    return Job("", "", "", scene)


def _packed(artifacts: list[Artifact], folder: str) -> bytes:
    """Artifacts as bytes, with the abstracts that stand in files of the site."""
    target = io.BytesIO()
    pickler = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)

    def whole(body: Body) -> Any:
        return Body, (body.path, body.digest, body_text(folder, body))

    pickler.dispatch_table = {Body: whole}
    pickler.dump(artifacts)
    return target.getvalue()

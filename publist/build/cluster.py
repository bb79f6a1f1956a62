"""The workers of a Dask cluster as an executor of Python's own kind (the extra ``cluster``), and a build with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, NamedTuple

from publist.build.far_batches import goes_far, render_far
from publist.build.kept_items import KeptItems
from publist.build.render import Job, Rendered, Stale, render_all
from publist.cache.code_signature import code_signature
from publist.model.problems import PublistError, error

_ANSWER = 20
"""So many seconds a scheduler has to answer, and to have a worker."""
_AHEAD = 3
"""So many batches are on their way to each worker, so that none waits for this machine."""


_FEW = 500
"""Fewer files than this are rendered before a cluster is asked."""
_PATIENCE = 60
"""A batch that has no answer in so many seconds is rendered here as well."""


def render_with(
    address: str,
    job: Job,
    stale: Sequence[Stale],
    kept: KeptItems,
    executor: Executor | None,
    done: Callable[[int], None],
) -> Rendered:
    """Render here what must be rendered here, and the rest on the workers of the scheduler at an address.

    What is here comes first: a process that has a client's threads must not fork.
    """
    far = [item for item in stale if goes_far(item[0], job)]
    if len(far) < _FEW:
        return render_all(job, stale, kept, executor, done)
    near = render_all(job, [item for item in stale if not goes_far(item[0], job)], kept, executor, done)
    with workers(address) as found:
        whole = render_far(
            job,
            far,
            found.executor,
            lambda count: done(len(near.made) + count),
            ahead=found.ahead,
            patience=_PATIENCE,
        )
    return Rendered(near.made | whole.made, [*dict.fromkeys((*near.told, *whole.told))])


class Workers(NamedTuple):
    """The executor, and how many batches keep its workers busy."""

    executor: Executor
    ahead: int


@contextmanager
def workers(address: str) -> Iterator[Workers]:
    """The workers of the scheduler at an address.

    PublistError if nobody answers, there is no worker, or one has another release of publist: its bytes may differ.
    """
    try:
        from distributed import Client
    except ImportError as missing:
        hint = 'Install it: pip install "publist[cluster]"'
        raise PublistError([error(address, 0, 0, "a cluster needs dask.distributed", hint)]) from missing
    try:
        client = Client(address, timeout=_ANSWER)
    except (OSError, ValueError) as problem:
        hint = "Start one with dask scheduler, and dask worker ADDRESS on each machine."
        raise PublistError([error(address, 0, 0, "no Dask scheduler answers there", hint)]) from problem
    with client:
        count = _same_everywhere(client, address)
        with client.get_executor() as executor:
            yield Workers(executor, _AHEAD * count)


def _same_everywhere(client: Any, address: str) -> int:
    """The number of workers, once it is known that all have this release."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER)
    except TimeoutError as problem:
        hint = f"Start them: dask worker {address} --nthreads 1"
        raise PublistError([error(address, 0, 0, "the Dask scheduler has no worker", hint)]) from problem
    signatures = client.run(code_signature)
    others = [worker for worker, signature in signatures.items() if signature != code_signature()]
    if others:
        hint = "Install the same release of publist and Python there as here."
        raise PublistError([error(address, 0, 0, f"the worker {others[0]} has another publist or Python", hint)])
    return len(signatures)

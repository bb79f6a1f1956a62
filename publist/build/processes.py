"""How many processes a build is worth, and of which kind the system has them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

_FORKED_FROM = 150
"""Fewer files than this are built faster than processes are forked."""
_SPAWNED_FROM = 600
"""The same where processes must be started anew, as on Windows: each loads Python and publist first."""
_MOST_SPAWNED = 61
"""Windows waits for no more at a time (WaitForMultipleObjects)."""


@contextmanager
def processes(jobs: int, work: int) -> Iterator[Executor | None]:
    """Processes (0: one a processor), where there is more than one processor and enough files to work on.

    They share the memory of this one where the system can fork, elsewhere they are spawned, and get what they need
    with each batch. They have ended when the block has.
    """
    jobs = jobs or _processors()
    if jobs == 1 or work < (_FORKED_FROM if hasattr(os, "fork") else _SPAWNED_FROM):
        yield None
    elif hasattr(os, "fork"):
        from publist.build.parallel import ForkExecutor

        yield ForkExecutor(jobs)
    else:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(min(jobs, _MOST_SPAWNED), get_context("spawn")) as executor:
            yield executor


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

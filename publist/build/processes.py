"""How many processes a build is worth."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

_PARALLEL_FROM = 150
"""Fewer files than this are built faster than processes are started."""


def processes(jobs: int, work: int) -> Executor | None:
    """Processes (0: one a processor), where there is more than one processor and enough files to work on."""
    jobs = jobs or _processors()
    if work < _PARALLEL_FROM or jobs == 1 or not hasattr(os, "fork"):
        return None
    from publist.build.parallel import ForkExecutor

    return ForkExecutor(jobs)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

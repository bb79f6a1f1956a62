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
    if work < _PARALLEL_FROM or not may_fork(jobs):
        return None
    from publist.build.parallel import ForkExecutor

    return ForkExecutor(jobs or _processors())


def may_fork(jobs: int) -> bool:
    """Whether so many processes (0: one a processor) are more than this one."""
    return (jobs or _processors()) > 1 and hasattr(os, "fork")


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

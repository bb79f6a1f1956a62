"""One build or import of a site at a time."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from publist.cache.store import Cache
from publist.model.problems import PublistError, error

_BUSY = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK))
"""What systems say of a file that another process has locked."""


@contextmanager
def locked(cache: Cache, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Keep two builds or imports of one site apart: the second calls ``waiting`` and waits for the first.

    The lock is the system's own, so it goes with the process that has it, however that ends. On systems that
    know no locks nobody waits. PublistError if something else stands where the file of the lock must be.
    """
    path = os.path.join(cache.folder, "lock")
    os.makedirs(cache.folder, exist_ok=True)
    if os.path.lexists(path) and not os.path.isfile(path):
        hint = "Delete it: the folder holds nothing that publist cannot make again."
        raise PublistError([error(path, 0, 0, "this is not a file", hint)])
    with open(path, "wb") as lock:
        if not _taken(lock.fileno(), wait=False):
            waiting()
            while not _taken(lock.fileno(), wait=True):
                pass
        yield


def _taken(descriptor: int, *, wait: bool) -> bool:
    """Whether the lock is ours now (or cannot be anybody's). With ``wait`` a system may still give up after a while."""
    try:
        _lock(descriptor, wait=wait)
    except OSError as problem:
        return problem.errno not in _BUSY
    return True


def _lock(descriptor: int, *, wait: bool) -> None:
    """Lock the file as the system does: flock(2), on Windows LockFile. OSError if another process has it."""
    with suppress(ImportError):
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    with suppress(ImportError):  # mypy knows msvcrt on Windows only
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

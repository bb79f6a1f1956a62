"""An executor that forks: tasks see this process's memory, only the results of the others travel.

It keeps to ``concurrent.futures.Executor``, so that any other executor (of processes, or of many machines)
can take its place with the same batches.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from itertools import islice
from typing import Any, BinaryIO, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Task = tuple[Future[Any], Callable[[], Any]]
_TICKET = struct.Struct("=H")
_LIFE = 24
"""So many tasks a forked process does: then a new one takes its place, which shares all of this one's memory again.

Whatever is looked at is copied, for its count of references; so two processes over 94,000 papers took 2.2 GB.
"""


class _Forked(Future[T]):
    """A future whose result starts the work: by then all tasks are known and one fork serves them all."""

    def __init__(self, executor: ForkExecutor) -> None:
        super().__init__()
        self._executor = executor

    def result(self, timeout: float | None = None) -> T:
        self._executor.run()
        return super().result(timeout)


class ForkExecutor(Executor):
    """Runs tasks in ``jobs`` processes, this one among them, which draw them one by one until none is left."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._tasks: list[Task] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Take a task; it is begun when the first result is asked for."""
        if len(self._tasks) >= 30_000:  # the tickets must fit into a pipe, which holds 64 KiB
            raise ValueError("too many tasks for one executor: make larger batches")
        future: Future[T] = _Forked(self)
        self._tasks.append((future, lambda: fn(*args, **kwargs)))
        return future

    def run(self) -> None:
        """Do all tasks that were submitted since the last run."""
        tasks, self._tasks = self._tasks, []
        if not tasks:
            return
        tickets = _tickets(len(tasks))
        others = [_Other(tasks, tickets) for _ in range(min(self._jobs, len(tasks)) - 1)]
        try:
            for number in _drawn(tickets):
                _settle(tasks[number][0], *_outcome(tasks[number][1]))
                for place, other in enumerate(others):
                    if other.has_served():
                        _settle_all(tasks, other)
                        others[place] = _Other(tasks, tickets)
            for other in others:
                _settle_all(tasks, other)
        finally:
            os.close(tickets)
            for other in others:
                other.end()
        for future, _ in tasks:
            if not future.done():
                future.set_exception(BrokenExecutor("a worker process died"))


class _Other:
    """A forked process at work. Its answers go to a file in memory, where it need not wait for a reader."""

    def __init__(self, tasks: list[Task], tickets: int) -> None:
        self._file = _nameless_file()
        self._pid = os.fork()
        if not self._pid:
            status = 1
            try:
                for number in islice(_drawn(tickets), _LIFE):
                    answer = (number, *_outcome(tasks[number][1]))
                    pickle.dump(answer, self._file, pickle.HIGHEST_PROTOCOL)
                self._file.flush()
                status = 0
            finally:
                os._exit(status)  # the parent's buffers and exit handlers are not ours to run

    def has_served(self) -> bool:
        """Whether the process has ended as it should; one that died is not replaced, since the next would die, too."""
        ended, status = os.waitpid(self._pid, os.WNOHANG) if self._pid else (0, 0)
        self._pid = 0 if ended else self._pid
        return bool(ended) and not status

    def answers(self) -> Iterator[tuple[int, bool, Any]]:
        """Number, whether it went well, and result or exception of each task, when the process has ended."""
        if self._pid:
            os.waitpid(self._pid, 0)
            self._pid = 0
        self._file.seek(0)
        with suppress(EOFError, pickle.UnpicklingError):  # the end; of a process that was killed, in the middle
            while True:
                yield pickle.load(self._file)  # noqa: S301 (from our own fork)

    def end(self) -> None:
        """Leave nothing behind."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self._file.close()


def _nameless_file() -> BinaryIO:
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("publist"), "w+b")
    from tempfile import TemporaryFile

    return TemporaryFile()


def _tickets(count: int) -> int:
    """A pipe from which processes draw the numbers of the tasks."""
    tickets, source = os.pipe()
    os.write(source, b"".join(_TICKET.pack(number) for number in range(count)))
    os.close(source)
    return tickets


def _drawn(tickets: int) -> Iterator[int]:
    """The numbers that this process draws."""
    while ticket := os.read(tickets, _TICKET.size):
        yield _TICKET.unpack(ticket)[0]


def _outcome(task: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, task()
    except Exception as problem:
        return False, problem


def _settle_all(tasks: list[Task], other: _Other) -> None:
    """Give the answers of a process to those who wait for them, and leave nothing of it behind."""
    for number, good, value in other.answers():
        _settle(tasks[number][0], good, value)
    other.end()


def _settle(future: Future[Any], good: bool, value: Any) -> None:
    if good:
        future.set_result(value)
    else:
        future.set_exception(value)

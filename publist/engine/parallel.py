"""An executor that forks: tasks see this process's memory, only their results travel.

It keeps to ``concurrent.futures.Executor``, so that any other executor (of processes, or of many machines)
can take its place with the same batches.
"""

from __future__ import annotations

import os
import pickle
import selectors
import struct
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_TICKET = struct.Struct("=H")
_LENGTH = struct.Struct("=Q")


class _Forked(Future[T]):
    """A future whose result starts the work: by then all tasks are known and one fork serves them all."""

    def __init__(self, executor: ForkExecutor) -> None:
        super().__init__()
        self._executor = executor

    def result(self, timeout: float | None = None) -> T:
        self._executor.run()
        return super().result(timeout)


class ForkExecutor(Executor):
    """Runs tasks in ``jobs`` forked processes, which draw them one by one until none is left."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._tasks: list[tuple[Future[Any], Callable[[], Any]]] = []

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
        tickets, source = os.pipe()
        os.write(source, b"".join(_TICKET.pack(number) for number in range(len(tasks))))
        os.close(source)
        workers = [_start_worker(tasks, tickets) for _ in range(min(self._jobs, len(tasks)))]
        os.close(tickets)
        _collect(tasks, [pipe for _, pipe in workers])
        for pid, _ in workers:
            os.waitpid(pid, 0)
        for future, _ in tasks:
            if not future.done():
                future.set_exception(BrokenExecutor("a worker process died"))


def _start_worker(tasks: list[tuple[Future[Any], Callable[[], Any]]], tickets: int) -> tuple[int, int]:
    """The child's process id and the pipe on which its results come."""
    results, sink = os.pipe()
    pid = os.fork()
    if pid:
        os.close(sink)
        return pid, results
    status = 1
    try:
        os.close(results)
        with os.fdopen(sink, "wb") as out:
            while ticket := os.read(tickets, _TICKET.size):
                number = _TICKET.unpack(ticket)[0]
                answer = pickle.dumps((number, *_outcome(tasks[number][1])), pickle.HIGHEST_PROTOCOL)
                out.write(_LENGTH.pack(len(answer)) + answer)
        status = 0
    finally:
        os._exit(status)  # the parent's buffers and exit handlers are not ours to run


def _outcome(task: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, task()
    except Exception as problem:
        return False, problem


def _collect(tasks: list[tuple[Future[Any], Callable[[], Any]]], pipes: list[int]) -> None:
    """Read every answer until all pipes are closed."""
    with selectors.DefaultSelector() as selector:
        for pipe in pipes:
            selector.register(pipe, selectors.EVENT_READ, bytearray())
        while selector.get_map():
            for key, _ in selector.select():
                chunk = os.read(key.fd, 1 << 20)
                if chunk:
                    key.data.extend(chunk)
                    _take_answers(tasks, key.data)
                else:
                    selector.unregister(key.fd)
                    os.close(key.fd)


def _take_answers(tasks: list[tuple[Future[Any], Callable[[], Any]]], buffer: bytearray) -> None:
    """Set the futures whose whole answer is in the buffer, and take these answers out of it."""
    while len(buffer) >= _LENGTH.size:
        end = _LENGTH.size + _LENGTH.unpack_from(buffer)[0]
        if len(buffer) < end:
            return
        number, good, value = pickle.loads(memoryview(buffer)[_LENGTH.size : end])  # noqa: S301 (from our own fork)
        del buffer[:end]
        future = tasks[number][0]
        future.set_result(value) if good else future.set_exception(value)

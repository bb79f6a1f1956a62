"""A question that another process answers while this one goes on."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any


class Aside:
    """Asks ``ask`` in a forked process, where ``forked`` says so, else when the answer is wanted.

    ``ask`` gives plain values and may be asked twice: whatever goes wrong in the other process, this one asks itself.
    """

    def __init__(self, ask: Callable[[], Any], *, forked: bool) -> None:
        self.forked = forked
        self._ask = ask
        self._answer: Any = None
        self._known = False
        self._child, self._pipe = _asked_in_child(ask) if forked else (0, -1)

    def __call__(self) -> Any:
        """The answer."""
        if not self._known:
            self._answer, self._known = self._told(), True
        return self._answer

    def _told(self) -> Any:
        if not self._child:
            return self._ask()
        with os.fdopen(self._pipe, "rb") as pipe:
            said = pipe.read()
        os.waitpid(self._child, 0)
        self._child = 0
        with suppress(EOFError, ValueError, TypeError):
            return marshal.loads(said)  # noqa: S302 (from our own fork)
        return self._ask()

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no process behind if nobody wanted the answer."""
        if self._child:
            os.close(self._pipe)
            os.waitpid(self._child, 0)
            self._child = 0


def _asked_in_child(ask: Callable[[], Any]) -> tuple[int, int]:
    """The process that asks, and the pipe on which its answer comes."""
    pipe, sink = os.pipe()
    child = os.fork()
    if child:
        os.close(sink)
        return child, pipe
    try:
        os.close(pipe)
        with os.fdopen(sink, "wb") as out:
            marshal.dump(ask(), out)
    finally:
        os._exit(0)  # the parent's buffers and exit handlers are not ours to run

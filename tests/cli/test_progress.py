"""On a terminal the line of progress is gone before anything else is printed."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

import pytest

from publist.cli import main
from publist.model.problems import warning


class Terminal(io.StringIO):
    """What both streams print, in order."""

    def isatty(self) -> bool:
        """It is watched."""
        return True


@contextmanager
def watched() -> Iterator[tuple[main._Voice, Terminal]]:
    """The voice of a command on a terminal, in front of which somebody has waited long enough to be shown progress."""
    with redirect_stdout(Terminal()) as shown, redirect_stderr(shown), pytest.MonkeyPatch.context() as patched:
        patched.setattr(time, "perf_counter", iter(range(99)).__next__)
        yield main._Voice(quiet=False), shown


def test_each_step_takes_the_place_of_the_last() -> None:
    """With a total, without one, and nothing at the end of it."""
    with watched() as (say, terminal):
        say.progress("rendering", 9, 10)
        say.progress("asking arXiv: request", 1, 0)
        say.progress("rendering", 10, 10)
    assert terminal.getvalue() == "rendering 9 of 10\r\x1b[Kasking arXiv: request 1\r\x1b[K"


def test_results_stand_on_lines_of_their_own() -> None:
    """A result, a remark and a problem each take the progress away first, once."""
    with watched() as (say, terminal):
        say.progress("reading", 0, 10)
        say("done")
        say.progress("reading", 0, 10)
        say.remark("well")
        say.progress("reading", 0, 10)
        say.problems([warning("a.md", 1, 1, "odd")])
        say("end")
    gone = "reading 0 of 10\r\x1b[K"
    assert terminal.getvalue() == f"{gone}done\n{gone}well\n{gone}a.md:1:1: warning: odd\nend\n"

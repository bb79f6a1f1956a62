"""Processes that share this one's memory do the same as this one alone, and nothing waits for one that died."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor

import pytest

from publist.build import parallel
from publist.build.parallel import ForkExecutor

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(autouse=True)
def _none_stays(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every process that the test forks has ended after it and has been waited for."""
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", noted)
    yield
    for child in made:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def _squared(number: int) -> int:
    if number == 13:
        raise ValueError(f"no {number} here")
    return number * number


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_each_task_has_its_own_answer(jobs: int) -> None:
    """Results and exceptions come back in the order of the tasks, run after run."""
    executor = ForkExecutor(jobs)
    for start in (0, 100):
        futures = [executor.submit(_squared, number) for number in range(start, start + 60)]
        for number, future in enumerate(futures, start):
            if number == 13:
                with pytest.raises(ValueError, match="no 13 here"):
                    future.result()
            else:
                assert future.result() == number * number


def test_large_answers_need_nobody_who_reads_along() -> None:
    """Megabytes from each process, more than a pipe holds."""
    executor = ForkExecutor(3)
    futures = [executor.submit(bytes, 1_000_000 + number) for number in range(40)]
    assert [len(future.result()) for future in futures] == [1_000_000 + number for number in range(40)]


def test_a_process_that_dies_leaves_an_error_and_no_child() -> None:
    """Killed in the middle of a task, as by a machine without memory left."""
    here = os.getpid()

    def die(number: int) -> int:
        while os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    executor = ForkExecutor(2)
    futures = [executor.submit(die, number) for number in range(2000)]
    executor.run()
    broken = [future.exception() for future in futures if future.exception()]
    assert len(broken) <= 1  # this process may have done all before the other drew a task
    assert all(isinstance(problem, BrokenExecutor) for problem in broken)
    assert [future.result() for future in futures if not future.exception()]


def test_a_process_that_has_served_is_followed_by_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """So no process copies all that it shares; answers and failures of all of them come back in order."""
    monkeypatch.setattr(parallel, "_LIFE", 3)
    here = os.getpid()

    def who() -> int:
        if os.getpid() == here:
            time.sleep(0.002)
        return os.getpid()

    executor = ForkExecutor(3)
    futures = [executor.submit(who) for _ in range(300)]
    did = Counter(future.result() for future in futures)
    assert len(did) > 4
    assert all(count <= 3 for process, count in did.items() if process != here)

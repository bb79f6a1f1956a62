"""Rendering on a cluster gives the bytes of one machine, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from publist.build import cluster
from publist.build.builder import build
from publist.build.cluster import Workers
from publist.build.run import Options
from publist.model.problems import PublistError
from tests.conftest import ROOT, Site

installed = pytest.mark.skipif(find_spec("distributed") is None, reason="publist[cluster] is not installed")
_PAPERS = 130


@pytest.fixture
def wide(site: Site) -> Site:
    """A site with files enough for a cluster."""
    files = {
        f"content/papers/p{number}.md": f"---\ntitle: Work {number}\nauthors: [Ann Lee {number // 3}, Bo Yi]\n"
        f"date: {1990 + number % 30}\ntopics: [T{number % 7}]\nvenue: A Journal\n---\nIt says **{number}** $x^2$.\n"
        for number in range(_PAPERS)
    }
    site.write({"content/site.yaml": "title: A\nbase_url: https://a.example.org/\nsearch: false\n", **files})
    return site


def _options(site: Site, address: str = "") -> Options:
    return Options(str(site.folder), str(site.output), jobs=1, clean=True, cluster=address)


def _given(monkeypatch: pytest.MonkeyPatch, executor: Executor) -> None:
    """Let builds have this executor for a cluster."""

    @contextmanager
    def found(address: str) -> Iterator[Workers]:
        del address
        yield Workers(executor, 2)

    monkeypatch.setattr(cluster, "workers", found)


class _Broken(Executor):
    """An executor without workers: what it takes has no answer, or fails."""

    def __init__(self, problem: Exception | None) -> None:
        self._problem = problem
        self.taken = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Take a task and do nothing."""
        del fn, args, kwargs
        self.taken += 1
        future: Future[Any] = Future()
        if self._problem:
            future.set_exception(self._problem)
        return future


@pytest.mark.parametrize("problem", [None, BrokenExecutor("gone"), OSError("no connection")], ids=repr)
def test_what_no_worker_renders_is_rendered_here(
    wide: Site, monkeypatch: pytest.MonkeyPatch, problem: Exception | None
) -> None:
    """Batches without an answer, and those whose worker died, are made up for."""
    build(_options(wide))
    alone = wide.snapshot()
    executor = _Broken(problem)
    _given(monkeypatch, executor)
    monkeypatch.setattr(cluster, "_PATIENCE", 0.01)
    build(_options(wide, "anywhere"))
    assert executor.taken > 2
    assert wide.snapshot() == alone


def test_a_worker_needs_nothing_but_the_package(wide: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are started anew, in an empty folder, without the site: the same bytes come back."""
    build(_options(wide))
    alone = wide.snapshot()
    empty = wide.folder / "empty"
    empty.mkdir()
    hidden = wide.folder / "content"
    seen: list[int] = []

    class Hiding(ProcessPoolExecutor):
        """The papers' files are away while a batch is rendered."""

        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            """Wait for the result with the content out of sight."""
            hidden.rename(empty / "content")
            future = super().submit(fn, *args, **kwargs)
            seen.append(len(future.result().files))
            (empty / "content").rename(hidden)
            return future

    with Hiding(1, get_context("spawn"), initializer=os.chdir, initargs=(str(empty),)) as executor:
        _given(monkeypatch, executor)
        build(_options(wide, "anywhere"))
    assert sum(seen) > 4 * _PAPERS
    assert wide.snapshot() == alone


def test_a_template_that_fails_there_fails_the_build(wide: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The problem is the one that one machine tells, and the site stays as it was."""
    build(_options(wide))
    before = wide.snapshot()
    wide.write({"content/site.yaml": "title: A\ntheme: own\nsearch: false\n"})
    wide.write({"themes/own/theme.yaml": "extends: default\n", "themes/own/templates/paper.html": "{{ page.no.such }}"})
    with pytest.raises(PublistError) as alone:
        build(_options(wide))
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        _given(monkeypatch, executor)
        with pytest.raises(PublistError) as there:
            build(_options(wide, "anywhere"))
    assert there.value.problems == alone.value.problems
    assert wide.snapshot() == before


class _Cluster:
    """A scheduler and two workers, as people start them."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._folder = folder
        self._scheduler = self._started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.workers = [
            self._started("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", f"w{number}")
            for number in range(2)
        ]

    def _started(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *arguments, "--scheduler-file", str(self._file)]
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                command, cwd=self._folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=log, stderr=log
            )

    def address(self) -> str:
        """The scheduler's address, once both workers are there."""
        from distributed import Client

        with Client(scheduler_file=str(self._file)) as client:
            client.wait_for_workers(2, timeout=120)
            return str(client.scheduler.address)

    def end(self) -> None:
        """Stop all that was started."""
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Cluster]:
    """A running cluster."""
    started = _Cluster(tmp_path_factory.mktemp("dask"))
    yield started
    started.end()


@installed
def test_a_real_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    wide: Site, dask: _Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two workers is killed with batches on it: the site is that of one machine."""
    address = dask.address()
    wide.build("--clean")
    alone = wide.snapshot()
    assert wide.build("--clean", "--cluster", address)
    assert wide.snapshot() == alone
    real, taken = cluster.workers, []

    class Killing(Executor):
        """The real one; its third batch is the end of a worker."""

        def __init__(self, inner: Executor) -> None:
            self._inner = inner

        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            """Submit, and kill where it is time."""
            taken.append(self._inner.submit(fn, *args, **kwargs))
            if len(taken) == 3:
                os.kill(dask.workers[0].pid, signal.SIGKILL)
            return taken[-1]

    @contextmanager
    def killed(asked: str) -> Iterator[Workers]:
        with real(asked) as found:
            yield found._replace(executor=Killing(found.executor))

    monkeypatch.setattr(cluster, "workers", killed)
    build(_options(wide, address))
    assert dask.workers[0].wait(60) == -signal.SIGKILL
    assert len(taken) > 3
    assert wide.snapshot() == alone


@installed
def test_a_cluster_that_is_not_there_is_an_error_in_one_line(wide: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address stands before the message, with what starts a scheduler; nothing is built."""
    monkeypatch.setattr(cluster, "_ANSWER", 1)
    with pytest.raises(PublistError) as refused:
        build(_options(wide, "tcp://127.0.0.1:9"))
    (problem,) = refused.value.problems
    assert problem.path == "tcp://127.0.0.1:9"
    assert "dask scheduler" in problem.hint
    assert not (wide.output / "index.html").exists()

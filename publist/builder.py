"""A build: plan, find what is stale, render, publish, prune."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.cache import Cache
from publist.content import PAPERS, SOURCES, Signature, doubtful, signatures
from publist.errors import Problem, PublistError, error, errors_in
from publist.outfolder import LISTING, OutputFolder, stage
from publist.staleness import Made, stale

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from publist.importreport import ImportReport
    from publist.planning import Ready

CACHE_FOLDER = ".publist"
_PARALLEL_FROM = 150
"""Fewer files than this are built faster than processes are started."""


NO_PAPER = error(
    PAPERS,
    0,
    0,
    "there is no paper to publish",
    'Paste a listing into a file in content/sources/, or begin with publist new "Title".',
)


class Options(NamedTuple):
    """How to build. ``base_url`` overrides that of site.yaml; ``jobs`` 0 means one a processor."""

    site: str
    output: str
    base_url: str | None = None
    strict: bool = False
    jobs: int = 0
    clean: bool = False


class Report(NamedTuple):
    """What a build did: numbers of papers, of files, of files rendered and removed; files that are not ours.

    ``imported`` is None where no source had changed.
    """

    papers: int
    files: int
    rendered: int
    removed: int
    foreign: tuple[str, ...]
    problems: tuple[Problem, ...]
    imported: ImportReport | None = None


Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
    del what, done, total


class _Run(NamedTuple):
    """One build: how, from where, to where, what was found, and what the last build left."""

    options: Options
    cache: Cache
    folder: OutputFolder
    found: dict[str, Signature]
    state: bytes
    last: dict[str, Any]
    progress: Progress


def build(options: Options, progress: Progress = silent) -> Report:
    """Import the sources, then build the site into the output folder.

    PublistError with every problem if there is an error: the folder is then as it was before.
    """
    cache = Cache(os.path.join(options.site, CACHE_FOLDER))
    folder = OutputFolder(options.output)
    with locked(cache):
        folder.recover()
        found = signatures(options.site)
        last = {} if options.clean else cache.load(_store(options)) or {}
        run = _Run(options, cache, folder, found, _state(options, cache, found), last, progress)
        if last.get("state") == run.state and _as_left(folder, last["made"]):
            told = tuple(Problem(*row) for row in last["problems"])
            return Report(last["papers"], len(last["made"]), 0, 0, last["foreign"], told)
        imported = import_found(options.site, found)
        if imported.new or imported.changed:
            found = signatures(options.site)
            run = run._replace(found=found, state=_state(options, cache, found))
        return _build(run, imported)


def import_found(site: str, found: dict[str, Signature]) -> ImportReport:
    """Merge what lies in content/sources into the papers; PublistError if the folder is there and empty."""
    from publist.importing import import_sources

    paths = sorted(path for path in found if path.startswith(SOURCES + "/"))
    if not paths and os.path.isdir(os.path.join(site, SOURCES)):
        hint = "Paste a listing into a file there (or drop a .bib file in), or remove the folder."
        raise PublistError([error(SOURCES, 0, 0, "the folder of sources is empty", hint)])
    given = []
    for path in paths:
        with open(os.path.join(site, path), "rb") as file:
            given.append((path[len(SOURCES) + 1 :], file.read(), None))
    return import_sources(site, given)


def _build(run: _Run, imported: ImportReport) -> Report:
    """A build that has something to do."""
    from publist.planning import make_plan

    now = time.time_ns()
    executor = processes(run.options.jobs, len(run.found))
    run.progress("reading", 0, len(run.found))
    ready = make_plan(run.options.site, run.found, run.cache, executor, run.options.base_url, now)
    problems = imported.problems + ready.problems
    if errors_in(problems) or (run.options.strict and problems):
        raise PublistError(problems)
    if not ready.papers:
        raise PublistError([*problems, NO_PAPER])
    manifest = {path: Made(*row) for path, row in run.last.get("made", {}).items()}
    todo = stale(ready.artifacts, manifest, run.folder.look)
    planned = {artifact.path for artifact, _ in ready.artifacts}
    ours = manifest.keys() | run.folder.listed()
    removed = sorted(ours - planned)
    fresh: dict[str, Made] = {}
    if todo or removed:
        _refuse_obstacles(run.folder, [artifact.path for artifact, _ in todo if artifact.path not in ours])
        with _staging(run.folder):
            fresh = _render(run, ready, todo, executor)
            if planned != ours:
                stage(run.folder.tree, LISTING, "\n".join([*sorted(planned), ""]).encode())
            run.folder.commit(removed)
    foreign = _foreign(run, planned)
    report = Report(ready.papers, len(planned), len(todo), len(removed), foreign, problems, imported)
    _remember(run, report, {path: tuple(fresh.get(path) or manifest[path]) for path in planned}, now)
    return report


def _foreign(run: _Run, planned: set[str]) -> tuple[str, ...]:
    """The files in the output folder that are not ours: looked for once, since a walk costs as much as a build."""
    return tuple(run.last["foreign"] if run.last else run.folder.foreign(planned))


def _remember(run: _Run, report: Report, made: dict[str, Any], now: int) -> None:
    """Keep what the next build asks for."""
    certain = not any(doubtful(signature, now) for signature in run.found.values())
    kept = {
        "state": run.state if certain else b"",
        "papers": report.papers,
        "made": made,
        "foreign": report.foreign,
        "problems": [tuple(problem) for problem in report.problems],
    }
    run.cache.save(_store(run.options), kept)


def _render(run: _Run, ready: Ready, todo: list[Any], executor: Executor | None) -> dict[str, Made]:
    from publist.rendering import Job, render_all

    job = Job(
        folder=run.options.site,
        tree=run.folder.tree,
        cache=run.cache.folder,
        config=ready.config,
        base_url=ready.base_url,
        theme=ready.theme,
        site=ready.site,
        digest=ready.digest,
    )
    return render_all(job, todo, executor, lambda done: run.progress("rendering", done, len(todo)))


@contextmanager
def _staging(folder: OutputFolder) -> Iterator[None]:
    """Staging that is thrown away if anything goes wrong before the journal stands."""
    folder.begin()
    try:
        yield
    except OSError as problem:
        folder.abandon()
        hint = "The site in the output folder is as it was before."
        message = f"the site cannot be written: {problem.strerror or problem}"
        raise PublistError([error(folder.path, 0, 0, message, hint)]) from problem
    except BaseException:
        folder.abandon()
        raise


def _refuse_obstacles(folder: OutputFolder, new: list[str]) -> None:
    """PublistError if a file of somebody else stands where a new one must go."""
    problems = [
        error(
            os.path.join(folder.path, path),
            0,
            0,
            "this file was not made by publist, and a page of the site must go there",
            "Move it away (into content/assets, if it belongs to the site), or name another folder with --output.",
        )
        for path in folder.obstacles(new)
    ]
    if problems:
        raise PublistError(problems)


def _state(options: Options, cache: Cache, found: dict[str, Signature]) -> bytes:
    """Everything that a build depends on, as one digest, without reading any of it."""
    from publist.theme import folders

    themes = [_tree(place) for place in folders(options.site)]
    has_sources = os.path.isdir(os.path.join(options.site, SOURCES))
    parts = (cache.signature, options.base_url, options.strict, has_sources, sorted(found.items()), themes)
    return blake2b(repr(parts).encode(), digest_size=16).digest()


def _tree(folder: str) -> list[tuple[str, int, int]]:
    """Name, size and time of every file below a folder."""
    rows = []
    for root, _, names in os.walk(folder):
        for name in names:
            stat = os.stat(os.path.join(root, name))
            rows.append((os.path.join(root, name), stat.st_size, stat.st_mtime_ns))
    return sorted(rows)


def _as_left(folder: OutputFolder, made: dict[str, Any]) -> bool:
    """Whether every file that the last build made is still as it left it."""
    look = folder.look
    return all(look(path) == (row[1], row[2]) for path, row in made.items())


def _store(options: Options) -> str:
    """The name under which the state of this output folder is kept."""
    place = os.path.realpath(options.output).encode("utf-8", "surrogateescape")
    return f"output-{blake2b(place, digest_size=8).hexdigest()}"


def processes(jobs: int, work: int) -> Executor | None:
    """Processes (0: one a processor), where there is more than one processor and enough files to work on."""
    jobs = jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    if jobs < 2 or work < _PARALLEL_FROM or not hasattr(os, "fork"):
        return None
    from publist.parallel import ForkExecutor

    return ForkExecutor(jobs)


@contextmanager
def locked(cache: Cache) -> Iterator[None]:
    """Keep two builds or imports of one site apart: the second waits for the first."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows: there the file's exclusive creation must do
        yield
        return
    os.makedirs(cache.folder, exist_ok=True)
    with open(os.path.join(cache.folder, "lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

"""A build: plan, find what is stale, render, publish, prune."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.build.output_folder import LISTING, OutputFolder, refuse_obstacles, stage, staging
from publist.build.processes import processes
from publist.build.site_lock import locked
from publist.build.staleness import BuiltFile, decide, stale
from publist.build.state import LastBuild, Summary, edited_papers, state_of
from publist.cache.file_signatures import Signature, doubtful
from publist.cache.store import Cache
from publist.content.content_folder import PAPERS, SOURCES, refuse_no_site, signatures
from publist.model.problems import Problem, PublistError, error, errors_in

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from publist.build.plan import BuildPlan
    from publist.build.render import Rendered
    from publist.build.render_context import SharedInputs
    from publist.importing.report import ImportReport
    from publist.library.library import Entry

CACHE_FOLDER = ".publist"
_WALKED = 3_000

NO_PAPER = error(
    PAPERS,
    0,
    0,
    "there is no paper to publish",
    'Paste a listing into a file in content/sources/, or begin with publist new "Title".',
)


class Options(NamedTuple):
    """How to build. ``base_url`` overrides that of site.yaml; ``jobs`` 0 means one a processor.

    ``explain`` is the path of an output file whose fate the report shall explain; ``cache`` the folder of the
    cache, "" for that of the site.
    """

    site: str
    output: str
    base_url: str | None = None
    strict: bool = False
    jobs: int = 0
    clean: bool = False
    explain: str = ""
    cache: str = ""


class Report(NamedTuple):
    """What a build did: numbers of papers, of files, of files rendered and removed; files that are not ours.

    ``imported`` is None where there are no sources, or nothing at all had changed. ``became_lean``: the list is now so
    long that the site is lean, and no setting says so.
    """

    papers: int
    files: int
    rendered: int
    removed: int
    foreign: tuple[str, ...]
    problems: tuple[Problem, ...]
    imported: Any = None  # an ImportReport; naming it would load what imports are made of
    explained: str = ""
    became_lean: bool = False


Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
    del what, done, total


class _Run(NamedTuple):
    """One build: how, from where, to where, what was found, and what the last build left.

    ``now`` is when the content was found (ns).
    """

    options: Options
    cache: Cache
    folder: OutputFolder
    last: LastBuild
    found: dict[str, Signature]
    state: bytes
    now: int
    progress: Progress


def build(options: Options, progress: Progress = silent) -> Report:
    """Import the sources, then build the site into the output folder.

    PublistError with every problem if there is an error: the folder is then as it was before.
    """
    refuse_no_site(options.site)
    cache = Cache(options.cache or os.path.join(options.site, CACHE_FOLDER), fresh=options.clean)
    folder = OutputFolder(options.output)
    with locked(cache, lambda: progress("waiting for another build of this site", 0, 0)):
        folder.recover()
        last = LastBuild(cache, options.output)
        found, state, now = _look(options, cache)
        run = _Run(options, cache, folder, last, found, state, now, progress)
        return _quick(run) or _whole(run)


def _look(options: Options, cache: Cache) -> tuple[dict[str, Signature], bytes, int]:
    """The content, and all else that the build depends on, as they are now, and when that is (ns)."""
    found = signatures(options.site)
    return found, state_of(options.site, cache, (options.base_url, options.strict)), time.time_ns()


def _quick(run: _Run) -> Report | None:
    """The build where nothing has changed but abstracts, or nothing at all; None where there is more to it."""
    last = run.last.summary
    if last is None or run.last.state != run.state:
        return None
    if last.found == run.found:
        return None if run.last.differing(run.folder) else _nothing_to_do(run, last)
    edited = [] if run.options.explain else edited_papers(run.found, last.found)
    return _retouched(run, last, edited) if edited else None


def _whole(run: _Run) -> Report:
    """The build of the whole site, of which only what is stale is rendered."""
    imported = import_found(run.options.site, run.found)
    if imported and (imported.new or imported.changed):
        found, state, now = _look(run.options, run.cache)
        run = run._replace(found=found, state=state, now=now)
    with processes(run.options.jobs, len(run.found)) as executor:
        return _build(run, imported, executor)


def _nothing_to_do(run: _Run, last: Summary) -> Report:
    explained = f"{run.options.explain}: nothing has changed since the last build" if run.options.explain else ""
    foreign = _foreign(run, last.files, lambda: run.last.made)
    return Report(last.papers, last.files, 0, 0, foreign, last.problems, explained=explained)


def import_found(site: str, found: dict[str, Signature], *, dry_run: bool = False) -> ImportReport | None:
    """Merge what lies in content/sources into the papers; PublistError for a source that cannot be read.

    None if there are none. ``dry_run`` writes nothing and tells the same.
    """
    if not any(path.startswith(SOURCES + "/") for path in found):
        return None
    from publist.importing.run import import_sources
    from publist.importing.source_files import sources_in

    sources = sources_in(site, found)
    return import_sources(site, sources, dry_run=dry_run, whole=True) if sources else None


def _build(run: _Run, imported: ImportReport | None, executor: Executor | None) -> Report:
    """A build that has something to do."""
    from publist.build.library_cache import packed
    from publist.build.plan import Asked, make_plan
    from publist.build.renames import remember_titles, rename_problems, renamed_papers
    from publist.build.search_index import SearchIndex

    run.progress("reading", 0, len(run.found))
    ready = make_plan(run.options.site, run.found, run.cache, executor, Asked(run.options.base_url), run.now)
    renames = renamed_papers(run.cache, ready.library)
    gone = tuple(rename_problems(renames, ready.library))
    problems = (imported.problems if imported else ()) + ready.problems + gone
    if errors_in(problems) or (run.options.strict and problems):
        raise PublistError(problems)
    if not ready.papers:
        raise PublistError([*problems, NO_PAPER])
    removed: list[str] = []
    was_empty = run.folder.is_empty()
    manifest, differing = run.last.made, run.last.differing(run.folder)
    todo = stale(ready.artifacts, manifest, differing)
    explained = _explain(run, ready, manifest) if run.options.explain else ""
    index = SearchIndex(ready, run.cache, manifest, differing)
    planned = {artifact.path for artifact, _ in ready.artifacts} | index.kept
    listed = run.folder.listed()
    ours = manifest.keys() | listed
    fresh: dict[str, BuiltFile] = {}
    writes = bool(todo or index.stale or ours - planned)
    with ExitStack() as opened:
        if writes:
            refuse_obstacles(run.folder, [artifact.path for artifact, _ in todo if artifact.path not in ours])
            opened.enter_context(staging(run.folder))
            index.begin(run.options.site, run.folder, executor)
            fresh, told = _render(run, ready.scene, todo, executor, ready.library.entries)
            problems += tuple(told)
            if run.options.strict and told:
                raise PublistError(problems)
            indexed = index.finish(run.folder)
            refuse_obstacles(run.folder, [path for path in indexed if path not in ours])
            fresh |= indexed
            planned |= indexed.keys()
            if planned != listed:
                stage(run.folder.tree, LISTING, "\n".join([*sorted(planned), ""]).encode(), set())
            removed = sorted(ours - planned)
        foreign = () if was_empty else _foreign(run, len(planned), lambda: planned | ours)
        report = Report(
            ready.papers, len(planned), len(todo), len(removed), foreign, problems, imported, explained,
            became_lean=_became_lean(run, ready),
        )  # fmt: skip
        made = {path: fresh[path] if path in fresh else manifest[path] for path in planned}
        places = packed(ready.content, ready.library, ready.keys, ready.matches, ready.scene.has.others)
        _remember(run, report, made, places)
        remember_titles(run.cache, ready.library, renames)
        if writes:
            run.folder.commit(removed)
    run.last.confirm(run.state)
    return report


def _retouched(run: _Run, last: Summary, edited: list[str]) -> Report | None:
    """The build after an edit of abstracts; None where these papers have changed in more than that."""
    from publist.build.abstract_edits import Edit, plan_abstract_edit

    options = run.options
    if any(problem.path in edited for problem in last.problems):
        return None
    places = run.last.places
    short = places and plan_abstract_edit(
        Edit(options.site, run.cache, run.found, edited, places, options.base_url, run.now)
    )
    if not short or run.last.differing(run.folder):
        return None
    todo = stale(short.artifacts, run.last.made, ())
    report = Report(last.papers, last.files, len(todo), 0, last.foreign, last.problems)
    with staging(run.folder) if todo else nullcontext():
        fresh = _render(run, short.scene, todo, None).made if todo else {}
        _remember(run, report, run.last.made | fresh)
        if todo:
            run.folder.commit([])
    run.last.confirm(run.state)
    return report


def _became_lean(run: _Run, ready: BuildPlan) -> bool:
    """Whether the list is now so long that the site is lean unasked, and was not before."""
    from publist.outputs.output_size import LONG

    before = run.last.summary
    return ready.is_lean_unasked and (before is None or before.papers <= LONG)


def _explain(run: _Run, ready: BuildPlan, manifest: dict[str, BuiltFile]) -> str:
    """Why the file that was asked for is rendered or left as it is, in a sentence."""
    asked = run.options.explain.strip("/")
    for artifact, fingerprint in ready.artifacts:
        if asked in (artifact.path, artifact.path.removesuffix("index.html").strip("/")):
            made, there = manifest.get(artifact.path), run.folder.look(artifact.path)
            decision = decide(artifact, fingerprint, made, there)
            return f"{artifact.path}: {'rendered' if decision.stale else 'left as it is'}, since {decision.reason}"
    return f"{asked}: the site has no such file"


def _foreign(run: _Run, files: int, ours: Callable[[], Collection[str]]) -> tuple[str, ...]:
    """The files in the output folder that are not among our so many ``files``.

    A walk through a folder of ten thousand pages costs as much as an edit: there the last answer stands.
    """
    if run.last.summary and files > _WALKED:
        return run.last.summary.foreign
    return tuple(run.folder.foreign(ours()))


def _remember(run: _Run, report: Report, made: dict[str, BuiltFile], places: Any = None) -> None:
    """Keep what the next build asks for. What may change again without showing it is not taken for known.

    It is kept before the site is moved into its place: what cannot be kept leaves the old site as it was.
    """
    found = {path: None if doubtful(signature, run.now) else signature for path, signature in run.found.items()}
    summary = Summary(found, report.papers, report.files, report.foreign, report.problems)
    run.last.follow(summary, made, places)


def _render(
    run: _Run, scene: SharedInputs, todo: list[Any], executor: Executor | None, entries: Sequence[Entry] = ()
) -> Rendered:
    from publist.build.render import Job, render_all, share_references, share_texts

    job = Job(folder=run.options.site, tree=run.folder.tree, cache=run.cache.folder, scene=scene)
    share_references(job, entries, run.cache)
    share_texts(job, todo, executor, run.cache, {entry.slug for entry in entries})
    return render_all(job, todo, executor, lambda done: run.progress("rendering", done, len(todo)))

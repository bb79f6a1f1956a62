"""The end of every build: what is stale is rendered, and moved to its place in the output folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.build.output_folder import LISTING, refuse_obstacles, stage, staging
from publist.build.run import Report, Run
from publist.build.staleness import BuiltFile, stale
from publist.build.state import Summary
from publist.cache.file_signatures import doubtful
from publist.model.problems import PublistError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from publist.build.render import Rendered
    from publist.build.render_context import SharedInputs
    from publist.build.search_index import Searched
    from publist.library.library import Entry
    from publist.model.artifact import Artifact

_WALKED = 3_000
"""The output folder is looked through for files that are not ours where it has no more files than these."""


class Work(NamedTuple):
    """What is planned: artifacts with their fingerprints, what they share, what is searched.

    ``report`` has what is known before anything is rendered; ``kept`` are files that stay as they are; ``entries`` are
    the papers whose references in CSL are made; ``places`` those of the papers, where they are new.
    """

    artifacts: list[tuple[Artifact, bytes]]
    scene: SharedInputs
    searched: Searched
    report: Report
    kept: frozenset[str] = frozenset()
    entries: Sequence[Entry] = ()
    places: Any = None


def publish(run: Run, work: Work, executor: Executor | None, remember: Callable[[], None]) -> Report:
    """Render what is stale, and move it to its place."""
    from publist.build.search_index import SearchIndex

    removed: list[str] = []
    was_empty = run.folder.is_empty()
    manifest, differing = run.last.made, run.last.differing(run.folder)
    todo = stale(work.artifacts, manifest, differing)
    index = SearchIndex(work.searched, run.cache, manifest, differing)
    planned = {artifact.path for artifact, _ in work.artifacts} | work.kept | index.kept
    listed = run.folder.listed()
    ours = manifest.keys() | listed
    fresh: dict[str, BuiltFile] = {}
    problems = work.report.problems
    writes = bool(todo or index.stale or ours - planned)
    with ExitStack() as opened:
        if writes:
            refuse_obstacles(run.folder, [artifact.path for artifact, _ in todo if artifact.path not in ours])
            opened.enter_context(staging(run.folder))
            opened.callback(index.close)
            index.begin(run.options.site, run.folder, executor)
            fresh, told = _render(run, work.scene, todo, differing, executor, work.entries)
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
        foreign = () if was_empty else foreign_files(run, len(planned), lambda: planned | ours)
        report = work.report._replace(
            files=len(planned), rendered=len(todo), removed=len(removed), foreign=foreign, problems=problems
        )
        _remember(run, report, fresh, planned, work.places)
        remember()
        if writes:
            run.folder.commit(removed)
    run.last.confirm(run.state)
    return report


def foreign_files(run: Run, files: int, ours: Callable[[], Collection[str]]) -> tuple[str, ...]:
    """The files in the output folder that are not among our so many ``files``.

    A walk through a folder of ten thousand pages costs as much as an edit: there the last answer stands.
    """
    if run.last.summary and files > _WALKED:
        return run.last.summary.foreign
    return tuple(run.folder.foreign(ours()))


def _remember(run: Run, report: Report, fresh: dict[str, BuiltFile], files: set[str], places: Any) -> None:
    """Keep what the next build asks for. What may change again without showing it is not taken for known.

    It is kept before the site is moved into its place: what cannot be kept leaves the old site as it was.
    """
    found = {path: None if doubtful(signature, run.now) else signature for path, signature in run.found.items()}
    summary = Summary(found, report.papers, report.files, report.foreign, report.problems)
    run.last.follow(summary, fresh, files, places)


def _render(
    run: Run,
    scene: SharedInputs,
    todo: list[Any],
    differing: Collection[str],
    executor: Executor | None,
    entries: Sequence[Entry],
) -> Rendered:
    from publist.build.kept_items import KeptItems
    from publist.build.list_pieces import ListPieces
    from publist.build.render import Job, join_lists, render_all, share_references

    job = Job(folder=run.options.site, tree=run.folder.tree, cache=run.cache.folder, scene=scene)
    share_references(job, entries, run.cache)
    joined = join_lists(job, todo, executor, ListPieces(run.cache, run.last, run.folder.path, differing))
    left, kept = [row for row in todo if row[0].path not in joined], KeptItems(run.cache, entries)

    def done(count: int) -> None:
        run.progress("rendering", count, len(left))

    if run.options.cluster:
        from publist.build.cluster import render_with

        rendered = render_with(run.options.cluster, job, left, kept, executor, done)
    else:
        rendered = render_all(job, left, kept, executor, done)
    return rendered._replace(made=joined | rendered.made)

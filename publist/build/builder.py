"""A build: plan, find what is stale, render, publish, prune."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from publist.build.output_folder import OutputFolder
from publist.build.processes import processes
from publist.build.run import Options, Progress, Report, Run, silent
from publist.build.site_lock import locked
from publist.build.staleness import BuiltFile, decide
from publist.build.state import LastBuild, Summary, edited_papers, state_of
from publist.build.update import Work, foreign_files, publish
from publist.cache.file_signatures import Signature
from publist.cache.store import Cache
from publist.content.content_folder import PAPERS, SOURCES, refuse_no_site, signatures
from publist.model.problems import PublistError, error, errors_in

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from publist.build.plan import BuildPlan
    from publist.build.unchanged import Before
    from publist.importing.report import ImportReport

CACHE_FOLDER = ".publist"

NO_PAPER = error(
    PAPERS,
    0,
    0,
    "there is no paper to publish",
    'Paste a listing into a file in content/sources/, or begin with publist new "Title".',
)


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
        run = Run(options, cache, folder, last, found, state, now, progress)
        return _quick(run) or _whole(run)


def _look(options: Options, cache: Cache) -> tuple[dict[str, Signature], bytes, int]:
    """The content, and all else that the build depends on, as they are now, and when that is (ns)."""
    found = signatures(options.site)
    return found, state_of(options.site, cache, (options.base_url, options.strict)), time.time_ns()


def _quick(run: Run) -> Report | None:
    """The build where nothing has changed but abstracts, or nothing at all; None where there is more to it."""
    last = run.last.summary
    if last is None or run.last.state != run.state:
        return None
    if last.found == run.found:
        return None if run.last.differing(run.folder) else _nothing_to_do(run, last)
    edited = [] if run.options.explain else edited_papers(run.found, last.found)
    return _retouched(run, last, edited) if edited else None


def _whole(run: Run) -> Report:
    """The build of the whole site, of which only what is stale is rendered."""
    imported = import_found(run.options.site, run.found)
    if imported and (imported.new or imported.changed):
        found, state, now = _look(run.options, run.cache)
        run = run._replace(found=found, state=state, now=now)
    with processes(run.options.jobs, len(run.found)) as executor:
        return _build(run, imported, executor)


def _nothing_to_do(run: Run, last: Summary) -> Report:
    explained = f"{run.options.explain}: nothing has changed since the last build" if run.options.explain else ""
    foreign = foreign_files(run, last.files, lambda: run.last.made)
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


def _build(run: Run, imported: ImportReport | None, executor: Executor | None) -> Report:
    """A build that has something to do."""
    from publist.build.library_cache import packed
    from publist.build.plan import Asked, make_plan
    from publist.build.renames import remember_titles, rename_problems, renamed_papers
    from publist.build.search_index import searched

    run.progress("reading", 0, len(run.found))
    asked = Asked(run.options.base_url, before=_before(run))
    ready = make_plan(run.options.site, run.found, run.cache, executor, asked, run.now)
    library, config = ready.library, ready.scene.config
    renames = renamed_papers(run.cache, library)
    gone = tuple(rename_problems(renames, library))
    problems = (imported.problems if imported else ()) + ready.problems + gone
    if errors_in(problems) or (run.options.strict and problems):
        raise PublistError(problems)
    if not ready.papers:
        raise PublistError([*problems, NO_PAPER])
    explained = _explain(run, ready, run.last.made) if run.options.explain else ""
    work = Work(
        artifacts=ready.artifacts,
        scene=ready.scene,
        searched=searched(config, library.entries, library.bodies, run.cache.signature),
        report=Report(ready.papers, 0, 0, 0, (), problems, imported, explained, _became_lean(run, ready)),
        kept=ready.kept,
        entries=library.entries,
        places=packed(ready.content, library, ready.keys, ready.matches, ready.scene),
    )
    return publish(run, work, executor, lambda: remember_titles(run.cache, library, renames))


def _retouched(run: Run, last: Summary, edited: list[str]) -> Report | None:
    """The build after an edit of abstracts; None where these papers have changed in more than that."""
    from publist.build.abstract_edits import Edit, plan_abstract_edit
    from publist.build.list_pieces import ListPieces
    from publist.build.search_index import INDEX_FOLDER

    options = run.options
    if any(problem.path in edited for problem in last.problems):
        return None
    places = run.last.places
    if not places or len(run.last.made) != last.files or run.last.differing(run.folder):
        return None  # what is not known as it was made is not taken for kept
    pieces = ListPieces(run.cache, run.last, run.folder.path, ())
    short = plan_abstract_edit(
        Edit(options.site, run.cache, run.found, edited, places, pieces, options.base_url, run.now)
    )
    if not short:
        return None
    kept = frozenset(path for path in run.last.made if not path.startswith(INDEX_FOLDER))
    report = Report(last.papers, last.files, 0, 0, last.foreign, last.problems)
    work = Work(short.artifacts, short.scene, short.searched, report, kept, places=short.places)
    with processes(options.jobs, len(run.found)) as executor:
        return publish(run, work, executor, lambda: None)


def _before(run: Run) -> Before | None:
    """What the last build left, if what is the same now need not be planned; None where all must be."""
    from publist.build.unchanged import Before

    last = run.last
    if run.options.explain or last.summary is None or last.state != run.state or len(last.made) != last.summary.files:
        return None
    return Before(last.places, last.made, last.differing(run.folder)) if last.places else None


def _became_lean(run: Run, ready: BuildPlan) -> bool:
    """Whether the list is now so long that the site is lean unasked, and was not before."""
    from publist.outputs.output_size import LONG

    before = run.last.summary
    return ready.is_lean_unasked and (before is None or before.papers <= LONG)


def _explain(run: Run, ready: BuildPlan, manifest: dict[str, BuiltFile]) -> str:
    """Why the file that was asked for is rendered or left as it is, in a sentence."""
    asked = run.options.explain.strip("/")
    for artifact, fingerprint in ready.artifacts:
        if asked in (artifact.path, artifact.path.removesuffix("index.html").strip("/")):
            made, there = manifest.get(artifact.path), run.folder.look(artifact.path)
            decision = decide(artifact, fingerprint, made, there)
            return f"{artifact.path}: {'rendered' if decision.stale else 'left as it is'}, since {decision.reason}"
    return f"{asked}: the site has no such file"

"""The site as the preview knows it: what changed is read again, what is asked for is rendered.

Everything here runs in one thread, one call after another, so that a page never mixes two states of the site.
"""

from __future__ import annotations

import gc
import os
import stat
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from publist.build.builder import CACHE_FOLDER, NO_PAPER, import_found
from publist.build.plan import Asked, BuildPlan, make_plan
from publist.build.processes import processes
from publist.build.site_lock import locked
from publist.cache.file_signatures import Signature, signature_of
from publist.cache.store import Cache
from publist.content import content_folder, loading
from publist.importing.report_lines import import_lines
from publist.model.problems import Problem, PublistError, errors_in
from publist.outputs.pages.other_pages import base_path
from publist.preview.last_build import index_file
from publist.preview.paper_edits import revise
from publist.preview.problems import Problems
from publist.preview.routes import NOT_FOUND, Route, route, site_path
from publist.preview.snapshot import Snapshot, before, snapshot_of
from publist.theming import theme

_IMPORT, _PLAN = "import", "plan"
_MANY = 50
"""So many changed files at once are looked at together."""
_REMEMBERED = 60
"""Pages whose last good bytes are kept."""


class Page(NamedTuple):
    """A file of the site as it is now; ``content`` is None where there is none and none can be made."""

    status: int
    path: str
    location: str = ""
    content: bytes | None = None


class State:
    """The current snapshot of a site and everything that is wrong with what it was made from."""

    def __init__(self, site: str, say: Callable[[str], None], *, drafts: bool = False) -> None:
        self.site = site
        self._drafts = drafts
        self.problems = Problems(say)
        self.snapshot: Snapshot | None = None
        self._say = say
        self._cache = Cache(os.path.join(site, CACHE_FOLDER))
        self._found: dict[str, Signature] = {}
        self._complete = False
        """Whether the snapshot is of the content as it is now, but for the files in ``problems``."""
        self._good: OrderedDict[str, bytes] = OrderedDict()
        self._open: tuple[str, ...] = ()

    @property
    def base_path(self) -> str:
        """The path below which the site is served."""
        return base_path(self.snapshot.ready.scene.config.base_url) if self.snapshot else "/"

    def begin(self) -> None:
        """Import and plan for the first time; what can be planned is shown even where there are errors."""
        self._plan_anew(importing=True, parallel=True)
        self.problems.tell()

    def apply(self, paths: Iterable[str], open_pages: Iterable[str]) -> None:
        """Take in that these files changed. ``open_pages`` are addresses: if one of them fails, all stays as it was."""
        self._open = tuple(open_pages)
        changed = set(paths)
        rest = changed if len(changed) > _MANY else {path for path in changed if not self._revised(path)}
        if rest or not self._complete:
            self._replan(rest)
        self.problems.tell()

    def page(self, address: str) -> Page:
        """What stands at an address: as built, or as it was when it could be made last."""
        found = self._route(address)
        if found.status == 404 and (built := index_file(self.site, asked := site_path(address, self.base_path))):
            return Page(200, asked, "", built)
        if found.location or not self.snapshot:
            return Page(found.status, found.path, found.location)
        try:
            return Page(found.status, found.path, "", self._rendered(found.path))
        except PublistError as problem:
            self.problems.put(found.path, problem.problems)
            self.problems.tell()
            return Page(found.status, found.path, "", self._good.get(found.path))

    def page_path(self, address: str) -> str:
        """The path of the file that an address leads to."""
        return self._route(address).path

    def _route(self, address: str) -> Route:
        files = self.snapshot.artifacts if self.snapshot else {}
        return route(address, self.base_path, files)

    def _rendered(self, path: str) -> bytes:
        """The bytes of a file; a paper that changed a moment ago, before that was told, is read again."""
        assert self.snapshot  # noqa: S101 (the caller has looked)
        try:
            page = self.snapshot.render(path)
        except PublistError as problem:
            late = {one.path for one in problem.problems if one.path in self._found}
            if not late or len(late) > len([path for path in late if self._revised(path)]):
                raise
            page = self.snapshot.render(path)
        self.problems.put(path, ())
        self._remember(path, page)
        return page

    def _remember(self, path: str, page: bytes) -> None:
        if path.endswith(".html"):
            self._good[path] = page
            self._good.move_to_end(path)
            if len(self._good) > _REMEMBERED:
                self._good.popitem(last=False)

    def _revised(self, path: str) -> bool:
        """Whether a change is taken in without a new plan."""
        if path == content_folder.LEDGER:
            return True
        if path not in self._found or not content_folder.is_paper(path) or not self.snapshot:
            return False
        try:
            state = os.stat(os.path.join(self.site, path))
        except OSError:
            return False
        if not stat.S_ISREG(state.st_mode):
            return False
        record, body, problems = loading.read_paper(self.site, path)
        self.problems.put(path, problems)
        self.problems.put(_PLAN, [problem for problem in self.problems.of(_PLAN) if problem.path != path])
        if errors_in(problems) or record is None or body is None:
            return True
        revised = revise(self.snapshot, record, body)
        if revised is None:
            return False
        self.snapshot = revised
        self._found[path] = signature_of(state)
        return True

    def _replan(self, paths: set[str]) -> None:
        """A new plan, unless all is as it was."""
        try:
            found = content_folder.signatures(self.site)
        except PublistError as problem:
            self.problems.put(_PLAN, problem.problems)
            self._complete = False
            return
        inside = {path for path in paths if path.startswith(content_folder.FOLDER + "/")}
        unchanged = self._complete and found == self._found
        if unchanged and (inside == paths or self._same_theme()):
            return
        sources = (content_folder.SOURCES + "/",)
        importing = any(
            found.get(path) != self._found.get(path)
            for path in found.keys() | self._found.keys()
            if path.startswith(sources)
        )
        self._plan_anew(importing=importing or bool(self.problems.of(_IMPORT)), parallel=False)

    def _same_theme(self) -> bool:
        if not self.snapshot:
            return False
        ready = self.snapshot.ready
        try:
            return theme.load(self.site, ready.scene.config.theme).digest == ready.scene.theme.digest
        except PublistError:
            return False

    def _plan_anew(self, *, importing: bool, parallel: bool) -> None:
        gc.disable()  # a plan makes a million values and no circles
        try:
            self._take(self._planned(importing=importing, parallel=parallel))
        except PublistError as problem:
            self._complete = False
            self.problems.put(_PLAN, problem.problems)
        finally:
            gc.freeze()
            gc.enable()

    def _planned(self, *, importing: bool, parallel: bool) -> BuildPlan:
        found = content_folder.signatures(self.site)
        if importing:
            found = self._imported(found)
        with processes(0 if parallel else 1, len(found)) as executor:
            known = before(self.snapshot) if self.snapshot and self._complete else None
            asked = Asked(drafts=self._drafts, before=known)
            ready = make_plan(self.site, found, self._cache, executor, asked, time.time_ns())
        self._found = found
        return ready

    def _imported(self, found: dict[str, Signature]) -> dict[str, Signature]:
        try:
            with locked(self._cache):
                report = import_found(self.site, found)
        except PublistError as problem:
            self.problems.put(_IMPORT, problem.problems)
            return found
        self.problems.put(_IMPORT, report.problems if report else ())
        if report and (report.new or report.changed):
            for line in import_lines(report):
                self._say(line)
            return content_folder.signatures(self.site)
        return found

    def _take(self, ready: BuildPlan) -> None:
        """Show the plan, unless it has errors and there is a good one already."""
        problems = ready.problems if ready.papers else (*ready.problems, NO_PAPER)
        self.problems.keep((_IMPORT,))
        self.problems.put(_PLAN, problems)
        self._complete = not errors_in(problems)
        if self._complete or not self.snapshot:
            candidate = snapshot_of(self.site, self._cache.folder, ready, self.snapshot)
            if self.snapshot and (failed := self._failing(candidate)):
                self._complete = False
                self.problems.put(_PLAN, (*problems, *failed))
            else:
                self.snapshot = candidate

    def _failing(self, candidate: Snapshot) -> list[Problem]:
        """What goes wrong with the pages that somebody looks at, as far as they could be rendered before."""
        paths = {self._route(address).path for address in self._open} & self._good.keys() & candidate.artifacts.keys()
        for path in sorted(paths or {NOT_FOUND}):
            try:
                candidate.render(path)
            except PublistError as problem:
                return list(problem.problems)
        return []

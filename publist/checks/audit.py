"""Everything that can be said of a site before it is built: what stops a build, and what is worth a look."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publist.build.builder import CACHE_FOLDER, NO_PAPER, import_found
from publist.build.plan import Asked, BuildPlan, make_plan
from publist.build.processes import processes
from publist.build.renames import rename_problems, renamed_papers
from publist.build.run import Progress, silent
from publist.build.site_lock import locked
from publist.build.size_limit import size_warnings
from publist.build.state import LastBuild
from publist.cache.file_signatures import Signature
from publist.cache.store import Cache
from publist.checks.content_checks import CheckedPaper, check
from publist.checks.dead_links import SiteMap, dead_links
from publist.checks.indexing import candidates, unindexed
from publist.checks.leftovers import leftovers
from publist.checks.links import Link, links_of
from publist.checks.markdown_texts import Prose, prose_of
from publist.checks.owner import owner_remarks
from publist.checks.positions import Positions
from publist.checks.remarks import Remark, located
from publist.checks.rendered_files import unrendered
from publist.content.content_folder import PAGES, SETTINGS, signatures
from publist.content.example_files import example_problems
from publist.content.loading import Content, read
from publist.importing.duplicates.proposals import Distinct
from publist.importing.run import distinct_papers
from publist.model.problems import Problem, PublistError, errors_in, warning
from publist.text.embeds import Embeds
from publist.text.file_names import address_of
from publist.text.markdown import block, unset_formulas
from publist.theming.own_themes import changed_originals

OUTPUT = "output"
"""Where a site is built unless the command says otherwise."""


class Audit(NamedTuple):
    """What was found, by file and line.

    ``waiting`` are papers of content/sources that the next build will import; ``links`` all addresses of the site.
    """

    papers: int
    problems: tuple[Problem, ...]
    waiting: tuple[str, ...]
    links: tuple[Link, ...]


def audit(site: str, progress: Progress = silent) -> Audit:
    """Look at everything; nothing of the site is written. PublistError only where there is no content/ at all."""
    cache = Cache(os.path.join(site, CACHE_FOLDER))
    with locked(cache, lambda: progress("waiting for another build of this site", 0, 0)):
        found = signatures(site)
        problems: list[Problem] = []
        waiting: tuple[str, ...] = ()
        try:
            imported = import_found(site, found, dry_run=True)
            if imported:
                problems += imported.problems
                waiting = imported.new
        except PublistError as mistake:
            problems += mistake.problems
        progress("reading", 0, len(found))
        now = time.time_ns()
        with processes(0, len(found)) as executor:
            try:
                ready = make_plan(site, found, cache, executor, Asked(), now)
            except PublistError as mistake:  # a theme that is not whole: the content has been read all the same
                content = read(site, found, cache, executor, now)
                problems += (*content.problems, *mistake.problems)
                return Audit(len(content.papers), _in_order(problems), waiting, ())
        problems += rename_problems(renamed_papers(cache, ready.library), ready.library)
    return _looked_at(site, found, ready, problems, waiting)


def _looked_at(
    site: str, found: dict[str, Signature], ready: BuildPlan, problems: list[Problem], waiting: tuple[str, ...]
) -> Audit:
    problems += ready.problems
    if not ready.papers and not waiting and not errors_in(problems):
        problems.append(NO_PAPER)
    places = Positions(site)
    prose = list(prose_of(site, ready.content))
    links = tuple(links_of(ready.content, prose, ready.library.pdfs))
    stands = SiteMap((artifact.path for artifact, _ in ready.artifacts), found, ready.content)
    problems += dead_links(links, stands, places)
    problems += _unset(prose, places)
    problems += leftovers(prose, places)
    problems += _refused(ready.content, places)
    distinct, told = distinct_papers(site)
    problems += (*told, *located(_remarks(site, ready, distinct), places))
    problems += example_problems(site) or located(_owner(ready.content), places)
    problems += changed_originals(site, ready.scene.config.theme)
    problems += unrendered(site, os.path.join(site, CACHE_FOLDER), ready)
    problems += size_warnings(LastBuild(Cache(os.path.join(site, CACHE_FOLDER)), os.path.join(site, OUTPUT)).sizes)
    return Audit(ready.papers, _in_order(problems), waiting, links)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, from its top to its end; what is said twice, once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line, problem.column)))


def _remarks(site: str, ready: BuildPlan, distinct: Distinct) -> tuple[Remark, ...]:
    content = ready.content
    entries = [CheckedPaper(record.slug, record.path, record.paper) for record in content.papers]
    known = {address_of(topic.slug): topic.slug for topic in content.topics}
    topics = {
        entry.slug: [known.get(name := topic.path[len("topics/") : -1], name) for topic in entry.topics]
        for entry in ready.library.entries
    }
    found = check(entries, content.people, content.topics, topics, distinct)
    return *found, *unindexed(candidates(ready.library, site), ready.scene.config)


def _owner(content: Content) -> list[Remark]:
    return owner_remarks([record.paper.authors for record in content.papers], content.people, content.config.owner)


def _unset(prose: Iterable[Prose], places: Positions) -> Iterator[Problem]:
    """A warning for each formula that readers will see as its source."""
    for piece in prose:
        for formula in unset_formulas(piece.text) if "$" in piece.text else ():
            place = (
                places.of_text(piece.path, formula.source) if piece.at is None else places.of_key(piece.path, piece.at)
            )
            hint = "Fix the formula, or write \\$ for a dollar sign."
            yield warning(piece.path, *place, f"the formula ${formula.source}$ cannot be set: {formula.reason}", hint)


def _refused(content: Content, places: Positions) -> Iterator[Problem]:
    """A warning for each frame of a page that readers will see as its source."""
    for page in content.pages:
        embeds = Embeds(content.config.embeds)
        if not page.draft and "<iframe" in page.body.lower():
            block(page.body, embed=embeds.html)
        for host in dict.fromkeys(embeds.refused):
            path = f"{PAGES}/{page.slug}.md"
            other = "link to it instead: a frame shows pages of other hosts, over https"
            hint = f"if you trust it, add to {SETTINGS}: embeds: [{host}]" if "." in host and "/" not in host else other
            yield warning(path, *places.of_text(path, host), f"the <iframe> from {host} is not shown", hint)

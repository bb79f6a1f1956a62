"""An import as commands run one: the papers of files and of other sites, and all else that those sites hold."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import NamedTuple

from publist.build.site_writing import writing
from publist.cli.today import today
from publist.importing.migrating import LAYOUTS, kind_of, moved
from publist.importing.migrating.base import Moved
from publist.importing.migrating.copying import copied
from publist.importing.migrating.pieces import Taken, taken_over
from publist.importing.report import ImportReport
from publist.importing.run import import_sources
from publist.importing.source import Source
from publist.model.problems import Problem, PublistError, error, errors_in


class Imported(NamedTuple):
    """What an import did, the sites that were read for it, and what of them was taken over beside papers."""

    report: ImportReport
    sites: tuple[Moved, ...] = ()
    taken: Taken = Taken()


def moved_from(folder: str) -> list[Moved]:
    """What a folder holds as a site of another generator; PublistError if it is none that is known."""
    found = moved(folder)
    if not found:
        raise PublistError([_no_papers(folder)])
    return found


def _no_papers(folder: str) -> Problem:
    """What a folder without papers is, and another way to bring them."""
    if not os.path.isdir(folder):
        if os.path.isfile(folder):
            hint = "Create the site first: publist init FOLDER; then, in it: publist import FILE."
            return error(folder, 0, 0, "this is a file, not the folder of a site", hint)
        return error(folder, 0, 0, "there is no such folder", "Check the path.")
    if kind := kind_of(folder):
        message = f"this is {kind}, and no papers were found in it"
        hint = "Import the list itself: publist import FILE.bib, or the page of your papers, saved as .html."
        return error(folder, 0, 0, message, f"{hint} Papers are found in {LAYOUTS}.")
    return error(folder, 0, 0, "no site of a known generator in this folder", f"Supported: {LAYOUTS}.")


def imported(
    site: str,
    sources: Sequence[Source],
    sites: Sequence[Moved],
    *,
    dry_run: bool = False,
    restore: Collection[str] = (),
) -> Imported:
    """Import the sources and the papers of the sites; pages, people and files come only if nothing is refused."""
    everything = [*sources, *(found.source for found in sites)]
    with writing(site):
        report = import_sources(site, everything, dry_run=dry_run, restore=restore, today=today())
        refused = bool(errors_in(report.problems))
        taken = Taken() if refused else taken_over(site, sites, dry_run=dry_run)
        late = [] if dry_run or refused else [problem for found in sites for problem in copied(site, found)]
    told = (*_of_sites(sites), *report.problems, *taken.problems, *late)
    return Imported(report._replace(problems=told), tuple(sites), taken)


def _of_sites(sites: Sequence[Moved]) -> list[Problem]:
    """What is wrong with the sites: none of it keeps the rest from coming over."""
    return [
        problem._replace(severity="warning") if problem.severity == "error" else problem
        for found in sites
        for problem in found.problems
    ]

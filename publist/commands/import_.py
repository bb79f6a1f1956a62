"""``publist import``: merge files into content/."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from publist.commands.base import Say, add_verb, site_of
from publist.errors import PublistError, UsageError, error, errors_in

if TYPE_CHECKING:
    from publist.migrating.base import Moved


def add(subparsers: Any) -> None:
    """Add the parser."""
    parser = add_verb(
        subparsers,
        "import",
        example="publist import ~/Downloads/citations.bib --dry-run\n  publist import ~/my-al-folio-site",
        more="What you have edited stays as you edited it.",
    )
    parser.add_argument(
        "files",
        metavar="FILE|DIR",
        nargs="*",
        help="files, - for standard input, or the folder of another maker's site",
    )
    parser.add_argument("--format", metavar="F", help="the format, where the text does not tell (bibtex, ris, ...)")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument(
        "--restore", metavar="SLUG", action="append", default=[], help="bring a paper back whose file you deleted"
    )


def run(options: argparse.Namespace, say: Say) -> int:
    """Import, and say what is new, changed, kept and in doubt."""
    from publist.builder import CACHE_FOLDER
    from publist.cache import Cache
    from publist.engine.buildstate import locked
    from publist.importing.run import Given, import_sources
    from publist.migrating.copying import copied
    from publist.reports import imports

    site = site_of(options)
    folders = [path for path in options.files if os.path.isdir(path)]
    sites = [found for folder in folders for found in _moved(folder)]
    given = [Given(*source) for source in _given(options, site)]
    given += [Given(found.name, found.data, "json", found.places) for found in sites]
    with locked(Cache(os.path.join(site, CACHE_FOLDER))):
        report = import_sources(site, given, dry_run=options.dry_run, restore=options.restore)
        late = [] if options.dry_run else [problem for found in sites for problem in copied(site, found)]
    told = (*(problem for found in sites for problem in found.problems), *report.problems, *late)
    report = report._replace(problems=told)
    failed = bool(errors_in(report.problems))
    if options.json:
        say.json(imports.import_values(report))
        return int(failed)
    say.problems(report.problems)
    for line in imports.import_lines(report) or ["nothing new"]:
        say(line)
    return int(failed)


def _given(options: argparse.Namespace, site: str) -> list[tuple[str, str | bytes, str | None]]:
    """The files that are named, and for a restoration the sources that the site has."""
    from publist.contentfolder import SOURCES

    if not options.files and not options.restore:
        raise UsageError("import what? Name a file, or bring back a deleted paper with --restore SLUG")
    folder = os.path.join(site, SOURCES)
    paths = [path for path in options.files if not os.path.isdir(path)]
    if options.restore and os.path.isdir(folder):
        paths += [os.path.join(root, name) for root, _, names in os.walk(folder) for name in sorted(names)]
    return [(_name(path, folder), _bytes(path), options.format) for path in paths]


def _moved(folder: str) -> list[Moved]:
    """What a folder holds as another maker's site."""
    from publist.migrating import LAYOUTS, moved

    found = moved(folder)
    if not found:
        raise PublistError([error(folder, 0, 0, "this is no site that is known", f"Known are {LAYOUTS}.")])
    return found


def _name(path: str, sources: str) -> str:
    """The name of a source in the ledger: its path below content/sources, else the name of the file."""
    inside = os.path.relpath(os.path.abspath(path), sources).replace(os.sep, "/")
    return os.path.basename(path) if inside.startswith("../") or path == "-" else inside


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        raise PublistError([error(path, 0, 0, f"the file cannot be read: {problem.strerror}")]) from problem

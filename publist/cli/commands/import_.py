"""``publist import``: merge files into content/."""

from __future__ import annotations

import argparse
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, from_here, site_of
from publist.model.problems import Problem, PublistError, UsageError, error, errors_in, shown
from publist.text.limits import SOURCE

if TYPE_CHECKING:
    from publist.cli.imports import Imported

_HEAD = 60
"""In so many lines of a profile is the name of its owner: menus may stand above it."""
_LONGEST_NAME = 120
_STRAYS_SHOWN = 3


def add(subparsers: Any) -> None:
    """Add ``import`` with its files, ``--format``, ``--dry-run`` and ``--restore``."""
    parser = add_command(
        subparsers,
        "import",
        example="publist import ~/Downloads/citations.bib --dry-run\n  publist import ~/my-al-folio-site",
        more="Your edits are kept. If files disagree, the first one wins. If one of them cannot be read, nothing is "
        "imported; if it can be read in part, what is certain is imported.",
    )
    parser.add_argument(
        "files",
        metavar="FILE|DIR",
        nargs="*",
        help="files, - for standard input, or the folder of a site made with another generator",
    )
    parser.add_argument("--format", metavar="F", help="input format, such as bibtex or ris (default: detected)")
    parser.add_argument("--all", action="store_true", help="of a site: list each thing that did not come over")
    parser.add_argument("--dry-run", action="store_true", help="show what would change; write nothing")
    parser.add_argument(
        "--restore", metavar="SLUG", action="append", default=[], help="restore a paper whose file you deleted"
    )


def run(options: argparse.Namespace, say: Say) -> int:
    """Import, and print what is new, changed, kept and in need of review."""
    from publist.cli.imports import Imported, imported, moved_from
    from publist.importing.report import ImportReport
    from publist.importing.source import Source

    site = site_of(options)
    folders = [path for path in options.files if os.path.isdir(path)]
    sites = [found for folder in folders for found in moved_from(folder)]
    files, unread = _read(_paths(options, site), site)
    sources = [Source(name, data, options.format) for name, data in files.items()]
    if unread:
        return told(Imported(ImportReport(problems=tuple(unread))), options, say)
    return told(imported(site, sources, sites, dry_run=options.dry_run, restore=options.restore), options, say)


def told(done: Imported, options: argparse.Namespace, say: Say) -> int:
    """Say what an import did; the exit code is 1 where it was refused, and then nothing was written."""
    from publist.importing import report_lines

    report = done.report
    failed = bool(errors_in(report.problems))
    if options.json:
        say.json(report_lines.import_values(report))
        return int(failed)
    if done.sites:
        _move_told(done, options, say)
    else:
        say.problems(report.problems)
    nothing = report_lines.refused(len(options.files)) if failed else "Already up to date."
    for line in report_lines.import_lines(report, new=options.dry_run) or [nothing]:
        say(line)
    if report.new and not options.dry_run:
        with suppress(OSError, PublistError):  # a cache that takes nothing more: what was imported is written by now
            for line in _owner_lines(site_of(options), options.files):
                say(line)
        where = from_here(site_of(options))
        say(f"Next: {'' if where == '.' else f'cd {where} && '}publist serve --open")
    return int(failed)


def _move_told(done: Imported, options: argparse.Namespace, say: Say) -> None:
    """What came over by kind on standard output, what did not on standard error."""
    from publist.cli.reports import moved

    report = done.report
    papers = len(report.new) + len(report.changed) + report.unchanged
    for line in moved.moved_lines(done.sites, done.taken, papers):
        say(line)
    for line in moved.lost_lines(report.problems, whole=options.all):
        say.remark(line)


def _owner_lines(site: str, files: Sequence[str]) -> list[str]:
    """What to say of the owner, now that there are papers; ``files`` may say the name above them."""
    from publist.build.builder import CACHE_FOLDER
    from publist.build.site_lock import locked
    from publist.cache.store import Cache
    from publist.checks.owner import owner_remarks
    from publist.content.content_folder import signatures
    from publist.content.loading import read

    cache = Cache(os.path.join(site, CACHE_FOLDER))
    with locked(cache):
        content = read(site, signatures(site), cache, None, time.time_ns())
    papers = [record.paper.authors for record in content.papers]
    remarks = owner_remarks(papers, content.people, content.config.owner, _heads(files))
    return [shown(f"  {remark.path}: {remark.message}; {remark.hint}") for remark in remarks]


def _heads(files: Sequence[str]) -> Iterator[str]:
    """The first lines of the files, as far as they are text, each without what a browser puts behind a name."""
    for path in files:
        with suppress(OSError):
            with open(path, encoding="utf-8", errors="replace") as file:
                lines = list(islice(file, _HEAD))
            yield from (re.split(r"\s+[-–|]\s|\t", line)[0].strip() for line in lines if len(line) < _LONGEST_NAME)


def _paths(options: argparse.Namespace, site: str) -> list[str]:
    """The files that are named, each once, and for a restoration the sources that the site has."""
    from publist.content.content_folder import SOURCES

    if not options.files and not options.restore:
        raise UsageError(
            f"nothing to import: name a file, or restore a deleted paper with --restore SLUG{_in_sources(site)}"
        )
    folder = os.path.join(site, SOURCES)
    paths = [path for path in options.files if not os.path.isdir(path)]
    if options.restore and os.path.isdir(folder):
        paths += [os.path.join(root, name) for root, _, names in os.walk(folder) for name in sorted(names)]
    return list({os.path.realpath(path): path for path in reversed(paths)}.values())[::-1]


def _in_sources(site: str) -> str:
    """What to say of content/sources, which somebody may have meant: a build imports it, and what in it is no list."""
    from publist.content.content_folder import SOURCES
    from publist.content.stray_files import is_source

    folder = os.path.join(site, SOURCES)
    names = [name for _, _, names in os.walk(folder) for name in sorted(names) if not name.startswith(".")]
    strays = [name for name in names if not is_source(f"{SOURCES}/{name}")]
    said = f"; {SOURCES}/ is imported by publist build" if len(names) > len(strays) else ""
    if strays:
        shown_names = shown(", ".join(strays[:_STRAYS_SHOWN])) + (", …" if len(strays) > _STRAYS_SHOWN else "")
        said += f"; in {SOURCES}/ these are no lists: {shown_names}"
    return said


def _read(paths: Sequence[str], site: str) -> tuple[dict[str, bytes], list[Problem]]:
    """What the files hold, by their names in the ledger, and which cannot be read.

    PublistError where two files have one name, since each would be taken for the other's next state.
    """
    from publist.content.content_folder import SOURCES

    names = {path: _name(path, os.path.join(site, SOURCES)) for path in paths}
    twice = [path for path, name in names.items() if list(names.values()).count(name) > 1]
    if twice:
        hint = "rename one of them: a source is known by the name of its file"
        raise PublistError(error(path, 0, 0, f"two files are called {names[path]}", hint) for path in twice)
    held: dict[str, bytes] = {}
    problems = []
    for path, name in names.items():
        try:
            held[name] = _bytes(path)
        except OSError as problem:
            problems.append(error(path, 0, 0, f"the file cannot be read: {problem.strerror}"))
    return held, problems


def _name(path: str, sources: str) -> str:
    """The name of a source in the ledger: its path below content/sources, else the name of the file."""
    below, place = os.path.join(os.path.abspath(sources), ""), os.path.abspath(path)
    return place[len(below) :].replace(os.sep, "/") if place.startswith(below) else os.path.basename(path)


def _bytes(path: str) -> bytes:
    """What a file or a pipe holds, as far as it is read at all; a device may have no end."""
    if path == "-":
        return sys.stdin.buffer.read(SOURCE + 1)
    with open(path, "rb") as file:
        if stat.S_ISCHR(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is a device")
        return file.read(SOURCE + 1)

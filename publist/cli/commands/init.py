"""``publist init``: create a new site."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, from_here

if TYPE_CHECKING:
    from publist.cli.new_site import Started

_SYNC_NEXT = "Next: add `sources:` to content/site.yaml, try publist sync --dry-run, then commit and push."
_SYNC_ONCE = "One-time setup: on GitHub, Settings → Actions → General → allow Actions to create pull requests."


def add(subparsers: Any) -> None:
    """Add ``init`` with its folder."""
    parser = add_command(
        subparsers,
        "init",
        example="publist init papers && cd papers && publist serve --open",
        more="Existing files are kept. Owner and site URL come from the folder's git repository, if there is one; "
        "with --from, owner, colour, pages, papers, people and news come from a site made with another generator.",
    )
    parser.add_argument("folder", metavar="DIR", nargs="?", help="folder of the new site (default: current folder)")
    sync = "also write the workflow that runs publist sync each week; works in an existing site, too"
    parser.add_argument("--sync", choices=("weekly",), help=sync)
    parser.add_argument("--from", dest="other", metavar="SITE", help="folder of a site made with another generator")
    parser.add_argument("--all", action="store_true", help="with --from: list each thing that did not come over")


def run(options: argparse.Namespace, say: Say) -> int:
    """Create the site, and print what to do next."""
    from publist.cli.new_site import start

    folder = options.folder or options.site
    if options.other:
        return _from_another(folder, options, say)
    there = os.path.isdir(os.path.join(folder, "content"))
    started = start(os.path.abspath(folder), sync=bool(options.sync))
    if options.json:
        say.json(started._asdict() | {"guess": started.guess._asdict()})
        return 0
    for line in (
        [*_added(started), _SYNC_NEXT] if there else [*_created(started, folder), *_next_steps(started, folder)]
    ):
        say(line)
    if options.sync:
        say(_SYNC_ONCE)
    return 0


def _added(started: Started) -> list[str]:
    lines = [f"Added {path}" for path in started.written]
    return lines + [f"  {path} (existing file, kept)" for path in started.kept]


def _from_another(folder: str, options: argparse.Namespace, say: Say) -> int:
    """Create the site with the settings of another one, and import all that it holds."""
    from publist.cli.commands import import_
    from publist.cli.imports import imported, moved_from
    from publist.cli.new_site import start

    there = os.path.isdir(os.path.join(folder, "content"))
    sites = moved_from(options.other)
    settings = {key: value for found in reversed(sites) for key, value in found.settings.items()}
    started = start(os.path.abspath(folder), settings, sync=bool(options.sync))
    if not options.json:
        for line in _added(started) if there else _created(started, folder):
            say(line)
    options.site, options.files, options.dry_run = folder, [options.other], False
    code = import_.told(imported(os.path.abspath(folder), [], sites), options, say)
    if options.sync and not options.json:
        say(_SYNC_ONCE)
    return code


def _created(started: Started, folder: str) -> list[str]:
    lines = [f"  {path}" for path in started.written]
    lines += [f"  {path} (existing file, kept)" for path in started.kept]
    if ".gitignore" in started.kept:
        lines.append("  add to .gitignore: /output/* and /.publist/")
    if ".gitattributes" in started.kept:
        lines.append("  add to .gitattributes: * text=auto eol=lf")
    return [f"Created a new site in {from_here(folder)}:", *lines]


def _next_steps(started: Started, folder: str) -> list[str]:
    where = from_here(folder)
    enter = "" if where == "." else f"cd {where} && "
    lines = [f"Next: {enter}publist serve --open, then edit content/"]
    if not started.guess.base_url:
        lines.append("To publish, push this folder to GitHub; README.md shows how.")
    return lines

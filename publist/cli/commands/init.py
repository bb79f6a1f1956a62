"""``publist init``: begin a new site."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_verb

if TYPE_CHECKING:
    from publist.cli.new_site import Started


def add(subparsers: Any) -> None:
    """Add the parser."""
    parser = add_verb(
        subparsers,
        "init",
        example="publist init papers && cd papers && publist serve --open",
        more="What is in the folder already stays as it is. Owner and address are taken from its git repository.",
    )
    parser.add_argument("folder", metavar="DIR", nargs="?", help="where to (default: the working directory)")


def run(options: argparse.Namespace, say: Say) -> int:
    """Begin, and say what to do next."""
    from publist.cli.new_site import start

    folder = options.folder or options.site
    started = start(os.path.abspath(folder))
    if options.json:
        say.json(started._asdict() | {"guess": started.guess._asdict()})
        return 0
    for line in _next_steps(started, folder):
        say(line)
    return 0


def _next_steps(started: Started, folder: str) -> list[str]:
    lines = [f"  {path}" for path in started.written]
    lines += [f"  {path} was there and stays" for path in started.kept]
    if ".gitignore" in started.kept:
        lines.append("  add to .gitignore: /output/* and /.publist/")
    where = os.path.relpath(folder)
    enter = "" if where == "." else f"cd {where} && "
    lines.append(f"Next: {enter}publist serve --open, and edit content/")
    if not started.guess.base_url:
        lines.append("To publish: a repository on GitHub and a push; README.md has it step by step.")
    return [f"A new site in {where}:", *lines]

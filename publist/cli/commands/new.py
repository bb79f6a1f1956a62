"""``publist new``: a new paper file, ready to edit."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from typing import Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import PublistError, UsageError, error


def add(subparsers: Any) -> None:
    """Add ``new`` with the title and ``--slug``."""
    parser = add_command(
        subparsers,
        "new",
        example='publist new "A Theory of Everything"',
        more="A comment explains each key. It is a draft: publist serve shows it, a build does not. "
        "An existing file is never overwritten.",
    )
    parser.add_argument("title", metavar="TITLE", help="title of the paper")
    parser.add_argument(
        "--slug", metavar="NAME", help="name of the file and of its page (default: made from the title)"
    )


def run(options: argparse.Namespace, say: Say) -> int:
    """Write the file, and print its path."""
    from publist.cache.file_writing import naming
    from publist.cli.today import today
    from publist.content.content_folder import FOLDER, PAPERS, signatures
    from publist.content.paper_template import template

    title = " ".join(options.title.split())
    if not title:
        raise UsageError("a paper needs a title")
    site, path = site_of(options), f"{PAPERS}/{_slug(options, title)}.md"
    if not os.path.isdir(os.path.join(site, FOLDER)):
        signatures(site)  # says what is wrong with the folder
    os.makedirs(os.path.join(site, PAPERS), exist_ok=True)
    place = os.path.join(site, path)
    try:
        with naming(place), open(place, "x", encoding="utf-8", newline="\n") as file:
            file.write(template(title, today()))
    except FileExistsError as problem:
        hint = "edit it, or choose another name with --slug"
        raise PublistError([error(path, 0, 0, "this paper file exists already", hint)]) from problem
    except OSError:  # a full disk: half a file is worse than none
        with suppress(OSError):
            os.unlink(place)
        raise
    if options.json:
        say.json({"path": path})
    else:
        say(f"Created {path}, a draft.")
        say("Next: publist serve --open shows it while you write; delete `draft: true` to publish it.")
    return 0


def _slug(options: argparse.Namespace, title: str) -> str:
    from publist.text.slugs import slugify

    slug = options.slug or slugify(title)
    if slug != slugify(slug):
        raise UsageError(f"{slug!r} is not a valid slug; use {slugify(slug)}")
    return str(slug)

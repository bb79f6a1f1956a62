"""``publist merge``: two papers are versions of one work, or they are not."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_verb, site_of
from publist.model.problems import UsageError

if TYPE_CHECKING:
    from publist.importing.merge_papers import United


def add(subparsers: Any) -> None:
    """Add the parser."""
    parser = add_verb(
        subparsers,
        "merge",
        example="publist merge a-theory-of-everything a-theory-of-everything-2024",
        more="The page of A stays; B becomes one of its versions, and B's address leads to A. "
        "What you have edited counts first; venue, DOI and type are those of the publication.",
    )
    parser.add_argument("paper", metavar="A", help="the name of the paper file that stays, with or without .md")
    parser.add_argument("other", metavar="B", help="the name of the other")
    parser.add_argument("--no", action="store_true", help="remember that they are two works: nobody asks again")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")


def run(options: argparse.Namespace, say: Say) -> int:
    """Merge or keep apart, and say what became of the papers."""
    from publist.build.builder import CACHE_FOLDER
    from publist.build.state import locked
    from publist.cache.store import Cache
    from publist.importing.merge_papers import keep_apart, unite

    one, other = (os.path.basename(name).removesuffix(".md") for name in (options.paper, options.other))
    if one == other:
        raise UsageError(f"{one} cannot be merged with itself")
    site = site_of(options)
    with locked(Cache(os.path.join(site, CACHE_FOLDER))):
        if options.no:
            _tell_apart(options, say, one, other, keep_apart(site, one, other, dry_run=options.dry_run))
        else:
            _tell(options, say, unite(site, one, other, dry_run=options.dry_run))
    return 0


def _tell_apart(options: argparse.Namespace, say: Say, one: str, other: str, news: bool) -> None:
    if options.json:
        say.json({"apart": [one, other], "news": news})
    else:
        say(f"{one} and {other} are two works" + ("" if news else ", as was known"))


def _tell(options: argparse.Namespace, say: Say, done: United) -> None:
    from publist.importing.report_lines import kept_edit_line

    if options.json:
        say.json({**done._asdict(), "left": [kept._asdict() for kept in done.left]})
        return
    would = "would become" if options.dry_run else "is now"
    say(f"{done.former} {would} a version of {done.slug}; its address leads there")
    if done.changed:
        say(f"  changed {done.slug}: {', '.join(done.changed)}")
    for kept in done.left:
        say(kept_edit_line(kept, "the other said"))
    if done.pdf:
        say(f"  the PDF is {done.pdf}")

"""``publist merge``: merge two versions of a paper, or mark them as different papers."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import UsageError

if TYPE_CHECKING:
    from publist.importing.merge_papers import United


def add(subparsers: Any) -> None:
    """Add ``merge`` with the two papers, ``--no`` and ``--dry-run``."""
    parser = add_command(
        subparsers,
        "merge",
        example="publist merge a-theory-of-everything a-theory-of-everything-2024",
        more="Keeps the page of A; B becomes one of its versions, and the address of B redirects to A. "
        "Your edits win; venue, DOI and type come from the published version.",
    )
    parser.add_argument("paper", metavar="A", help="the paper file to keep, with or without .md")
    parser.add_argument(
        "other", metavar="B", help="the other paper file; with --no also the DOI or arXiv number of a version of A"
    )
    parser.add_argument("--no", action="store_true", help="mark them as different papers; they are not proposed again")
    parser.add_argument("--dry-run", action="store_true", help="show what would change; write nothing")


def run(options: argparse.Namespace, say: Say) -> int:
    """Merge the papers or mark them as different, and print what changed."""
    from publist.build.site_writing import writing
    from publist.importing.merge_papers import keep_apart, unite

    one, other = (_name(name) for name in (options.paper, options.other))
    if one == other:
        raise UsageError(f"{one} cannot be merged with itself")
    site = site_of(options)
    with writing(site):
        if options.no:
            _tell_apart(options, say, one, other, keep_apart(site, one, other, dry_run=options.dry_run))
        else:
            _tell(options, say, unite(site, one, other, dry_run=options.dry_run))
    return 0


def _name(text: str) -> str:
    """The slug of a paper file, or the identifier of a version."""
    from publist.text import identifiers

    return identifiers.doi(text) or identifiers.arxiv(text) or os.path.basename(text).removesuffix(".md")


def _tell_apart(options: argparse.Namespace, say: Say, one: str, other: str, news: bool) -> None:
    if options.json:
        say.json({"apart": [one, other], "news": news})
    else:
        say(f"{one} and {other} are {'now' if news else 'already'} marked as different papers")


def _tell(options: argparse.Namespace, say: Say, done: United) -> None:
    from publist.importing.report_lines import kept_edit_line

    if options.json:
        say.json({**done._asdict(), "left": [kept._asdict() for kept in done.left]})
        return
    would = "would become" if options.dry_run else "is now"
    say(f"{done.former} {would} a version of {done.slug}; its address redirects there")
    if done.changed:
        say(f"  changed {done.slug}: {', '.join(done.changed)}")
    for kept in done.left:
        say(kept_edit_line(kept, "the other said"))
    if done.pdf:
        say(f"  the PDF is {done.pdf}")

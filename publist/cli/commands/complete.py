"""``publist complete``: fill in what papers lack from scholarly services."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import shown

if TYPE_CHECKING:
    from publist.network.completing import Ask
    from publist.network.searching import Match


def add(subparsers: Any) -> None:
    """Add ``complete`` with its papers, ``--dry-run``, ``--offline`` and ``--refresh``."""
    from publist.cli.online import add_online

    parser = add_command(
        subparsers,
        "complete",
        example="publist complete --dry-run\n  publist complete a-theory-of-everything",
        more="Fills empty fields only: authors after “et al.”, DOI, venue, pages, PDF, abstract. A match needs title, "
        "authors and year to agree; doubtful ones are asked about on a terminal, listed otherwise, and never taken.",
    )
    parser.add_argument(
        "papers", metavar="SLUG", nargs="*", help="papers to complete (default: all that lack something)"
    )
    parser.add_argument("--dry-run", action="store_true", help="show each match with its evidence; write nothing")
    add_online(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Complete the papers, and print each match with its evidence."""
    from publist.cli.online import client_of
    from publist.cli.reports.completions import complete_lines, complete_values
    from publist.cli.today import today
    from publist.network.completing import complete
    from publist.network.site_papers import site_papers

    slugs = [os.path.basename(name).removesuffix(".md") for name in options.papers]
    known = site_papers(site_of(options))
    say.problems(known.problems)
    client = client_of(options, known.config, say)
    asks = sys.stdin.isatty() and sys.stdout.isatty() and not (options.json or options.dry_run)
    ask = _question(say) if asks else None
    report = complete(known, client, today(), slugs, dry_run=options.dry_run, ask=ask)
    if options.json:
        say.json(complete_values(report))
        return 0
    say.problems(report.problems)
    for line in complete_lines(report, dry_run=options.dry_run):
        say(line)
    return 0


def _question(say: Say) -> Ask:
    from publist.cli.reports.completions import match_line

    def ask(slug: str, match: Match) -> bool:
        say(shown(f"{slug}: is this the paper?"))
        say(shown(f"  {match_line(match)}"))
        try:
            return input("  y/N: ").strip().lower() in ("y", "yes")
        except EOFError:  # nobody is there to answer
            return False

    return ask

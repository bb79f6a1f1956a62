"""``publist sync``: bring the list up to date with the services that list your works."""

from __future__ import annotations

import argparse
from typing import Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import UsageError, errors_in


def add(subparsers: Any) -> None:
    """Add ``sync`` with its services, ``--dry-run``, ``--offline``, ``--refresh`` and ``--summary``."""
    from publist.cli.online import add_online

    parser = add_command(
        subparsers,
        "sync",
        example="publist sync --dry-run\n  publist sync orcid dblp",
        more="Reads the services under `sources:` in content/site.yaml. Your edits and deletions are kept. A service "
        "that does not answer is reported, and the others are read.",
    )
    parser.add_argument("services", metavar="SERVICE", nargs="*", help="only these services (default: all)")
    parser.add_argument("--dry-run", action="store_true", help="show what would change; write nothing")
    parser.add_argument("--summary", choices=("text", "markdown"), default="text", help="form of the report")
    add_online(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Sync, and print what is new, changed, kept and retracted; 1 if nothing could be read or imported."""
    from publist.cli.online import client_of
    from publist.cli.reports.syncs import markdown_lines, sync_lines, sync_values
    from publist.cli.today import today
    from publist.network.site_papers import site_papers
    from publist.network.sync import sync

    known = site_papers(site_of(options))
    say.problems(known.problems)
    _check(options.services, known.config.sources)
    client = client_of(options, known.config, say)
    report = sync(known, client, today(), only=options.services, dry_run=options.dry_run)
    failed = bool(errors_in(report.imported.problems)) or not report.answered
    if options.json:
        say.json(sync_values(report))
        return int(failed)
    say.problems((*report.problems, *report.imported.problems))
    for line in markdown_lines(report) if options.summary == "markdown" else sync_lines(report, options.dry_run):
        say(line)
    return int(failed)


def _check(services: list[str], sources: tuple[Any, ...]) -> None:
    """UsageError if nothing is declared, or a service is named that is not."""
    from publist.network.lists import declared

    known = list(dict.fromkeys(one.key for one in declared(sources)))
    if not known:
        raise UsageError("no sources. Add to content/site.yaml, for example: sources: [{orcid: 0000-0002-1825-0097}]")
    for name in services:
        if name not in known:
            raise UsageError(f"no source {name!r} under `sources:` in content/site.yaml. Sources: {', '.join(known)}.")

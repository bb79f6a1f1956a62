"""``publist check``: everything that is wrong with the site, or worth a look."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import UsageError

if TYPE_CHECKING:
    from publist.checks.audit import Audit
    from publist.checks.external_links import Tried
    from publist.model.problems import Problem


def add(subparsers: Any) -> None:
    """Add ``check`` with ``--strict``, ``--all``, ``--links``, ``--limit`` and ``--timeout``."""
    parser = add_command(
        subparsers,
        "check",
        example="publist check --strict --links",
        more="Writes nothing. More than three problems of one kind are told once. "
        "The exit code is 1 if there is an error.",
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors (suggestions are none)")
    parser.add_argument("--all", action="store_true", help="list each problem with its fix")
    parser.add_argument("--links", action="store_true", help="also check links to other sites")
    limit = "with --links: number of addresses per run; the next run continues (0: all; default: 500)"
    parser.add_argument("--limit", metavar="N", type=int, default=500, help=limit)
    wait = "with --links: time to wait for an answer, in seconds (default: 10)"
    parser.add_argument("--timeout", metavar="SECONDS", type=float, default=10.0, help=wait)


def run(options: argparse.Namespace, say: Say) -> int:
    """Check, and print every problem and a summary."""
    from publist.checks.audit import audit
    from publist.cli.reports import checks
    from publist.cli.reports.problem_sections import sections

    if options.limit < 0 or options.timeout <= 0:
        raise UsageError("--limit takes a number from 0, and --timeout more than 0 seconds")
    found = audit(site_of(options), say.progress)
    tried = _tried(options, found, say) if options.links else None
    failing = ("error", "warning") if options.strict else ("error",)
    problems = found.problems + (_dead(site_of(options), found, tried) if tried else ())
    if options.json:
        say.json(checks.check_values(found, problems, tried))
    else:
        for line in sections(problems, whole=options.all):
            say(line)
        for line in checks.check_lines(found, problems, tried):
            say(line)
    return int(any(problem.severity in failing for problem in problems))


def _tried(options: argparse.Namespace, found: Audit, say: Say) -> Tried:
    import os

    from publist.build.builder import CACHE_FOLDER
    from publist.cache.store import Cache
    from publist.checks.external_links import Limits, try_links

    cache = Cache(os.path.join(site_of(options), CACHE_FOLDER))
    limits = Limits(most=options.limit, timeout=options.timeout)
    outside = (link.address for link in found.links if "://" in link.address)
    return try_links(outside, cache, limits, say.progress)


def _dead(site: str, found: Audit, tried: Tried) -> tuple[Problem, ...]:
    """A warning at each place of an address that is dead."""
    from publist.checks.dead_links import dead
    from publist.checks.external_links import verdict_of
    from publist.checks.positions import Positions

    places = Positions(site)
    problems = []
    for link in found.links:
        verdict = verdict_of(tried, link.address)
        if verdict and verdict.state == "dead":
            hint = "look where it is now, or delete the link"
            problems.append(dead(link, f"the link {link.address} is dead: {verdict.reason}", hint, places))
    return tuple(problems)

"""``publist build``: import the sources and build the site."""

from __future__ import annotations

import os
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, from_here, site_of
from publist.model.problems import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

PLAIN = SimpleNamespace(
    command="build",
    site=".",
    json=False,
    output=None,
    base_url=None,
    strict=False,
    jobs=0,
    clean=False,
    verify=False,
    explain="",
    cluster="",
)
"""What the parser makes of a command without options."""


def add(subparsers: Any) -> None:
    """Add ``build`` with the options of a build, ``--verify`` and ``--explain``."""
    parser = add_command(
        subparsers,
        "build",
        example="publist build --base-url https://ada.github.io/papers/",
        more="Renders only what changed. If there is an error, the output folder stays as it is.",
    )
    add_options(parser)
    parser.add_argument(
        "--verify", action="store_true", help="rebuild everything in a temporary folder and compare every byte"
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", default="", help="render on the workers of this Dask scheduler as well"
    )
    parser.add_argument("--explain", metavar="PATH", default="", help="explain why this page was rendered, or why not")


def add_options(parser: ArgumentParser) -> None:
    """Add the options of a build, which ``publish`` takes as well."""
    parser.add_argument("--output", metavar="DIR", help="output folder (default: output/)")
    parser.add_argument("--base-url", metavar="URL", help="site URL; overrides base_url in site.yaml")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument(
        "--jobs", metavar="N", type=int, default=0, help="number of parallel jobs (default: number of CPUs)"
    )
    parser.add_argument("--clean", action="store_true", help="rebuild everything; ignore the cache")


def job_of(options: Namespace) -> Any:
    """The options of a build as the builder takes them. UsageError for a site URL that is none."""
    from publist.build.run import Options

    url = options.base_url
    if url and not url.startswith(("http://", "https://")):
        raise UsageError(f"--base-url takes a whole address such as https://user.github.io/repo/, not {url!r}")
    site = site_of(options)
    output = os.path.abspath(options.output or os.path.join(site, "output"))
    return Options(site, output, url, options.strict, options.jobs, options.clean)


def run(options: Namespace, say: Say) -> int:
    """Build, and print a summary."""
    from publist.build.builder import build
    from publist.cli.reports import builds

    started = time.perf_counter()
    job = job_of(options)._replace(explain=options.explain, cluster=options.cluster)
    first = not os.path.isdir(job.output)
    report = build(job, say.progress)
    seconds = time.perf_counter() - started
    if options.json:
        say.json(builds.build_values(report, seconds, job.output))
        return _verified(job, say) if options.verify else 0
    say.problems(report.problems)
    if any(report.imported or ()):
        from publist.importing.report_lines import import_lines

        for line in import_lines(report.imported):
            say(line)
    if report.explained:
        say(report.explained)
    say(builds.build_lines(report, seconds, from_here(job.output)))
    if first:
        say("Next: publist serve --open shows it; push to GitHub, or run publist publish, to put it online.")
    return _verified(job, say) if options.verify else 0


def _verified(job: Any, say: Say) -> int:
    """Compare with a clean build; 1 if a byte differs."""
    from publist.checks.verify import verify

    found = verify(job)
    if not found.differing:
        say(f"verified: {found.compared} files are the same as after a full rebuild")
        return 0
    for line in found.differing:
        say(line)
    return 1

"""The verbs of the command line; the only place that prints."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence

from publist import __version__, reports
from publist.errors import PublistError, UsageError

Verb = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code: 0 done, 1 the content has errors or a check failed, 2 wrong use."""
    # A build makes many values and no circles among them: looking for circles would be a tenth of its time.
    gc.disable()
    options = _parser().parse_args(arguments)
    verb: Verb = options.run
    try:
        return verb(options)
    except PublistError as problem:
        _print_problems(options, problem)
        return 1
    except UsageError as problem:
        print(f"publist: {problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="publist",
        description="Turns a publication list into a website its author owns.",
        epilog="Without a verb it builds: import content/sources, then write the site into output/.",
    )
    parser.add_argument("--version", action="version", version=f"publist {__version__}")
    _build_options(parser)
    parser.set_defaults(run=_build)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")
    build = verbs.add_parser("build", help="import the sources and build the site")
    _build_options(build, again=True)
    build.set_defaults(run=_build)
    return parser


def _build_options(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """Options of a build; ``again`` under the verb, where those given before it must not be reset."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if again else value

    site = "the folder that holds content/ (default: the working directory)"
    parser.add_argument("--site", metavar="DIR", default=default("."), help=site)
    parser.add_argument("--json", action="store_true", default=default(False), help="print the report as JSON")
    parser.add_argument(
        "--output", metavar="DIR", default=default(None), help="where to (default: output/ of the site)"
    )
    parser.add_argument("--base-url", metavar="URL", default=default(None), help="the site's address, over site.yaml's")
    parser.add_argument("--strict", action="store_true", default=default(False), help="take warnings for errors")
    parser.add_argument(
        "--jobs", metavar="N", type=int, default=default(0), help="processes (default: one a processor)"
    )
    parser.add_argument("--clean", action="store_true", default=default(False), help="ignore what earlier builds left")


def _build(options: argparse.Namespace) -> int:
    from publist.builder import Options, build

    started = time.perf_counter()
    _check_base_url(options.base_url)
    site = os.path.abspath(options.site)
    output = os.path.abspath(options.output or os.path.join(site, "output"))
    job = Options(site, output, options.base_url, options.strict, options.jobs, options.clean)
    report = build(job, _progress(options))
    seconds = time.perf_counter() - started
    if options.json:
        print(reports.as_json(report, seconds, output))
        return 0
    for problem in report.problems:
        print(problem, file=sys.stderr)
    for line in reports.import_lines(report.imported) if report.imported else ():
        print(line)
    print(reports.build_lines(report, seconds, os.path.relpath(output)))
    return 0


def _check_base_url(url: str | None) -> None:
    if url and not url.startswith(("http://", "https://")):
        raise UsageError(f"--base-url takes a whole address such as https://user.github.io/repo/, not {url!r}")


def _progress(options: argparse.Namespace) -> Callable[[str, int, int], None]:
    """Progress on a terminal, one line that is overwritten; nothing where nobody watches or the work is short."""
    from publist.builder import silent

    if options.json or not sys.stderr.isatty():
        return silent
    began = time.perf_counter()

    def show(what: str, done: int, total: int) -> None:
        if time.perf_counter() - began > 0.5:
            end = "\r\x1b[K" if done >= total else ""
            print(f"\r{what} {done} of {total}{end}", end="", file=sys.stderr, flush=True)

    return show


def _print_problems(options: argparse.Namespace, problem: PublistError) -> None:
    if options.json:
        print(reports.problems_as_json(problem.problems))
        return
    for one in problem.problems:
        print(one, file=sys.stderr)
    print(reports.failure_line(problem.problems), file=sys.stderr)

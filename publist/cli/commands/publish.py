"""``publist publish``: build the site and put it on a branch that GitHub Pages serves."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_verb
from publist.cli.commands.build import add_options, job_of

if TYPE_CHECKING:
    from publist.publishing.push import Published

_SHOWN = 20


def add(subparsers: Any) -> None:
    """Add the parser."""
    parser = add_verb(
        subparsers,
        "publish",
        example="publist publish --dry-run",
        more="Your working tree and your other branches are not touched. Where the Pages workflow publishes, this is "
        "not needed.",
    )
    parser.add_argument("--dry-run", action="store_true", help="do all but the push, and say what would change")
    parser.add_argument("--remote", metavar="NAME", default="origin", help="a remote, or its address (default: origin)")
    parser.add_argument("--branch", metavar="NAME", default="gh-pages", help="the branch (default: gh-pages)")
    parser.add_argument("--replace", action="store_true", help="take over a branch that publist did not make")
    add_options(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Publish, and say what changed."""
    from publist.publishing.push import Target, publish

    target = Target(options.remote, options.branch, options.replace)
    done = publish(job_of(options), target, dry_run=options.dry_run, progress=say.progress)
    if options.json:
        say.json(done._asdict() | {"problems": [problem._asdict() for problem in done.problems]})
        return 0
    say.problems(done.problems)
    for sign, paths in (("+", done.new), ("~", done.changed), ("-", done.removed)):
        for line in _pages(sign, paths):
            say(line)
    say(_summary(done, dry_run=options.dry_run))
    return 0


def _pages(sign: str, paths: Sequence[str]) -> list[str]:
    """The pages among the files, one a line; many are cut short."""
    pages = [path.removesuffix("index.html") or "(the front page)" for path in paths if path.endswith(".html")]
    more = [f"{sign} ... and {len(pages) - _SHOWN} more pages"] if len(pages) > _SHOWN else []
    return [f"{sign} {page}" for page in pages[:_SHOWN]] + more


def _summary(done: Published, *, dry_run: bool) -> str:
    counts = ((len(done.new), "new"), (len(done.changed), "changed"), (len(done.removed), "removed"))
    told = ", ".join(f"{number} {what}" for number, what in counts if number)
    where = f"{done.branch} of {done.remote}"
    if not told:
        return f"nothing new: {where} has this site already"
    if dry_run:
        return f"would publish to {where}: {told} files"
    lines = [f"published to {where}: {told} files"]
    if done.first:
        lines.append(f"Once: on GitHub, under Settings > Pages, choose the branch {done.branch} and the folder /.")
    if done.url:
        lines.append(f"In a minute or two: {done.url}")
    return "\n".join(lines)

"""``publist publish``: build the site and put it on a branch that GitHub Pages serves."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command
from publist.cli.commands.build import add_options, job_of

if TYPE_CHECKING:
    from publist.publishing.push import Published

_SHOWN = 20


def add(subparsers: Any) -> None:
    """Add ``publish`` with the remote, the branch, ``--replace``, ``--dry-run`` and the options of a build."""
    parser = add_command(
        subparsers,
        "publish",
        example="publist publish --dry-run",
        more="Your working tree and other branches are not touched. Not needed where the Pages workflow publishes.",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change; publish nothing")
    parser.add_argument("--remote", metavar="NAME", default="origin", help="git remote, or its URL (default: origin)")
    parser.add_argument("--branch", metavar="NAME", default="gh-pages", help="branch to push to (default: gh-pages)")
    parser.add_argument("--replace", action="store_true", help="replace a branch that publist did not create")
    add_options(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Publish, and print what changed."""
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
    """The pages among the files, one a line, at most ``_SHOWN`` of them."""
    pages = [path.removesuffix("index.html") or "(the front page)" for path in paths if path.endswith(".html")]
    more = [f"{sign} ... and {len(pages) - _SHOWN} more pages"] if len(pages) > _SHOWN else []
    return [f"{sign} {page}" for page in pages[:_SHOWN]] + more


def _summary(done: Published, *, dry_run: bool) -> str:
    counts = ((len(done.new), "new"), (len(done.changed), "changed"), (len(done.removed), "removed"))
    told = ", ".join(f"{number} {what}" for number, what in counts if number)
    where = f"{done.branch} of {done.remote}"
    if not told:
        return f"Already up to date on {done.branch}."
    if dry_run:
        return f"would publish to {where}: {told} files"
    lines = [f"published to {where}: {told} files"]
    if done.first:
        lines.append(
            f"One-time setup: on GitHub, open Settings → Pages and choose branch {done.branch}, folder / (root)."
        )
    if done.url:
        lines.append(f"Online in a minute or two: {done.url}")
    return "\n".join(lines)

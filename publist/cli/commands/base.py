"""What all commands share: how they print, and their common options."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from publist.cli.commands import COMMANDS
from publist.model.problems import Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Say(Protocol):
    """Prints for a command, which prints in no other way."""

    def __call__(self, text: str) -> None:
        """Print a result on standard output."""

    def json(self, value: object) -> None:
        """Print one JSON value on standard output."""

    def remark(self, text: str) -> None:
        """Print a line on standard error."""

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print problems on standard error."""

    def progress(self, what: str, done: int, total: int) -> None:
        """Show progress on a terminal; ``total`` is 0 where nobody knows it."""


def add_command(subparsers: Any, name: str, *, example: str, more: str = "") -> ArgumentParser:
    """A parser for a command of the table, with the common options and an example at the end of its help.

    ``more`` is what its help says after the first sentence.
    """
    from publist.cli.commands.help_text import HelpText

    summary = COMMANDS[name]
    told = f"{summary[0].upper()}{summary[1:]}. {more}".strip()
    parser: ArgumentParser = subparsers.add_parser(
        name,
        help=summary,
        description=told,
        epilog=f"example:\n  {example}",
        formatter_class=HelpText,
    )
    add_common(parser, again=True)
    return parser


def add_common(parser: ArgumentParser, *, again: bool = False) -> None:
    """Add --site and --json; ``again`` under a command, where those given before it must not be reset."""
    from argparse import SUPPRESS

    site = "folder that holds content/ (default: current folder)"
    parser.add_argument("--site", metavar="DIR", default=SUPPRESS if again else ".", help=site)
    default = SUPPRESS if again else False
    parser.add_argument("--json", action="store_true", default=default, help="print the result as JSON")


def site_of(options: Namespace) -> str:
    """The absolute path of the site's folder."""
    return os.path.abspath(str(options.site))


def from_here(path: str) -> str:
    """The path from the working folder; on another drive of Windows there is none, and it stays as it is."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return path

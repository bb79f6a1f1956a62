"""The front door: finds the command, runs it, and is the only place that prints."""

from __future__ import annotations

import gc
import io
import os
import sys
import time
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from publist import __version__
from publist.cli.commands import COMMANDS, module_of
from publist.model.problems import Problem, PublistError, UsageError, error

if TYPE_CHECKING:
    from argparse import ArgumentParser

_EPILOG = """\
Without a command, publist builds: it imports content/sources/ and writes the site to output/.
Each command has its own help: publist build --help

example:
  publist init papers && cd papers && publist serve --open"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 the content has errors or a check failed, 2 wrong use."""
    # A build makes many values and no circles among them: looking for circles would be a tenth of its time.
    gc.disable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = _Voice(quiet="--json" in given)
    try:
        name, given = _with_command(given)
        options = _options(name, given)
        return int(import_module(module_of(options.command)).run(options, say))
    except PublistError as problem:
        say.failure(problem.problems, name)
        return 1
    except UsageError as problem:
        print(f"publist: {problem}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # who reads our output has seen enough (`publist export | head`)
        _silence(sys.stdout)
        return 141
    except OSError as problem:
        return _failed(problem, say, name)
    except KeyboardInterrupt:
        say.clear()
        return 130


def _failed(problem: OSError, say: _Voice, command: str) -> int:
    """Say in a line what the machine refused: a full disk, a file that may not be read; the exit code."""
    what = problem.strerror or str(problem)
    if problem.filename is not None:
        say.failure([error(os.fsdecode(problem.filename), 0, 0, f"the system says: {what}")], command)
        return 1
    _silence(sys.stdout)
    print(f"standard output: error: cannot be written: {what}", file=sys.stderr)
    return 1


def _silence(stream: TextIO) -> None:
    """Let what is still in the stream's buffer go nowhere, so that nothing fails when it is closed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def command() -> NoReturn:
    """The whole process: ``main`` with its arguments, then the end."""
    for stream in (sys.stdout, sys.stderr):
        # The same bytes everywhere, whatever a system takes for its encoding and for the end of a line.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    code = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = 141
    except OSError as problem:  # a full disk
        print(f"standard output: error: cannot be written: {problem.strerror}", file=sys.stderr)
        code = 1
    # Python would free all values one by one, which after a large build takes a tenth of a second.
    os._exit(code)


def _with_command(given: list[str]) -> tuple[str, list[str]]:
    """The command, and the arguments with it; the command is empty if only the help or the version is asked for.

    Options that all commands have may come before it; any other argument there means that it was left out.
    """
    place = 0
    while place < len(given) and given[place].startswith(("--site", "--json")):
        place += 2 if given[place] == "--site" else 1
    first = given[place] if place < len(given) else ""
    if first in ("-h", "--help", "--version"):
        return "", given
    if not first or first.startswith("-"):
        return "build", [*given[:place], "build", *given[place:]]
    if first not in COMMANDS:
        raise UsageError(_unknown(first))
    return first, given


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    from publist.text.look_alikes import told_apart

    near = get_close_matches(word, COMMANDS, 1)
    meant = f"Did you mean {near[0]!r}?{told_apart(word, near[0])}" if near else f"Commands: {', '.join(COMMANDS)}."
    return f"unknown command {word!r}. {meant}"


def _options(command: str, given: list[str]) -> Any:
    """The options of the command. A plain build has none to parse, and is often over before a parser were made."""
    if given == ["build"]:
        from publist.cli.commands.build import PLAIN

        return PLAIN
    return _parser(command).parse_args(given)


def _parser(command: str) -> ArgumentParser:
    """The parser of one command, or of all if none is named: parsers that are not needed cost time."""
    from argparse import ArgumentParser

    from publist.cli.commands.base import add_common
    from publist.cli.commands.help_text import HelpText

    parser = ArgumentParser(
        prog="publist",
        description="Build a fast website from your publication list.",
        epilog=_EPILOG,
        formatter_class=HelpText,
    )
    parser.add_argument("--version", action="version", version=f"publist {__version__}")
    add_common(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name in [command] if command else COMMANDS:
        import_module(module_of(name)).add(commands)
    return parser


class _Voice:
    """Prints for the commands. Progress goes to a terminal only, one line that is overwritten."""

    def __init__(self, *, quiet: bool) -> None:
        self._json = quiet
        self._watched = not quiet and sys.stderr.isatty()
        self._began = time.perf_counter()
        self._open = False
        """Whether a line of progress stands on the terminal."""

    def __call__(self, text: str) -> None:
        self.clear()
        print(text, flush=True)

    def json(self, value: object) -> None:
        import json

        from publist.text.characters import escaped_in_json

        print(escaped_in_json(json.dumps(value, ensure_ascii=False, indent=2)))

    def remark(self, text: str) -> None:
        self.clear()
        print(text, file=sys.stderr)

    def problems(self, problems: Iterable[Problem]) -> None:
        if found := tuple(problems):
            self.clear()
            from publist.model.problem_list import listed

            for text in listed(found):
                print(text, file=sys.stderr)

    def progress(self, what: str, done: int, total: int) -> None:
        if self._watched and time.perf_counter() - self._began > 0.5:
            self.clear()
            if not total or done < total:
                count = f" {done} of {total}" if total else f" {done}"
                print(f"{what}{count}", end="", file=sys.stderr, flush=True)
                self._open = True

    def clear(self) -> None:
        """Take the line of progress away, so that nothing is printed behind it."""
        if self._open:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._open = False

    def failure(self, problems: Sequence[Problem], command: str) -> None:
        """Print every problem that stopped the command, and how many there are."""
        from publist.cli.reports.problems import failure_line, problem_values

        if self._json:
            self.json(problem_values(problems))
            return
        self.problems(problems)
        print(failure_line(problems, command), file=sys.stderr)

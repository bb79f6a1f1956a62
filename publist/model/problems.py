"""What can be wrong, as values: a Problem says where, what and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "suggestion"]
"""An error stops the build, a warning keeps something from readers, a suggestion may be left as it is."""


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")
"""In the order in which a reader should look at them."""


class Problem(NamedTuple):
    """One thing wrong in what was read.

    ``line`` and ``column`` count from 1; 0 means that the problem has no place in the file
    (the file is missing, say). ``column`` counts characters, not bytes.
    """

    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        path = shown(self.path).replace("\n", "\\n")  # of a file's name: a place is one line
        place = ":".join(str(part) for part in (path, self.line, self.column) if part)
        text = f"{place}: {self.severity}: {shown(self.message)}"
        return f"{text}\n  {shown(self.hint)}" if self.hint else text


def error(path: str, line: int, column: int, message: str, hint: str = "") -> Problem:
    """A problem that stops the build."""
    return Problem("error", path, line, column, message, hint)


def warning(path: str, line: int, column: int, message: str, hint: str = "") -> Problem:
    """A problem that the build goes on after (unless it is strict)."""
    return Problem("warning", path, line, column, message, hint)


def suggestion(path: str, line: int, column: int, message: str, hint: str = "") -> Problem:
    """Something that could be better; nothing is wrong if it stays."""
    return Problem("suggestion", path, line, column, message, hint)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one file from its top to its end."""
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def shown(text: str) -> str:
    """The text with each control character spelled out, so that a terminal prints it and does not obey it.

    Line feeds stay, since hints may have several lines. Format characters that reorder text
    (Unicode bidirectional controls) count as control characters here.
    """
    if text.isprintable():
        return text
    return "".join(_spelled(char) for char in text)


def _spelled(char: str) -> str:
    if char == "\n" or char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class PublistError(Exception):
    """The work cannot go on; carries every problem found so far. Printed by the command line only."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UsageError(Exception):
    """The command was used wrongly (exit code 2)."""

r"""Commands and environments that a LaTeX source defines itself: each use becomes what the definition says.

``\newcommand{\pub}[2]{\item #1: \emph{#2}}`` makes ``\item A. Byron: \emph{On ice}`` of ``\pub{A. Byron}{On ice}``;
lines stay where they are. A definition that programs TeX is left to those who read its uses as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publist.formats.references.latex.arguments import arguments_of, closed

_DEFINITION = re.compile(
    r"""\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*
        (?:\{\s*\\(?P<braced>[a-zA-Z]+)\s*\}|\\(?P<bare>[a-zA-Z]+))
        \s*(?:\[(?P<count>\d)\])?\s*(?:\[(?P<default>[^\[\]]{0,200})\])?\s*(?=\{)
    | \\(?:New|Renew|Provide|Declare)DocumentCommand\s*(?:\{\s*\\(?P<document>[a-zA-Z]+)\s*\}|\\(?P<named>[a-zA-Z]+))
        \s*\{(?P<specification>(?:[^{}]|\{[^{}]*\}){0,200})\}\s*(?=\{)
    | \\[gex]?def\s*\\(?P<primitive>[a-zA-Z]+)\s*(?P<parameters>(?:\#\d\s*)*)(?=\{)
    | \\(?:re)?newenvironment\*?\s*\{(?P<environment>[a-zA-Z]+\*?)\}
        \s*(?:\[(?P<number>\d)\])?\s*(?:\[(?P<option>[^\[\]]{0,200})\])?\s*(?=\{)""",
    re.VERBOSE,
)
_LET = re.compile(r"\\let\s*\\[a-zA-Z]+\s*=?\s*\\[a-zA-Z]+|\\newif\s*\\[a-zA-Z]+")
_USE = re.compile(r"\\(?P<edge>begin|end)\s*\{(?P<environment>[a-zA-Z]+\*?)\}|\\(?P<command>[a-zA-Z]+)\*?")
_PROGRAMS = re.compile(r"\\(?:if(?!thenelse|blank|str)[a-zA-Z]*|expandafter|csname|futurelet|[gex]?def|let|loop|@\w+)")
_KEPT = re.compile(
    r"(?:sub)*section|(?:sub)?paragraph|chapter|part|item|bibitem|emph|text[a-z]{2,6}|href|url|hfill|par|newline|today"
    r"|label\w*|the\w+|document|itemize\*?|enumerate\*?|description|list|tabular\w*|longtable|center|thebibliography"
    r"|\w*(?:[Ss]ection|[Hh]eading)\w*"
)
"""What is read as every LaTeX source has it, however this one prints it."""
_CHOICE = re.compile(r"\\(?P<name>ifthenelse|ifstrempty|ifblank|notblank|ifstrequal|IfNoValueTF|IfValueTF)(?=\s*\{)")
_EQUAL = re.compile(r"\s*\\equal\s*(?=\{)")
_PASSES = 8
_LONGEST = 4_000
"""Characters of a definition."""
_GROWTH, _ROOM = 4, 200_000
"""So many times longer a source may become, and so many characters more: definitions may multiply each other."""


class _Macro(NamedTuple):
    """A definition: its body, the number of its arguments, what an optional first one is if it is not given."""

    body: str
    arity: int
    default: str | None


def expanded(source: str) -> str:
    """The source with what its own definitions say in place of their uses, and as many lines as before."""
    macros, source = _defined(source)
    most = _GROWTH * len(source) + _ROOM
    for _ in range(_PASSES if macros else 0):
        found = _once(source, macros, most)
        if found is None:
            break
        source = found
    return source


def _defined(source: str) -> tuple[dict[str, _Macro], str]:
    """The definitions by their names, and the source without them."""
    macros: dict[str, _Macro] = {}
    pieces: list[str] = []
    at = 0
    for match in _DEFINITION.finditer(source):
        if match.start() < at:
            continue
        bodies, end = arguments_of(source, match.end(), 2 if match["environment"] else 1)
        if not bodies:
            continue
        pieces += [source[at : match.start()], "\n" * source.count("\n", match.start(), end)]
        at = end
        for name, macro in _macros_of(match, bodies):
            if not _KEPT.fullmatch(name.rpartition(" ")[2]) and _is_plain(macro.body):
                macros[name] = macro
    left = "".join([*pieces, source[at:]])
    return macros, _LET.sub("", left)


def _is_plain(body: str) -> bool:
    return len(body) <= _LONGEST and not _PROGRAMS.search(body)


def _macros_of(match: re.Match[str], bodies: Sequence[str]) -> list[tuple[str, _Macro]]:
    """What one definition defines: a command, or the begin and the end of an environment."""
    body = " ".join(bodies[0].split("\n"))
    if match["environment"]:
        begin = _Macro(body, int(match["number"] or 0), match["option"])
        end = _Macro(" ".join(bodies[1:]), 0, None)
        return [(f"begin {match['environment']}", begin), (f"end {match['environment']}", end)]
    name = match["braced"] or match["bare"] or match["document"] or match["named"] or match["primitive"]
    if specification := match["specification"]:
        kinds = re.findall(r"[moO]", re.sub(r"\{[^{}]*\}", "", specification))
        return [(name, _Macro(body, len(kinds), "" if kinds[:1] in (["o"], ["O"]) else None))]
    count = int(match["count"] or 0) or (match["parameters"] or "").count("#")
    return [(name, _Macro(body, count, match["default"]))]


def _once(source: str, macros: Mapping[str, _Macro], most: int) -> str | None:
    """The source with each use expanded once; None if there is none, or if it would become too long."""
    pieces: list[str] = []
    at = 0
    left = most - len(source)
    for match in _USE.finditer(source):
        name = match["command"] or f"{match['edge']} {match['environment']}"
        macro = macros.get(name)
        if match.start() < at or macro is None:
            continue
        arguments, end = _given(source, match.end(), macro)
        if len(arguments) < macro.arity:
            continue
        text = _filled(macro, arguments)
        text += "\n" * (source.count("\n", match.start(), end) - text.count("\n"))
        if not macro.arity and source[end : end + 2] == "{}":
            end += 2
        pieces += [source[at : match.start()], text]
        left -= len(text)
        at = end
        if left < 0:
            return None
    return "".join([*pieces, source[at:]]) if pieces else None


def _given(source: str, at: int, macro: _Macro) -> tuple[list[str], int]:
    """The arguments of a use, the optional one first, and where they end."""
    found: list[str] = []
    if macro.arity and macro.default is not None:
        opened = re.compile(r"\s*\[").match(source, at)
        end = closed(source, opened.end()) if opened else 0
        found.append(source[opened.end() : end] if opened and end else macro.default)
        at = end + 1 if end else at
    if len(found) == macro.arity:
        return found, at
    more, end = arguments_of(source, at, macro.arity - len(found))
    return [*found, *more], end


def _filled(macro: _Macro, arguments: Sequence[str]) -> str:
    """The body with the arguments in their places; an argument that stands there twice is one line the second time."""
    seen: set[str] = set()

    def argument(match: re.Match[str]) -> str:
        number = int(match[1])
        text = arguments[number - 1] if 0 < number <= len(arguments) else ""
        first = match[1] not in seen
        seen.add(match[1])
        return text if first else " ".join(text.split())

    return _chosen(re.sub(r"#(\d)", argument, macro.body))


def _chosen(text: str) -> str:
    """The text with the branch that holds in place of each choice between an argument and none."""
    for _ in range(_PASSES):
        match = _CHOICE.search(text)
        if not match:
            return text
        told, end = arguments_of(text, match.end(), 4 if match["name"] == "ifstrequal" else 3)
        if len(told) < 3:
            return text
        text = text[: match.start()] + told[-2 if _holds(match["name"], told) else -1] + text[end:]
    return text


def _holds(name: str, told: Sequence[str]) -> bool:
    """Whether the first branch is the one that is printed."""
    if name == "ifthenelse" and (equal := _EQUAL.match(told[0])):
        pair, _ = arguments_of(told[0], equal.end(), 2)
        return len(pair) == 2 and pair[0].strip() == pair[1].strip()
    if name == "ifstrequal":
        return told[0] == told[1]
    empty = not told[0].strip()
    return empty if name in ("ifstrempty", "ifblank", "IfNoValueTF") else not empty

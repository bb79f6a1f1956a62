r"""Commands of LaTeX classes for CVs (moderncv, CurVe, tables of years) as items of a list: each entry one item.

``\cventry{2016}{On ice}{A. Byron}{Journal of Ice}{}{vol. 2}`` becomes ``\item 2016. On ice. A. Byron. Journal of
Ice. vol. 2``; lines stay where they are.
"""

from __future__ import annotations

import re

_COMMAND = re.compile(
    r"\\(?P<name>cventry|cvitemwithcomment|cvitem|cvline|cvlistitem|cvpubitem|cvpub|resumeItem"
    r"|(?!bibitem\b)[a-zA-Z]+(?:[Ii]tem|[Ee]ntry|[Pp]aper|[Pp]ub|[Pp]ublication|[Rr]eference))\*?(?=\s*[{\[])"
)
"""Commands of known classes, and those of a class of one's own that are named for what they print."""
_MOST = {"cventry": 6, "cvitemwithcomment": 3, "cvitem": 2, "cvline": 2}
_ONE = frozenset(("cvlistitem", "cvpubitem", "cvpub", "resumeItem"))
"""How many arguments a command takes; one of a class of one's own takes all that follow."""
_ROW = re.compile(
    r"(?m)^(?P<year>[ \t]*(?:\\(?:textbf|textit|emph)\{)?(?:(?:19|20)\d\d|\[?\d{1,3}[.\])]?)\}?)[ \t]*&(?P<text>[ \t])"
)
"""A table's row that begins with a year or a number."""
_ENTRY = re.compile(r"\\entry\*?(?:\[(?P<label>[^\[\]]*)\])?")
_LABEL = 12
"""So many characters of a first argument may be a date; more of them are a part of the reference."""
_LONGEST = 20_000
"""Characters of an argument that are looked at: an open brace must not run to the end of a long source."""


def as_items(source: str) -> str:
    r"""The source with ``\item`` in place of each such command, and as many lines as before."""
    if "\\entry" in source:
        source = _ENTRY.sub(lambda match: f"\\item {_dated(match['label'] or '')}", source)
    if "&" in source:
        source = _ROW.sub(lambda match: f"\\item {_dated(match['year'])}{match['text']}", source)
        source = re.sub(r"(?<!\\)&(?![a-zA-Z#]+;)", " ", source)
    pieces: list[str] = []
    at = 0
    for match in _COMMAND.finditer(source):
        if match.start() < at:
            continue  # one inside another
        arguments, end = _arguments(source, match.end(), _most(match["name"]))
        pieces += [
            source[at : match.start()],
            _item(arguments, match["name"]),
            "\n" * source.count("\n", match.start(), end),
        ]
        at = end
    return "".join([*pieces, source[at:]])


def _most(command: str) -> int:
    return 1 if command in _ONE else _MOST.get(command, 9)


def _item(arguments: list[str], command: str) -> str:
    first, *others = [" ".join(argument.split()) for argument in arguments] or [""]
    told = [part.rstrip(".") if number < len(others) - 1 else part for number, part in enumerate(others) if part]
    is_label = command in _MOST or len(first) <= _LABEL
    if not others:
        return f"\\item {first}"
    return f"\\item {_dated(first) if is_label else first} {'. '.join(part for part in told if part)}"


def _dated(label: str) -> str:
    """The label, if it is a year: it begins the reference; other labels are the list's own."""
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", label)
    return f"{year[0]}." if year else ""


def _arguments(source: str, at: int, most: int) -> tuple[list[str], int]:
    """The arguments in braces that follow, and where they end; those in brackets are passed over."""
    found: list[str] = []
    while len(found) < most:
        opened = re.compile(r"\s*([{\[])").match(source, at)
        end = _closed(source, opened.end()) if opened else 0
        if opened is None or not end:
            break
        if opened[1] == "{":
            found.append(source[opened.end() : end])
        at = end + 1
    return found, at


def _closed(source: str, at: int) -> int:
    """Where the brace or bracket that is open closes; 0 if it does not."""
    depth = 1
    for match in re.compile(r"\\.|[{}\[\]]").finditer(source, at, at + _LONGEST):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return 0

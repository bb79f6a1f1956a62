r"""Commands of LaTeX classes for CVs (moderncv, CurVe, tables of years) as items of a list: each entry one item.

``\cventry{2016}{On ice}{A. Byron}{Journal of Ice}{}{vol. 2}`` becomes ``\item 2016. On ice``, with the other arguments
on lines of their own; lines of the source stay where they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from publist.formats.references.latex.arguments import arguments_of

_COMMAND = re.compile(
    r"\\(?P<name>cventry|cvitemwithcomment|cvitem|cvline|cvlistitem|cvpubitem|cvpub|resumeItem|[a-zA-Z]*[sS]ub[hH]eading"
    r"|(?!bibitem\b)[a-zA-Z]+(?:[Ii]tem|[Ee]ntry|[Pp]aper|[Pp]ub|[Pp]ublication|[Rr]eference|[Tt]hesis|[Aa]rticle)"
    r"|pub|paper|publication|article|reference)\*?(?=\s*[{\[])"
)
"""Commands of known classes, and those of a class of one's own that are named for what they print."""
_ON_A_LINE = re.compile(r"(?m)^[ \t]*\\(?P<name>[a-zA-Z]{3,})\*?(?=[ \t]*\n?[ \t]*\{)")
_KNOWN = re.compile(
    r"begin|end|(?:sub)*section|href|item|bibitem|emph|text\w+|url|doi|arxiv|setlength|addtolength|(?:re)?newcommand|rule"
    r"|setcounter|addtocounter|fontsize|hypertarget|hyperlink|raisebox|parbox|resizebox|scalebox|multicolumn|multirow"
    r"|foreignlanguage|hypersetup|titlespacing|titleformat|fancyhead|fancyfoot|definecolor|colorbox|import|input"
)
_MOST = {"cventry": 6, "cvitemwithcomment": 3, "cvitem": 2, "cvline": 2}
_ONE = frozenset(("cvlistitem", "cvpubitem", "cvpub", "resumeItem"))
"""How many arguments a command takes; one of a class of one's own takes all that follow."""
_ROW = re.compile(
    r"(?m)^(?P<year>[ \t]*(?:\\[a-zA-Z]+\s*\{)?(?:(?:19|20)\d\d|\[?[A-Z]?\d{1,3}[.\])]?)\}?)[ \t]*&(?P<text>[ \t\n])"
)
"""A table's row that begins with a year or a number."""
_ENTRY = re.compile(r"\\entry\*?(?:\[(?P<label>[^\[\]]*)\])?")
_LABEL = re.compile(r"\W{0,2}[A-Za-z]{0,4}[-.\s]?\d{1,3}\W{0,2}")
"""The number of a paper in its list: [J7], C7., 12."""
_WORD = re.compile(r"[^\s,.;:]{1,12}")
_SHORT, _LONG = 12, 30
"""Characters of a word in the margin, and of a date there."""
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 3
"""Fewer uses tell no rule."""


def as_items(source: str) -> str:
    r"""The source with ``\item`` in place of each such command, and as many lines as before."""
    if "\\entry" in source:
        source = _ENTRY.sub(lambda match: f"\\item {dated(match['label'] or '')}", source)
    if "&" in source:
        source = _ROW.sub(lambda match: f"\\item {dated(match['year'])}{match['text']}", source)
        source = re.sub(r"(?<!\\)&(?![a-zA-Z#]+;)", " ", source)
    uses = _uses(source)
    told = _without_numbers(uses)
    pieces: list[str] = []
    at = 0
    for number, (match, _, end) in enumerate(uses):
        lines = "\n" * source.count("\n", match.start(), end)
        pieces += [source[at : match.start()], _item(told[number]), lines]
        at = end
    return "".join([*pieces, source[at:]])


_Use = tuple[re.Match[str], list[str], int]


def _uses(source: str) -> list[_Use]:
    """Each command with its arguments and the place where they end; those inside another are a part of it."""
    found: list[_Use] = []
    for match in sorted([*_COMMAND.finditer(source), *_alike(source)], key=lambda match: match.start("name")):
        if found and match.start() < found[-1][2]:
            continue
        arguments, end = arguments_of(source, match.end(), _most(match["name"]))
        if arguments:
            found.append((match, [" ".join(argument.split()) for argument in arguments], end))
    return found


def _alike(source: str) -> list[re.Match[str]]:
    """Uses of a command that nobody knows and that begins several lines, with two arguments or more."""
    found: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _ON_A_LINE.finditer(source):
        if not _KNOWN.fullmatch(match["name"]) and len(arguments_of(source, match.end(), 2)[0]) > 1:
            found[match["name"]].append(match)
    return [match for matches in found.values() if len(matches) >= _FEW for match in matches]


def _most(command: str) -> int:
    return 1 if command in _ONE else _MOST.get(command, 9)


def _without_numbers(uses: Sequence[_Use]) -> list[list[str]]:
    """The arguments of each use without those that number the list, or name an index before each paper."""
    by_command: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, (match, arguments, _) in enumerate(uses):
        by_command[match["name"], len(arguments)].append(number)
    told: dict[int, list[str]] = {}
    for (command, count), numbers in by_command.items():
        columns = [[uses[number][1][at] for number in numbers] for at in range(count)]
        kept = [at for at in range(1, count) if not _counts(columns[at])]
        is_word = len(numbers) >= _FEW and all(_WORD.fullmatch(text) for text in columns[0])
        for number in numbers:
            told[number] = _told(uses[number][1], kept, is_known=command in _MOST, is_word=is_word)
    return [told[number] for number in range(len(uses))]


def _told(arguments: Sequence[str], kept: Sequence[int], *, is_known: bool, is_word: bool) -> list[str]:
    """What the arguments of one use say: a year that comes first leads, and what numbers the list is left out."""
    if len(arguments) == 1:
        return list(arguments)
    first, others = arguments[0], [arguments[at] for at in kept]
    if (is_known and _is_hint(first)) or is_word or not _LETTER.search(first) or _LABEL.fullmatch(first):
        year = dated(first)
        return [f"{year} {others[0]}".strip(), *others[1:]] if others else [year]
    return [first, *others]


def _is_hint(text: str) -> bool:
    """Whether it may stand in the margin: a date, or a word or two."""
    return len(text) <= _SHORT or (len(text) <= _LONG and bool(dated(text)))


def _counts(column: Sequence[str]) -> bool:
    """Whether the argument of one use after another counts up or down by one."""
    if len(column) < _FEW or not all(text.isdigit() for text in column):
        return False
    steps = [int(after) - int(before) for before, after in pairwise(column)]
    return sum(abs(step) == 1 for step in steps) > 0.8 * len(steps)


def _item(told: Sequence[str]) -> str:
    """The item, each part on a line of its own; what is no more than numbers follows the part before it."""
    whole = ""
    for part in told:
        if not part:
            continue
        between = " \\\\ " if _LETTER.search(part) else ", "
        whole = f"{whole}{between}{part}" if whole else part
    return f"\\item {whole}"


def dated(label: str) -> str:
    """The label, if it is a year: it begins the reference; other labels are the list's own."""
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", label)
    return f"{year[0]}." if year else ""

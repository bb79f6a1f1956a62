"""The text of names in BibTeX: cut where braces allow it, tidied, and as plain text."""

from __future__ import annotations

import re

from publist.text import names
from publist.text.latex.reader import group, to_text
from publist.text.latex.symbols import LETTERS

AND = re.compile(r"\s+\\?and(?=\s)|[{}]", re.IGNORECASE)
COMMA = re.compile(r"[,{}]")
_SPACE = re.compile(r"(?:(?<!\\)~|\s)+|[{}]")
_STYLED = re.compile(
    r"\\(?:textbf|underline|emph|textit|textsc|textrm|text|uline|mkbibbold|mbox)\s*(?=\{)"
    r"|(?=\{\\(?:bf|it|em|sc|sl|rm|bfseries|itshape|scshape|slshape)\b)"
)
_DECLARED = re.compile(r"\\(?:bf|it|em|sc|sl|rm|bfseries|itshape|scshape|slshape)\b\s*")
_LETTER = re.compile(r"\\([A-Za-z]+)\s+(?=[a-z])|\\(textquote(?:right|single))\s+")
_BROKEN_HYPHEN = re.compile(r"\.[\s~]+-(?=\w)")


def cut(text: str, at: re.Pattern[str]) -> list[str]:
    """The text cut where the pattern, which finds braces too, finds something else outside of braces."""
    if "{" not in text and "}" not in text:
        return at.split(text)
    parts, begin, depth = [], 0, 0
    for match in at.finditer(text):
        if match[0] in ("{", "}"):
            depth += 1 if match[0] == "{" else -1
        elif not depth:
            parts.append(text[begin : match.start()])
            begin = match.end()
    return [*parts, text[begin:]]


def words(text: str) -> list[str]:
    """The words of a name part; what braces hold together is one word, but for a suffix."""
    found = [word for word in cut(text, _SPACE) if word]
    if found and found[-1].startswith("{") and found[-1].endswith("}"):
        family, _, suffix = found[-1][1:-1].rpartition(" ")
        if family and names.is_suffix(suffix):
            found[-1:] = [f"{{{family}}}", suffix]
    return found


def tidy(text: str) -> str:
    r"""One name without styles (people mark their own by ``\textbf``), without spaces that TeX would not print."""
    text = _BROKEN_HYPHEN.sub(".-", " ".join(text.split()))
    if "\\" not in text:
        return text
    return _LETTER.sub(_letter, _unstyled(text)).strip()


def plain(text: str) -> str:
    """LaTeX as plain text on one line, without marks of footnotes and braces that somebody escaped."""
    return " ".join(to_text(text.replace("\\{", "").replace("\\}", "")).split()).rstrip(" *†‡§")


def _letter(match: re.Match[str]) -> str:
    r"""``\O ystein`` is one word: the space only ends the command."""
    name = match[1] or match[2]
    return f"\\{name}{{}}" if match[2] or name in LETTERS else match[0]


def _unstyled(text: str) -> str:
    r"""Without ``\textbf{…}`` or ``{\bf …}`` around a name or a part of it."""
    found = _STYLED.search(text)
    while found:
        inside = group(text, found.end())
        if not inside:
            break
        text = f"{text[: found.start()]}{_DECLARED.sub('', inside[0], count=1)}{text[inside[1] :]}"
        found = _STYLED.search(text)
    return text

r"""The headings of LaTeX sources: sections, their kinds in classes for CVs, and words in the margin.

Each becomes ``\section{…}``, ``\subsection{…}`` or ``\subsubsection{…}``, whichever class prints it; lines stay.
"""

from __future__ import annotations

import re

from publist.formats.references.headings import heading_of
from publist.formats.references.latex.arguments import arguments_of

_SECTION = re.compile(
    r"\\(?P<name>(?!titleformat|titlespacing|secti?onfont)(?:chapter|(?:sub)?paragraph"
    r"|[a-zA-Z]*[sS]ection(?:[tT]itle)?|(?:cv|resume|my|my[sS]ection|res)?[hH]eading|marginpar|marginnote"
    r"|begin\s*\{(?!refsection)[a-zA-Z]*[sS]ection\*?\}))\*?\s*(?:\[[^\[\]]*\]\s*)?(?=\{)"
)
"""Also environments that have their heading as an argument: \\begin{rSection}{Papers}."""
_PLAIN = re.compile(r"(?:sub)*section|(?:sub)?paragraph|chapter|margin\w+")
_ALONE = re.compile(r"(?m)^[ \t]*\\(?P<name>[a-zA-Z]+)\*?\{(?P<title>[^{}\\\n]{4,60})\}[ \t]*$")
_STYLES = re.compile(
    r"(?:sub)*section|item|emph|text\w+|underline|uline|centerline|title|author|date|name|begin|end|input"
)
_MOST = 6
"""Arguments of a heading of a class of one's own: dates and places stand behind it."""
_END = re.compile(r"\\end\s*\{(?!refsection)[a-zA-Z]*[sS]ection\*?\}")
_FORM = re.compile(
    r"\\[a-zA-Z]{3,}(?![a-zA-Z])(?!\s*\{)|\\(?:color|fontsize|vspace\*?|hspace\*?|label)\s*\{[^{}]*\}|\\\\"
)


def as_sections(source: str) -> str:
    """The source with plain sections in place of every kind of heading."""
    pieces: list[str] = []
    at = 0
    for match in _SECTION.finditer(source):
        if match.start() < at or (match["name"].startswith("margin") and not _begins_line(source, match.start())):
            continue
        arguments, end = arguments_of(source, match.end(), 1 if _PLAIN.fullmatch(match["name"]) else _MOST)
        if not arguments:
            continue
        title, *others = [" ".join(_FORM.sub(" ", argument).split()) for argument in arguments]
        lines = "\n" * source.count("\n", match.start(), end)
        pieces += [source[at : match.start()], f"\\{_kind(match['name'])}{{{title}}}{' '.join(others)}{lines}"]
        at = end
    return _ALONE.sub(_named, _END.sub("", "".join([*pieces, source[at:]])))


def _named(match: re.Match[str]) -> str:
    """A section for a command that stands alone on its line, if its argument is a heading by its words."""
    known = _STYLES.fullmatch(match["name"]) or heading_of(match["title"]) is None
    return match[0] if known else f"\\section{{{match['title']}}}"


def _begins_line(source: str, at: int) -> bool:
    """Whether nothing but spacing stands before it on its line: it is no note on a text."""
    before = source[source.rfind("\n", 0, at) + 1 : at]
    return not re.sub(r"\\[a-zA-Z]+|[\s{}]", "", before)


def _kind(name: str) -> str:
    small = name.lower()
    if small.count("sub") > 1 or "paragraph" in small:
        return "subsubsection"
    return "subsection" if "sub" in small else "section"

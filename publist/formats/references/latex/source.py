"""The lines of a LaTeX source: each item one line, sections as headings, with marks for italics and bold."""

from __future__ import annotations

import re

from publist.formats.bibtex.journal_macros import JOURNALS
from publist.formats.references.inline import BOLD, BOLD_END, ITALIC, ITALIC_END, LINK, LINK_END, LINK_URL
from publist.formats.references.latex import spacing
from publist.formats.references.latex.arguments import arguments_of
from publist.formats.references.latex.cv_commands import as_items, dated
from publist.formats.references.latex.headings import as_sections
from publist.formats.references.latex.macros import expanded
from publist.text.latex import reader as latex

_IS_TEX = re.compile(r"\\(?:bibitem|item|documentclass|begin\{|section\*?\{|cv\w+\{|entry\b|publication)")
_IS_STYLED = re.compile(r"\\(?:textbf|textit|emph|href)\s*\{")
_STYLED = 5
_COMMENT = re.compile(r"(?m)^[ \t]*%.*|(?<!\\)%(?![0-9A-Fa-f]{2}[^\s%]).*")
"""What follows a percent sign that begins no octet of an address."""
_NOTHING = "\0"
"""What stands in place of a line that is a comment: no blank line, which would end the paragraph."""
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{(?P<name>[^{}]*)\}\s*(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?")
_PROSE = re.compile(r"(?<![\\a-z])[^\W\d_]{4}")
"""What an argument has that is text, and no width, column or number."""
_HEADING = re.compile(r"\\(?P<sub>(?:sub)*)section\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_BEGINS = re.compile(r"\s*\\(?:bibitem|item|(?:sub)*section\{)")
_PART = re.compile(r"(?=\\(?:bibitem|item)\b)|(?=\\(?:sub)*section\{)|\n|\\par\b")
_ITEM = re.compile(
    r"\\(?:bibitem\b\s*(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?\s*\{[^{}\s]*\}"
    r"|item\b\s*(?:\[((?:[^\[\]{}]|\{[^{}]*\})*)\])?)"
)
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_URL = re.compile(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}")
_LINKED_DOI = re.compile(r"\\doi\s*\{([^{}]*)\}(?=\s*\{)")
_ARXIV = re.compile(r"\\(?:arxiv|arXiv|eprint)\s*\{(?:ar[xX]iv:)?([^{}]*)\}(?=\s*\{)")
"""A number that links the text behind it."""
_ET_AL = re.compile(r"\\(?:etal|eal)(?![a-zA-Z])(?:\{\})?\.?")
_JOURNAL = re.compile(r"\\([a-z]{2,8})(?![a-zA-Z{])(?:\{\})?")
_DOI = re.compile(r"\\doi\s*\{([^{}]*)\}")
_STYLE = re.compile(
    r"\\(?:emph|textit|textsl|mkbibemph|textbf|underline|textsc|textrm|textsf|textnormal|uline|mbox|hbox"
    r"|text)\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
)
_OLD_STYLE = re.compile(
    r"\{\s*\\(?P<name>it|em|sl|bf|sc|rm|itshape|bfseries|scshape)\b\s*(?P<text>(?:[^{}]|\{[^{}]*\})*)\}"
)
_BREAK = re.compile(r"\\\\\*?(?:\[[^\[\]]*\])?|\\newline\b|\\linebreak\b")


def is_tex(text: str) -> bool:
    """Whether the text is LaTeX: commands that only its sources have."""
    beginning = text[:100_000]
    return len(_IS_TEX.findall(beginning)) >= 2 or len(_IS_STYLED.findall(beginning)) >= _STYLED


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines, each with the number of the line of the source on which it begins."""
    body, first = _body(text)
    found: list[tuple[int, str]] = []
    pieces: list[str] = []
    begin = first

    def close() -> None:
        joined = " ".join(pieces)
        pieces.clear()
        if joined:
            found.extend((begin, line) for line in _shown(joined))

    for number, line in enumerate(map(_without_environments, body.split("\n")), start=first):
        if not line.strip():
            close()
            found.append((number, ""))
        for at, part in enumerate(_PART.split(line)):
            if at or _BEGINS.match(part):
                close()
            if not pieces:
                begin = number
            pieces += [part.strip(f" \t{_NOTHING}")] if part.strip(f" \t{_NOTHING}") else []
            if _HEADING.fullmatch(part.strip()):
                close()
    close()
    return found


def _body(text: str) -> tuple[str, int]:
    """What the document prints, in commands that every source has, and the number of its first line."""
    source = expanded(_COMMENT.sub(_commented, text) if "%" in text else text)
    above, begin, body = source.partition("\\begin{document}")
    if not begin:
        above, body = "", source
    return as_items(as_sections(body.partition("\\end{document}")[0])), above.count("\n") + 1


def _commented(match: re.Match[str]) -> str:
    return _NOTHING if match.start() == match.string.rfind("\n", 0, match.start()) + 1 else ""


def _without_environments(line: str) -> str:
    """The line with a line end in place of the begin and the end of each environment; its text arguments stay."""
    if "\\" not in line:
        return line
    pieces: list[str] = []
    at = 0
    for match in _ENVIRONMENT.finditer(line):
        if match.start() < at:
            continue
        arguments, end = arguments_of(line, match.end(), 4)
        told = " \\\\ ".join(argument for argument in arguments if _PROSE.search(argument))
        pieces += [line[at : match.start()], "\n", told]
        at = end
    return "".join([*pieces, line[at:]])


def _shown(text: str) -> list[str]:
    """The lines that a piece of source prints."""
    if section := _HEADING.match(text):
        below = text[section.end() :].strip()
        level = "#" * (1 + section["sub"].count("sub"))
        return ["", f"{level} {_text(_marked(section[2]))}", "", *(_shown(below) if below else [])]
    marker = ""
    if item := _ITEM.match(text):
        label = (item[1] or "").strip()
        marker = f"[{label}] " if label.isdigit() else f"• {dated(label)} " if dated(label) else "• "
        text = text[item.end() :]
    lines = [_text(line) for line in _BREAK.split(_marked(text))]
    whole = [line for line in lines if line]
    return [f"{marker if not at else '  ' if marker else ''}{line}" for at, line in enumerate(whole)]


def _marked(text: str) -> str:
    text = spacing.without(text.replace(_NOTHING, ""))
    text = _JOURNAL.sub(lambda match: JOURNALS.get(match[1], match[0]), _ET_AL.sub("et al.", text))
    text = _ARXIV.sub(r"\\href{https://arxiv.org/abs/\1}", _LINKED_DOI.sub(r"\\href{https://doi.org/\1}", text))
    text = _URL.sub(r" \1 ", _DOI.sub(r" https://doi.org/\1 ", text))
    text = _HREF.sub(lambda match: f"{LINK}{match[2]}{LINK_URL}{match[1]}{LINK_END}", text)
    for _ in range(3):
        text = _STYLE.sub(_style, _OLD_STYLE.sub(_old_style, text))
    return text


def _style(match: re.Match[str]) -> str:
    command = match[0][1:5]
    if command in ("emph", "mkbi") or match[0].startswith(("\\textit", "\\textsl")):
        return f"{ITALIC}{match[1]}{ITALIC_END}"
    return f"{BOLD}{match[1]}{BOLD_END}" if match[0].startswith("\\textbf") else match[1]


def _old_style(match: re.Match[str]) -> str:
    begin, end = (
        (ITALIC, ITALIC_END)
        if match["name"] in ("it", "em", "sl", "itshape")
        else (BOLD, BOLD_END)
        if match["name"] in ("bf", "bfseries")
        else ("", "")
    )
    return f"{begin}{match['text'].strip()}{end}"


def _text(source: str) -> str:
    """What LaTeX prints for the source: addresses aside, which stay as they are."""
    parts = re.split(rf"({LINK_URL}[^{LINK_END}]*{LINK_END}|https?://\S+)", source)
    return "".join(part if at % 2 else _printed(part) for at, part in enumerate(parts)).strip(" ~")


def _printed(text: str) -> str:
    text = text.replace("``", "“").replace("''", "”")
    text = re.sub(r"(?<!-)---(?!-)", "—", text)
    text = re.sub(r"(?<!-)--(?!-)", "–", text)
    if re.search(r"[\\{~$`]", text):
        text = latex.to_text(text)
    return re.sub(r"[ \t]+", " ", text)

"""The lines of a LaTeX source: each item one line, sections as headings, with marks for italics and bold."""

from __future__ import annotations

import re

from publist.formats.references.cvcommands import as_items
from publist.formats.references.inline import BOLD, BOLD_END, ITALIC, ITALIC_END, LINK, LINK_END, LINK_URL
from publist.text.latex import reader as latex

_IS_TEX = re.compile(r"\\(?:bibitem|item|documentclass|begin\{|section\*?\{|cv\w+\{|entry\b|publication)")
_IS_STYLED = re.compile(r"\\(?:textbf|textit|emph|href)\s*\{")
_STYLED = 5
_COMMENT = re.compile(r"(?<!\\)%.*")
_BEGIN = re.compile(
    r"\\(?:begin|end)\s*\{[^{}]*\}"
    r"(?:\s*\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]|\s*\{(?:[^{}]|\{[^{}]*\})*\})*"
)
_SECTION = re.compile(
    r"\\(?:sub)*(?:section|paragraph|cvsection|cvsubsection"
    r"|chapter)\*?\s*(?:\[[^\[\]]*\])?\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
)
_ITEM = re.compile(
    r"\\(?:bibitem\b\s*(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?\s*\{[^{}\s]*\}"
    r"|item\b\s*(?:\[((?:[^\[\]{}]|\{[^{}]*\})*)\])?)"
)
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_URL = re.compile(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}")
_DOI = re.compile(r"\\doi\s*\{([^{}]*)\}")
_STYLE = re.compile(
    r"\\(?:emph|textit|textsl|mkbibemph|textbf|underline|textsc|textrm|textsf|textnormal|uline|mbox|hbox"
    r"|text)\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
)
_OLD_STYLE = re.compile(
    r"\{\s*\\(?P<name>it|em|sl|bf|sc|rm|itshape|bfseries|scshape)\b\s*(?P<text>(?:[^{}]|\{[^{}]*\})*)\}"
)
_SPACING = re.compile(
    r"\\(?:newblock|noindent|hfill|smallskip|medskip|bigskip|par|quad|qquad|hskip|vspace\*?\{[^{}]*\}"
    r"|hspace\*?\{[^{}]*\}|vskip\s*\S+|itemsep\S*|setlength\{[^{}]*\}\{[^{}]*\}|label\{[^{}]*\}"
    r"|footnotesize|small|normalsize|large|Large|textwidth|centering|raggedright|protect|leavevmode"
    r"|newpage|clearpage|pagebreak|makecvtitle|maketitle|makecvheader|toprule|midrule|bottomrule|hline"
    r"|tableofcontents|(?:this)?pagestyle\{[^{}]*\}|setcounter\{[^{}]*\}\{[^{}]*\})(?![a-zA-Z])"
)
_UNKNOWN = re.compile(r"\\[a-zA-Z]{2,}(?:Start|End|ubheading|ubHeading|[Ii]tem|[Ee]ntry)\b(?!\s*\{)")
"""What is left of commands of a class of one's own for the parts of a CV."""
_BREAK = re.compile(r"\\\\(?:\[[^\[\]]*\])?|\\newline\b|\\linebreak\b")


def is_tex(text: str) -> bool:
    """Whether the text is LaTeX: commands that only its sources have."""
    beginning = text[:100_000]
    return len(_IS_TEX.findall(beginning)) >= 2 or len(_IS_STYLED.findall(beginning)) >= _STYLED


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines, each with the number of the line of the source on which it begins."""
    body = text.partition("\\begin{document}")[2] if "\\begin{document}" in text[:200_000] else text
    first = text[: len(text) - len(body)].count("\n") + 1
    body = as_items(_COMMENT.sub("", body) if "%" in body else body)
    found: list[tuple[int, str]] = []
    pieces: list[str] = []
    begin = first

    def close() -> None:
        joined = " ".join(pieces).strip()
        pieces.clear()
        if joined:
            found.extend((begin, line) for line in _shown(joined))

    for number, raw in enumerate(body.split("\n"), start=first):
        line = _BEGIN.sub("\n", raw) if "\\" in raw else raw
        if not line.strip():
            close()
            found.append((number, ""))
            continue
        for at, part in enumerate(re.split(r"(?=\\(?:bibitem|item)\b)|(?=\\(?:sub)*section)|\n", line)):
            if at or re.match(r"\s*\\(?:bibitem|item|(?:sub)*section)", part):
                close()
            if not pieces:
                begin = number
            if part.strip():
                pieces.append(part.strip())
    close()
    return found


def _shown(text: str) -> list[str]:
    """The lines that a piece of source prints."""
    if section := _SECTION.match(text):
        return [
            "",
            f"# {_text(section[1])}",
            "",
            *(_shown(text[section.end() :].strip()) if text[section.end() :].strip() else []),
        ]
    marker = ""
    if item := _ITEM.match(text):
        label = (item[1] or "").strip()
        marker = f"[{label}] " if label.isdigit() else "• "
        text = text[item.end() :]
    lines = [_text(line) for line in _BREAK.split(_marked(text))]
    whole = [line for line in lines if line]
    return [f"{marker if not at else '  ' if marker else ''}{line}" for at, line in enumerate(whole)]


def _marked(text: str) -> str:
    text = _URL.sub(r" \1 ", _DOI.sub(r" https://doi.org/\1 ", text))
    text = _HREF.sub(lambda match: f"{LINK}{match[2]}{LINK_URL}{match[1]}{LINK_END}", text)
    for _ in range(3):
        text = _STYLE.sub(_style, _OLD_STYLE.sub(_old_style, text))
    return _SPACING.sub(" ", text)


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
    return "".join(part if at % 2 else _printed(part) for at, part in enumerate(parts)).strip()


def _printed(text: str) -> str:
    text = text if "$" in text else _UNKNOWN.sub(" ", text)
    text = text.replace("``", "“").replace("''", "”")
    text = re.sub(r"(?<!-)---(?!-)", "—", text)
    text = re.sub(r"(?<!-)--(?!-)", "–", text)
    return re.sub(
        r"[ \t]+", " ", latex.to_text(text) if "\\" in text or "{" in text or "~" in text or "$" in text else text
    )

"""Inline markup of a line, Markdown's and a little HTML: its text, and where italics, bold and links are."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

ITALIC, ITALIC_END, BOLD, BOLD_END, LINK, LINK_URL, LINK_END = "\uf101\uf102\uf103\uf104\uf105\uf106\uf107"
MARKS = f"{ITALIC}{ITALIC_END}{BOLD}{BOLD_END}{LINK}{LINK_URL}{LINK_END}"
_ANY_MARK = re.compile(f"[{MARKS}]")
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){1,300})\]\((https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
    r"|[\w./#~-]*)\s?(?:\"[^\"]*\")?\s?\)"
)
_ANGLE_LINK = re.compile(r"<(https?://[^\s<>]+)>")
_BOLD = re.compile(
    r"(?<![\w*\\])\*\*(?=[^\s*])([^*\n]{1,600}?(?:\*[^*\n]{1,200}\*[^*\n]{0,200})?)(?<=[^\s])\*\*(?!\w)"
    r"|(?<!\w)__(?=\S)([^_\n]{1,600})(?<=\S)__(?!\w)"
)
_ITALIC = re.compile(
    r"(?<![\w*\\.)\]])\*(?=[^\s*,.;)])([^*\n]{1,600})(?<=[^\s(])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])([^_\n]{1,600})(?<=\S)_(?!\w)"
)
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML_STYLE = re.compile(r"<(/?)(i|em|cite|b|strong|u|span|sup|sub|code|tt|small|var)(?:\s[^<>]*)?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~$&-])")
_STYLES = {
    "i": (ITALIC, ITALIC_END),
    "em": (ITALIC, ITALIC_END),
    "cite": (ITALIC, ITALIC_END),
    "b": (BOLD, BOLD_END),
    "strong": (BOLD, BOLD_END),
}


class Span(NamedTuple):
    """A stretch of the text in italics or bold, or a link with its address."""

    kind: str
    start: int
    end: int
    url: str = ""


class Styled(NamedTuple):
    """A text without its markup, and where the markup was."""

    text: str
    spans: tuple[Span, ...]


def marked(text: str) -> str:
    """The line with our marks in place of Markdown's."""
    text = _ANY_MARK.sub("", text)
    text = with_links(text)
    if "<" in text:
        text = _ANGLE_LINK.sub(r"\1", text)
        text = _HTML_STYLE.sub(lambda m: _STYLES.get(m[2].lower(), ("", ""))[bool(m[1])], text)
        text = _HTML_BREAK.sub("\n", text)
    if "*" in text or "_" in text:
        text = _BOLD.sub(lambda m: f"{BOLD}{m[1] or m[2]}{BOLD_END}", text)
        text = _ITALIC.sub(lambda m: f"{ITALIC}{m[1] or m[2]}{ITALIC_END}", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return unescape(text) if "&" in text else text


def with_links(text: str) -> str:
    """The text with our marks in place of Markdown's links, which stand in HTML, too."""
    return _LINK.sub(lambda m: f"{LINK}{m[1]}{LINK_URL}{m[2]}{LINK_END}", text) if "](" in text else text


def plain(text: str) -> str:
    """The marked line without marks and addresses."""
    return styled(text).text if _ANY_MARK.search(text) else text


def styled(text: str) -> Styled:
    """Text and spans of a marked text; a mark that is never closed is none."""
    pieces: list[str] = []
    spans: list[Span] = []
    opened: dict[str, int] = {}
    at = length = 0
    for match in _ANY_MARK.finditer(text):
        piece = text[at : match.start()]
        at = match.end()
        mark = match[0]
        if mark == LINK_END and LINK_URL in opened:
            spans.append(Span("link", opened.pop(LINK, length), opened.pop(LINK_URL), piece))
            continue
        pieces.append(piece)
        length += len(piece)
        if mark in (ITALIC, BOLD, LINK, LINK_URL):
            opened[mark] = length
        else:
            kind, begin = ("italic", ITALIC) if mark == ITALIC_END else ("bold", BOLD)
            start = opened.pop(begin, None)
            if start is not None and start < length:
                spans.append(Span(kind, start, length))
    pieces.append(text[at:])
    return Styled("".join(pieces), tuple(spans))

r"""HTML that databases have put into LaTeX: escaped once too often, or not at all.

Crossref and doi.org write ``<em>`` as ``$\less$em$\greater$``, ``&amp;`` as ``{\&}amp$\mathsemicolon$``; reference
managers write ``{\textless}i{\textgreater}``; ADS leaves ``<SUB>`` and ``<ASTROBJ>`` as they are.
"""

from __future__ import annotations

import re
from html import unescape

from publist.text import html_text
from publist.text.latex.html_signs import with_angles, with_semicolons

_ENTITY = re.compile(
    r"\{?\\?&\}?(?P<name>amp|lt|gt|quot|apos|nbsp|(?:#|\{?\\#\}?)\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.IGNORECASE
)
_HEADING = re.compile(r"<(?P<tag>(?:jats:)?title)>\s*(?:abstract|summary)[.:]?\s*</(?P=tag)>\s*", re.IGNORECASE)
_STYLES = {"*": "emph", "**": "textbf", "sup": "textsuperscript", "sub": "textsubscript", "`": "texttt"}


def undone(text: str) -> str:
    """The LaTeX text with the HTML in it as LaTeX; unknown tags and lone signs stay as they are."""
    text = with_semicolons(text)
    if "&" not in text and "<" not in text and "less" not in text and r"\lt" not in text:
        return text
    plain = _ENTITY.sub(_character, _ENTITY.sub(_character, text)) if "&" in text else text
    signed = with_angles(plain)
    if "<" in signed:
        found = html_text.FORMULA.sub(lambda match: html_text.formula(match["inside"], match[0]), signed)
        changed = re.sub(r"\s*\n\n\s*", "\n\n", html_text.TAG.sub(_latex, _HEADING.sub("", found)))
        plain = _ENTITY.sub(_character, changed).strip() if changed != signed else plain
    return plain


def _character(match: re.Match[str]) -> str:
    """The character of an entity; one that LaTeX gives a meaning with its backslash."""
    name = match["name"].replace("{", "").replace("\\", "").replace("}", "")
    char = unescape(f"&{name};")
    if len(char) > 2 or char == match[0]:
        return match[0]
    return f"\\{char}" if char in "&%#_${}" else "~" if char == "\xa0" else char


def _latex(match: re.Match[str]) -> str:
    """A tag as LaTeX: styles open and close groups, blocks part paragraphs, all else that is known vanishes."""
    name, end = match["name"].lower(), bool(match["end"])
    style = _STYLES.get(html_text.MARKS.get(name, ""))
    if style and not match["empty"]:
        return "}" if end else f"\\{style}{{"
    return "\n\n" if name in html_text.BLOCKS else ""

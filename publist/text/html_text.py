"""Text with a little HTML, JATS or MathML in it, as bibliographic databases have it, to Markdown.

Only the elements that these databases use are markup; any other ``<`` is text (``p<0.05``, ``List<T>``).
"""

from __future__ import annotations

import re
from html import unescape

from publist.text import inline_markdown
from publist.text.latex import html_signs
from publist.text.latex.adjacent_formulas import as_markdown
from publist.text.mathml_text import to_tex

MARKS = {
    "i": "*", "em": "*", "italic": "*", "b": "**", "strong": "**", "bold": "**", "sup": "sup", "sub": "sub",
    "code": "`", "tt": "`", "monospace": "`", "inf": "sub", "hi": "*", "var": "*",
}  # fmt: skip
BLOCKS = frozenset("p div sec br list-item li title".split())
_FORMULAS = frozenset("math tex-math annotation inline-formula disp-formula".split())
_OTHERS = frozenset(
    """abstract span sc scp smallcaps astrobj astronomer u underline small big alternatives list ul ol xref
    ext-link a named-content styled-content font mrow mi mn mo mtext msub msup msubsup mfrac msqrt mstyle mover
    munder munderover mspace mtable mtr mtd semantics mpadded mrow mfenced mroot none mprescripts mmultiscripts
    label graphic inline-graphic""".split()
)
_KNOWN = "|".join(sorted({*MARKS, *BLOCKS, *_FORMULAS, *_OTHERS}, key=len, reverse=True))
_ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*"""
TAG = re.compile(rf"<(?P<end>/?)(?:jats:|mml:|m:)?(?P<name>{_KNOWN}){_ATTRIBUTES}\s*(?P<empty>/?)>", re.IGNORECASE)
_TEX = re.compile(
    r"<(?:jats:|mml:|m:)?(?P<name>tex-math|annotation)\b[^<>]*>(?P<tex>.*?)</(?:jats:|mml:|m:)?(?P=name)>",
    re.DOTALL | re.IGNORECASE,
)
FORMULA = re.compile(
    r"<(?P<name>(?:jats:|mml:|m:)?(?:inline-formula|disp-formula|math|tex-math))\b[^<>]*>(?P<inside>.{0,20000}?)</(?P=name)>",
    re.DOTALL | re.IGNORECASE,
)
_TWICE = re.compile(r"&amp;(?=(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});)", re.IGNORECASE)
_ESCAPED = re.compile(
    rf"&lt;(?P<tag>(?P<name>(?:jats:|mml:|m:)?(?:{_KNOWN})){_ATTRIBUTES})&gt;(?P<inside>.{{1,20000}}?)&lt;/(?P=name)&gt;",
    re.DOTALL | re.IGNORECASE,
)
_DOCUMENT = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_BREAK = "\ue002"
"""A private-use character that stands between paragraphs meanwhile."""
_SPACE = re.compile(r"[ \t\r\n]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_KEPT_CAPITALS = re.compile(
    r"\$[^$]*\$|(?:\\[A-Za-z]+\*?|[\^_])(?:\{[^{}]*\})+|\{(?P<held>[^\W\d_]?[\w.+/ -]{0,80}[A-Z][\w.+/ -]{0,80})\}"
)
_HEADING = re.compile(r"abstract\.?|summary\.?", re.IGNORECASE)


def to_markdown(text: str) -> str:
    """The text as Markdown, paragraphs parted by a blank line."""
    text = _escaped_once(html_signs.plain(_BLANK_LINE.sub(_BREAK, text.replace(_BREAK, "\ufffd"))))
    if "$" in text or "\\ensure" in text:
        text = as_markdown(text)
    text = without_braces(text)
    if "<" not in text and "&" not in text and _BREAK not in text:
        return inline_markdown.escape(_SPACE.sub(" ", text).strip())
    formulas: list[str] = []

    def hold(match: re.Match[str]) -> str:
        formulas.append(formula(match["inside"], match[0]))
        return f"\ue000{len(formulas) - 1}\ue001"

    # A blank line, and the beginning and end of an HTML block, are NUL until the paragraphs are parted.
    converted = _Conversion().run(FORMULA.sub(hold, re.sub("[\ue000\ue001]", "", text)))
    return re.sub("\ue000(\\d+)\ue001", lambda match: _in_place(formulas[int(match[1])], match), converted)


def to_text(text: str) -> str:
    """The text as one line without markup."""
    return (
        _SPACE.sub(" ", inline_markdown.plain(to_markdown(text))).strip()
        if "<" in text or "&" in text or "\\" in text
        else _SPACE.sub(" ", without_braces(text)).strip()
    )


def _escaped_once(text: str) -> str:
    """The text without a second escaping: ``&amp;amp;``, and ``&lt;i&gt;…&lt;/i&gt;`` where both tags are there."""
    if "&" not in text:
        return text
    text = _TWICE.sub("&", text)
    return _ESCAPED.sub(r"<\g<tag>>\g<inside></\g<name>>", _ESCAPED.sub(r"<\g<tag>>\g<inside></\g<name>>", text))


def without_entities(text: str) -> str:
    """The text with the characters that its entities name."""
    return _unescaped(_TWICE.sub("&", text)) if "&" in text else text


def without_braces(text: str) -> str:
    """The text without the braces by which BibTeX keeps capitals (``{DNA} of {M}oss``), not of formulas or commands."""
    return _KEPT_CAPITALS.sub(lambda match: match["held"] or match[0], text) if "{" in text else text


def formula(inside: str, whole: str) -> str:
    """A formula in its TeX, if the source has it or its MathML can be read, else its characters."""
    tex = _TEX.search(whole)
    if not tex:
        made = to_tex(whole) if "math" in whole[:14] else to_tex(f"<math>{inside}</math>")
        source = re.sub(r"\\mathrm\{(\w+)\}", r"\1", made)
        if made and re.search(r"[\^_\\{]", source):
            return f"${made}$"
        return inline_markdown.escape(unescape(re.sub(r"\s+", "", re.sub(r"<[^<>]*>", " ", inside))))
    source = unescape(tex["tex"])
    document = _DOCUMENT.search(source)
    source = (document[1] if document else source).strip().strip("$").strip()
    return f"${_SPACE.sub(' ', source)}$" if source and "$" not in source else inline_markdown.escape(source)


def _in_place(formula: str, match: re.Match[str]) -> str:
    """The formula as Markdown wants it between the characters around it."""
    if not (formula.startswith("$") and formula.endswith("$")):
        return formula
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return inline_markdown.formula(formula[1:-1], before, after)


class _Conversion:
    """One pass with a stack of open elements; one that never closes stays without markup."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, list[str]]] = [("", [])]

    def run(self, text: str) -> str:
        at = 0
        for match in TAG.finditer(text):
            self.plain(text[at : match.start()])
            self.tag(match["name"].lower(), bool(match["end"]), bool(match["empty"]))
            at = match.end()
        self.plain(text[at:])
        done = "".join("".join(pieces) for _, pieces in self.stack)
        paragraphs = (_SPACE.sub(" ", paragraph).strip() for paragraph in done.split(_BREAK))
        return "\n\n".join(
            paragraph for paragraph in paragraphs if paragraph and not _HEADING.fullmatch(paragraph.strip("*"))
        )

    def plain(self, text: str) -> None:
        if text:
            plain = _unescaped(text)
            self.stack[-1][1].append(plain if self.stack[-1][0] == "`" else inline_markdown.escape(plain))

    def tag(self, name: str, end: bool, empty: bool) -> None:
        mark = MARKS.get(name)
        if name in BLOCKS:
            self.stack[-1][1].append(_BREAK)
        elif mark and empty:
            pass
        elif mark and not end and len(self.stack) < 12:
            self.stack.append((mark, []))
        elif mark and end and self.stack[-1][0] == mark:
            _, pieces = self.stack.pop()
            self.stack[-1][1].append(_marked("".join(pieces), mark))


def _unescaped(text: str) -> str:
    """The text with its entities decoded; ``&`` without a semicolon after the name is itself."""
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def _marked(text: str, mark: str) -> str:
    if not text.strip():
        return text
    if mark == "`":
        return inline_markdown.code(text.strip())
    return inline_markdown.wrapped(text, mark) if mark[0] == "*" else f"<{mark}>{text}</{mark}>"

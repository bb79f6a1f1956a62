"""Markdown and plain text to LaTeX, as a bibliography wants it: the way back of reading.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

from publist.text import inline_markdown
from publist.text.latex.symbols import ACCENTS, LETTERS

_SPECIAL = re.compile(r"&|%|#|_|\$|\{|\}|~|\^|\\|`|--+|–|—|''+")
"""No sets: where each branch begins with a character, what begins none is passed over six times as fast."""
_ESCAPES = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}",
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "–": r"{\textendash}", "—": r"{\textemdash}",
}  # fmt: skip
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_COMMAND_OF = {mark: command for command, mark in ACCENTS.items()}
_LETTER_OF = {letter: f"{{\\{command}}}" for command, letter in LETTERS.items()}
_FORMULA = re.compile(r"\$\$?[^$]+\$\$?")
_CAPITALS = re.compile(r"\w(?:[\w.+/-]*\w)?")
_MOST_ACCENTS = 2


def from_text(text: str, *, accents: bool = False) -> str:
    r"""Plain text as LaTeX; formulas stay. With ``accents``, letters outside of ASCII become commands (``{\"u}``)."""
    if text.isascii() and not _SPECIAL.search(text):
        return text
    words, formulas, at = [], [""], 0
    for formula in _FORMULA.finditer(text) if text.count("$") > 1 else ():
        if inline_markdown.is_formula(text, formula.start(), formula.end()):
            words.append(text[at : formula.start()])
            formulas.append(_maths(formula[0]))
            at = formula.end()
    words.append(text[at:])
    paired = balanced("".join(words))
    return "".join([formula + _escaped(word, accents, paired) for formula, word in zip(formulas, words, strict=True)])


def from_markdown(text: str, *, accents: bool = False, protect: bool = False) -> str:
    """Markdown as LaTeX. ``protect`` puts braces around capitals that a style must not make small."""
    paired = "{" in text and balanced(inline_markdown.render(text, _WORDS))

    def escaped(plain: str) -> str:
        return _escaped(plain, accents, paired).replace("\xa0", "~").replace("\u202f", r"\,")

    plain = _protecting(text, escaped) if protect else escaped
    return inline_markdown.render(text, _dialect(plain, "{%s}" if protect else "%s"))


_WORDS = inline_markdown.PLAIN._replace(link=lambda label, _: label, maths=lambda *_: "")
"""The text alone, in which formulas and addresses do not count."""


def balanced(text: str) -> bool:
    """Whether BibTeX, which counts braces and knows no backslash, would find the braces closed."""
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def verbatim(text: str) -> str:
    """An address or identifier as a field that TeX does not read; braces and line feeds percent-encoded."""
    return re.sub(r"[{}\s]", lambda match: f"%{ord(match[0]):02X}", text.strip())


def _dialect(text: Callable[[str], str], formula: str) -> inline_markdown.Dialect:
    return inline_markdown.Dialect(
        text,
        emphasis=("\\emph{", "}"),
        strong=("\\textbf{", "}"),
        code=("\\texttt{", "}"),
        superscript=("\\textsuperscript{", "}"),
        subscript=("\\textsubscript{", "}"),
        link=lambda label, address: (
            f"\\href{{{_address(address)}}}{{{label}}}" if label else f"\\url{{{_address(address)}}}"
        ),
        maths=lambda source, display: formula % _maths(f"$${source}$$" if display else f"${source}$"),
    )


def _address(address: str) -> str:
    return verbatim(address).replace("%", r"\%").replace("#", r"\#")


def _maths(formula: str) -> str:
    r"""The formula with its braces in pairs, as BibTeX counts them: ``\{`` counts as one."""
    if balanced(formula):
        return formula
    formula = formula.replace(r"\{", r"\lbrace ").replace(r"\}", r"\rbrace ")
    return formula if balanced(formula) else _escaped(formula, accents=False, paired=False)


def _escaped(text: str, accents: bool, paired: bool) -> str:
    """The text escaped; ``paired`` says that the braces of all of it, of which this is a part, are in pairs."""
    text = normalize("NFC", text) if accents and not text.isascii() else text
    text = _SPECIAL.sub(lambda match: f"\\{match[0]}" if paired and match[0] in "{}" else _escape(match), text)
    return _NOT_ASCII.sub(_accented, text) if accents and not text.isascii() else text


def _escape(match: re.Match[str]) -> str:
    mark = match[0]
    if len(mark) > 1:
        return "{}".join(mark)
    if mark in "–—":
        before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
        risky = (before + after).strip("-<>–—") != before + after
        return _ESCAPES[mark] if risky else "--" if mark == "–" else "---"
    return _ESCAPES.get(mark, f"\\{mark}")


def _accented(match: re.Match[str]) -> str:
    char = match[0]
    if char in _LETTER_OF:
        return _LETTER_OF[char]
    letter, *marks = list(normalize("NFD", char))
    if (
        not marks
        or not letter.isascii()
        or len(marks) > _MOST_ACCENTS
        or any(mark not in _COMMAND_OF for mark in marks)
    ):
        return char
    for mark in marks:
        letter = (
            f"{{\\{_COMMAND_OF[mark]}{{{letter}}}}}"
            if len(letter) > 1 or _COMMAND_OF[mark].isalpha()
            else f"{{\\{_COMMAND_OF[mark]}{letter}}}"
        )
    return letter


def _protecting(title: str, escaped: Callable[[str], str]) -> Callable[[str], str]:
    """An escaping function that braces acronyms and the like, and names if the title is in sentence case."""
    words = re.findall(r"[^\W\d_][\w'’-]{3,}", inline_markdown.plain(title))[1:]
    capitals = sum(word[0].isupper() for word in words)
    sentence_case = capitals * 2 <= len(words)
    first = True

    def protect(match: re.Match[str]) -> str:
        nonlocal first
        word, leads = match[0], first
        first = False
        single = len(word) == 1 and word.isupper() and word not in "AI"
        inner = any(char.isupper() for char in word[1:]) or (single and not leads)
        named = sentence_case and word[0].isupper() and not leads and word not in ("A", "The", "An")
        return f"\0{word}\1" if inner or named else word

    def text(plain: str) -> str:
        marked = escaped(_CAPITALS.sub(protect, plain.replace("\0", "").replace("\1", "")))
        return marked.replace("\0", "{").replace("\1", "}")

    return text

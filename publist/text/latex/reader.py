"""LaTeX text, as abstracts and bibliographies have it, to Markdown or to plain Unicode text.

Not a TeX: a plain ``%`` is no comment, ``~3`` means "about three", addresses stay as they are, maths is kept
whole as ``$…$`` or ``$$…$$``, and a command that nobody knows stays visible. Linear in the length of the text.
"""

from __future__ import annotations

import re

from publist.text import inline_markdown
from publist.text.latex import addresses, html_litter
from publist.text.latex.commands import LONGEST_ARGUMENT, Commands, group

__all__ = ["group", "to_markdown", "to_text"]

_SPECIAL = re.compile(r"[\\{}$~*_`<\[]|--|''|^[ \t]{0,3}(?:[#>]|[-+]\s|\d{1,9}\.\s)", re.MULTILINE)
_TOKEN = re.compile(
    r"""(?P<url>https?://(?:[^\s\\{}<>"$]|\\[_%\#&~](?:\{\})?|\{?\$\\sim\$\}?|\{?\\textasciitilde\b(?:\s?\{\}|\s)?\}?)+)
    | \\(?P<command>[A-Za-z]+|[^A-Za-z])
    | (?P<brace>[{}])
    | (?P<maths>\$\$?)
    | (?P<tie>~+)
    | (?P<dash>-{2,})
    | (?P<inverted>(?<![^\s({\[:*'"“])[?!]`(?=\w|\\['`^~"]))
    | (?P<quote>``|''|`)
    | (?P<mark>[*_<\[\\]|^[ \t]{0,3}(?:[\#>]|[-+](?=\s)|\d{1,9}\.(?=\s)))""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_FORMULA = re.compile(r"\\.|[{}$]", re.DOTALL)
_QUOTED = re.compile(r"`([^`\s][^`\n]{0,200}?)(?<!\s)('(?![A-Za-z])|`(?!`))")
_ESCAPED = re.compile(
    r"(?:\{\\\$\}|\\\$)(?P<tex>[{\\](?!text|emph)(?:[^$\\\n]|\\[^$\n]){1,300}?)(?<!\s)(?:\{\\\$\}|\\\$)"
)
"""A formula whose dollars a publisher's export wrote as dollars of the text: ``\\${\\mathrm{m}}^{2}\\$``."""
_BINDING = re.compile(r"[\w.,;:)\]}%$'’”]")
_SIGNS = ("-", "+", "<", ">", "~", "*", "/", "|", "±", "×", "−")
"""Formulas that are one sign: no text between two prices."""
_NOT_IN_CODE = ("mark", "dash", "quote", "maths", "tie")


def to_markdown(text: str) -> str:
    r"""The LaTeX text as Markdown: ``\emph`` as ``*…*``, accents as Unicode, what is special escaped where needed."""
    text = _with_formulas(html_litter.undone(text))
    return _Conversion(text, markdown=True).run() if _SPECIAL.search(text) else text


def to_text(text: str) -> str:
    """The LaTeX text as plain Unicode text: no markup, maths kept as ``$…$``. For names, venues, publishers."""
    text = _with_formulas(html_litter.undone(text))
    return _Conversion(text, markdown=False).run() if _SPECIAL.search(text) else text


def _with_formulas(text: str) -> str:
    """The text with dollars around formulas whose dollars were escaped; a command in them tells them from prices."""

    def formula(match: re.Match[str]) -> str:
        tex = match["tex"]
        is_one = re.search(r"\\[A-Za-z]", tex) and tex.count("{") == tex.count("}")
        return f"${tex}$" if is_one else match[0]

    return _ESCAPED.sub(formula, text) if "\\$" in text else text


class _Conversion(Commands):
    """One pass over a text."""

    def __init__(self, text: str, *, markdown: bool) -> None:
        super().__init__(text, markdown=markdown)
        context = inline_markdown.Context.of(text)
        self.context = context._replace(lone_star=context.lone_star and "\\" not in text)

    def run(self) -> str:
        text, at = self.text, 0
        while match := _TOKEN.search(text, at):
            if match.start() > at:
                self.put(text[at : match.start()])
            kind = "code" if self.in_code() and match.lastgroup in _NOT_IN_CODE else match.lastgroup
            at = getattr(self, f"on_{kind}")(match)
        self.put(text[at:])
        return self.done()

    def plain(self, text: str) -> str:
        """The plain text of what stands in an argument."""
        return to_text(text)

    def converted(self, text: str) -> str:
        """What stands in an argument, as the whole is converted."""
        return _Conversion(text, markdown=self.markdown).run()

    def on_code(self, match: re.Match[str]) -> int:
        self.put(match[0])
        return match.end()

    def on_url(self, match: re.Match[str]) -> int:
        plain = addresses.plain(match[0])
        risky = self.markdown and not self.in_code() and re.search(r"\*|(?<![^\W_])_|_(?![^\W_])|]\(", plain)
        self.put(f"<{plain}>" if risky else plain)
        return match.end()

    def on_brace(self, match: re.Match[str]) -> int:
        if match[0] == "{":
            self.push("")
        elif len(self.frames) == 1:
            self.put("}")
        else:
            while self.pop().declared and len(self.frames) > 1:
                pass
        return match.end()

    def on_mark(self, match: re.Match[str]) -> int:
        self.put(self.context.escaped(match.start(), match.end()) if self.markdown else match[0])
        return match.end()

    def on_tie(self, match: re.Match[str]) -> int:
        before, after = self.around(match)
        if _BINDING.match(before) and not after.isspace():
            self.put("\xa0" if self.markdown else " ")
        elif before.isspace() and after == "\\" and self.text[match.end() + 1 : match.end() + 2] != "$":
            pass
        elif not (before.strip() and after.isspace() and _BINDING.match(before)):
            self.put(match[0])
        return match.end()

    def around(self, match: re.Match[str]) -> tuple[str, str]:
        return self.text[match.start() - 1 : match.start()] or " ", self.text[match.end() : match.end() + 1] or " "

    def on_dash(self, match: re.Match[str]) -> int:
        before, after = self.around(match)
        kept = len(match[0]) > 3 or after == ">" or before == "<"
        self.put(match[0] if kept else "–" if len(match[0]) == 2 else "—")
        return match.end()

    def on_inverted(self, match: re.Match[str]) -> int:
        self.put("¿" if match[0] == "?`" else "¡")
        return match.end()

    def on_quote(self, match: re.Match[str]) -> int:
        before, after = self.around(match)
        if match[0] != "`":
            opens = not after.isspace() and (match[0] == "``" or before.isspace() or before in "([{“")
            self.put("“" if opens else "”")
            return match.end()
        quoted = _QUOTED.match(self.text, match.start())
        if not quoted:
            self.put("\\`" if self.markdown else "`")
            return match.end()
        if quoted[2] == "'":
            self.put(f"‘{_Conversion(quoted[1], markdown=self.markdown).run()}’")
        else:
            self.put(inline_markdown.code(quoted[1]) if self.markdown else quoted[1])
        return quoted.end()

    def on_maths(self, match: re.Match[str]) -> int:
        before, _ = self.around(match)
        for mark in (match[0], "$") if self.patience else ():
            start = match.start() + len(mark)
            end = _formula_end(self.text, start, mark)
            beside = (before, self.text[end + len(mark) : end + len(mark) + 1])
            if end >= 0 and _is_formula(self.text[start:end], beside, mark):
                self.formula(self.text[start:end].strip(), mark, end + len(mark))
                return end + len(mark)
        self.patience -= self.patience > 0
        self.put(match[0])
        return match.end()


def _formula_end(text: str, start: int, mark: str) -> int:
    """Where the formula that begins at ``start`` ends: at ``mark`` outside of braces, -1 if nowhere."""
    depth = 0
    for match in _FORMULA.finditer(text, start, start + LONGEST_ARGUMENT):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if match[0] == "$" and depth <= 0 and text.startswith(mark, match.start()):
            return match.start()
    return -1


def _is_formula(source: str, beside: tuple[str, str], mark: str) -> bool:
    """Whether what stands between two dollar signs is maths, or text between two prices (``A$5 and US$6``)."""
    before, after = beside
    if not source.strip() or "\n\n" in source:
        return False
    if mark == "$$" or re.search(r"[\\^_{}=]", source) or source.strip() in _SIGNS:
        return True
    return source == source.strip() and not before.isalnum() and not (after.isdigit() and len(source) > 1)

"""Markdown inline markup: making plain text safe to stand in it, and rendering it in another notation.

The dialect is that of markup.py: ``*emphasis*``, ``**strong**``, code in backticks, links, ``<sup>`` and
``<sub>``, maths as ``$…$`` and ``$$…$$``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from publist.text.characters import fit

_SPECIAL = re.compile(r"[*_`<\[\\]|^[ \t]{0,3}(?:[#>]|[-+](?=\s)|\d{1,9}\.(?=\s))", re.MULTILINE)
_MARKUP = re.compile(r"<(?:/?(?:sup|sub|em|i|strong|b)|(?:https?://|mailto:)[^\s<>]+)>", re.IGNORECASE)
_ESCAPABLE = "\\`*_{}[]()>#+-.!$"

_TOKEN = re.compile(
    r"""(?=[`\\$<\[*_&])(?:  # what no token begins with is passed over quickly
      (?P<code>(?<!`)(?P<ticks>`{1,60})(?!`)(?P<coded>[^`]|[^`].*?[^`])(?P=ticks)(?!`))  # longer ones are bombs
    | \\(?P<escaped>[\\`*_{}\[\]()>\#+\-.!$])
    | \$\$(?P<display>[^$]+?)\$\$
    | (?<![\\$])(?:(?P<tex>(?=\$[_^\\{]))|(?<!\w))
      \$(?P<maths>(?=[^\s$])(?:\\.|[^$\\]){0,2000}?(?:\\.|[^\s$\\]))\$(?(tex)(?!\$)|(?![\d$]))
    | <(?P<address>(?:https?://|mailto:)[^\s<>]+)>
    | <(?P<tag>/?(?:sup|sub|em|i|strong|b|SUP|SUB|EM|I|STRONG|B))>
    | \[(?P<label>[^\[\]]*)\]\((?:<(?P<angled>[^<>\n]*)>|(?P<target>(?:[^\s()]|\([^\s()]*\))*))\)
    | (?P<run>\*{1,3}|_{1,3})
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});))""",
    re.VERBOSE | re.DOTALL,
)


_BEGINS_TOKEN = re.compile(r"[*_`<\[&\\$]")


class Dialect(NamedTuple):
    """How another notation writes what Markdown can say: text, and a pair around each kind of markup."""

    text: Callable[[str], str]
    emphasis: tuple[str, str]
    strong: tuple[str, str]
    code: tuple[str, str]
    superscript: tuple[str, str]
    subscript: tuple[str, str]
    link: Callable[[str, str], str]
    """The link with this label (rendered already) to this address."""
    maths: Callable[[str, bool], str]
    """The formula with this source; True if it stands on a line of its own."""


def escape(text: str) -> str:
    """The plain text as Markdown, with a backslash only where a character would turn into markup.

    ``$`` stays, since maths is written alike in plain text and in Markdown; so do the few HTML tags and
    entities that bibliographic databases put into plain titles (``CO<sub>2</sub>``, ``AT&amp;T``).
    """
    if not _SPECIAL.search(text):
        return text
    context = Context.of(text)

    def escaped(match: re.Match[str]) -> str:
        return context.escaped(match.start(), match.end())

    found = _TOKEN.finditer(text) if "$" in text else ()
    formulas = [match.span() for match in found if match["maths"] or match["display"]]
    if not formulas:
        return _SPECIAL.sub(escaped, text)
    inside = {at for start, end in formulas for at in range(start, end)}
    return _SPECIAL.sub(lambda match: match[0] if match.start() in inside else escaped(match), text)


class Context(NamedTuple):
    """What deciding on one character needs to know of the whole text, computed once."""

    text: str
    lone_star: bool
    links: bool

    @classmethod
    def of(cls, text: str) -> Context:
        """The context of plain text that becomes Markdown."""
        return cls(text, text.count("*") == 1, "](" in text or "]:" in text)

    def escaped(self, start: int, end: int) -> str:
        """What stands for ``text[start:end]``, one special character or the mark that begins a line's block."""
        mark = self.text[start:end]
        if len(mark) > 1 or mark in "#>+-":
            return f"{mark[:-1]}\\{mark[-1]}"
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        if not self._is_markup(mark, start, before, after):
            return mark
        return "&lt;" if mark == "<" else f"\\{mark}"

    def _is_markup(self, mark: str, start: int, before: str, after: str) -> bool:
        match mark:
            case "*":
                return not self.lone_star and not (before.isspace() and after.isspace())
            case "_":
                return not (before.isalnum() and after.isalnum()) and not (before.isspace() and after.isspace())
            case "<":
                return (after.isalpha() or after in "/!?") and not _MARKUP.match(self.text, start)
            case "[":
                return self.links
            case "\\":
                return after in _ESCAPABLE
        return True


def is_formula(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, from a dollar sign to a dollar sign, is a formula and not text between prices."""
    match = _TOKEN.match(text, start)
    return bool(match and match.end() == end and (match["maths"] or match["display"]))


def formula(source: str, before: str, after: str) -> str:
    """The formula as Markdown between these two characters: a group may touch words and digits, which others may not.

    A formula that touches another one must be joined with it instead.
    """
    begins = source[:1] in ("_", "^", "\\", "{")
    touches = before.isalnum() or before == "_" or after.isdigit()
    return f"${{{source}}}$" if touches and not begins else f"${source}$"


def code(text: str) -> str:
    """The text as a Markdown code span."""
    ticks = "`"
    while ticks in text:
        ticks += "`"
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def link(label: str, address: str) -> str:
    """A Markdown link; ``label`` is Markdown already."""
    bare = not re.search(r"[\s()<>]", address)
    return f"[{label}]({address})" if bare else f"[{label}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"


def wrapped(text: str, mark: str) -> str:
    """The Markdown text between two marks of emphasis, white space kept outside of them."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core[0])
    return f"{text[:start]}{mark}{core}{mark}{text[start + len(core) :]}"


def plain(text: str) -> str:
    """The Markdown inline text without its markup; formulas stay as ``$…$``."""
    return render(text, PLAIN)


def label_and_address(label: str, address: str) -> str:
    """A link in a notation that has none: ``the report (https://…)``."""
    return f"{label} ({address})" if label and label != address else address


def render(text: str, dialect: Dialect) -> str:
    """The Markdown inline text in another notation."""
    if not _BEGINS_TOKEN.search(text):
        return dialect.text(text)
    return _Rendering(text, dialect).run()


_NOTHING = ("", "")
PLAIN = Dialect(
    text=str,
    emphasis=_NOTHING,
    strong=_NOTHING,
    code=_NOTHING,
    superscript=_NOTHING,
    subscript=_NOTHING,
    link=lambda label, address: label or address,
    maths=lambda source, display: f"$${source}$$" if display else f"${source}$",
)
_TAG_FIELDS = {
    "sup": "superscript", "sub": "subscript", "em": "emphasis", "i": "emphasis", "strong": "strong", "b": "strong",
}  # fmt: skip


class _Open(NamedTuple):
    mark: str
    field: str
    piece: int


class _Rendering:
    """One pass over a text; marks that find no partner stay as plain text."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text, self.dialect = text, dialect
        self.pieces: list[str] = []
        self.stack: list[_Open] = []

    def run(self) -> str:
        at = 0
        for match in _TOKEN.finditer(self.text):
            self.plain(self.text[at : match.start()])
            self.token(match)
            at = match.end()
        self.plain(self.text[at:])
        return "".join(self.pieces)

    def plain(self, text: str) -> None:
        if text:
            self.pieces.append(self.dialect.text(text))

    def token(self, match: re.Match[str]) -> None:
        kinds = match.groupdict()
        if kinds["run"]:
            self.delimiters(match)
        elif kinds["tag"]:
            self.tag(kinds["tag"].lower())
        elif kinds["code"]:
            before, after = self.dialect.code
            self.pieces.append(f"{before}{self.dialect.text(_uncoded(kinds['coded']))}{after}")
        elif kinds["maths"] or kinds["display"]:
            self.pieces.append(self.dialect.maths(kinds["maths"] or kinds["display"], bool(kinds["display"])))
        elif kinds["label"] is not None:
            self.pieces.append(
                self.dialect.link(render(kinds["label"], self.dialect), kinds["angled"] or kinds["target"] or "")
            )
        elif kinds["address"]:
            self.pieces.append(self.dialect.link("", kinds["address"]))
        else:
            self.plain(kinds["escaped"] or _entity(kinds["entity"]))

    def tag(self, tag: str) -> None:
        mark = tag.lstrip("/")
        if not tag.startswith("/"):
            self.open(f"<{mark}>", _TAG_FIELDS[mark])
        elif not self.close(f"<{mark}>"):
            self.plain(f"<{tag}>")

    def delimiters(self, match: re.Match[str]) -> None:
        run, char = match["run"], match["run"][0]
        before = self.text[match.start() - 1 : match.start()] or " "
        after = self.text[match.end() : match.end() + 1] or " "
        inside_word = char == "_" and before.isalnum() and after.isalnum()
        left = len(run)
        while left and not inside_word and not before.isspace() and self.stack:
            size = len(self.stack[-1].mark)
            if size > left or not self.close(char * size):
                break
            left -= size
        while left and not inside_word and not after.isspace():
            size = min(left, 2)
            self.open(char * size, "strong" if size == 2 else "emphasis")
            left -= size
        self.plain(char * left)

    def open(self, mark: str, field: str) -> None:
        self.stack.append(_Open(mark, field, len(self.pieces)))
        self.pieces.append(self.dialect.text(mark))

    def close(self, mark: str) -> bool:
        if not self.stack or self.stack[-1].mark != mark or self.stack[-1].piece == len(self.pieces) - 1:
            return False
        opened = self.stack.pop()
        before, after = getattr(self.dialect, opened.field)
        self.pieces[opened.piece] = before
        self.pieces.append(after)
        return True


def _uncoded(text: str) -> str:
    padded = text.startswith(" `") or text.endswith("` ")
    return text.strip(" ") if padded else text


def _entity(text: str) -> str:
    from html import unescape

    return fit(unescape(text))

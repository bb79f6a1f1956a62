"""LaTeX text, as abstracts and bibliographies have it, to Markdown or to plain Unicode text.

Not a TeX: a plain ``%`` is no comment, ``~3`` means "about three", addresses stay as they are, maths is kept
whole as ``$…$`` or ``$$…$$``, and a command that nobody knows stays visible. Linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from publist import inline
from publist import latex_symbols as known

_SPECIAL = re.compile(r"[\\{}$~*_`<\[]|--|''|^[ \t]{0,3}(?:[#>]|[-+]\s|\d{1,9}\.\s)", re.MULTILINE)
_TOKEN = re.compile(
    r"""(?P<url>https?://(?:[^\s\\{}<>"$]|\\[_%\#&~])+)
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
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_FORMULA = re.compile(r"\\.|[{}$]", re.DOTALL)
_QUOTED = re.compile(r"`([^`\s][^`\n]{0,200}?)(?<!\s)('(?![A-Za-z])|`(?!`))")
_LETTER_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\{\}|\s?)")
_MATHS_ARGUMENTS = re.compile(r"\\[A-Za-z]+(?:\[[^\]]{0,50}\])?(?:\s?\{[^{}]{0,500}\}){0,2}")
_ESCAPED_IN_ADDRESS = re.compile(r"\\([%#&_~{}])")
_ORDINAL = re.compile(r"\^\s*\{?\s*(?:\\(?:text\w*|mathrm|rm)\s*\{?\s*)?(\\circ|st|nd|rd|th|er|a|o|e)\s*\}{0,2}")
_SMALL = {"\\circ": "°", "a": "ª", "o": "º"}
_LONGEST_ARGUMENT = 4000
_MOST_STYLES = 12
_PATIENCE = 8
"""How often one text may open what it does not close before nobody looks for the close any more: keeps time linear."""
_BINDING = re.compile(r"[\w.,;:)\]}%$'’”]")


def to_markdown(text: str) -> str:
    r"""The LaTeX text as Markdown: ``\emph`` as ``*…*``, accents as Unicode, what is special escaped where needed."""
    return _Conversion(text, markdown=True).run() if _SPECIAL.search(text) else text


def to_text(text: str) -> str:
    """The LaTeX text as plain Unicode text: no markup, maths kept as ``$…$``. For names, venues, publishers."""
    return _Conversion(text, markdown=False).run() if _SPECIAL.search(text) else text


def group(text: str, at: int, limit: int = _LONGEST_ARGUMENT) -> tuple[str, int] | None:
    """What the braces that open at ``text[at]`` hold and the place after them; None if they do not close soon."""
    if text[at : at + 1] != "{":
        return None
    depth = 0
    for match in _BRACES.finditer(text, at, at + limit):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return text[at + 1 : match.start()], match.end()
    return None


def address(text: str) -> str:
    r"""A web address as LaTeX has it (``\%``, ``\_``, ``\url{…}``), without the backslashes."""
    text = text.strip()
    if text.startswith((r"\url", r"\path")) and (found := group(text, text.find("{"))):
        text = found[0]
    return _ESCAPED_IN_ADDRESS.sub(r"\1", text)


class _Frame(NamedTuple):
    """An open group. An unstyled one shares the pieces of the group around it and knows where it began."""

    style: str
    pieces: list[str]
    begin: int = 0
    declared: bool = False
    address: str = ""


class _Conversion:
    """One pass over a text, with a stack of open groups instead of recursion."""

    def __init__(self, text: str, *, markdown: bool) -> None:
        self.text, self.markdown = text, markdown
        context = inline.Context.of(text)
        self.context = context._replace(lone_star=context.lone_star and "\\" not in text)
        self.frames = [_Frame("", [])]
        self.styles = 0
        self.patience = _PATIENCE

    def run(self) -> str:
        text, at = self.text, 0
        while match := _TOKEN.search(text, at):
            if match.start() > at:
                self.put(text[at : match.start()])
            kind = "code" if self.in_code() and match.lastgroup in _NOT_IN_CODE else match.lastgroup
            at = getattr(self, f"on_{kind}")(match)
        self.put(text[at:])
        while len(self.frames) > 1:
            frame = self.pop()
            if not frame.style:
                frame.pieces[frame.begin] = "{"
        done = "".join(self.frames[0].pieces)
        return re.sub(r"[ \t]*\n{2,}", "\n\n", done).strip() if "\\begin{" in text else done

    def put(self, text: str) -> None:
        self.frames[-1].pieces.append(text)

    def in_code(self) -> bool:
        return self.frames[-1].style == "code"

    def push(self, style: str, *, declared: bool = False, address: str = "") -> None:
        if style and self.styles < _MOST_STYLES:
            self.styles += 1
            self.frames.append(_Frame(style, [], 0, declared, address))
        else:
            pieces = self.frames[-1].pieces
            inherited = "code" if self.in_code() else ""
            self.frames.append(_Frame(inherited, pieces, len(pieces), declared))
            pieces.append("")

    def pop(self) -> _Frame:
        frame = self.frames.pop()
        if frame.pieces is not self.frames[-1].pieces:
            self.styles -= 1
            self.put(self.styled("".join(frame.pieces), frame))
        return frame

    def styled(self, text: str, frame: _Frame) -> str:
        match frame.style:
            case "quote":
                return f"“{text}”"
            case "note":
                return f" ({text})" if text else ""
            case _ if not self.markdown or not text.strip():
                return text
            case "emphasis":
                return inline.wrapped(text, "*")
            case "strong":
                return inline.wrapped(text, "**")
            case "code":
                return inline.code(text)
            case "link":
                return inline.link(text, frame.address)
        return f"<{frame.style}>{text}</{frame.style}>"

    def on_code(self, match: re.Match[str]) -> int:
        self.put(match[0])
        return match.end()

    def on_url(self, match: re.Match[str]) -> int:
        plain = _ESCAPED_IN_ADDRESS.sub(r"\1", match[0])
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
            self.put(inline.code(quoted[1]) if self.markdown else quoted[1])
        return quoted.end()

    def on_maths(self, match: re.Match[str]) -> int:
        for mark in (match[0], "$") if self.patience else ():
            start = match.start() + len(mark)
            end = _formula_end(self.text, start, mark)
            if end >= 0 and _is_formula(self.text[start:end], self.text[end + len(mark) : end + len(mark) + 1], mark):
                self.formula(self.text[start:end].strip(), mark)
                return end + len(mark)
        self.patience -= self.patience > 0
        self.put(match[0])
        return match.end()

    def formula(self, source: str, mark: str) -> None:
        """Put maths, whole; in plain text an ordinal or a degree sign that somebody set as maths is no maths."""
        ordinal = None if self.markdown else _ORDINAL.fullmatch(source)
        self.put(_SMALL.get(ordinal[1], ordinal[1]) if ordinal else f"{mark}{source}{mark}")

    def group(self, at: int, limit: int = _LONGEST_ARGUMENT) -> tuple[str, int] | None:
        found = group(self.text, at, limit) if self.patience else None
        self.patience -= not found and self.patience > 0
        return found

    def on_command(self, match: re.Match[str]) -> int:
        """Act on the command; each kind of command has a method, tried in the order of this list."""
        name, end = match["command"], match.end()
        for attempt in (self.accent, self.symbol, self.style, self.structure, self.delimited, self.argument):
            after = attempt(name, end)
            if after is not None:
                return after
        return self.unknown(name, end)

    def accent(self, name: str, end: int) -> int | None:
        mark = known.ACCENTS.get(name)
        if not mark:
            return None
        start = end
        if name.isalpha() or self.text[end - 3 : end - 2].isalpha():
            start = self.skip_space(end)
        base, after = self.accented(start)
        if not base[:1].isalpha():
            empty_group = after - start > 1 and not base.strip()
            if not empty_group or name.isalpha():
                return None
            self.put({"'": "´", '"': "¨"}.get(name, name))
            return after
        letter = normalize("NFC", {"ı": "i", "ȷ": "j"}.get(base[0], base[0]) + mark)
        if len(letter) > 1 and not name.isalpha():
            return None  # no letter of any language, as in "q: a quotation mark that somebody escaped
        self.put(letter + base[1:])
        return after

    def accented(self, start: int) -> tuple[str, int]:
        """What an accent at ``start`` stands over: a group, a letter that is a command, or one character."""
        if self.text.startswith("{", start) and (found := self.group(start, 80)):
            return to_text(found[0]).strip(), found[1]
        if (command := _LETTER_COMMAND.match(self.text, start)) and command[1] in known.LETTERS:
            return known.LETTERS[command[1]], command.end()
        return self.text[start : start + 1], start + 1

    def symbol(self, name: str, end: int) -> int | None:
        empty = 2 if self.text.startswith("{}", end) else 0
        if name in known.LETTERS or name.startswith(("texten", "textem", "textquote", "guil", "quote")):
            char = known.LETTERS.get(name) or known.SYMBOLS.get(name)
            if char:
                self.put(char)
                return end + empty if empty else self.skip_space(end)
        char = known.SYMBOLS.get(name) or known.SPACES.get(name) or known.BREAKS.get(name)
        if char:
            char = " " if char in "\u202f\xa0" and not self.markdown else char
            special = self.markdown and not self.in_code() and char in ("*", "_", "`", "<", "\\", "$")
            self.put(("&lt;" if char == "<" else f"\\{char}") if special else char)
            return end + empty
        return self.escaped_symbol(name, end)

    def escaped_symbol(self, name: str, end: int) -> int | None:
        if name not in tuple("&%#_{}$"):
            return end + (2 if self.text.startswith("{}", end) else 0) if name in known.IGNORED else None
        before, after = self.text[end - 3 : end - 2] or "\n", self.text[end : end + 1] or " "
        inside = before.isalnum() and after.isalnum()
        special = name == "$" or (name == "_" and not inside) or (name == "#" and before == "\n")
        self.put(f"\\{name}" if special and self.markdown and not self.in_code() else name)
        return end

    def skip_space(self, at: int) -> int:
        while self.text[at : at + 1] in (" ", "\t", "\n"):
            at += 1
        return at

    def style(self, name: str, end: int) -> int | None:
        if name in known.DECLARATIONS:
            if len(self.frames) > 1:
                self.push("" if self.in_code() else known.STYLES.get(name, ""), declared=True)
            return self.skip_space(end)
        if name not in known.STYLES:
            return None
        start = self.skip_space(end)
        if not self.text.startswith("{", start):
            return end
        self.push("" if self.in_code() else known.STYLES[name])
        return start + 1

    def structure(self, name: str, end: int) -> int | None:
        if name == "item":
            self.put("\n- " if self.markdown else " ")
            return self.skip_space(end)
        found = self.group(end) if name in ("begin", "end") else None
        if not found:
            return None
        environment = found[0].rstrip("*")
        close = self.text.find(f"\\end{{{found[0]}}}", found[1], found[1] + 5 * _LONGEST_ARGUMENT)
        if name == "end" or environment not in known.MATHS_ENVIRONMENTS or close < 0:
            self.put("\n\n" if self.markdown else " ")
            return found[1]
        inner, body = known.MATHS_ENVIRONMENTS[environment], self.text[found[1] : close].strip()
        self.put(f"$$\\begin{{{inner}}}{body}\\end{{{inner}}}$$" if inner else f"$${body}$$")
        return close + len(found[0]) + 6

    def delimited(self, name: str, end: int) -> int | None:
        r"""``\(…\)``, ``\[…\]``, and a maths command that stands outside of maths."""
        if name in ("(", "["):
            close = self.text.find("\\)" if name == "(" else "\\]", end, end + _LONGEST_ARGUMENT)
            if close < 0 or not self.text[end:close].strip():
                return None
            mark = "$" if name == "(" else "$$"
            self.put(f"{mark}{self.text[end:close].strip()}{mark}")
            return close + 2
        if name not in known.MATHS_COMMANDS:
            return None
        found = self.group(end) if name == "ensuremath" else None
        whole = _MATHS_ARGUMENTS.match(self.text, end - len(name) - 1)
        formula, after = found or (whole[0], whole.end()) if whole else (f"\\{name}", end)
        self.put(f"${formula.strip()}$")
        return after

    def argument(self, name: str, end: int) -> int | None:
        """Commands whose first argument is no text: addresses, labels, keys, colours."""
        found = self.group(end) if self.text.startswith("{", end) else None
        if not found:
            return None
        held, after = found
        if name in ("url", "nolinkurl", "path"):
            plain = address(held)
            self.put(f"<{plain}>" if self.markdown and plain.startswith(("http:", "https:")) else plain)
        elif name == "href" and self.text.startswith("{", after):
            self.push("link", address=address(held))
            return after + 1
        elif name in known.REFERENCES:
            self.put(f"[{held.strip()}]")
        elif name not in known.WITHOUT_ARGUMENT:
            return None
        return after

    def unknown(self, name: str, end: int) -> int:
        if name.isalpha() and self.text.startswith("{", end) and not self.text.startswith("{}", end):
            self.push("")
            return end + 1
        self.put(f"\\{name}" if name.isalpha() or (self.markdown and name != '"') else name)
        return end + 2 if self.text.startswith("{}", end) else end


_NOT_IN_CODE = ("mark", "dash", "quote", "maths", "tie")


def _formula_end(text: str, start: int, mark: str) -> int:
    """Where the formula that begins at ``start`` ends: at ``mark`` outside of braces, -1 if nowhere."""
    depth = 0
    for match in _FORMULA.finditer(text, start, start + _LONGEST_ARGUMENT):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if match[0] == "$" and depth <= 0 and text.startswith(mark, match.start()):
            return match.start()
    return -1


def _is_formula(source: str, after: str, mark: str) -> bool:
    """Whether what stands between two dollar signs is maths, or text between two prices."""
    if not source.strip() or "\n\n" in source:
        return False
    if mark == "$$" or re.search(r"[\\^_{}=]", source):
        return True
    return source == source.strip() and not (after.isdigit() and len(source) > 1)

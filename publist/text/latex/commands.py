"""The commands of LaTeX text: accents, symbols, styles, structure, addresses, and those that nobody knows."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from publist.text import inline_markdown
from publist.text.latex import addresses
from publist.text.latex import symbols as known
from publist.text.latex.adjacent_formulas import joined
from publist.text.latex.groups import Groups

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_LETTER_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\{\}|\s?)")
_MATHS_ARGUMENTS = re.compile(r"\\[A-Za-z]+(?:\[[^\]]{0,50}\])?(?:\s?\{[^{}]{0,500}\}){0,2}")
_ORDINAL = re.compile(r"\^\s*\{?\s*(?:\\(?:text\w*|mathrm|rm)\s*\{?\s*)?(\\circ|st|nd|rd|th|er|a|o|e)\s*\}{0,2}")
_SMALL = {"\\circ": "°", "a": "ª", "o": "º"}
LONGEST_ARGUMENT = 4000
_PATIENCE = 8


def group(text: str, at: int, limit: int = LONGEST_ARGUMENT) -> tuple[str, int] | None:
    """What the braces that open at ``text[at]`` hold and the place after them; None if they do not close soon."""
    if text[at : at + 1] != "{":
        return None
    depth = 0
    for match in _BRACES.finditer(text, at, at + limit):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return text[at + 1 : match.start()], match.end()
    return None


class _Formula(NamedTuple):
    """A formula as it was put out, its source, and the character before it."""

    put: str
    source: str
    before: str


class Commands(Groups):
    """What each command puts out. Each method gives the place after the command, None if it is not for it."""

    def __init__(self, text: str, *, markdown: bool) -> None:
        super().__init__(text, markdown=markdown)
        self.patience = _PATIENCE
        self.last_formula = _Formula("", "", "")

    def on_command(self, match: re.Match[str]) -> int:
        """Act on the command; each kind of command has a method, tried in the order of this list."""
        name, end = match["command"], match.end()
        for attempt in (self.accent, self.symbol, self.style, self.structure, self.delimited, self.argument):
            after = attempt(name, end)
            if after is not None:
                return after
        return self.unknown(name, end)

    def accent(self, name: str, end: int) -> int | None:
        """An accent over a letter, over what a group holds, or alone."""
        mark = known.ACCENTS.get(name)
        if not mark:
            return None
        start = end
        if name.isalpha() or self.text[end - 3 : end - 2].isalpha() or self.text[end - 3 : end - 2] == "{":
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
            return self.plain(found[0]).strip(), found[1]
        if (command := _LETTER_COMMAND.match(self.text, start)) and command[1] in known.LETTERS:
            return known.LETTERS[command[1]], command.end()
        return self.text[start : start + 1], start + 1

    def plain(self, text: str) -> str:
        """The plain text of what stands in an argument."""
        raise NotImplementedError

    def converted(self, text: str) -> str:
        """What stands in an argument, as the whole is converted."""
        raise NotImplementedError

    def symbol(self, name: str, end: int) -> int | None:
        """A letter, a sign or a space that has a name."""
        empty = 2 if self.text.startswith("{}", end) else 0
        if name in known.LETTERS or name.startswith(
            ("texten", "textem", "textquote", "guil", "quote", "cyr", "CYR", "textlangle")
        ):
            char = known.LETTERS.get(name) or known.SYMBOLS.get(name) or known.READ_ONLY.get(name)
            if char:
                self.put(char)
                return end + empty if empty else self.skip_space(end)
        char = known.SYMBOLS.get(name) or known.READ_ONLY.get(name)
        char = char or known.SPACES.get(name) or known.BREAKS.get(name)
        if char:
            char = " " if char in "\u202f\xa0" and not self.markdown else char
            special = self.markdown and not self.in_code() and char in ("*", "_", "`", "<", "\\", "$")
            self.put(("&lt;" if char == "<" else f"\\{char}") if special else char)
            return end + empty
        return self.escaped_symbol(name, end)

    def escaped_symbol(self, name: str, end: int) -> int | None:
        """A sign that LaTeX gives a meaning, with a backslash before it; what leaves nothing behind."""
        if name not in tuple("&%#_{}$"):
            return end + (2 if self.text.startswith("{}", end) else 0) if name in known.IGNORED else None
        before, after = self.text[end - 3 : end - 2] or "\n", self.text[end : end + 1] or " "
        inside = before.isalnum() and after.isalnum()
        special = name == "$" or (name == "_" and not inside) or (name == "#" and before == "\n")
        self.put(f"\\{name}" if special and self.markdown and not self.in_code() else name)
        return end

    def style(self, name: str, end: int) -> int | None:
        """A command that sets its argument, or the rest of its group, in a style."""
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
        """Environments and the items of lists."""
        if name == "item":
            self.put("\n- " if self.markdown else " ")
            return self.skip_space(end)
        found = self.group(end) if name in ("begin", "end") else None
        if not found:
            return None
        environment = found[0].rstrip("*")
        close = self.text.find(f"\\end{{{found[0]}}}", found[1], found[1] + 5 * LONGEST_ARGUMENT)
        if name == "end" or environment not in known.MATHS_ENVIRONMENTS or close < 0:
            self.put("\n\n" if self.markdown else " ")
            return found[1]
        inner, body = known.MATHS_ENVIRONMENTS[environment], self.text[found[1] : close].strip()
        self.put(f"$$\\begin{{{inner}}}{body}\\end{{{inner}}}$$" if inner else f"$${body}$$")
        return close + len(found[0]) + 6

    def delimited(self, name: str, end: int) -> int | None:
        r"""``\(…\)``, ``\[…\]``, and a maths command that stands outside of maths."""
        if name in ("(", "["):
            close = self.text.find("\\)" if name == "(" else "\\]", end, end + LONGEST_ARGUMENT)
            if close < 0 or not self.text[end:close].strip():
                return None
            self.formula(self.text[end:close].strip(), "$" if name == "(" else "$$", close + 2)
            return close + 2
        if name not in known.MATHS_COMMANDS:
            return None
        found = self.group(end) if name == "ensuremath" else None
        whole = _MATHS_ARGUMENTS.match(self.text, end - len(name) - 1)
        formula, after = found or (whole[0], whole.end()) if whole else (f"\\{name}", end)
        self.formula(formula.strip(), "$", after)
        return after

    def argument(self, name: str, end: int) -> int | None:
        """Commands whose first argument is no text: addresses, labels, keys, colours."""
        found = self.group(end) if self.text.startswith("{", end) else None
        if not found:
            return None
        held, after = found
        if name in ("url", "nolinkurl", "path"):
            plain = addresses.plain(held)
            self.put(f"<{plain}>" if self.markdown and plain.startswith(("http:", "https:")) else plain)
        elif name == "href" and self.text.startswith("{", after):
            self.push("link", address=addresses.plain(held))
            return after + 1
        elif name == "texorpdfstring" and (bookmark := self.group(after)):
            self.put(self.converted(held))
            return bookmark[1]
        elif name in known.REFERENCES:
            self.put(f"[{held.strip()}]")
        elif name not in known.WITHOUT_ARGUMENT:
            return None
        return after

    def unknown(self, name: str, end: int) -> int:
        """Keep what a command holds, or else its name."""
        if name.isalpha() and self.text.startswith("{", end) and not self.text.startswith("{}", end):
            self.push("")
            return end + 1
        self.put(f"\\{name}" if name.isalpha() or (self.markdown and name != '"') else name)
        return end + 2 if self.text.startswith("{}", end) else end

    def formula(self, source: str, mark: str, end: int) -> None:
        """Put maths, whole, so that it is maths in Markdown; ``end`` is the place behind it.

        In plain text an ordinal or a degree sign that somebody set as maths is no maths.
        """
        ordinal = None if self.markdown else _ORDINAL.fullmatch(source)
        if ordinal:
            self.put(_SMALL.get(ordinal[1], ordinal[1]))
        elif mark == "$$":
            self.put(f"$${source}$$")
        else:
            after = self.text[end : end + 40].lstrip("{}")[:1]
            pieces = self.frames[-1].pieces
            at = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at]), -1)
            if at >= 0 and pieces[at] == self.last_formula.put:
                source, before = joined(self.last_formula.source, source), self.last_formula.before
                pieces[at] = put = inline_markdown.formula(source, before, after)
            else:
                before = pieces[at][-1] if at >= 0 else " "
                put = inline_markdown.formula(source, before, after)
                self.put(put)
            self.last_formula = _Formula(put, source, before)

    def group(self, at: int, limit: int = LONGEST_ARGUMENT) -> tuple[str, int] | None:
        """What the braces at a place hold; after many that do not close nobody looks any more."""
        found = group(self.text, at, limit) if self.patience else None
        self.patience -= not found and self.patience > 0
        return found

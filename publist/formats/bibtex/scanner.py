"""A place in BibTeX text, and the reading of one value there: braces, quotes, macros, joined by ``#``.

Braces count as BibTeX counts them, whatever backslash is before them. A value that does not close ends before
the next line that looks like a field.
"""

from __future__ import annotations

import re

from publist.formats.bibtex.blocks import Piece
from publist.model.problems import Problem, warning

_FIELD_LINE = re.compile(
    r"[\n,][ \t]*,?[ \t]*(?=[A-Za-z][\w+:-]*[ \t]*=[ \t]*(?:[{\"]|[\w. ]+,?[ \t]*$))", re.MULTILINE
)
_BARE = re.compile(r"[^\s,#{}()\"=%]+")
_BRACES = re.compile(r"[{}]")
_BRACES_OR_QUOTE = re.compile(r"[{}\"]")
_AFTER_QUOTE = re.compile(r"\s*(?:[,#})]|\Z|[A-Za-z][\w+:-]*\s*=)")
_BLANK = re.compile(r"\s*")
_PATIENCE = 30
"""How many values of an entry may run to its end before the next ones are given up at their line."""


class Scanner:
    """A place ``at`` in the text, a window that ends at ``end``, and the problems met so far."""

    def __init__(self, text: str, source: str) -> None:
        self.text, self.source = text, source
        self.at, self.end = 0, len(text)
        self.problems: list[Problem] = []
        self.doubts: list[str] = []
        self.patience = _PATIENCE
        self.value_begin = 0
        self._counted, self._line = 0, 1

    def line(self, at: int) -> int:
        """The line of a place; places are asked for nearly in order."""
        if at >= self._counted:
            self._line += self.text.count("\n", self._counted, at)
        else:
            self._line -= self.text.count("\n", at, self._counted)
        self._counted = at
        return self._line

    def report(self, at: int, message: str, hint: str = "", *, doubt: str = "") -> None:
        """Note a problem at a place; ``doubt`` is the field that suffers from it."""
        column = at - self.text.rfind("\n", 0, at)
        self.problems.append(warning(self.source, self.line(at), column, message, hint))
        if doubt:
            self.doubts.append(doubt)

    def blank(self) -> None:
        """Skip white space."""
        found = _BLANK.match(self.text, self.at, self.end)
        self.at = found.end() if found else self.at

    def value(self, field: str) -> tuple[Piece, ...]:
        """The pieces of the value that begins here; the place is behind it then."""
        pieces: list[Piece] = []
        while True:
            self.blank()
            piece = self._piece(field)
            if piece:
                pieces.append(piece)
            self.blank()
            if not self.text.startswith("#", self.at, self.end):
                return tuple(pieces)
            self.at += 1

    def _piece(self, field: str) -> Piece | None:
        opening = self.text[self.at : self.at + 1] if self.at < self.end else ""
        self.value_begin = self.at + 1
        if opening == "{":
            return self._closed_or_cut(self._brace_end(), field, "brace")
        if opening == '"':
            return self._closed_or_cut(self._quote_end(field), field, "quotation mark")
        found = _BARE.match(self.text, self.at, self.end)
        if not found:
            return None
        self.at = found.end()
        return Piece(found[0], macro=not found[0].isdigit())

    def _closed_or_cut(self, close: int, field: str, what: str) -> Piece:
        begin = self.at + 1
        if close >= 0:
            self.at = close + 1
            return Piece(self.text[begin:close])
        self.report(
            self.at,
            f"the {what} of {field} does not close",
            "close it; what follows was read as well as it can be",
            doubt=field,
        )
        return self.cut(begin, self.end)

    def cut(self, begin: int, end: int) -> Piece:
        """The value from ``begin``, as far as the next line that looks like a field; the place is behind it then."""
        found = _FIELD_LINE.search(self.text, begin, end)
        self.at = found.end() if found else end
        return Piece(self.text[begin : found.start() if found else end].rstrip().rstrip(',})"').rstrip())

    def field_line(self, begin: int, end: int) -> bool:
        """Whether a line in there looks like a field."""
        return _FIELD_LINE.search(self.text, begin, end) is not None

    def brace_end(self, at: int, end: int) -> int:
        """Where the brace that opens at a place closes; -1 if it does not before ``end``."""
        depth = 0
        for match in _BRACES.finditer(self.text, at, end):
            depth += 1 if match[0] == "{" else -1
            if not depth:
                return match.start()
        return -1

    def _brace_end(self) -> int:
        end = self.brace_end(self.at, self._limit())
        self.patience -= end < 0
        return end

    def _limit(self) -> int:
        if self.patience > 0:
            return self.end
        line_end = self.text.find("\n", self.at, self.end)
        return line_end if line_end >= 0 else self.end

    def _quote_end(self, field: str) -> int:
        """Where the quotation mark that opens here closes: at one outside of braces that a value can end with."""
        depth, first = 0, -1
        for match in _BRACES_OR_QUOTE.finditer(self.text, self.at + 1, self._limit()):
            if match[0] == '"':
                if not depth and _AFTER_QUOTE.match(self.text, match.end(), self.end):
                    return self._checked_quote(match.start(), first, field)
                first = match.start() if first < 0 and not depth else first
            else:
                depth += 1 if match[0] == "{" else -1
            if depth < 0:
                break
        self.patience -= 1
        return -1

    def _checked_quote(self, close: int, inner: int, field: str) -> int:
        """The close, unless marks inside of the value show that the value should have ended long before."""
        if inner < 0:
            return close
        if self.field_line(self.at, close):
            return -1
        self.report(inner, f"a quotation mark inside of {field}", "put the value in braces", doubt=field)
        return close

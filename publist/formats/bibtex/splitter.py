"""BibTeX text to blocks. Grammar: btxdoc and bibtex.web; what people break of it is mended, and reported.

An entry that does not close ends where the next one begins in a line of its own, so that one mistake never
costs another entry. Time is linear: every character is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from publist.formats.bibtex.blocks import BibEntry, Field, Macro, Piece, Sliced
from publist.formats.bibtex.scanner import Scanner

_START = re.compile(r"@[ \t]*(?P<type>[A-Za-z]\w*)\s*(?P<open>[{(])")
_LINE_START = re.compile(
    r"^[ \t]*@[ \t]*(?:(?:string|preamble|comment)\s*[{(]"
    r"|[A-Za-z]\w*[ \t]*[{(][ \t]*[^\s,{}=\"]*[ \t]*(?:,|$))",
    re.MULTILINE | re.IGNORECASE,
)
"""Where an entry certainly begins, even if the one before it has not ended."""
_KEY = re.compile(r"\s*+(?P<key>(?:[^\s,{}=]++|[^\S\n]++(?=[^\s,{}=]))*+)\s*+(?:,|(?=[})]|\Z))")
_KEY_WITHOUT_COMMA = re.compile(r"\s*(?P<key>[^\s,{}=]+)\s+(?=[A-Za-z][\w+:-]*\s*=)")
_NAME = re.compile(r"(?P<name>[^\s=,{}\"#()%]+)\s*(?P<equals>=\s*|(?=[{\"]))")
_KEYLESS = re.compile(r"\s*[A-Za-z]\w*\s*=\s*[{\"\d]")
_GOES_ON = re.compile(r"\s*,\s*[A-Za-z][\w+:-]*\s*=\s*[{\"\d]")
_STRAY = re.compile(r"^[ \t,]*[A-Za-z][\w+:-]*[ \t]*=[ \t]*[{\"].*", re.MULTILINE)
_GARBAGE = re.compile(r"[^\n,})]*[)}]?")
_PATIENCE = 20


def sliced(text: str, source: str) -> Sliced:
    """All that the text holds, and what is wrong with it by line."""
    slicer = _Slicer(text, source)
    blocks = tuple(slicer.blocks())
    return Sliced(blocks, tuple(sorted(slicer.problems, key=lambda problem: problem.line)))


class _Slicer(Scanner):
    def __init__(self, text: str, source: str) -> None:
        super().__init__(text, source)
        self.starts = [match.start() for match in _LINE_START.finditer(text)]
        self.comments = _PATIENCE

    def blocks(self) -> Iterator[BibEntry | Macro]:
        while match := _START.search(self.text, self.at):
            self.stray(match.start())
            self.at = match.end()
            line_start = self.text.rfind("\n", 0, match.start()) + 1
            if self.text[line_start : match.start()].lstrip().startswith("%"):
                continue
            following = bisect_right(self.starts, match.start())
            self.end = self.starts[following] if following < len(self.starts) else len(self.text)
            self.patience, self.doubts = _PATIENCE, []
            yield from self.block(match)
            self.end = len(self.text)
        self.stray(len(self.text))

    def block(self, match: re.Match[str]) -> Iterator[BibEntry | Macro]:
        kind, close = match["type"].lower(), "}" if match["open"] == "{" else ")"
        if kind == "comment":
            self.comment(match.start("open"))
        elif kind == "preamble":
            self.value("the preamble")
        elif kind == "string":
            yield from (Macro(field.name, field.pieces, field.line) for field in self.fields(close, "@string"))
        else:
            line = self.line(match.start())
            key = self.key()
            fields = tuple(self.fields(close, key or kind))
            yield BibEntry(kind, key, line, fields, tuple(dict.fromkeys(self.doubts)))

    def stray(self, end: int) -> None:
        """Report fields that stand outside of all entries; other text there is a comment."""
        found = _STRAY.search(self.text, self.at, end)
        if found:
            self.report(found.start(), f"a field outside of any entry is not read: {found[0].strip()[:80]}")

    def comment(self, opening: int) -> None:
        """Pass over a comment knowingly; entries inside of it are named, since BibTeX itself would read them."""
        close = self.brace_end(opening, self.end)
        if close < 0 and self.comments and self.text[opening] == "{":
            close = self.brace_end(opening, len(self.text))
            self.comments -= close < 0
        if close < 0:
            return
        inside = self.starts[bisect_right(self.starts, opening) : bisect_right(self.starts, close)]
        for start in inside:
            self.report(start, "an entry inside of @comment is passed over", "take it out of the comment to have it")
        self.at = close + 1

    def key(self) -> str:
        keyless = _KEYLESS.match(self.text, self.at, self.end)
        found = None if keyless else _KEY.match(self.text, self.at, self.end)
        if not keyless and not found:
            found = _KEY_WITHOUT_COMMA.match(self.text, self.at, self.end)
            if found:
                self.report(found.start("key"), f"no comma after the key {found['key']}", "put one there")
        if found and found["key"]:
            self.at = found.end()
            return found["key"]
        self.report(self.at, "the entry has no key", "write one after the brace: @article{key,", doubt="key")
        self.at = found.end() if found else self.at
        return ""

    def fields(self, close: str, entry: str) -> Iterator[Field]:
        """The fields up to the closing mark, mended where they are broken."""
        fields: list[Field] = []
        separated = True
        while True:
            before = self.at
            self.blank()
            char = self.text[self.at : self.at + 1] if self.at < self.end else ""
            if char == ",":
                self.at += 1
                separated = True
            elif char == "%":
                self.commented_out()
            elif not char and not self.reopened(fields):
                self.report(before - 1, f"the entry {entry} does not close", "add the closing brace")
                return iter(fields)
            elif char == close:
                self.at += 1
                if not _GOES_ON.match(self.text, self.at, self.end):
                    return iter(fields)
                self.report(
                    self.at - 1,
                    f"a closing brace too many in the entry {entry}",
                    doubt=fields[-1].name if fields else "",
                )
            elif name := char and _NAME.match(self.text, self.at, self.end):
                fields.append(self.field(name, separated))
                separated = False
            elif char:
                self.garbage(fields)

    def field(self, name: re.Match[str], separated: bool) -> Field:
        """The field whose name this is."""
        field = name["name"].lower()
        line = self.line(name.start())
        if not separated:
            self.report(name.start(), f"no comma before {field}", "put one there")
        if not name["equals"]:
            self.report(name.end(), f"no = after {field}", "put one there", doubt=field)
        self.at = name.end()
        return Field(field, self.value(field), line)

    def commented_out(self) -> None:
        """A line with % inside of an entry: BibTeX knows no such comment, but that is what people mean."""
        line_end = self.text.find("\n", self.at, self.end)
        line_end = line_end if line_end >= 0 else self.end
        skipped = self.text[self.at : line_end].strip()
        self.report(
            self.at, f"a line inside of an entry is commented out: {skipped[:80]}", "BibTeX would stumble over it"
        )
        self.at = line_end

    def reopened(self, fields: list[Field]) -> bool:
        """At the end of the window: whether the last value had swallowed fields, and is cut before them now."""
        if not fields or not fields[-1].pieces or not self.patience:
            return False
        last = fields[-1]
        begin = self.value_begin
        if not self.field_line(begin, self.end):
            return False
        self.patience -= 1
        self.report(begin - 1, f"the brace of {last.name} does not close", "close it", doubt=last.name)
        fields[-1] = last._replace(pieces=(self.cut(begin, self.end),))
        return True

    def garbage(self, fields: list[Field]) -> None:
        """Text where a field should begin: it goes to the value before it, if there is one."""
        found = _GARBAGE.match(self.text, self.at, self.end)
        text = found[0] if found and found[0] else self.text[self.at]
        name = fields[-1].name if fields else "key"
        self.report(self.at, f"what is this? {text.strip()[:80]}", "a field is written name = {value},", doubt=name)
        self.at += len(text)
        if fields:
            known = " ".join(piece.text for piece in fields[-1].pieces)
            fields[-1] = fields[-1]._replace(pieces=(Piece(f"{known} {text.strip()}".strip()),))

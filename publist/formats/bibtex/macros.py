"""``@string`` macros: the predefined ones and the file's own, and the values that they make."""

from __future__ import annotations

from collections.abc import Iterable

from publist.formats.bibtex.blocks import BibEntry, Macro, Piece
from publist.formats.dates_in_words import MONTHS
from publist.model.problems import Problem, error
from publist.text.limits import LINE

_JOURNALS = {
    "acmcs": "ACM Computing Surveys", "acta": "Acta Informatica", "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development", "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering", "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters", "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences", "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing", "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems", "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software", "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems", "tcs": "Theoretical Computer Science",
}  # fmt: skip
"""What plain.bst defines."""

_FLAGS = ("true", "false")
"""Flags of generators of sites, which people write without braces."""
PREDEFINED = {word: word for word in (*MONTHS, *_FLAGS)} | _JOURNALS


_TIMES, _FREE = 20, 100_000
"""What macros make of a file has at most so many times its characters, and so many more for short files."""


class Macros:
    """Every macro of a file by its name in lower case; a definition may use those before it.

    A definition longer than a line may be is an error and defines nothing, so that macros cannot double each other
    without end; nor can their uses make more of a file than a multiple of it.
    """

    def __init__(self, blocks: Iterable[BibEntry | Macro], source: str) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._known = dict(PREDEFINED)
        self._left = _FREE
        for block in blocks:
            if isinstance(block, Macro):
                self._define(block)
                self._left += _TIMES * _length(block.pieces)
            else:
                self._left += _TIMES * sum(_length(field.pieces) for field in block.fields)

    def _define(self, macro: Macro) -> None:
        texts = [self._known.get(p.text.lower(), p.text) if p.macro else p.text for p in macro.pieces]
        length = sum(map(len, texts))
        if length <= LINE:
            self._known[macro.name] = "".join(texts)
            return
        message = f"the macro {macro.name[:80]} stands for {length:,} characters; at most {LINE:,} are read"
        self.problems.append(error(self._source, macro.line, 0, message, "write the text where it is needed"))
        self._known.pop(macro.name, None)

    def value(self, pieces: tuple[Piece, ...], line: int, undefined: list[str]) -> str:
        """The text that the pieces make; a macro that nobody defined stays as its name and is noted."""
        if len(pieces) == 1 and not pieces[0].macro:
            return pieces[0].text
        parts = []
        for piece in pieces:
            text = self._known.get(piece.text.lower()) if piece.macro else piece.text
            if text is None:
                undefined.append(piece.text)
                text = piece.text
            elif piece.macro and not self._spend(len(text), line):
                text = piece.text
            parts.append(text)
        return "".join(parts)

    def _spend(self, length: int, line: int) -> bool:
        """Whether so many characters more may be made by macros; told once where they may not."""
        if self._left < 0:
            return False
        self._left -= length
        if self._left < 0:
            message = f"macros make more than {_TIMES} times of what is in this file"
            self.problems.append(error(self._source, line, 0, message, "write the texts out, or split the file"))
        return self._left >= 0


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(piece.text) for piece in pieces)

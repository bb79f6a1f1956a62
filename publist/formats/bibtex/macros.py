"""``@string`` macros: the predefined ones and the file's own, and the values that they make."""

from __future__ import annotations

from collections.abc import Iterable

from publist.formats.bibtex.blocks import BibEntry, Macro, Piece
from publist.formats.dates_in_words import MONTHS
from publist.model.problems import Problem, error, warning
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


class TooLongError(Exception):
    """What a value uses stands for more text than is read; its words say what."""


class Macros:
    """Every macro of a file by its name in lower case; a definition may use those before it.

    A definition longer than a line may be is an error, as is whatever uses it, so that macros cannot double each other
    without end; nor can their uses make more of a file than a multiple of it.
    """

    def __init__(self, blocks: Iterable[BibEntry | Macro], source: str) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._known = dict(PREDEFINED)
        self._too_long: dict[str, str] = {}
        """Macros that stand for too much by their names, and what is told of those that use them."""
        self._left = _FREE
        for block in blocks:
            if isinstance(block, Macro):
                self._define(block)
                self._left += _TIMES * _length(block.pieces)
            else:
                self._left += _TIMES * sum(_length(field.pieces) for field in block.fields)

    def _define(self, macro: Macro) -> None:
        used = [piece.text.lower() for piece in macro.pieces if piece.macro]
        texts = [self._known.get(p.text.lower(), p.text) if p.macro else p.text for p in macro.pieces]
        length = sum(map(len, texts))
        undefined = [name for name in used if name not in self._known]
        self._known.pop(macro.name, None)
        inherited = [self._too_long[name] for name in used if name in self._too_long]
        self._too_long.pop(macro.name, None)
        if inherited:
            self._too_long[macro.name] = inherited[0]
        elif length > LINE:
            message = f"the macro {macro.name[:80]} stands for {length:,} characters; at most {LINE:,} are read"
            self.problems.append(error(self._source, macro.line, 0, message, "write the text where it is needed"))
            self._too_long[macro.name] = f"it uses the macro {macro.name[:80]} of line {macro.line}, which is too long"
        else:
            self.problems += [self._undefined(name, macro) for name in undefined]
            self._known[macro.name] = "".join(texts)

    def _undefined(self, name: str, macro: Macro) -> Problem:
        message = f"the macro {name} is not defined; the macro {macro.name} keeps it as text"
        return warning(self._source, macro.line, 0, message, f'define it: @string{{{name} = "…"}}')

    def value(self, pieces: tuple[Piece, ...], undefined: list[str]) -> str:
        """The text that the pieces make; a macro that nobody defined stays as its name and is noted.

        TooLongError if that is more than may be made of macros.
        """
        if len(pieces) == 1 and not pieces[0].macro:
            return pieces[0].text
        parts = []
        for piece in pieces:
            name = piece.text.lower()
            text = self._known.get(name) if piece.macro else piece.text
            if piece.macro and name in self._too_long:
                raise TooLongError(self._too_long[name])
            if text is None:
                undefined.append(piece.text)
                text = piece.text
            elif piece.macro:
                self._spend(len(text))
            parts.append(text)
        return "".join(parts)

    def _spend(self, length: int) -> None:
        """Take so many characters from those that macros may make."""
        self._left -= length
        if self._left < 0:
            raise TooLongError(f"macros make more than {_TIMES} times of what is in this file")


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(piece.text) for piece in pieces)

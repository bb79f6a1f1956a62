"""``@string`` macros: the predefined ones and the file's own, and the values that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publist.formats.bibtex.blocks import BibEntry, Macro, Piece

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

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

PREDEFINED = {month: month for month in MONTHS} | _JOURNALS


def definitions(blocks: Iterable[BibEntry | Macro]) -> dict[str, str]:
    """Every macro of a file by its name in lower case; a definition may use those before it."""
    known = dict(PREDEFINED)
    for block in blocks:
        if isinstance(block, Macro):
            known[block.name] = "".join(known.get(p.text.lower(), p.text) if p.macro else p.text for p in block.pieces)
    return known


def value(pieces: tuple[Piece, ...], known: Mapping[str, str], undefined: list[str]) -> str:
    """The text that the pieces make; a macro that nobody defined stays as its name and is noted."""
    if len(pieces) == 1 and not pieces[0].macro:
        return pieces[0].text
    parts = []
    for piece in pieces:
        text = known.get(piece.text.lower()) if piece.macro else piece.text
        if text is None:
            undefined.append(piece.text)
            text = piece.text
        parts.append(text)
    return "".join(parts)

"""Keywords in one field of text, as BibTeX and CSL-JSON have them."""

from __future__ import annotations

from itertools import pairwise


def joined_keywords(keywords: tuple[str, ...]) -> str:
    """The keywords in one field; with semicolons where one of them has a comma."""
    if not any("," in keyword for keyword in keywords):
        return ", ".join(keywords)
    return "; ".join(keywords) if len(keywords) > 1 else f"{keywords[0]};"


def split_keywords(text: str) -> tuple[str, ...]:
    """The keywords of a field: parted by semicolons if there are any, else by commas; not within parentheses."""
    parts = _parts(text, ";")
    return tuple(word for part in (parts if len(parts) > 1 else _parts(text, ",")) if (word := part.strip()))


def _parts(text: str, separator: str) -> list[str]:
    """The parts between separators, of which those in parentheses that close again part nothing."""
    pieces = text.split(separator)
    if "(" not in text or text.count("(") != text.count(")"):
        return pieces
    parts, opened = [pieces[0]], 0
    for before, piece in pairwise(pieces):
        opened += before.count("(") - before.count(")")
        if opened > 0:
            parts[-1] += separator + piece
        else:
            parts.append(piece)
    return parts

"""Where the names of a list part: at ``and``, and where people wrote commas, semicolons or ``&`` instead, there.

BibTeX parts names at ``and`` alone, so that all else is a guess, to be looked at.
"""

from __future__ import annotations

import re

from publist.formats.bibtex.name_text import AND, COMMA, cut, plain, words
from publist.text import names
from publist.text.latex.reader import group

_SEMICOLON = re.compile(r"\s*(?:;(?:\s+and\b)?|、)\s*|[{}]")
_INVERTED = re.compile(r"[^;,{}]+,[^;,{}]+(?:;[^;,{}]+,[^;,{}]+)+")
"""``Family, Given; Family, Given``."""
_AMPERSAND = re.compile(r"\s+\\?&\s+|[{}]")
_ENTITY = re.compile(r"&#?\w+;")
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_MOST_COMMAS = 2
"""``von Family, Jr, Given``: BibTeX reads no more in one name."""
_CAPITALS = re.compile(r"[A-Z]{1,3}")
_LARGE_PARTICLES = frozenset("da dal dalla de degli dei del della dello des dos du van vom von zum zur".split())
"""Particles that begin family names with a capital, too (Dal Pozzo, De Smet), and are nobody's given name."""


def parted(text: str) -> tuple[list[str], bool]:
    """The names of a list as they are written, and whether it had to be guessed where they part."""
    spaced = " ".join(text.replace("\\,", " ").replace("\\ ", " ").split())  # a thin space parts nothing
    bare = _bare(spaced)
    found = _stripped(cut(f" {bare} ", AND))
    if "=" in bare and "family" in bare:
        return found, False
    pieces, unclear = _at_commas(_at_other_signs(found))
    surnames_first = _from_vancouver(pieces)
    odd = any(len(cut(piece, COMMA)) > _MOST_COMMAS + 1 for piece in pieces)
    return surnames_first or pieces, bool(surnames_first) or odd or unclear or pieces != found


def _stripped(parts: list[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]


def _bare(text: str) -> str:
    """The list without a pair of braces around the whole that hides several names."""
    whole = group(text, 0, len(text) + 1)
    inside = whole[0] if whole and whole[1] == len(text) else ""
    several = re.search(r"\sand\s", inside) and inside.count(" and ") + inside.count(",") > 1
    return inside if several or _INVERTED.fullmatch(inside) else text


def _at_other_signs(found: list[str]) -> list[str]:
    """Cut at semicolons, and at ``&`` between names of more than a word."""
    pieces: list[str] = []
    for part in found:
        joined = (";" in part or "、" in part) and not _ENTITY.search(part)
        for piece in _stripped(cut(part, _SEMICOLON)) if joined else [part]:
            sides = _stripped(cut(piece, _AMPERSAND)) if "&" in piece else [piece]
            pieces += sides if all(len(words(side)) > 1 for side in sides) else [piece]
    return pieces


def _at_commas(found: list[str]) -> tuple[list[str], bool]:
    """Cut at commas what cannot be one name, and ``A B, C D and E F``, where every name has two words at least.

    In such a list ``Dal Pozzo, Ana Maria`` is one name all the same; whether it is cut or not, it is not clear.
    """
    if "," not in "".join(found):
        return found, False
    parts = [_comma_parts(part) for part in found]
    mixed = len(found) > 1 and len(parts[-1]) == 1 and _is_full(parts[-1][0])
    mixed = mixed and all(len(part) == 1 or all(map(_is_full, part)) for part in parts)
    pieces: list[str] = []
    for part, written in zip(parts, found, strict=True):
        are_names = mixed and len(part) > 1 and words(part[0])[0].lower() not in _LARGE_PARTICLES
        pieces += part if are_names else _names_in(part) or [written]
    return pieces, mixed and any(len(part) > 1 for part in parts)


def _comma_parts(text: str) -> list[str]:
    """What stands between the commas; a suffix stays with the whole name before it, but in ``Family, Jr., Given``."""
    parts: list[str] = []
    found = _stripped(cut(text, COMMA))
    if len(found) < 3 or (len(found) == 3 and _is_suffix(found[1])):
        return found
    for part in found:
        if parts and _is_suffix(part) and len(words(parts[-1])) > 1:
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return parts


def _names_in(parts: list[str]) -> list[str]:
    """The names that stand between or around the commas of one "name"; empty where it is one name indeed."""
    if len(parts) == 2 and (" " in parts[0] or "~" in parts[0]):
        first, second = map(words, parts)
        both = len(first) > 1 and len(second) > 1
        return parts if both and any(map(_is_initial, first)) and not _is_initial(second[-1]) else []
    if len(parts) < 3 or any(map(_is_suffix, parts[1:])):
        return []
    family = [word for word in words(parts[0]) if not names.is_small(word)]
    if len(family) == 1 and not _is_full(parts[1]) and all(map(_is_full, parts[2:])):
        return [", ".join(parts[:2]), *parts[2:]]  # the first is inverted, as bibliographies of the MLA have it
    short = sum(len(words(part)) == 1 for part in parts)
    if len(parts) % 2 == 0 and (short == len(parts) or all(map(_is_given, parts[1::2]))):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts if short < 2 or short == len(parts) else []


def _is_full(part: str) -> bool:
    """Whether it may be a whole name: two words that are not both initials, the first of them no particle."""
    found = words(part)
    held = any(word.startswith("{") and not word.startswith("{\\") for word in found)
    return len(found) > 1 and not _is_initial(found[-1]) and not names.is_small(found[0]) and not held


def _is_given(part: str) -> bool:
    return all(_is_initial(word) or _CAPITALS.fullmatch(word) for word in words(part))


def _is_suffix(part: str) -> bool:
    return names.is_suffix(plain(part))


def _is_initial(word: str) -> bool:
    """Whether it is a letter with or without a full stop: family names have none, but for ``Jr.`` behind them."""
    return _INITIAL.fullmatch(word) is not None and not _is_suffix(word)


def _from_vancouver(pieces: list[str]) -> list[str]:
    """``Hill S, Lee AB``, as medical journals write names, if the whole list is written so; else nothing."""
    found = [names.vancouver(piece) for piece in pieces if piece != "others"]
    if not found or not all(map(any, found)) or not any(len(initials) < 3 for _, initials in found):
        return []
    last = ["others"] if "others" in pieces else []
    return [f"{family}, {initials}" for family, initials in found] + last

"""Names in one line of text: told apart by commas, semicolons and words, whichever part of a name stands first.

The line is read as a whole: ``Family, Given, Family, Given`` and ``Given Family, Given Family`` look the same piece by
piece, and differ in how many words the pieces have.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from publist.formats import joined_names
from publist.importing.migrating.author_names import ET_AL, author, without_styles
from publist.model.paper import Plain
from publist.text import names

_AND = re.compile(r"\s*,?\s+(?:and|AND|und|et|y)\s+(?:by\s+)?|\s*,?\s*&\s*|\s*;\s*(?:and\s+|&\s+)?|\s*[，、；]\s*")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+|&\s+)?")
_WORD_AND = re.compile(r"\s+(?:and|AND|&)\s+")
_LINKED = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_INITIALS = re.compile(r"(?:[^\W\d_a-z](?:[a-z]?\.|(?![^\W\d_])|(?=[^\W\d_a-z]))[\s-]*){1,5}")
_LAST_INITIALS = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]*[^\W\d_A-Z.](?:\s[\w'’-]+)*?"
    r"|(?:[^\W\d_][\w'’-]*\s)*[^\W\d_][\w'’-]+)\s+(?P<initials>(?:[^\W\d_a-z]\.[\s-]*){1,4}|[^\W\d_a-z]{1,3})"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+-?[^\W\d_]{2,}")
"""``J.Doe``."""
_NO_NAME = re.compile(
    r"[\d:!?/@“”\"]|\b(?:of|the|in|on|with|using|proceedings|journal|conference|university|press|review)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "van von vom de del della den der des di da du dos das la le el al bin ibn zu zur ter ten 't y e i af av do".split()
)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV|Ph\.?\s?D\.?|M\.D\.", re.IGNORECASE)
_MOST_WORDS = 7


class NameList(NamedTuple):
    """The authors of a line, whether there are more, and whether it is sure which part of each name is which."""

    authors: tuple[Plain, ...] = ()
    et_al: bool = False
    sure: bool = True


def read(line: str, owner: str = "") -> NameList:
    """The names of a line that holds nothing else; none where it holds something else. ``owner`` may be among them."""
    text = re.sub(r"([;,])(?:\s*[;,])+", r"\1", " ".join(html.unescape(line).split())).strip(" ,;")
    text = text.removesuffix(" .")
    text = re.sub(r"(?<=[^\W\d_]{3})\.$", "", text)
    et_al = bool(ET_AL.search(text))
    text, damaged = ET_AL.sub("", text).strip(" ,;").replace("\ufffd", " "), "\ufffd" in text
    links: list[str] = []
    held = _LINKED.sub(lambda match: _held(match[0], links), text)
    printed, sure = _printed(without_styles(held), owner)
    people = [author(re.sub("\ue000(\\d+)\ue001", lambda match: links[int(match[1])], name)) for name in printed]
    if not printed or any(
        _NO_NAME.search(re.sub("\ue000\\d+\ue001", "", name)) or len(name.split()) > _MOST_WORDS for name in printed
    ):
        return NameList()
    return NameList(tuple(one for one in people if one is not None), et_al, sure and not damaged)


def _held(link: str, links: list[str]) -> str:
    """What stands for a link while the text is taken apart."""
    links.append(link)
    return f"\ue000{len(links) - 1}\ue001"


def _printed(text: str, owner: str) -> tuple[list[str], bool]:
    """The names as ``Given Family`` or ``Family, Given``, and whether that is sure."""
    parts = [part.strip(" ,") for part in _SEMICOLON.split(text)] if ";" in text else []
    if len(parts) > 1:
        return [_turned(part) for part in parts if part], True
    parts = [part.strip(" ,") for part in _WORD_AND.split(text)]
    if len(parts) > 1 and all(part.count(",") == 1 for part in parts) and not all(map(_two_names, parts)):
        return parts, True  # BibTeX
    pieces = _pieces(text)
    if not pieces:
        return [], True
    return _by_form(pieces, owner)


def _two_names(part: str) -> bool:
    """Whether what stands around the comma of a part are two whole names: ``Ann Lee, Max Roe``."""
    return all(_is_whole(piece) for piece in part.split(","))


def _pieces(text: str) -> list[str]:
    """What stands between commas and words; what follows a name (Jr.) stays with it."""
    pieces: list[str] = []
    for part in _AND.split(text):
        for piece in (piece.strip() for piece in part.split(",")):
            if not piece:
                continue
            if pieces and _SUFFIX.fullmatch(piece):
                pieces[-1] = f"{pieces[-1]} {piece}"
            else:
                pieces += [name.strip() for name in joined_names.parted(piece).names]
    return pieces


def _by_form(pieces: Sequence[str], owner: str) -> tuple[list[str], bool]:
    """The names that pieces make: in pairs, one a piece, or the first alone in a pair (Chicago)."""
    whole = [*map(_is_whole, pieces)]
    initials = [bool(_INITIALS.fullmatch(piece)) for piece in pieces]
    if len(pieces) == 1 or all(whole):
        return [_turned(piece) for piece in pieces], True
    if len(pieces) % 2 == 0 and not any(initials[0::2]) and any(initials[1::2]) and not any(whole[1::2]):
        return _pairs(pieces), True
    if any(initials[1:]) and not initials[0] and not all(whole[at] for at, is_one in enumerate(initials) if not is_one):
        return _by_initials(pieces, initials)
    if len(pieces) > 2 and not (initials[0] or whole[1]) and all(whole[2:]):
        first = f"{pieces[0]}, {pieces[1]}"
        return [first, *map(_turned, pieces[2:])], not whole[0] or _has_owner([first], owner)
    families = whole[0::2]
    if len(pieces) % 2 == 0 and 2 * sum(families) <= len(families):
        paired = _pairs(pieces)
        return paired, not any(families) or _has_owner(paired, owner)
    return [_turned(piece) for piece in pieces], False


def _by_initials(pieces: Sequence[str], initials: Sequence[bool]) -> tuple[list[str], bool]:
    """Names whose initials follow them; one that stands alone is a whole name, or its initials are missing."""
    found: list[str] = []
    sure, at = True, 0
    while at < len(pieces):
        if at + 1 < len(pieces) and initials[at + 1]:
            found.append(f"{pieces[at]}, {pieces[at + 1]}")
            at += 2
        else:
            sure = sure and _is_whole(pieces[at])
            found.append(_turned(pieces[at]))
            at += 1
    return found, sure


def _pairs(pieces: Sequence[str]) -> list[str]:
    return [f"{family}, {given}" for family, given in zip(pieces[0::2], pieces[1::2], strict=True)]


def _turned(piece: str) -> str:
    """``Lee A. B.`` and ``Lee AB`` as ``Lee, A. B.``; every other form as it is."""
    if "," in piece or (_INITIALS.match(piece) and not _LAST_INITIALS.fullmatch(piece)):
        return piece
    found = _LAST_INITIALS.fullmatch(piece)
    if not found or names.is_suffix(found["initials"]):
        return piece
    initials = found["initials"] if "." in found["initials"] else ". ".join(found["initials"]) + "."
    return f"{found['family']}, {initials}"


def _is_whole(piece: str) -> bool:
    """Whether a piece has given and family name."""
    words = [word for word in piece.split() if not names.is_small(word)]
    if names.is_family_first(piece):
        return True
    return (
        names.is_group(piece)
        or (len(words) > 1 and not _INITIALS.fullmatch(piece))
        or "\ue000" in piece
        or bool(_DOTTED.fullmatch(piece))
    )


def is_capital(name: str) -> bool:
    """Whether every word of a name begins large, particles aside, and there are two of them."""
    words = name.split()
    return (len(words) > 1 or names.is_family_first(name)) and all(
        word in _PARTICLES or not names.is_small(word) for word in words
    )


def _has_owner(printed: Sequence[str], owner: str) -> bool:
    """Whether one of the names is that of the owner, read this way."""
    family = owner.casefold().split()[-1:]
    return bool(family) and any(name.partition(",")[0].casefold().split()[-1:] == family for name in printed)

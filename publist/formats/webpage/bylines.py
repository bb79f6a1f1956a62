"""Lists of authors as pages print them: parted by commas, semicolons or "and", cut short by "…" or "et al."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from publist.formats.joined_names import parted
from publist.formats.listing.name_shapes import PARTICLES, SUFFIXES, shape
from publist.model.paper import Name
from publist.text import names

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’ʼ`´.\-‐‑–·])*")
_ELIDED = re.compile(r"^(?:[dl]['’]|[’']t |al-|el-)(?=\w)")
_INITIALS = r"[^\W\d_a-z]\.?(?:[ -]?[^\W\d_a-z]\.?){0,3}"
_BEFORE = re.compile(rf"{_INITIALS} +(?P<family>[^\W\d_].*)")
_BEHIND = re.compile(rf"(?P<family>[^\W\d_].*?),? +{_INITIALS}")
_FAMILY_AND_INITIALS = re.compile(
    r"(?P<family>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’.\-‐–ʼ ])*?) (?P<initials>[^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])?"
    r"|(?:[^\W\d_a-z]\.[ -]?){1,4})"
    r"(?: (?P<suffix>Jr|Sr|II|III|IV|2nd|3rd))?\.?"
)
_FAMILY_AND_FEW = re.compile(r"[^\W\d_][^.,;]+ (?:[^\W\d_a-z]{1,2}|(?:[^\W\d_a-z]\.[ -]?){1,4})")
_INITIALS_ONLY = re.compile(r"(?:[^\W\d_a-z]\w?\.(?:-[a-z]\.)?[ -]?){1,5}|[^\W\d_a-z]{1,4}")
_GROUP = re.compile(
    r".*\b(?:[Cc]ollaborations?|[Cc]onsortium|(?:Working|Study|Research|Writing) Group|Task Force|Investigators"
    r"|Committee|Initiative"
    r"|Team|Council|Society|Association|Foundation|Agency)\)?(?: \S+)?"
)
_TOGETHER = re.compile(r"collaborations?|consortium")
_JOINING = frozenset("of and for the on in de der für et".split())
_MORE = re.compile(r"(?:[,;]\s*)?(?:\.\.\.|…|\[…\]|\[\.\.\.\]|et al\.?|and others|\+ ?\d+ (?:more )?authors?)\.?$")
_AND = re.compile(r"(?:^|,?\s{1,40})(?:and|And|&|und|et|y|y|og|och|en|ve|и|和|与|و)\s{1,40}")
_BETWEEN = re.compile(r", (?:(?:and|&) )?| (?:and|&) ")
_STOP = re.compile(r"(?<=[^\W\d_]{3})(?<!\bIII)\.$")
"""The full stop behind a list of names, unless it belongs to an initial or to Jr."""
_COMMAS = str.maketrans(dict.fromkeys("،、，", ", "))
"""Those of Arabic and Chinese."""
_MARKS = "*†‡§¶∗#⁎✉1234567890¹²³⁴⁵⁶⁷⁸⁹⁰"
_LONGEST_NAME = 80
_LONG = 400
"""Characters of a line of which thousands are kept for the next form that asks for them; of longer ones few are."""


class Byline(NamedTuple):
    """The authors of a paper, and whether there are more."""

    names: tuple[str, ...]
    et_al: bool = False

    @property
    def authors(self) -> tuple[Name, ...]:
        """The names as the model has them: printed form, groups marked."""
        return tuple(Name(name, literal=True) if is_group(name) else Name(name) for name in self.names)


@lru_cache(maxsize=10_000)  # the same people in many lines
def is_group(text: str) -> bool:
    """Whether it is the name of a group, each word of which has a capital: unlike a title that ends in "network"."""
    words = text.removeprefix("the ").removeprefix("The ").split()
    capital = all(not word[0].islower() or word in _JOINING or _TOGETHER.fullmatch(word) for word in words)
    return bool(words) and not words[0][0].islower() and capital and bool(_GROUP.fullmatch(" ".join(words)))


def byline_of(text: str, separator: str = ",") -> Byline | None:
    """The authors of a line on which nothing else stands; None if anything on it is no name."""
    return _known_byline(text, separator) if len(text) <= _LONG else _known_long_byline(text, separator)


@lru_cache(maxsize=10_000)  # a text is judged by many forms and in many parts, by the same lines each time
def _known_byline(text: str, separator: str) -> Byline | None:
    return _byline(text, separator)


@lru_cache(maxsize=32)
def _known_long_byline(text: str, separator: str) -> Byline | None:
    return _byline(text, separator)


def _byline(text: str, separator: str) -> Byline | None:
    text = text.translate(_COMMAS) if separator == "," else text
    shorter = _MORE.sub("", text.strip())
    et_al = shorter != text.strip()
    shorter = _STOP.sub("", shorter)
    pieces = [name for piece in shorter.split(separator) for name in _joined(piece, separator)]
    found = [piece.strip(f" {_MARKS}") for piece in pieces if piece.strip(" .")]
    joined = _with_suffixes(found)
    return Byline(tuple(joined), et_al) if joined and all(map(is_name, joined)) else None


def _joined(piece: str, separator: str) -> list[str]:
    """The names of a piece between separators; by "and" too, whatever stands beside it: lone words are told later."""
    found = parted(piece.strip())
    return list(found.names) if found.sure or len(found.names) > 1 else _AND.sub(separator, piece).split(separator)


def family_first(text: str) -> Byline | None:
    """``Lee AB, van der Roe M Jr, Poe J.``, as medical indexes print it; None if anything on the line is no name."""
    shorter = _MORE.sub("", text.strip())
    et_al = shorter != text.strip()
    found = []
    for piece in _BETWEEN.split(shorter.rstrip(";, ")):
        parts = _FAMILY_AND_INITIALS.fullmatch(piece.strip(f" {_MARKS}"))
        if parts:
            suffix = f" {parts['suffix']}" if parts["suffix"] else ""
            found.append(f"{parts['initials'].strip()} {parts['family']}{suffix}")
        elif is_group(piece.rstrip(".")):
            found.append(piece.rstrip("."))
        else:
            return None
    return Byline(tuple(found), et_al)


def inverted(text: str, separator: str = ";") -> Byline | None:
    """``Lee, Ann B.; Roe, Max``: names with the family name first; with commas between them, in pairs of commas."""
    shorter = _MORE.sub("", text.strip())
    et_al = shorter != text.strip()
    whole = _AND.sub(separator, shorter).strip(" ;,") if separator == ";" else shorter.strip(" ,")
    if separator == ";":
        pieces = [piece.strip(f" {_MARKS}") for piece in whole.split(";") if piece.strip()]
    else:
        pieces = _pairs(_AND.sub(", ", whole))
    found = [_turned(piece) for piece in pieces]
    return Byline(tuple(found), et_al) if found and all(map(is_name, found)) else None


def _turned(name: str) -> str:
    """``Lee, AB`` as AB Lee; capitals alone are initials, though ``JR`` would be a suffix elsewhere."""
    family, comma, given = name.partition(", ")
    if comma and _INITIALS_ONLY.fullmatch(given):
        return str(names.from_parts(given, family))
    return str(names.parse(name)) if "," in name else name


def _pairs(text: str) -> list[str]:
    """``Lee, A., Roe, M.`` as two names; a lone family name gives no names at all."""
    words = [word.strip(f" {_MARKS}") for word in text.split(", ")]
    pairs = [", ".join(words[at : at + 2]) for at in range(0, len(words), 2)]
    return pairs if len(words) % 2 == 0 and all(_INITIALS_ONLY.fullmatch(word) for word in words[1::2]) else [""]


def in_any_order(text: str) -> Byline | None:
    """The authors of a line whose writer may have put family names or given names first."""
    return _known_order(text) if len(text) <= _LONG else _in_any_order(text)


@lru_cache(maxsize=10_000)
def _known_order(text: str) -> Byline | None:
    return _in_any_order(text)


def _in_any_order(text: str) -> Byline | None:
    pieces = _BETWEEN.split(text)
    if len(pieces) > 1 and all(map(_FAMILY_AND_FEW.fullmatch, pieces)) and not any(map(_BEFORE.fullmatch, pieces)):
        return family_first(text)
    return byline_of(text)


def is_name(text: str) -> bool:
    """Whether the text has the form of a name: a few words with capitals, or in a script that has none; or a group."""
    words = text.replace(",", " ").split()
    if not words or len(words) > 7 or len(text) > _LONGEST_NAME:
        return False
    if is_group(text):
        return text[0].isupper()
    plain = [word for word in words if word not in PARTICLES and word not in SUFFIXES]
    return bool(plain) and all(_WORD.fullmatch(word) and not _ELIDED.sub("", word)[0].islower() for word in plain)


@lru_cache(maxsize=10_000)  # the same people in many lines
def has_initials(name: str) -> bool:
    """Whether given names are initials: ``AB Lee``, ``A. B. Lee``, ``Lee AB``, ``Lee, A. B.``."""
    return bool(_BEFORE.fullmatch(name) or _BEHIND.fullmatch(name))


def begins_with_initials(name: str) -> bool:
    """Whether the initials stand first: ``AB Lee``."""
    return bool(_BEFORE.fullmatch(name))


def is_foreign(name: str) -> bool:
    """Whether it is in a script without capitals, as Chinese or Arabic."""
    return bool(name) and all(char.lower() == char.upper() for char in name if char.isalpha()) and name[0].isalpha()


def is_certain(byline: Byline) -> bool:
    """Whether the names cannot well be words of a title: initials, or a script or a group that says so."""
    return any(has_initials(name) or is_foreign(name) or is_group(name) for name in byline.names)


def run_together(byline: Byline) -> bool:
    """Whether a name may be two that a page has parted by nothing: ``Ann LeeMax Roe``."""
    return any(shape(word) == "camel" for name in byline.names for word in name.split())


def _with_suffixes(pieces: Sequence[str]) -> list[str]:
    """``Lee``, ``Jr.`` are one name."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece in SUFFIXES:
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined

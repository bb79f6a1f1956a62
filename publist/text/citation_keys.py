"""Citation keys: unique in a list, and stable, since other people's documents cite by them; those made are ASCII."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from publist.model.paper import Paper
from publist.text import names
from publist.text.transliteration import in_latin

_STOP_WORDS = frozenset(
    """a an and are as at by can do does for from how in into is of on or our some the to toward towards under using via
    what when where which who why with das der die ein eine el la las le les los un une""".split()
)
_FORBIDDEN = re.compile(r"[^\w!$&*+./:;<>?@\[\]^|-]+")
"""What BibTeX, biber or LaTeX cannot have in a key: white space, braces, ``,"#%'()=~\\`` and the like."""
_UNSAID = re.compile(r"\$[^$]*\$|<[^>]*>|\]\([^)]*\)")
"""Formulas, tags and addresses: no words of a title."""
_WORD = re.compile(r"[\w'’]+")
_SIGNS = re.compile(r"[^a-z0-9]")


def assigned(papers: Iterable[Paper], former: Iterable[str] = ()) -> tuple[str, ...]:
    """A key for each paper: its own where it has one, else made; a second use of a key gets a letter.

    ``former`` are keys that were given before, which none is made like.
    """
    papers = tuple(papers)
    taken = {key for paper in papers if (key := clean(paper.key))} | {*former}
    used: set[str] = set()
    keys = []
    for paper in papers:
        own = clean(paper.key)
        key = own if own and own not in used else _free(own or made(paper), taken | used if own else taken)
        used.add(key)
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def keys_for(new: Mapping[str, Paper], there: Iterable[Paper], former: Iterable[str]) -> dict[str, str]:
    """A key for each new paper, by the same names, that none of the papers has that are there or were.

    Of several the oldest comes first, as in a list whose papers have no keys of their own.
    """
    order = sorted(new, key=lambda name: (str(new[name].date or ""), name))
    keys = assigned((*there, *(new[name] for name in order)), former)
    return dict(zip(order, keys[len(keys) - len(order) :], strict=True))


def made(paper: Paper) -> str:
    """Family name of the first author, year, first telling word of the title: ``lai2023instruction``."""
    first = names.parts(paper.authors[0]) if paper.authors else None
    family = _letters(first.family or first.name) if first else ""
    year = str(paper.date.year) if paper.date else ""
    return f"{family}{year}{_first_word(paper.title)}" or "untitled"


def clean(key: str) -> str:
    """The key without characters that would break a file; ``2008A&A`` and ``schröder1982`` stay as they are."""
    if key.isascii():
        return _FORBIDDEN.sub("", key) if _FORBIDDEN.search(key) else key
    return _FORBIDDEN.sub("", normalize("NFC", key))


def _free(base: str, taken: set[str]) -> str:
    """The key, or the key with the first letter (then number) that makes it free."""
    if base not in taken:
        return base
    for letter in "abcdefghijklmnopqrstuvwxyz":
        if base + letter not in taken:
            return base + letter
    number = 27
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def _first_word(title: str) -> str:
    first = ""
    for match in _WORD.finditer(_UNSAID.sub(" ", title)):
        word = _letters(match[0])
        if word and word not in _STOP_WORDS:
            return word
        first = first or word
    return first


def _letters(text: str) -> str:
    plain = in_latin(text).lower()
    return plain if plain.isalnum() else _SIGNS.sub("", plain)

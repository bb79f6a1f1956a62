"""A name by its words as a reference prints them, and the name of an author that they spell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from publist.formats.references.nametokens import Token
from publist.model.paper import Name
from publist.text import names as nameforms


class Spelled(NamedTuple):
    """A name by its words: family and given name (direct: only ``given`` holds words)."""

    family: tuple[Token, ...]
    given: tuple[Token, ...]


def name_of(spelled: Spelled) -> Name:
    """The name with its parts, as far as its form shows them."""
    return _name(*(_printed(words) for words in spelled))


@lru_cache(maxsize=4096)
def _name(family: str, given: str) -> Name:
    """The name of these parts; people come again and again in a list."""
    if not family:
        words = given.split()
        return nameforms.from_words(words)
    if not given:
        return nameforms.from_words(family.split())
    if nameforms.is_suffix(given):  # the initials of Roberge JR are no "Jr."
        return nameforms.from_parts(given, family)
    return nameforms.from_inverted([family.split(), given.split()])


def _printed(words: Sequence[Token]) -> str:
    printed = " ".join(" ".join(word.text for word in words).split())
    return printed.rstrip(".") if words and words[-1].kind in "CUNP" else printed

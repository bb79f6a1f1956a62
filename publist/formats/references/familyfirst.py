"""Family name first or last, where no comma tells ("Byron Ada, Bell Charles"): the whole list says which.

Capitals (BYRON Ada), initials (Byron Ada M.), particles and well-known given names speak for one or the other, and so
does the order of the list, if it is alphabetical. The given names are in the table givennames.tsv beside this module
(11 KB; tests/benchmarks/references_givennames.py made it from the census of the United States and from bibliographies).
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from publist.formats.references.lists import Judged
from publist.formats.references.namelists import NameList
from publist.formats.references.nametokens import Token
from publist.formats.references.signs import signs
from publist.formats.references.spelled import Spelled

_TABLE = os.path.join(os.path.dirname(__file__), "givennames.tsv")
_PARTICLES = frozenset("Le La Van Von De Del Della Di Da Dos Du Al El Ó O Mac Mc St. Ten Ter Den Der".split())
"""Particles that some families write with a capital."""
_USUAL = -1.5
"""What speaks against it before anything is seen: most lists print the given name first."""
_MOST = 4.0
"""So much the other references of the list may say at most: one that shows capitals speaks for itself."""
_ENOUGH = 6
"""In so many references, an alphabetical order is no chance."""


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    with open(_TABLE, encoding="utf-8") as file:
        return frozenset(word for line in file if not line.startswith("#") for word in line.split())


def with_family_first(judgements: Sequence[Judged]) -> list[Judged]:
    """The judgements, in which names that stand with the family name first are parted so."""
    found = [_without_comma(judged) for judged in judgements]
    families = _families(judgements)
    told = [sum(_evidence(name, names.form, families) for name in names.names) if names else 0.0 for names in found]
    if not any(value > 0 for value in told):
        return list(judgements)
    styles = [_style_of(judged) for judged in judgements]
    order = _order_of([names for names in found if names])
    by_style: defaultdict[str, float] = defaultdict(lambda: order)
    for style, value in zip(styles, told, strict=True):
        by_style[style] += value
    return [
        _parted(judged, names) if names and _is_turned(value, by_style[style]) else judged
        for judged, names, value, style in zip(judgements, found, told, styles, strict=True)
    ]


def _is_turned(own: float, whole: float) -> bool:
    return _USUAL + own + min(max(whole - own, -_MOST), _MOST) > 0


def _style_of(judged: Judged) -> str:
    """What sets the names apart: in a list of several styles, references of one style speak for each other.

    That is what stands behind them, whether a title stands before them, and whether capitals show the family names.
    """
    authors = judged.readings[0].authors if judged.readings else None
    if authors is None or authors.names is None:
        return ""
    shown = any(_in_capitals(words) or _in_capitals(words[::-1]) for words in map(_words, authors.names.names))
    return f"{signs(authors.gap)} {judged.readings[0].order} {shown}"


def _words(name: Spelled) -> Sequence[Token]:
    return (*name.family, *name.given)


def _families(judgements: Sequence[Judged]) -> frozenset[str]:
    """The family names that initials or commas set apart somewhere in the list."""
    lists = [judged.readings[0].authors for judged in judgements if judged.readings]
    found = [name for authors in lists if authors and authors.names for name in authors.names.names]
    parted = {word.text.rstrip(".") for name in found if name.family for word in name.family[-1:]}
    behind = {name.given[-1].text.rstrip(".") for name in found if name.given and name.given[0].kind in "IJ"}
    return frozenset(parted | behind)


def _without_comma(judged: Judged) -> NameList | None:
    """The names of the best reading, if no comma parts them."""
    authors = judged.readings[0].authors if judged.readings else None
    names = authors.names if authors else None
    if names is None or names.form not in ("direct", "initials last"):
        return None
    return names._replace(names=tuple(Spelled((), (*name.family, *name.given)) for name in names.names))


def _evidence(name: Spelled, form: str, families: frozenset[str]) -> float:
    """What one name says: more than 0 for the family name first."""
    words = name.given
    if len(words) < 2:
        return 0.0
    kinds = [word.kind for word in words]
    leading, trailing = _in_capitals(words), _in_capitals(words[::-1])
    if leading or trailing:
        return 3.0 * ((0 < leading < len(words)) - (0 < trailing < len(words)))
    whole = [word for word in words if word.kind not in "IJBP"]
    if len(whole) < 2:
        return -2.0 * (kinds[0] in "IJB")  # A. Byron; of Byron AB nothing is to be told
    told = -2.0 * (kinds[0] in "IJB" or any(kind in "IJB" for kind in kinds[1:-1]))
    told += 1.0 * (kinds[0] in "CU" and kinds[-1] in "IJB" and form == "direct")  # García Márquez C. is none
    told += 1.5 * (kinds[0] == "P") - 1.5 * ("P" in "".join(kinds[:-1]).lstrip("P"))
    told += 2.0 * ((whole[0].text in families) - (whole[-1].text.rstrip(".") in families))
    return told + 1.5 * (is_given(whole[-1].text) - is_given(whole[0].text))


def _in_capitals(words: Sequence[Token]) -> int:
    """How many words are in capitals, from the first on; none, if they may be initials."""
    capitals = takewhile(lambda word: word.text.isupper() and word.kind in "UBP", words)
    whole = [word for at, word in enumerate(capitals) if not at or len(word.text) > 1]
    return len(whole) if any(len(word.text) > 2 for word in whole) else 0


def is_given(word: str) -> bool:
    """Whether the word is a well-known given name."""
    small = word.lower().rstrip(".")
    return small in _given_names() or ("-" in small and small.split("-", 1)[0] in _given_names())


def _order_of(found: Sequence[NameList]) -> float:
    """What the order of the first authors says: alphabetical by their first words, or by their last ones."""
    if len(found) < _ENOUGH:
        return 0.0
    by_first, by_last = (
        sum(one.names[0].given[at].text <= other.names[0].given[at].text for one, other in pairwise(found))
        / (len(found) - 1)
        for at in (0, -1)
    )
    return 3.0 * (by_first > 0.9 and by_last < 0.8) - 3.0 * (by_last > 0.9 and by_first < 0.8)


def _parted(judged: Judged, names: NameList) -> Judged:
    best, *others = judged.readings
    assert best.authors is not None  # noqa: S101 - for the types: names are its names
    turned = names._replace(names=tuple(map(_turned, names.names)))
    return judged._replace(readings=(best._replace(authors=best.authors._replace(names=turned)), *others))


def _turned(name: Spelled) -> Spelled:
    """The name parted after its family name: words in capitals, or one word, with its particles."""
    words = name.given
    is_initial = len(words[0].text) == 1 and words[0].text not in _PARTICLES
    if len(words) < 2 or words[0].kind in "IJ" or (is_initial and not words[1].text.isupper()):
        return name
    at = next((number for number, word in enumerate(words) if word.kind != "P" and word.text not in _PARTICLES), 0)
    at += _in_capitals(words[at:]) or 1
    while at + 1 < len(words) and words[at].kind == "P":  # Fernández de la Cruz Ada
        at += 1 + (words[at + 1].kind != "P")
    at = min(at, len(words) - 1)
    if {word.kind for word in words} <= {"C", "P"} and not is_given(words[at].text):  # García Márquez Ada
        at = next((number for number in range(at + 1, len(words)) if is_given(words[number].text)), at)
    return Spelled(words[:at], words[at:])

"""Personal names: from parts to the printed form, from the printed form to parts, and the inverted form.

The parts are CSL's. Where nobody has said them, they follow BibTeX's rule (the last word is the family name,
lower-case words before it are particles), which is what every reader of a bibliography applies; where that is known to
be wrong (Le Roux, Ortega y Gasset, Davis Jr., 山田 太郎), they are those that the people have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from publist.model.paper import Name

_SIGNS = re.compile(r"[^\w\s.,'’‘\-‐]|[¹²³⁰-⁹₀-₉ᵃ-ᶠ]|_|[^\W\d_]\s?\d{1,2}(?:$|,)|\s[a-h](?:$|,)")
"""What a plain name never holds."""
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|II|III|IV|2nd|3rd|Ph\.?\s?D\.?|\d{4}", re.IGNORECASE)
"""What follows a name; four digits are DBLP's number of one of several people of a name."""
_DEGREE = re.compile(r"(?:M\.?D|M\.?Sc|B\.?Sc|M\.?P\.?H|Esq)\.?")
"""What may follow a name, and may be initials."""
_INITIALS = re.compile(r"(?!II|III|IV|JR|SR|MD)[A-ZÀ-ÖØ-Þ](?:-?[A-ZÀ-ÖØ-Þ]){0,2}")
_NUMERAL = re.compile(r"II|III|IV", re.IGNORECASE)
_GROUP = re.compile(
    r"the\s.+|(?:.*\b)?(?:collaborations?|consortium)\)?(?: \S+)?|.+\b(?:committee|working group|task force|initiative"
    r"|team|group|network|council|society|association|institute|university|laborator(?:y|ies)|foundation"
    r"|organi[sz]ation|contributors|developers|authors|agency|project)",
    re.IGNORECASE,
)
_COLLABORATING = re.compile(r"\b(?:collaborations?|consorti(?:um|a)|groups?|teams?|project|network)\b", re.IGNORECASE)
_CAPITAL_PARTICLES = frozenset(
    """Van Von De Del Dela Della Delle Degli Den Der Des Di Da Dal Dalla Das Dos Du Al El Abu Ibn La Le Lo St. Ten
    Ter""".split()
)
"""Particles that some families write with a capital: part of the family name then."""
_TRAILING_PARTICLES = frozenset("van von vom de del den der des di da du dos zu zur ter ten 't".split())
_JOINING = frozenset(("y", "e", "i"))
"""What Spanish, Portuguese and Catalan families put between the names of both parents."""
_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+")
"""Scripts of Chinese, Japanese and Korean: printed family name first, without a space."""


def is_plain(text: str) -> bool:
    """Whether a name holds nothing that could be a mark on it or a style, as most do (see ``author_marks``)."""
    return not _SIGNS.search(text)


@lru_cache(maxsize=10_000)
def parts(name: Name) -> Name:
    """The name with its parts: those that it says, else those that its printed form shows."""
    if name.literal or name.family or name.given:
        return name
    if is_group(name.name):
        return name._replace(literal=True)
    given, family, particle, suffix = _printed_parts(name.name)
    return name._replace(given=given, family=family, particle=particle, suffix=suffix)


def from_parts(given: str, family: str, particle: str = "", suffix: str = "") -> Name:
    """The name with this printed form; parts are said only where the printed form does not show them."""
    given, family, particle, suffix = (" ".join(part.split()) for part in (given, family, particle, suffix))
    name = Name(_printed(given, family, particle, suffix), given, family, particle, suffix)
    if is_group(name.name):
        return Name(name.name, literal=True)
    shown = _printed_parts(name.name) == (given, family, particle, suffix) and (given or " " not in family)
    return name if particle or suffix or not shown else Name(name.name)


def parse(text: str) -> Name:
    """A name as people type it: ``Family, Given``, ``Family, Suffix, Given`` or ``Given Family``."""
    if is_group(text):
        return Name(" ".join(text.split()), literal=True)
    pieces = [piece.split() for piece in text.split(",")]
    if len(pieces) == 1 or not pieces[0]:
        return Name(" ".join(text.strip(" ,").split()))
    return from_inverted(pieces)


def from_inverted(pieces: Sequence[Sequence[str]], small: Sequence[bool] | None = None) -> Name:
    """The name whose family name stands first, by the words of what stands between commas.

    ``small`` says which words of the family name begin with a small letter, where their letters do not.
    """
    family, *rest = pieces
    suffix, given = _suffix_and_given(rest, alone=len(family) == 1)
    if len(rest) == 1 and suffix and len(family) > 1:
        return from_words([*family, *suffix], [*(small or map(is_small, family)), False])
    if len(given) > 1 and not suffix and _SUFFIX.fullmatch(given[-1]):
        given, suffix = given[:-1], given[-1:]
    if len(given) > 1 and given[-1] in _TRAILING_PARTICLES:
        given, moved = _without_particle(given)
        return from_parts(" ".join(given), " ".join(family), " ".join(moved), " ".join(suffix))
    if len(family) > 1 and not suffix and _SUFFIX.fullmatch(family[-1]):
        family, suffix = family[:-1], family[-1:]
    particle, last = _particle(family, small or [*map(is_small, family)])
    return from_parts(" ".join(given), last, particle, " ".join(suffix))


def from_words(words: Sequence[str], small: Sequence[bool] | None = None) -> Name:
    """The name whose given name stands first. ``small`` is as in ``from_inverted``."""
    printed = " ".join(words)
    if is_group(printed):
        return Name(printed, literal=True)
    if is_family_first(printed):
        return Name(printed)
    return from_parts(*_split(list(words), small or [*map(is_small, words)]))


def collaboration(name: str) -> Name:
    """A collaboration as an author: of ``ATLAS`` the ATLAS Collaboration."""
    whole = name if _COLLABORATING.search(name) else f"{name} Collaboration"
    return Name(whole, literal=True)


def vancouver(text: str) -> tuple[str, str]:
    """Family name and initials of ``Jones AB``, as Ovid and PubMed write names; nothing for every other form.

    The last word alone is capitals without full stops, one to three of them.
    """
    family, _, initials = text.rpartition(" ")
    plain_words = not any(len(word) == 1 or "." in word for word in family.split())
    fits = family and _INITIALS.fullmatch(initials) and plain_words and not family.isupper() and "," not in text
    return (family, initials) if fits and "\\" not in family and not is_group(text) else ("", "")


def inverted(name: Name) -> str:
    """``particle Family, Suffix, Given``: how reference managers write names. Groups stay as they are."""
    whole = parts(name)
    if whole.literal or not whole.family:
        return name.name
    family = f"{whole.particle} {whole.family}".strip()
    return ", ".join(part for part in (family, whole.suffix, whole.given) if part)


def is_group(text: str) -> bool:
    """Whether the name is plainly that of a group."""
    return _GROUP.fullmatch(text) is not None


def is_small(word: str) -> bool:
    """Whether the first letter is small, also after the apostrophe of ``'t``."""
    return word.lstrip("'’‘")[:1].islower()


def is_family_first(printed: str) -> bool:
    """Whether the name is written in a script that puts the family name first."""
    return _FAMILY_FIRST.fullmatch(printed.replace(" ", "")) is not None


def is_suffix(text: str) -> bool:
    """Whether it is what follows a name, after a comma: Jr., III, PhD, MD."""
    return bool(_SUFFIX.fullmatch(text) or _DEGREE.fullmatch(text))


def _printed_parts(printed: str) -> tuple[str, str, str, str]:
    words = printed.split()
    return _split(words, [*map(is_small, words)])


def _suffix_and_given(rest: Sequence[Sequence[str]], *, alone: bool) -> tuple[Sequence[str], list[str]]:
    """The suffix, which stands before the given name or after it, and the given name.

    Of ``Karlov, II`` the second is initials: nobody is called by a family name and a numeral.
    """
    texts = [" ".join(piece) for piece in rest]
    if len(rest) > 1:
        at = next((at for at, text in enumerate(texts) if is_suffix(text)), 0)
        return rest[at], ", ".join(text for number, text in enumerate(texts) if number != at and text).split()
    if _SUFFIX.fullmatch(texts[0]) and not (alone and _NUMERAL.fullmatch(texts[0])):
        return rest[0], []
    return [], list(rest[0])


def _without_particle(given: list[str]) -> tuple[list[str], list[str]]:
    """The given name, and the particle that stands after it: ``Berg, Jan van den``."""
    end = len(given)
    while end > 1 and given[end - 1] in _TRAILING_PARTICLES:
        end -= 1
    return given[:end], given[end:]


def _printed(given: str, family: str, particle: str, suffix: str) -> str:
    if given and not particle and _FAMILY_FIRST.fullmatch(family) and _FAMILY_FIRST.fullmatch(given):
        return family + given
    return " ".join(part for part in (given, particle, family, suffix) if part)


def _split(words: list[str], small: Sequence[bool]) -> tuple[str, str, str, str]:
    """Given name, family name, particle and suffix of a printed name by BibTeX's rule."""
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if suffix:
        words[-1] = words[-1].rstrip(",")
    if len(words) > 1 and all(map(_FAMILY_FIRST.fullmatch, words)):
        return "".join(words[1:]), words[0], "", suffix
    start = next((at for at in range(len(words) - 1) if small[at]), max(len(words) - 1, 0))
    while start > 1 and (words[start - 1] in _CAPITAL_PARTICLES or words[start] in _JOINING):
        start -= 1
    particle, family = _particle(words[start:], small[start:])
    return " ".join(words[:start]), family, particle, suffix


def _particle(words: Sequence[str], small: Sequence[bool]) -> tuple[str, str]:
    """Particle and family name of the words that are both: lower-case words lead, the last is never one.

    Unlike BibTeX, which would take "Castillo y" of "Castillo y Ortega" for a particle.
    """
    end = 0
    while end < len(words) - 1 and small[end]:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])

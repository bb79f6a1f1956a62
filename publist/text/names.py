"""Personal names: from parts to the printed form, from the printed form to parts, and the inverted form.

The parts are CSL's. Where nobody has said them, they follow BibTeX's rule (the last word is the family name,
lower-case words before it are particles), which is what every reader of a bibliography applies.
"""

from __future__ import annotations

import re

from publist.model import Name

_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|II|III|IV|2nd|3rd", re.IGNORECASE)
_GROUP = re.compile(
    r"the\s.+|(?:.*\b)?(?:collaborations?|consortium)\)?(?: \S+)?|.+\b(?:committee|working group|task force|initiative"
    r"|team|group|network|council|society|association|institute|university|laborator(?:y|ies)|foundation"
    r"|organi[sz]ation|contributors|developers|authors|agency|project)",
    re.IGNORECASE,
)
_CAPITAL_PARTICLES = frozenset(("Van", "Von", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du"))
"""Particles that some families write with a capital: part of the family name then."""
_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+")
"""Scripts of Chinese, Japanese and Korean: printed family name first, without a space."""


def parts(name: Name) -> Name:
    """The name with its parts: those that it says, else those that its printed form shows."""
    if name.literal or name.family or name.given:
        return name
    if is_group(name.name):
        return name._replace(literal=True)
    return name._replace(**_split(name.name)._asdict())


def from_parts(given: str, family: str, particle: str = "", suffix: str = "") -> Name:
    """The name with this printed form; parts are said only where the printed form does not show them."""
    given, family, particle, suffix = (" ".join(part.split()) for part in (given, family, particle, suffix))
    name = Name(_printed(given, family, particle, suffix), given, family, particle, suffix)
    if is_group(name.name):
        return Name(name.name, literal=True)
    if particle or suffix or _split(name.name) != name or (not given and " " in family):
        return name
    return Name(name.name)


def parse(text: str) -> Name:
    """A name as people type it: ``Family, Given``, ``Family, Suffix, Given`` or ``Given Family``."""
    pieces = [" ".join(piece.split()) for piece in text.split(",")]
    if is_group(text):
        return Name(" ".join(text.split()), literal=True)
    if len(pieces) == 1 or not pieces[0]:
        return Name(" ".join(text.split()))
    if len(pieces) == 2 and _SUFFIX.fullmatch(pieces[1]):
        whole = _split(pieces[0])
        return from_parts(whole.given, whole.family, whole.particle, pieces[1])
    particle, family = _particle(pieces[0].split())
    suffix = pieces[1] if len(pieces) > 2 else ""
    return from_parts(", ".join(pieces[2:]) if suffix or len(pieces) > 2 else pieces[1], family, particle, suffix)


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


def _printed(given: str, family: str, particle: str, suffix: str) -> str:
    if given and not particle and _FAMILY_FIRST.fullmatch(family) and _FAMILY_FIRST.fullmatch(given):
        return family + given
    return " ".join(part for part in (given, particle, family, suffix) if part)


def _split(printed: str) -> Name:
    """The parts of a printed name by BibTeX's rule."""
    words = printed.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if suffix:
        words[-1] = words[-1].rstrip(",")
    start = next((at for at, word in enumerate(words[:-1]) if word[:1].islower()), len(words) - 1)
    while start > 1 and words[start - 1] in _CAPITAL_PARTICLES:
        start -= 1
    particle, family = _particle(words[start:])
    return Name(printed, " ".join(words[:start]), family, particle, suffix)


def _particle(words: list[str]) -> tuple[str, str]:
    """Particle and family name of the words that are both: lower-case words lead, the last is never one.

    Unlike BibTeX, which would take "Castillo y" of "Castillo y Ortega" for a particle.
    """
    end = 0
    while end < len(words) - 1 and words[end][:1].islower():
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])

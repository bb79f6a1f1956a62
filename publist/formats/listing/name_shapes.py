"""The shape of names of people: what each word of a name looks like."""

from __future__ import annotations

import re
from functools import lru_cache

PARTICLES = frozenset(
    """af al ap aus av bin bint da das de degli dei del della delle den der des di do dos du e el het i ibn la las
    le les lo los op san st st. ten ter und v. van vande vander vom von vor y zu zum zur 't""".split()
)
"""Lower-case words inside names (dropping and non-dropping particles of CSL)."""

SUFFIXES = frozenset("Jr Jr. jr. Sr Sr. II III IV 2nd 3rd".split())
"""What may follow a family name."""

LONGEST_NAME = 60
"""Characters that a name has at the most."""

_PART = "(?:U'U?l+|U'?l+|(?<=[-'])l+)"
_FORMS = (
    ("initial", r"-?U\.?|U{2}|(?:U\.-?)+U?\.?|U-U\.?|Ul{1,2}\.(?:-Ul?\.)?"),  # W., JM, A.B., J.-P., J-P, Yu., -S.
    ("word", rf"{_PART}(?:[-']+{_PART})*[.']?|l'Ul+|Ul+-U|U-Ul+"),  # Zhiyun, Al-Rfou, O'Brien, Cheng-I, Q-Han
    ("dotted", r"(?:Ul?\.-?)+Ul+(?:-Ul+)?"),  # J.S.Dowker
    ("capitals", r"U{3,}|U+(?:[-']U+)+"),  # WANG, O'BRIEN
    ("camel", r"(?:Ul+-)?(?:Ul+){2,}(?:-Ul+)*|Ul+U{1,2}|U{2}l+(?:-Ul+)?|l{2,4}Ul+"),  # JoonHo, GasperinI, vanBeek
    ("lower", r"l+(?:-l+)*"),  # brian
)
_SHAPES = tuple((name, re.compile(form)) for name, form in _FORMS)
_PREFIXED = re.compile(r"(?:Mc|Mac|Fitz|De|Di|Da|Du|Del|Della|Des|La|Le|Lo|Van|Von|van|von|de|El|Al)[A-Z][a-z]")
_MARKS = {"-": "-", "‐": "-", "‑": "-", "–": "-", "'": "'", "’": "'", "‘": "'", "`": "'", "´": "'", ".": "."}


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> str:
    """What a word of a name looks like.

    One of word (Zhiyun), initial (W.), dotted (J.S.Dowker), particle (van), suffix (Jr.), prefixed (McFee),
    camel (JoonHo), capitals (WANG), lower (brian), other (no word of a name).
    """
    if word in PARTICLES:
        return "particle"
    if word in SUFFIXES:
        return "suffix"
    form = "".join(map(_class_of, word))
    found = next((name for name, pattern in _SHAPES if pattern.fullmatch(form)), "other")
    return "prefixed" if found == "camel" and _PREFIXED.match(word) else found


def _class_of(char: str) -> str:
    if char.isupper():
        return "U"
    if char.isalpha():
        return "l"
    return _MARKS.get(char) or ("" if "\u0300" <= char <= "\u036f" else "?")

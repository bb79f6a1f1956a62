"""Texts that look the same and are not: what differs, in words."""

from __future__ import annotations

from unicodedata import category, name, normalize

_LATIN = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι‐‑‒–—−’‘ʼ′“”",
    "ABEKMHOPCTYXIJSaeopcyxijsdhqwABEZHIKMNOPTYXoi------''''\"\"",
)
"""Letters of other scripts and signs that print as Latin ones (after Unicode's list of confusables, UTS 39)."""


def look_alike(one: str, other: str) -> bool:
    """Whether two different texts can hardly be told apart by eye."""
    return one != other and _seen(one) == _seen(other)


def difference(one: str, other: str) -> str:
    """What tells two texts apart that look the same, as the rest of a sentence; "" for texts that do not.

    The first character that differs is named by its code point; two Unicode forms of one text are called so.
    """
    if not look_alike(one, other):
        return ""
    if normalize("NFC", one) == normalize("NFC", other):
        return "they look the same; one is composed (Unicode NFC), the other decomposed"
    pairs = enumerate(zip(f"{one}\0", f"{other}\0", strict=False))
    place = next(index for index, (here, there) in pairs if here != there)
    here, there = _called(one, place), _called(other, place)
    return f"they look the same; character {place + 1} is {here} in one and {there} in the other"


def told_apart(one: str, other: str) -> str:
    """What tells them apart, in parentheses after a hint that names ``other``; "" where that is plain to see."""
    said = difference(one, other)
    return f" ({said})" if said else ""


def _seen(text: str) -> str:
    """The text as the eye has it: without what is not seen, every white space a space, look-alikes as Latin letters."""
    plain = normalize("NFKC", text).translate(_LATIN)
    return " ".join("".join(char for char in plain if category(char) not in ("Cf", "Cc") or char.isspace()).split())


def _called(text: str, place: int) -> str:
    if place >= len(text):
        return "missing"
    code = f"U+{ord(text[place]):04X}"
    return f"{code} {name(text[place], '')}".strip()

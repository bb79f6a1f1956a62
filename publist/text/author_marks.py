"""Marks behind the name of an author (``*``, ``†``, ``¹``) are no part of the name; a legend says what they mean."""

from __future__ import annotations

import html
import re
from unicodedata import category

from publist.text import limits
from publist.text.names import is_family_first, is_group, is_plain

MARK = r"[*∗⁎＊†‡§¶#✉☆★◊✝‖]"
STARS = str.maketrans("∗⁎＊", "***")
"""Stars of all kinds are one mark."""

_NUMBERS = re.compile(r"(?<=[^\W\d_])(?:\s?|,\s?(?=[\d,;\s]+$))(\d{1,2}(?:\s?[,;]\s?\d{1,2})*)(?=$|,\s)")
"""Numbers of affiliations behind a name of two words at least; ``GPT 4`` is one, and four digits are dblp's."""
_LETTERS = re.compile(r"(?<=[^\W\d_.])\s([a-h](?:\s?,\s?[a-h\d])*)$")
"""Letters of affiliations: nobody's family name is one small letter."""
_RAISED_LETTERS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ᵃᵇᶜᵈᵉᶠᵍʰ"
_BARE = re.compile(
    rf"(?:\s*|^)\\?{MARK}+(?:,{MARK}+)*(?=$|[\s,}}])|^{MARK}+\s*(?=\w)"
    rf"|[{_RAISED_LETTERS}]+(?:[,˒‚]?[{_RAISED_LETTERS}]+)*(?![^\W\dᵃ-ᶠ_])"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ONE = rf"(?:{MARK}|\d{{1,2}}|[a-h](?!\w))"
_RAISED = re.compile(
    rf"<sup>(.*?)</sup>|\\textsuperscript\{{([^{{}}]*)\}}(?!\w)|\$\{{?\^\{{?([^${{}}]*)\}}{{0,2}}\$"
    rf"|\^((?:\\?{_ONE},?)+)\^|\^\{{?((?:{MARK}|\d)+(?:,(?:{MARK}|\d)+)*)\}}?|\s*<([^<>\s@]+@[^<>\s]+)>",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\s*[(\[]\s*({MARK}+|{_ONE}(?:\s?[,;]?\s?{_ONE})*)\s*[)\]](?=$|\s|,|{MARK})")
_OTHER_SIGNS = frozenset("@‖∥•+⁺~|\ufe0f")
"""Other signs, and the variant of an emoji, that stand behind names as symbols do."""
_SYMBOLS = re.compile(r"\s*(\S+)")
_STYLE = re.compile(r"</?(?:b|i|u|em|strong|span)>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*|^__(.+)__(?=\W*$)")
_SLANTED = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*(?=\W*$)|^_([^_\s](?:[^_]*[^_\s])?)_(?=\W*$)")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SPELT = {
    r"\ast": "*", r"\star": "*", r"\dagger": "†", r"\ddagger": "‡", r"\dag": "†", r"\ddag": "‡", r"\S": "§",
    r"\P": "¶", r"\textdagger": "†", r"\textdaggerdbl": "‡", r"\textasteriskcentered": "*",
}  # fmt: skip
_SINGLE = re.compile(r"\d{1,2}|[a-hᵃ-ᶠ](?!\w)|([^\w\s,;.()\[\]\ufe0f])\1*")
_WORDS = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"\s*[(<\[]\s*[^\s()<>\[\]@]{1,80}@[^\s()<>\[\]@]{1,80}\s*[)>\]]")
"""An e-mail address in brackets: no part of a name, and nothing to publish unasked."""
LEGENDS = re.compile(rf"\s*[;\n]\s*|(?<=\.)\s+(?=\\?{MARK})|,\s+(?=\\?{MARK})")
"""What parts the legends of several marks in a note."""
_LEGEND = re.compile(rf"\s*\\?(?P<mark>{MARK}+)\s*[:=–-]?\s*(?P<text>[^\W\d_].*)", re.DOTALL)


def apart(text: str, *, part: bool = False, by_hand: bool = False) -> tuple[str, str]:
    """A name without the marks behind it (or behind its family name), and the marks; styles around it are none.

    ``part`` says that it is a given or a family name alone. A bare number behind a name that has other digits belongs
    to the name; so does one alone behind a name that was written ``by_hand``: two people must not become one by it.
    """
    if len(text) > limits.NAME or is_plain(text):
        return text, ""
    bare = _BOLD.sub(_inner, _STYLE.sub("", _ADDRESS.sub("", html.unescape(text))))
    if bare.startswith(("*", "_")):
        bare = _SLANTED.sub(_inner, bare)
    marks = [next(filter(None, match.groups()), "") for match in _RAISED.finditer(bare)]
    bare = _RAISED.sub("", bare)
    marks += [match[1] for match in _BRACKETED.finditer(bare)]
    bare = _BRACKETED.sub("", bare)
    marks += [match[0] for match in _BARE.finditer(bare)]
    bare = re.sub(r"\s+(?=,|$)", "", _BARE.sub("", bare)).strip()
    for found in (_symbols, _LETTERS.search, _NUMBERS.search):
        bare = bare.rstrip(" ,")
        affiliation = found(bare)
        if found == _NUMBERS.search and affiliation and _is_of_name(affiliation, alone=by_hand and not marks):
            continue
        if affiliation and (part or _is_whole(bare[: affiliation.start()] + bare[affiliation.end() :])):
            marks.append(affiliation[1])
            bare = bare[: affiliation.start()] + bare[affiliation.end() :]
    plain = bare.strip()
    said = ",".join(_plain(mark) for mark in marks)
    return (plain, said) if plain else (text, "")


def _is_of_name(number: re.Match[str], *, alone: bool) -> bool:
    """Whether a number behind a name is part of it. ``alone``: one number without other marks is."""
    rest = number.string[: number.start()] + number.string[number.end() :]
    return any(char.isdigit() for char in rest) or (alone and number[1].isdigit())


def _is_whole(name: str) -> bool:
    """Whether it is the whole name of somebody: of two words, or in a script that puts none apart."""
    return (len(_WORD.findall(name)) > 1 or is_family_first(name)) and not is_group(name)


def _inner(match: re.Match[str]) -> str:
    """What stands in signs of a style."""
    return match[1] or match[2]


def _symbols(text: str) -> re.Match[str] | None:
    """The symbols, of whatever kind, at the end of a name or before its comma."""
    end = text.find(",") if "," in text else len(text)
    begin = end
    while begin and (category(text[begin - 1]) == "So" or text[begin - 1] in _OTHER_SIGNS):
        begin -= 1
    return _SYMBOLS.match(text, begin, end) if begin < end else None


def _plain(mark: str) -> str:
    said = mark.strip().translate(_PLAIN_DIGITS).translate(STARS)
    return _SPELT.get(said, said.replace("\\", ""))


def lowered(note: str) -> str:
    r"""A note whose marks stand on the line: ``*`` for ``$^{\ast}$`` and ``<sup>*</sup>``."""
    return _RAISED.sub(lambda match: _plain(next(filter(None, match.groups()), "")), note)


def single(marks: str) -> list[str]:
    """The marks in the note on a name one by one: ``*`` and ``1`` of ``*,1``; none of a note in words."""
    return [] if _WORDS.search(marks) else [match[0] for match in _SINGLE.finditer(marks)]


def has_legend(mark: str) -> bool:
    """Whether a note can explain this mark."""
    return re.fullmatch(f"{MARK}+", mark) is not None


def legend(note: str, marks: str) -> tuple[list[tuple[str, str]], str]:
    """What a note says of the marks that authors bear, as pairs of mark and text, and the rest of the note."""
    found, left = [], []
    for part in LEGENDS.split(note.translate(STARS)) if marks else [note]:
        said = _LEGEND.fullmatch(part)
        if said and all(sign in marks for sign in said["mark"]):
            found.append((said["mark"], said["text"].strip().rstrip(".")))
        else:
            left.append(part)
    return (found, "; ".join(left)) if found else ([], note)

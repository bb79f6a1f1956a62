"""Marks behind the name of an author (``*``, ``†``, ``¹``) are no part of the name; a legend says what they mean."""

from __future__ import annotations

import re

from publist.text import limits

MARK = r"[*∗⁎＊†‡§¶#✉]"
STARS = str.maketrans("∗⁎＊", "***")
"""Stars of all kinds are one mark."""

_SIGNS = re.compile(r"[*∗⁎＊†‡§¶#✉<^¹²³⁰-⁹]|__")
_BARE = re.compile(rf"(?:\s*|^)\\?{MARK}+(?:,{MARK}+)*(?=$|[\s,}}])|^{MARK}+(?=\w)|[¹²³⁰-⁹]+(?:[,˒‚]?[¹²³⁰-⁹]+)*")
_RAISED = re.compile(
    rf"<sup>(.*?)</sup>|\$\^\{{?([^${{}}]*)\}}?\$|\^\{{?((?:{MARK}|\d)+(?:,(?:{MARK}|\d)+)*)\}}?", re.IGNORECASE
)
_BRACKETED = re.compile(rf"\s*[(\[]\s*({MARK}+)\s*[)\]](?=$|\s|,)")
_STYLE = re.compile(r"</?(?:b|i|u|em|strong|span)>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*|^__(.+)__(?=\W*$)")
_SLANTED = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*(?=\W*$)")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SPELT = {r"\ast": "*", r"\star": "*", r"\dagger": "†", r"\ddagger": "‡"}
_LEGENDS = re.compile(rf"\s*[;\n]\s*|(?<=\.)\s+(?=\\?{MARK})|,\s+(?=\\?{MARK})")
_LEGEND = re.compile(rf"\s*\\?(?P<mark>{MARK}+)\s*[:=–-]?\s*(?P<text>[^\W\d_].*)", re.DOTALL)


def apart(text: str) -> tuple[str, str]:
    """A name without the marks behind it (or behind its family name), and the marks; styles around it are none."""
    if len(text) > limits.NAME or not _SIGNS.search(text):
        return text, ""
    bare = _BOLD.sub(lambda match: match[1] or match[2], _STYLE.sub("", text))
    if bare.startswith("*"):
        bare = _SLANTED.sub(r"\1", bare)
    marks = [next(filter(None, match.groups()), "") for match in _RAISED.finditer(bare)]
    bare = _RAISED.sub("", bare)
    marks += [match[1] for match in _BRACKETED.finditer(bare)]
    bare = _BRACKETED.sub("", bare)
    marks += [match[0] for match in _BARE.finditer(bare)]
    plain = re.sub(r"\s+(?=,|$)", "", _BARE.sub("", bare)).strip()
    said = ",".join(_plain(mark) for mark in marks)
    return (plain, said) if plain else (text, "")


def _plain(mark: str) -> str:
    said = mark.strip().translate(_PLAIN_DIGITS).translate(STARS)
    return _SPELT.get(said, said.replace("\\", ""))


def legend(note: str, marks: str) -> tuple[list[tuple[str, str]], str]:
    """What a note says of the marks that authors bear, as pairs of mark and text, and the rest of the note."""
    found, left = [], []
    for part in _LEGENDS.split(note.translate(STARS)) if marks else [note]:
        said = _LEGEND.fullmatch(part)
        if said and all(sign in marks for sign in said["mark"]):
            found.append((said["mark"], said["text"].strip().rstrip(".")))
        else:
            left.append(part)
    return (found, "; ".join(left)) if found else ([], note)

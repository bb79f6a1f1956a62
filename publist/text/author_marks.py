"""Marks behind names (``*``, ``†``, ``<sup>1,2</sup>``), which are no part of them."""

from __future__ import annotations

import re

MARK = r"[*∗⁎＊†‡§¶#✉]"
_BARE = re.compile(rf"(?:\s*|^)\\?{MARK}+(?:,{MARK}+)*(?=$|[\s,}}])|^{MARK}+(?=\w)|[¹²³⁰-⁹]+(?:[,˒‚]?[¹²³⁰-⁹]+)*")
_TAGGED = re.compile(r"<sup>(.*?)</sup>", re.IGNORECASE)
_STYLE = re.compile(r"</?(?:b|i|u|em|strong|span)>|\*\*(?=\S.*\S\*\*)|(?<=\S)\*\*$", re.IGNORECASE)
STARS = str.maketrans("∗⁎＊", "***")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def apart(text: str) -> tuple[str, str]:
    """A name without the marks behind it (or behind its family name), and the marks; styles around it are none."""
    if text.isascii() and not any(sign in text for sign in "*#<"):
        return text, ""
    text = _STYLE.sub("", text)
    marks = [match[1] for match in _TAGGED.finditer(text)]
    text = _TAGGED.sub("", text)
    marks += [match[0] for match in _BARE.finditer(text)]
    plain = re.sub(r"\s+(?=,|$)", "", _BARE.sub("", text)).strip()
    said = ",".join(mark.translate(_PLAIN_DIGITS).translate(STARS).replace("\\", "").strip() for mark in marks)
    return (plain, said) if plain else (text, "")

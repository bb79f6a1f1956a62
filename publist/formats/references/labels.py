"""A label before a reference that says where and when it came out: ``[ICML 2023] A. Byron, ...``, ``ICML'23: ...``.

A label of one word and a year ([Byron 2018]) is the key of a citation, and so are initials (ABC18).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.references import venuewords
from publist.formats.references.letters import UPPER
from publist.formats.references.numbers import YEAR

_NAME = r"(?P<venue>[A-Z][\w&+/-]*[A-Z][\w&+/-]*(?:\s(?:Findings|Workshops?|Demos?|Letters))?|ar[xX]iv|[Pp]reprint)"
_WHEN = rf"(?:\s?['’](?P<short>\d\d)(?!\d)|[\s,]*(?P<year>{YEAR}))"
_BRACKETED = re.compile(rf"\s*\[{_NAME}{_WHEN}?(?P<more>[\s,;:(|–-]+[A-Za-z][^\[\]\n]{{1,60}})?\]\s*[:.]?\s*(?=\S)")
_PLAIN = re.compile(rf"\s*{_NAME}{_WHEN}(?P<more>\s?\([^()\n]{{2,60}}\))?\s?:\s+(?=[{UPPER}“\"])")
_SHORTEST = 4
"""A label without a year has so many letters, if it is none of the known conferences: fewer are initials."""


class Label(NamedTuple):
    """The venue and the year ("": not told) of a label, what else stands in it, and where it ends."""

    venue: str
    year: str
    more: str
    end: int


def label_of(text: str) -> Label | None:
    """The label that begins the text."""
    bracketed = _BRACKETED.match(text)
    found = bracketed or _PLAIN.match(text)
    if found is None or re.search(r"\d", found["venue"]):
        return None
    year = found["year"] or (f"{_century(found['short'])}{found['short']}" if found["short"] else "")
    name = found["venue"]
    known = bool(venuewords.ACRONYM.fullmatch(name))
    if not known and (not year or not bracketed) and len(name) < _SHORTEST:
        return None
    if not known and not bracketed and not found["short"]:
        return None
    return Label(name, year, _bare(found["more"] or ""), found.end())


def _bare(more: str) -> str:
    """The words without what parts them from the year; brackets among them stay in pairs."""
    words = more.strip(" ,;:|–-")
    return words.strip("()") if words.startswith("(") or words.count("(") != words.count(")") else words


def _century(short: str) -> int:
    return 19 if int(short) > 60 else 20

"""Marks behind names, by the legend that a list gives for them: equal contribution, corresponding author."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.references.spelled import Spelled
from publist.model.paper import Name

_MARK = r"[*∗⋆†‡§¶#✉]"
_EQUAL = re.compile(
    rf"({_MARK}{{1,9}})\W{{0,4}}(?:\w{{1,30}}\W{{1,9}}){{0,5}}(?:equal(?:ly)?|joint first|co-?first|gleich\w*"
    rf"|contribution égale|contribu\w+ (?:égal|igual)\w*|共同一作|同等贡献)"
    rf"|(?:equal(?:ly)?|joint first|co-?first)\W{{1,9}}(?:\w{{1,30}}\W{{1,9}}){{0,4}}({_MARK}{{1,9}})(?!\w)",
    re.IGNORECASE,
)
_CORRESPONDING = re.compile(
    rf"({_MARK}{{1,9}})\W{{0,4}}(?:\w{{1,30}}\W{{1,9}}){{0,3}}(?:correspond\w*|korrespond\w*|通讯作者)", re.IGNORECASE
)


class Marks(NamedTuple):
    """What stands behind the names of authors who contributed equally, and of the corresponding ones; "" if unsaid."""

    equal: str = ""
    corresponding: str = ""

    def on(self, name: Name, spelled: Spelled, text: str) -> Name:
        """The name with what the mark behind it says."""
        if not self.equal and not self.corresponding:
            return name
        end = max(word.end for word in (*spelled.family, *spelled.given))
        found = re.match(rf"\s?({_MARK}+)", text[end : end + 6])
        behind = found[1] if found else ""
        equal = bool(self.equal) and self.equal in behind
        corresponding = bool(self.corresponding) and self.corresponding in behind
        return name._replace(equal=equal, corresponding=corresponding) if equal or corresponding else name


_LONGEST = 160
_LEGEND = re.compile(
    rf"[\s(\[]*(?:[Nn]otes?:?\s+)?{_MARK}{{1,3}}[\s:=]*(?:\w+\W+){{0,3}}?"
    r"(?:equal|joint|co-?first|correspond\w*\s+author|contribu|gleich|korrespondier|通讯|共同|同等)",
    re.IGNORECASE,
)


def is_legend(line: str) -> bool:
    """Whether a line says what marks behind names mean, and nothing else."""
    if len(line) > _LONGEST or not _LEGEND.match(line) or re.search(r"\d{4}", line):
        return False
    return bool(_EQUAL.search(line) or _CORRESPONDING.search(line))


NO_MARKS = Marks()


def marks_of(text: str) -> Marks:
    """The legend of a list."""
    equal, corresponding = _EQUAL.search(text), _CORRESPONDING.search(text)
    return Marks((equal[1] or equal[2] or "") if equal else "", corresponding[1] if corresponding else "")

"""The keys of an author or editor."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath
from publist.content.schema.records import Field, Record
from publist.content.schema.scalars import Flag, Identifier, Line, Url
from publist.model.paper import Name, Plain
from publist.text import names as name_words

_LINE = Line()
_FAMILY = re.compile(
    r"(?:(?:[vV][ao]n|[dD]e[nrl]?|[dD][aiou]s?|[lL][ae]|[tT]e[nr]|[zZ]u|al|el) ){0,2}[^\W\d_][\w’'‐-]+"
)
_ROLE = re.compile(
    r"\s*[(\[](?:(corr(?:\.|esponding)(?: author)?)|equal(?:ly contributed| contributions?| contributors?)?"
    r"|contributed equally|(?:co-|joint |shared |equal )first(?: author(?:s|ship)?)?)[)\]]$",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?!(?:Inc|Ltd|LLC|Corp|GmbH|AG|Co|Jr|Sr|PhD|MD|MSc|BSc|MPH|Esq|I{1,3}|IV)\b)(?!Ph\.|M\.?D\.|M\.Sc|B\.Sc)"
    r"[^\W\d_a-z][\w.’'‐-]*(?: [^\W\d_][\w.’'‐-]*){0,2}"
)
"""What is a given name behind a comma, and no degree or form of a firm."""


def _orcid_is_right(orcid: str) -> bool:
    """ISO 7064 MOD 11-2, as https://support.orcid.org describes it."""
    total = 0
    for char in orcid[:-1].replace("-", ""):
        total = (total + int(char)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == orcid[-1]


class Orcid(Identifier):
    """An ORCID iD with a right check digit."""

    def __init__(self) -> None:
        super().__init__(
            r"(?:\d{4}-){3}\d{3}[\dX]", prefix=r"(?:https?://)?(?:www\.)?orcid\.org/", example="0000-0002-1825-0097"
        )

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The bare iD; a mistyped one is kept, with a warning."""
        before = len(faults)
        orcid = super().read(value, at, faults)
        if orcid and len(faults) == before and not _orcid_is_right(orcid):
            faults.append(Fault(at, f"{orcid} is no ORCID iD: its check digit is wrong", "look for a typo", "warning"))
        return orcid


@lru_cache(maxsize=10_000)
def _name(**parts: Any) -> Name:
    """A name from what is written of it; the printed form is put together from the parts where it is not given.

    Marks behind the name are a note on it: everybody writes equal contribution this way.
    """
    if not parts.get("literal"):
        parts = _in_order(_without_marks(_without_role(parts)))
    if not parts.get("name"):
        order = (parts.get(part, "") for part in ("given", "particle", "family"))
        printed = " ".join(part for part in order if part)
        if not printed:
            raise ValueError("a name needs `name`, or `given` and `family`")
        parts["name"] = f"{printed}, {parts['suffix']}" if parts.get("suffix") else printed
    return Name(**parts)


def _without_role(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts with ``Ann Lee (corresponding author)`` said by its own key."""
    role = _ROLE.search(parts["name"]) if parts.get("name", "").endswith((")", "]")) else None
    if not role or not role.start():
        return parts
    flag = "corresponding" if role[1] else "equal"
    return parts | {"name": parts["name"][: role.start()], flag: True}


def _in_order(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts with a name that was written ``Lee, Ann`` as it is printed.

    Of several words before the comma nobody can tell, and `check` asks.
    """
    before, comma, after = parts.get("name", "").partition(", ")
    if not comma or not _FAMILY.fullmatch(before) or not _GIVEN.fullmatch(after) or {"given", "family"} & parts.keys():
        return parts
    return parts | {"name": name_words.parse(parts["name"]).name}


def _without_marks(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts of a name without the marks in it, which are its note, before what is written as that."""
    written = {part: parts[part] for part in ("name", "given", "family") if parts.get(part)}
    if all(map(name_words.is_plain, written.values())):
        return parts
    from publist.text import author_marks  # few names need its patterns, whose making takes a short build 1 %

    plain = {part: author_marks.apart(text, by_hand=True) for part, text in written.items()}
    marks = dict.fromkeys(mark for _, mark in plain.values() if mark)
    if all(parts[part] == name for part, (name, _) in plain.items()):
        return parts
    parts |= {part: name for part, (name, _) in plain.items()}
    note = ",".join([*marks, *([parts["note"]] if parts.get("note") else [])])
    return parts | {"note": note} if note else parts


NAME = Record(
    _name,
    (
        Field("name", _LINE, "The name as printed.", "Ludwig van Beethoven"),
        Field("given", _LINE, "Given names.", "Ludwig"),
        Field("family", _LINE, "Family name, all of it.", "Beethoven"),
        Field("particle", _LINE, "What stands before the family name and is not sorted by.", "van"),
        Field("suffix", _LINE, "What follows the name.", "Jr."),
        Field("literal", Flag(), "True for a group, whose name has no parts.", "true"),
        Field("orcid", Orcid(), "ORCID iD.", "0000-0002-1825-0097"),
        Field("url", Url(), "Home page.", "https://example.org/"),
        Field("affiliation", _LINE, "Where they worked when this was written.", "MIT"),
        Field("note", _LINE, "A mark beside the name, such as a footnote.", "now at MIT"),
        Field("equal", Flag(), "True for each of those who contributed equally.", "true"),
        Field("corresponding", Flag(), "True for the corresponding author.", "true"),
    ),
    required="name",
    short="name",
    what="a name",
)


class PersonName(Line):
    """The name of somebody on a line, in the order and without the marks that the names of authors are read without."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The name as pages print it."""
        text = super().read(value, at, faults)
        name = NAME.read(text, at, faults) if text else None
        return str(name.name) if name else text

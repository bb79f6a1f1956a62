"""Whether a text is a list of references: most of what stands in it must look like one, whatever its style."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.references import frontmatter, venuewords
from publist.formats.references.inline import plain
from publist.formats.references.letters import DASH, UPPER
from publist.formats.references.numbers import YEAR
from publist.formats.references.segmentation import Entry

_OTHER_FORMAT = re.compile(r"\s*(?:[{\[]\s*[\"{\]]|@\w+\s*[{(]|TY {2}- |%0 |<\?xml|---\s*\n)", re.IGNORECASE)
_NAME = re.compile(
    rf"(?:[{UPPER}]\.[\s-]?){{1,6}}[{UPPER}][\w'’-]+|[{UPPER}][\w'’-]+,(?:\s+[{UPPER}](?:\.|[\w'’-]+\b)|[{UPPER}]\.)"
    rf"|[{UPPER}][\w'’-]+\s[{UPPER}]{{1,3}}[,.*]|\bet\.?\s?al\b"
    rf"|[{UPPER}][\w'’-]+(?:\s[{UPPER}]\.?)*\s[{UPPER}][\w'’-]+(?:\*?,|\s(?:and|&|und|et|y|e)\s)"
    rf"|[\u4e00-\u9fff]{{2,4}}[,，]|\b[Ww]ith(?:\s[{UPPER}]\.?[\w'’-]*){{2,4}}"
)
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_SIGN = re.compile(
    rf"\b10\.\d{{4,}}/|arxiv|\d\s?[{DASH}]{{1,2}}\s?\d|\bpp?\.\s?\d|\bvol\.|\d\s?\(\d+\)"
    rf"|[“«„‘].{{8,}}[”»“’]|\bIn:?\s[{UPPER}\d]|thesis|dissertation|[:;]\s?\d",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b10\.\d{4,}/|\barXiv:\s?\d{4}\.|\b[A-Z]\w*[A-Z]\s?['’]\d\d\b")
"""What has a DOI, a number of arXiv or the short year of a conference (ICML'23) needs no year."""
_MESSAGE = re.compile(r"\S+:\d+(?::\d+)?: ")
"""What programs print of a place in a file."""
_LEAST = 0.6
_NEARLY_ALL = 0.95
_LONGEST = 2500
_FEW = 3
"""Fewer entries must each show two signs of a reference."""
BEGINNING = 60_000


def may_be(text: str) -> bool:
    """Whether it is worth while to look: not another form that would begin in its own way."""
    text = frontmatter.without(text.lstrip("\ufeff"))
    return (
        not _OTHER_FORMAT.match(text) and "\0" not in text[:1000] and bool(_YEAR.search(text) or _NUMBERED.search(text))
    )


_PARTED = re.compile(r"[.:;。][\"”’»)\]*_]*(?:\s|$)|[“”\"«»„。，]| / ")
"""What parts a reference from itself: the rows of a home page, whose lines part them, have none of it."""


def are_references(entries: Sequence[Entry]) -> bool:
    """Whether most of the entries, and most of their text, look like references; in a CV, those of one section."""
    by_section: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.heading.foreign:
            by_section.setdefault(entry.heading.section, []).append(entry)
    sections = [section for name, section in by_section.items() if name and len(section) >= _FEW]
    return _mostly_references(entries) or any(map(_mostly_references, sections))


def are_nearly_all_references(entries: Sequence[Entry]) -> bool:
    """Whether next to nothing else stands in the text, and names begin it: a page of a database has titles first."""
    named = sum(bool(_NAME.match(plain(entry.text))) for entry in entries)
    return len(entries) >= _FEW and named >= _NEARLY_ALL * len(entries) and _mostly_references(entries, _NEARLY_ALL)


_BULLETS = ("•", "-", "*")


def _is_parted(entry: Entry) -> bool:
    """Whether its parts are told apart by punctuation, or by line ends behind a bullet, as those of a card are."""
    return bool(_PARTED.search(entry.text)) or (entry.marker in _BULLETS and "\n" in entry.text)


def _mostly_references(entries: Sequence[Entry], least: float = _LEAST) -> bool:
    long = [entry for entry in entries if len(entry.text) > 25]
    if not long:
        return False
    likely = [entry for entry in long if _is_parted(entry) and looks_like_one(entry)]
    if len(long) < _FEW and any(
        len({match[0][:4].lower() for match in _SIGN.finditer(entry.text)}) < 2 for entry in long
    ):
        return False
    size = sum(len(entry.text) for entry in long)
    return len(likely) >= least * len(long) and sum(len(entry.text) for entry in likely) >= least * size


def looks_like_one(entry: Entry) -> bool:
    """Whether an entry shows names, a year and something that only references have."""
    text = plain(entry.text)
    if not 30 <= len(text) <= _LONGEST or _MESSAGE.match(text):
        return False
    dated = bool(entry.heading.year or _YEAR.search(text) or _NUMBERED.search(text))
    signs = bool(_SIGN.search(text)) or bool(venuewords.STRONG.search(text) or venuewords.ACRONYM.search(text))
    return dated and signs and bool(_NAME.search(text))

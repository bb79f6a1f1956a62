"""How a reference begins: with names in the forms in which lists print them, or with its title in quotation marks."""

from __future__ import annotations

import re

from publist.formats.references.inline import LINK, LINK_END, LINK_URL, plain
from publist.formats.references.letters import UPPER
from publist.formats.references.numbers import YEAR

_HAS_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
SURE_START = re.compile(
    rf"(?:(?:van|von|de|della|le|den|der)\s)*[{UPPER}][\w'’-]+(?:,\s(?:[{UPPER}]\.|[{UPPER}][\w'’-]+(?:[,;]"
    rf"|\sand\s|\s[{UPPER}]\.))|\s[{UPPER}]{{1,3}}[,*]|\s[{UPPER}]{{1,3}}\s\()"
    rf"|(?:[{UPPER}]\.[\s-]?){{1,3}}[{UPPER}][\w'’-]+(?:,|\sand\s)"
)
_ONE_NAME = re.compile(rf"[{UPPER}][\w'’-]+,?\s(?:[{UPPER}]{{1,3}}|(?:[{UPPER}]\.[\s-]?){{1,3}})\.?\s[{UPPER}]")
_PERSON = rf"[{UPPER}][\w'’-]+\s(?:[{UPPER}]\.\s|[{UPPER}][\w'’-]+\s)?[{UPPER}][\w'’-]+"
_PEOPLE = re.compile(rf"{_PERSON}(?:,?\s(?:and|&)\s|[,;]\s){_PERSON}[.,;:]?\s")
_INITIALLED = rf"(?:[{UPPER}]\.[\s-]?){{1,3}}[{UPPER}][\w'’-]+|[{UPPER}][\w'’-]+,?\s(?:[{UPPER}]\.[\s-]?){{1,3}}"
_PEOPLE_APART = re.compile(rf"{_INITIALLED}\*?\s?(?:[-–/]|et\s|und\s|y\s)\s?{_INITIALLED}")
"""Names between marks that are seldom there: A. Byron - C. Bell, Byron, A./Bell, C. or Byron A. et C. Bell."""
_QUOTED = re.compile(r"[“«\"][^“”«»\"]{20,}[”»\"].{20}")
_WHOLE = 60
"""So long is a reference that stands on one line."""


def begins_with_names(body: str) -> bool:
    """Whether names in a form that titles never have begin the text."""
    return bool(SURE_START.match(body) or _ONE_NAME.match(body))


def is_whole(body: str) -> bool:
    """Whether the line is a reference by itself, though it has no marker: names or a quoted title, and a year."""
    begins = begins_with_names(body) or _PEOPLE.match(body) or _PEOPLE_APART.match(body) or _QUOTED.match(body)
    return len(body) > _WHOLE and bool(begins) and bool(_HAS_YEAR.search(body))


_COAUTHORS = re.compile(rf"\(?(?:joint(?:ly)?\s|co-?authored\s)?with:?\s(?:[{UPPER}]\.|[{UPPER}][\w'’-]+\s[{UPPER}])")
"""The coauthors of the title that stands above, on a line of their own."""
_ONLY_LABELS = re.compile(rf"\W*(?:{LINK}[^{LINK_URL}{LINK_END}]{{2,12}}{LINK_URL}[^{LINK_END}]*{LINK_END}\W*)+")
"""Labels of links to what stands above: pdf, journal."""


def carries_on(body: str) -> bool:
    """Whether a paragraph of a source that says where it breaks lines belongs to the reference above it."""
    return bool(_COAUTHORS.match(plain(body)) or _ONLY_LABELS.fullmatch(body))

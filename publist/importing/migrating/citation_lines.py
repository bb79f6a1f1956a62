"""A line of citation, as academicpages prints one: who wrote the work, and what else the line says of it.

The title is known from the page, and is where the authors end; else a year, a quotation mark or a colon is. A line of
BibTeX is read as that.
"""

from __future__ import annotations

import html
import re
from typing import Any, NamedTuple

from publist.formats import load
from publist.importing.migrating import author_names, name_lists
from publist.importing.migrating.base import record_of
from publist.importing.migrating.name_lists import NameList
from publist.text import identifiers

_ENTRY = re.compile(r"\s*@\w+\s*\{")
_YEAR = re.compile(
    r"[\s,.;]*(?:[(\[]\s*(?:[A-Z][a-z]+\.?\s+)?(?:(?:19|20)\d\d[a-z]?|in press|forthcoming|submitted"
    r"|to appear|under review|accepted|n\.d\.)|(?<=[\s,.;])(?:19|20)\d\d[a-z]?\b\s*[.,:;)])",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\s,.:;]*(?:[\"“”„«]|``|''|&[lr]dquo;|&quot;)")
_COLON = re.compile(r"\s*:\s+(?=\w)")
_INITIAL_AT_END = re.compile(r"(?:\b[^\W\d_]|\bJr|\bSr|\bet al)\.$")
_INITIAL_CUT = re.compile(r"(?<![^\W_])[^\W\d_a-z]$")
_NUMBERS = re.compile(
    r"(?<![\w/.])(?:vol(?:ume)?\.?\s*)?(?P<volume>\d{1,4})\s*\(\s*(?!(?:19|20)\d\d\s*\))(?P<issue>\d+(?:[-–]\d+)?)\s*\)(?:\s*[:,]"
    r"\s*(?:pp?\.\s*)?(?P<pages>[A-Za-z]?\d+(?:\s*[-–]+\s*[A-Za-z]?\d+)?))?"
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)?(10\.\d{4,9}/[^\s\"'<>]+)", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv", re.IGNORECASE)
_FIELDS = ("volume", "issue", "pages", "publisher", "number", "series", "isbn", "editors")
_BIB_FIELDS = (*_FIELDS, "venue", "doi", "arxiv", "date", "key", "keywords", "abstract", "type", "collaboration")


class Cited(NamedTuple):
    """The authors, and the other fields of a paper that the line is sure of."""

    names: NameList
    fields: dict[str, Any]


def read(citation: str, title: str, owner: str = "", venue: str = "") -> Cited:
    """What a line says of the paper of this title; ``venue`` is known, and is nobody's name."""
    if _ENTRY.match(html.unescape(citation)):
        return _of_bibtex(html.unescape(citation))
    plain = _plain(citation)
    begun = _before(plain, title)
    if _letters(begun) in (_letters(venue), _letters(title)):
        begun = ""
    found = name_lists.read(begun, owner)
    if begun == plain.rstrip(" .") and not all(
        map(name_lists.is_capital, author_names.printed_names([*found.authors]))
    ):
        found = NameList()  # nothing tells where names would end: a sentence is none
    fields: dict[str, Any] = {}
    after = plain[len(begun) :]
    if doi := _DOI.search(plain):
        fields["doi"] = identifiers.doi(doi[1].rstrip(".,;)"))
    if _ARXIV.search(plain) and (arxiv := identifiers.arxiv(plain)):
        fields["arxiv"] = arxiv
    if numbers := _NUMBERS.search(_DOI.sub(" ", after)):
        fields |= {key: re.sub(r"\s*[-–]+\s*", "-", said) for key, said in numbers.groupdict().items() if said}
    return Cited(found, {key: value for key, value in fields.items() if value})


def _plain(citation: str) -> str:
    """The line without HTML; what was bold or raised keeps its place."""
    text = re.sub(r"<br\s*/?>", " ", citation, flags=re.IGNORECASE)
    text = re.sub(r"<[^<>]*>", "", html.unescape(re.sub(r"<(?!/?sup)[^<>]*>", "", text)))
    return re.sub(r"[\s,.;]{20,}", "; ", " ".join(text.replace("**", "").split()))


def _before(plain: str, title: str) -> str:
    """The beginning of the line, up to where the authors end."""
    ends = [found.start() for pattern in (_YEAR, _QUOTE) if (found := pattern.search(plain))]
    at = _place(plain, title)
    ends += [at] if at >= 0 else []
    if not ends and (colon := _COLON.search(plain)):
        ends = [colon.start()]
    end = min(ends) if ends else len(plain)
    end += bool(_INITIAL_CUT.search(plain[:end]) and plain[end : end + 1] == ".")
    begun = plain[:end].rstrip(" ,:;–—-*_“\"'`")
    return begun if _INITIAL_AT_END.search(begun) else begun.rstrip(" .")


def _place(plain: str, title: str) -> int:
    """Where the title begins in the line, whatever stands between its letters; -1 where it does not."""
    letters = [(char.casefold(), at) for at, char in enumerate(plain) if char.isalnum()]
    wanted = _letters(re.sub(r"<[^<>]*>|[*_$]", "", html.unescape(title)))[:40]
    found = "".join(char[:1] for char, _ in letters).find(wanted) if wanted else -1
    return letters[found][1] if found >= 0 else -1


def _letters(text: str) -> str:
    return "".join(char.casefold()[:1] for char in text if char.isalnum())


def _of_bibtex(citation: str) -> Cited:
    papers = load("bibtex").read(citation, source="").papers
    if not papers:
        return Cited(NameList(), {})
    record = record_of(papers[0])
    fields = {key: record[key] for key in _BIB_FIELDS if key in record}
    return Cited(NameList(tuple(record.get("authors", ())), bool(record.get("et_al"))), fields)

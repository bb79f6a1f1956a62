"""The fields of arXiv's pages (title, authors, subjects, …) as a paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from publist.model.paper import Date, Name, Paper
from publist.text import identifiers

_SUBJECT = re.compile(r"(?P<name>[^;()]++)\((?P<code>[a-z-]+(?:\.[A-Za-z-]{2,})?)")
_SUBJECT_END = re.compile(r"[;)]")
CODE = (
    r"\b(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z-]{2,}\b"
    r"|\b(?:hep-(?:ex|lat|ph|th)|nucl-(?:ex|th)|gr-qc|quant-ph|math-ph|astro-ph|cond-mat)\b"
)
"""The code of one of arXiv's subjects, as https://arxiv.org/category_taxonomy has them."""
_CODE = re.compile(CODE)
_SQUARE = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SEPARATOR = re.compile(r",?\s+and\s+|\s*[,;]\s+(?!Jr\b|Sr\b|II\b|III\b)")
_ET_AL = re.compile(r",?\s+et al\.?.*$")
_BADGE = re.compile(r"doi:?\s?((?:https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+)", re.IGNORECASE)
"""The DOI on the line of the identifier, where the badges stand on one line, with or without a space."""
_SUBMITTED = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+),? (?P<year>\d{4})")
_WITHIN = 3
"""Brackets stand so deep within each other at the most."""
MORE = re.compile(r"\s*(?:▽ More|△ Less)\s*$")
_MONTHS = "january february march april may june july august september october november december".split()


def paper_of(identifier: str, said: Mapping[str, Sequence[str]]) -> Paper:
    """The paper with this identifier; ``said`` has the texts by label: title, author, subject and so on."""
    authors, et_al = _authors(_one_line_each(said.get("author", ())))
    parts = _SUBJECT_END.split(_joined(said, "subject"))
    subjects = [found for part in parts if (found := _SUBJECT.fullmatch(part))]
    return Paper(
        title=_joined(said, "title"),
        authors=authors,
        et_al=et_al,
        date=_date(identifier, _first_version(_joined(said, "submitted"))),
        category=_category(said, subjects),
        keywords=tuple(subject["name"].strip() for subject in subjects[1:]),
        arxiv=identifier,
        doi=_doi(said),
        number=_joined(said, "report-no"),
        note=_note(said),
        review=() if authors else ("authors",),
        abstract=MORE.sub("", _joined(said, "abstract")),
    )


def _joined(said: Mapping[str, Sequence[str]], label: str) -> str:
    """What is said under a label in one line; patterns may look at white space from each place, so it is short."""
    return " ".join(" ".join(said.get(label, ())).split())


def _one_line_each(lines: Sequence[str]) -> str:
    """The names in one line, parted by commas where each has a line of its own."""
    alone = len(lines) > 1 and not any("," in line or ";" in line or " and " in line for line in lines)
    return " ".join((", " if alone else " ").join(lines).split())


def _authors(text: str) -> tuple[tuple[Name, ...], bool]:
    """Names without the remarks in brackets behind them, and whether there are more."""
    shorter = _ET_AL.sub("", text)
    et_al = shorter != text
    for _ in range(_WITHIN):
        shorter = _BRACKETS.sub("", shorter)
    return tuple(Name(name) for name in _SEPARATOR.split(shorter.strip(" ,")) if name), et_al


def _category(said: Mapping[str, Sequence[str]], subjects: Sequence[re.Match[str]]) -> str:
    """The code of the first subject; a page of search results has the codes behind the identifier instead."""
    if subjects:
        return subjects[0]["code"]
    code = _CODE.search(_SQUARE.sub("", _joined(said, "head")))
    return code[0] if code else ""


def _doi(said: Mapping[str, Sequence[str]]) -> str:
    """The DOI of the publication, behind its label or in a badge ``doi 10.…``."""
    badge = _BADGE.search(_joined(said, "head"))
    texts = (*said.get("doi", ()), *([badge[1]] if badge else ()), *said.get("related doi", ()))
    found = (identifiers.doi(word) for text in texts for word in text.split())
    return next(filter(None, found), "")


def _first_version(submitted: str) -> str:
    """What is said of the first version: ``Submitted 3 May, 2023; v1 submitted 22 April, 2022; …``."""
    return submitted.rpartition("v1 submitted ")[2]


def _date(identifier: str, submitted: str) -> Date:
    """The day of submission if the page has it, else the month that the identifier begins with (2309.09843)."""
    day = _SUBMITTED.search(submitted)
    if day and day["month"].lower() in _MONTHS:
        try:
            return Date.of(int(day["year"]), _MONTHS.index(day["month"].lower()) + 1, int(day["day"]))
        except ValueError:
            pass
    digits = identifier.rpartition("/")[2]
    year, month = int(digits[:2]), int(digits[2:4])
    year += 1900 if year > 90 else 2000
    return Date(year, month) if 1 <= month <= 12 else Date(year)


def _note(said: Mapping[str, Sequence[str]]) -> str:
    """Comments, journal reference and classes, which no field of their own holds."""
    heads = {"comment": "", "journal-ref": "Journal reference: ", "msc-class": "MSC: ", "acm-class": "ACM class: "}
    return "; ".join(f"{head}{_joined(said, label)}" for label, head in heads.items() if said.get(label))

"""ISSN and ISBN: told apart by their digits, the first of each in its field, the others beside it.

An ISSN has eight digits (ISO 3297), an ISBN ten or thirteen (ISO 2108); databases give that of the print as well as
that of the electronic edition.
"""

from __future__ import annotations

import re

from publist.formats.normalising.extra import with_extra
from publist.model.paper import Paper

_ISSN = re.compile(r"(?<![\dXx-])\d{4}-?\d{3}[\dXx](?![\dXx]|-\d)")
_ISBN = re.compile(r"(?<![\d-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\d-])")
_AROUND = re.compile(
    r"(?:e-?|print|online|electronic|print and online|p)?\s*-?\s*(?:ISSN|ISBN)?(?:-1[03]|-?L)?[\s:]*", re.IGNORECASE
)
_AND = re.compile(r"\b(?:and|und|et|y)\b")
_REMARK = re.compile(
    r"\s*\((?:print|online|electronic|e-?book|hardback|hbk|pbk|paperback|linking|e|p|[^()]{1,20})\)", re.IGNORECASE
)
_DASH = re.compile(r"(?<=\d)(?:--+|[‐‑‒–—−])(?=\d)")
_CROSSREF = re.compile(r"https?://id\.crossref\.org/isbn/|urn:is[bs]n:", re.IGNORECASE)
_NO_BRACES = str.maketrans("", "", "{}")
OTHER_ISSN, OTHER_ISBN = "other_issn", "other_isbn"


def sorted_out(paper: Paper) -> Paper:
    """The paper with its first ISSN and its first ISBN; the others are kept, and go out together with the first."""
    if not paper.issn and not paper.isbn:
        return paper
    said = _DASH.sub("-", _CROSSREF.sub("", f"{paper.issn} ; {paper.isbn}")).translate(_NO_BRACES)
    books = _ISBN.findall(said)
    serials = _ISSN.findall(_ISBN.sub(" ", said))
    words = _AND.sub(" ", _REMARK.sub("", _ISSN.sub(" ", _ISBN.sub(" ", said))))
    left = _AROUND.sub("", words).strip(" ,;/.&")
    if left:
        return paper  # somebody's own words: what they mean is not sure
    issn, *other_issns = dict.fromkeys(map(_spelt_issn, serials)) if serials else ("",)
    isbn, *other_isbns = _each_once(books) if books else ("",)
    paper = paper._replace(issn=issn, isbn=isbn)
    return with_extra(with_extra(paper, OTHER_ISSN, ", ".join(other_issns)), OTHER_ISBN, ", ".join(other_isbns))


def _each_once(books: list[str]) -> list[str]:
    """Each ISBN once, with or without hyphens."""
    found: dict[str, str] = {}
    for book in books:
        found.setdefault(re.sub(r"[- ]", "", book).upper(), book)
    return [*found.values()]


def is_number(text: str) -> bool:
    """Whether the text has an ISSN or an ISBN."""
    plain = _DASH.sub("-", text)
    return _ISSN.search(plain) is not None or _ISBN.search(plain) is not None


def _spelt_issn(issn: str) -> str:
    digits = issn.replace("-", "").upper()
    return f"{digits[:4]}-{digits[4:]}"


def all_of(paper: Paper, field: str) -> list[str]:
    """Every ISSN or every ISBN of the paper, the first one first."""
    others = paper.extra.get(f"other_{field}", "")
    return [text for text in (getattr(paper, field), *re.split(r",\s*", str(others or ""))) if text]

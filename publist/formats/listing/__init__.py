"""The pasted listing of an author page: three lines a paper, the title run together with the authors."""

from __future__ import annotations

from publist.formats.base import Reading
from publist.formats.listing.headers import Header, header_of
from publist.formats.listing.page import Page
from publist.formats.listing.seams import byline_of, splits
from publist.formats.listing.source import Line, lines_of
from publist.model import Name, Paper


def recognises(text: str) -> bool:
    """Whether one of the first lines is the header of a record (``CLSep 18, 2023Code``)."""
    return any(header_of(line.text) for line in lines_of(text[:20_000]))


def read(text: str, *, source: str) -> Reading:
    """Every paper of the listing."""
    records: list[tuple[Header, Line, list[str]]] = []
    for line in lines_of(text):
        header = header_of(line.text)
        if header:
            records.append((header, line, []))
        elif records:
            records[-1][2].append(line.text)
    page = Page(" ".join(record[2][1:]) for record in records)
    found = []
    for header, line, rest in records:
        if not rest:
            continue
        byline = byline_of(rest[0])
        abstract = " ".join(rest[1:])
        best = splits(byline, abstract.lower(), page)
        if not best:
            continue
        candidate = best[0].candidate
        found.append((Paper(
            title=candidate.title, authors=tuple(Name(name) for name in (candidate.first, *candidate.others)),
            et_al=byline.et_al, affiliations=byline.affiliations, date=header.date, category=header.category,
            code=header.code, abstract=abstract,
        ), line.number))
    return Reading(tuple(paper for paper, _ in found), (), tuple(number for _, number in found))

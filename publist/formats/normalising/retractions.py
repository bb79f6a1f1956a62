"""A retraction in formats that know none: our own note says it, and is read back."""

from __future__ import annotations

import re

from publist.model.paper import Date, Notice, Paper
from publist.text import identifiers

_NOTE = re.compile(
    r"Retracted(?: (?:on )?(?P<date>\d{4}(?:-\d\d){0,2}))?(?:\. (?P<note>[^\n]*?))?(?: <(?P<url>https?://[^\s>]+)>)?\.?"
)
_WORD = "Retracted"


def stated(paper: Paper) -> Paper:
    """The paper with the retraction that its note says."""
    first, _, rest = paper.note.partition("\n\n")
    notice = _NOTE.fullmatch(first.strip()) if first.startswith(_WORD) else None
    if not notice or paper.retraction:
        return paper
    url = identifiers.web_address(notice["url"] or "")
    date = Date.parse(notice["date"]) if notice["date"] and _is_date(notice["date"]) else None
    return paper._replace(note=rest, retraction=Notice(date, url, (notice["note"] or "").strip()))


def _is_date(text: str) -> bool:
    try:
        return bool(Date.parse(text))
    except ValueError:
        return False


def with_notice(paper: Paper) -> str:
    """The note as formats have it that know no retractions: the notice stands before it."""
    if not paper.retraction:
        return paper.note
    date, url, note = paper.retraction
    said = f"{_WORD}{f' {date}' if date else ''}{f'. {note}' if note else ''}{f' <{url}>' if url else ''}"
    return f"{said}\n\n{paper.note}" if paper.note else said

"""``RETRACTED:`` before a title is no part of it: it says that the paper was retracted; so does our own note."""

from __future__ import annotations

import re

from publist.model.paper import Date, Notice, Paper
from publist.text import identifiers

_BEFORE_TITLE = re.compile(
    r"[\[(*<]{0,3}(?:RETRACTED(?:\s+(?:ARTICLE|PAPER|CHAPTER))?|Retracted(?:\s+[Aa]rticle)?|Retracted|WITHDRAWN)"
    r"[\])*>]{0,3}\s*[:：]\s*|[\[(](?:RETRACTED|Retracted|WITHDRAWN)[\])]\s*"
)
_NOTE = re.compile(
    r"Retracted(?: (?:on )?(?P<date>\d{4}(?:-\d\d){0,2}))?(?:\. (?P<note>[^\n]*?))?(?: <(?P<url>https?://[^\s>]+)>)?\.?"
)
_WORD = "Retracted"


def stated(paper: Paper) -> Paper:
    """The paper under its own title, with its retraction."""
    found = _BEFORE_TITLE.match(paper.title)
    if found and found.end() < len(paper.title):
        paper = paper._replace(title=paper.title[found.end() :], retraction=paper.retraction or Notice())
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

"""What people write into a note although it has a key of its own: that a paper was retracted, or won an award."""

from __future__ import annotations

import re

from publist.model.paper import Date, Notice, Paper

_PARTS = re.compile(r"[;\n]")
_SENTENCES = re.compile(r"(?<=\w{3})\.\s+(?=[A-Z])")
_MOST_WORDS = 16
_AWARD = re.compile(
    r"""\b(?:award|prize|medal|hono(?:u)?rable\ mentions?|runner[ -]up|test[ -]of[ -]time|distinguished\ paper
    |outstanding\ (?:\w+\ ){0,2}(?:paper|thesis|dissertation|article|poster|demo)
    |winner\ of\ the|(?:1st|2nd|3rd|first|second|third)\ place|editors?['’]?s?['’]?\ choice
    |(?:meilleure?|mejor|melhor|miglior)\ (?:article|papier|art[ií]culo|ponencia|trabajo|artigo|trabalho|articolo
    |tesi\w*)
    |beste[rs]?\ (?:artikel|beitrag|vortrag|papier|dissertation|poster)
    |best\ (?:[\w-]+\ ){0,3}(?:paper|thesis|dissertation|article|poster|demo|presentation|talk)(?:\ (?:finalist|nominee
    |nomination|candidate))?)\b|\w*preis\b|\bprix\b|\bpremio\b|\bmenci[oó]n\b|\bauszeichnung\b|[奖獎賞]|جائزة""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_AWARD = re.compile(
    r"""\b(?:no|not|without|grants?|fund\w*|support\w*|thank\w*|acknowledg\w*|under|lectures?|ceremony|NSF|NIH|ERC|DFG|DOE
    |awards?\s+(?:no|nos|number|numbers|id)|prix\s+de\s+vente)\b|\baward\w*\s*[#:]?\s*(?:[A-Z]+-?)?\d{5,}|\#""",
    re.IGNORECASE | re.VERBOSE,
)
_RETRACTED = re.compile(
    r"""[\s*_[(]*(?:this\ (?:paper|article|work|preprint|chapter)\ (?:has\ been|was|is)\ (?:now\ )?)?
    (?:retracted(?:\ (?:article|paper|chapter))?|retraction(?:\ notice)?(?!\w|\ of\b)
    |the\ (?:authors?|journal|publisher|editors?)\ (?:has\ |have\ )?(?:retracted|withdrew|withdrawn)
    \ (?:this|the)\ (?:paper|article|work|preprint)
    |zurückgezogen(?=\W*$|\ am\b)|retractado|rétractée?|ritirato(?=\W*$)|撤稿
    |withdrawn(?=\W*$|\ (?:by|on|in|since)\b|\W+\d))(?!\w)[\s*_\])]*""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(
    r"[\[(*<]{0,3}(?:RETRACTED(?:\s+(?:ARTICLE|PAPER|CHAPTER))?|Retracted(?:\s+[Aa]rticle)?|WITHDRAWN)[\])*>]{0,3}\s*[:：]\s*"
    r"|[\[(](?:RETRACTED|Retracted|WITHDRAWN)(?:\s+(?:ARTICLE|PAPER|Article|Paper))?[\])]\s*"
)
_AFTER_TITLE = re.compile(
    r"(?<=\S)\s*(?:[\[(](?:RETRACTED|Retracted|retracted|WITHDRAWN)(?:\s+(?:ARTICLE|PAPER|[Aa]rticle|[Pp]aper))?[\])]"
    r"|[:–—-]\s*RETRACTED(?:\s+(?:ARTICLE|PAPER))?)\s*$"
)
_DATE = re.compile(r"(?:\b(?:on|in|since|of|dated)\s+)?(?<![\d-])(\d{4}(?:-\d\d){0,2})(?![\d-])")
_URL = re.compile(r"(?:\b(?:see|at|notice)\b[\s:]*)*<?(https?://[^\s<>]+[^\s<>.,;)])>?", re.IGNORECASE)


def stated(paper: Paper) -> Paper:
    """The paper whose retraction and awards are under their own keys; title and note have what else they say.

    A part of a note is an award only if it says nothing else: not one that paid for the work.
    """
    paper = _entitled(paper)
    if not paper.note:
        return paper
    left, awards = [], list(paper.awards)
    parts = [part.strip() for part in _PARTS.split(paper.note)]
    for part in parts:
        if not paper.retraction and (begun := _RETRACTED.match(part)):
            paper = paper._replace(retraction=_notice(part[begun.end() :]))
            continue
        sentences = _SENTENCES.split(part)
        won = [sentence for sentence in sentences if is_award(sentence)]
        awards += [award for award in map(_bare, won) if award not in awards]
        left.append(". ".join(sentence for sentence in sentences if sentence not in won) if won else part)
    if left == parts:
        return paper
    return paper._replace(note="; ".join(filter(None, left)), awards=tuple(awards))


def _entitled(paper: Paper) -> Paper:
    """The paper under its own title: ``RETRACTED:`` before it, as publishers and databases write, is no part of it."""
    if "RETRACTED" not in (loud := paper.title[:30].upper() + paper.title[-30:].upper()) and "WITHDRAWN" not in loud:
        return paper
    title = _AFTER_TITLE.sub("", _TITLE.sub("", paper.title, count=1) if _TITLE.match(paper.title) else paper.title)
    if not title.strip() or title == paper.title:
        return paper
    return paper._replace(title=title, retraction=paper.retraction or Notice())


def _bare(award: str) -> str:
    return award.strip(" .*_")


def is_award(part: str) -> bool:
    """Whether a few words name an award, and no other thing with one."""
    return len(part.split()) <= _MOST_WORDS and bool(_AWARD.search(part)) and not _NO_AWARD.search(part)


def _notice(said: str) -> Notice:
    """What follows the word: a date, an address and the rest in words."""
    url, date = _URL.search(said), None
    rest = said.replace(url[0], " ", 1) if url else said
    for found in _DATE.finditer(rest):
        try:
            date = Date.parse(found[1])
        except ValueError:
            continue
        rest = rest.replace(found[0], " ", 1)
        break
    words = " ".join(rest.split()).strip(" .,:;–-()[]*_")
    return Notice(date, url[1] if url else "", words[:1].upper() + words[1:])

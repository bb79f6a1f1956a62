"""What people write into a note although it has a key of its own: that a paper was retracted, or won an award."""

from __future__ import annotations

import re

from publist.model.paper import Date, Notice, Paper

_PARTS = re.compile(r"\s*[;\n]\s*")
_SENTENCES = re.compile(r"(?<=\w{3})\.\s+(?=[A-Z])")
_MOST_WORDS = 16
_AWARD = re.compile(
    r"""\b(?:award|prize|medal|hono(?:u)?rable\ mentions?|runner[ -]up|test[ -]of[ -]time|distinguished\ paper
    |outstanding\ (?:\w+\ ){0,2}(?:paper|thesis|dissertation|article|poster|demo)
    |best\ (?:[\w-]+\ ){0,3}(?:paper|thesis|dissertation|article|poster|demo|presentation|talk)(?:\ (?:finalist|nominee
    |nomination|candidate))?)\b|\w*preis\b|\bprix\b|\bpremio\b|\bmenci[oó]n\b|\bauszeichnung\b|奖|جائزة""",
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
    |withdrawn(?=\W*$|\ (?:by|on|in|since)\b|\W+\d))(?!\w)[\s*_\])]*""",
    re.IGNORECASE | re.VERBOSE,
)
_DATE = re.compile(r"(?:\b(?:on|in|since|of|dated)\s+)?(?<![\d-])(\d{4}(?:-\d\d){0,2})(?![\d-])")
_URL = re.compile(r"(?:\b(?:see|at|notice)\b[\s:]*)*<?(https?://[^\s<>]+[^\s<>.,;)])>?", re.IGNORECASE)


def stated(paper: Paper) -> Paper:
    """The paper whose retraction and awards are under their own keys; its note has what else it says.

    A part of a note is an award only if it says nothing else: not one that paid for the work.
    """
    if not paper.note:
        return paper
    left, awards = [], list(paper.awards)
    parts = _PARTS.split(paper.note)
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

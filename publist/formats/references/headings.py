"""What a heading says of the references under it: their type, their year, their status."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.references.numbers import YEAR

_YEAR_ALONE = re.compile(
    rf"[\s#*_=(\[-]*(?:(?:year|jahr|année|año|publications(?:\s(?:in|from"
    rf"|of))?)\s*:?\s*)?({YEAR})(?:\s*[-–]\s*(?:{YEAR}|present|today))?[\s*_:=.)\]-]*(?:\(\d+\))?",
    re.IGNORECASE,
)
_TYPES = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("thesis", r"\btheses\b|\bthesis\b|dissertation|\btesis\b|\bthèses?\b|abschlussarbeit|\bteses\b|学位论文"),
        (
            "chapter",
            r"chapters?\b|buchbeitr|buchkapitel|beiträge in (?:sammel|büchern)|chapitres?|cap[ií]tulos?|book"
            r" contributions|in edited (?:volumes|books)|sammelb[äa]nd|capitoli",
        ),
        (
            "paper-conference",
            r"conference|proceedings|workshop|symposi|konferenz|tagung|congres|conf[ée]rence|会议|conferenz",
        ),
        (
            "article-journal",
            r"journal|zeitschrift|revistas?\b|revues?\b|articles?\b|artículos|artigos|aufs[äa]tze|期刊|articoli"
            r"|peer[- ]reviewed (?:papers|publications)|refereed (?:papers|publications)",
        ),
        ("article", r"pre-?prints?|working papers?|arxiv|arbeitspapier|manuscripts?|documents? de travail|预印本"),
        ("report", r"reports?\b|berichte?\b|rapports?\b|white papers?|informes"),
        ("patent", r"patents?\b|patentes?\b|brevets?\b|专利"),
        ("dataset", r"data ?sets?\b"),
        ("software", r"software|\bcode\b"),
        ("book", r"\bbooks?\b|monogra|bücher|livres|libros|ouvrages|livros|专著|libri\b|edited volumes"),
        ("speech", r"\btalks?\b|presentations?\b|posters?\b|vorträge|lectures?\b|keynote"),
    )
)
_STATUSES = tuple(
    (status, re.compile(words))
    for status, words in (
        ("in press", r"in press|forthcoming|to appear|im druck|im erscheinen|à paraître|en prensa|no prelo|accepted"),
        ("under review", r"under (?:review|revision|submission)|in revision"),
        ("submitted", r"submitted|eingereicht|soumis|enviad[oa]"),
        (
            "in preparation",
            r"in preparation|work(?:s)? in progress|in progress|in vorbereitung|en préparation|en preparación",
        ),
    )
)
_GENERAL = re.compile(
    r"\b(?:publications?|papers?|works?|references?|bibliograph\w*|refereed|peer[- ]reviewed|non-?refereed"
    r"|unrefereed|selected|recent|other|others|full list|list of"
    r"|publicaciones|publicações|pubblicazioni|travaux|referierte?|begutachtet\w*"
    r"|literatur\w*|articles|invited|miscellaneous|sonstige\w*|editor\w*|reviews?|essays?"
    r"|popular|opinion|editorials?|abstracts?|short papers|long papers|international|national|domestic"
    r"|contributions?|in english|in german|extended|letters|notes|demos?|tutorials?)\b"
    r"|veröffentlichung|publikation|schriften|aufsätze|出版|论文|発表",
    re.IGNORECASE,
)
_OTHER_SECTIONS = re.compile(
    r"\b(?:education|employment|experience|teaching|grants?|funding|awards?|honou?rs|service"
    r"|memberships?|students?|supervision|contact|biograph\w*|bio|research interests?|interests|skills"
    r"|languages|ausbildung|lehre|projects?|news|about|reviewing|committees?|outreach|professional"
    r"|academic (?:positions?|service)|invited talks|appointments?|fellowships?|media|press coverage"
    r"|curriculum vitae|advising|mentoring|references available)\b",
    re.IGNORECASE,
)


class Heading(NamedTuple):
    """What stands above references: "" for what the heading does not say; ``foreign`` heads no references."""

    text: str
    type: str = ""
    year: str = ""
    status: str = ""
    level: int = 0
    foreign: bool = False
    section: str = ""
    """The heading that says what the references are, of the year's heading under it and of itself."""


NONE = Heading("")


def heading_of(text: str, level: int = 0) -> Heading | None:
    """What this line says as a heading; None if it is none by its words."""
    bare = text.strip(" \t#*_=:-–—.\n")
    if not bare or len(bare) > 90:
        return None
    if found := _YEAR_ALONE.fullmatch(text):
        return Heading(bare, year=found[1], level=level)
    small = bare.lower()
    kind = next((kind for kind, words in _TYPES if words.search(small)), "")
    status = next((status for status, words in _STATUSES if words.search(small)), "")
    year = re.search(rf"\b{YEAR}\b", bare)
    if _OTHER_SECTIONS.search(bare) and not kind and not _GENERAL.search(bare):
        return Heading(bare, level=level, foreign=True)
    if kind or status or _GENERAL.search(bare):
        return Heading(bare, kind, year[0] if year else "", status, level)
    return None


def joined(above: Heading, heading: Heading) -> Heading:
    """What holds under a heading, given what held above it: a year keeps the type over it, and a type the year."""
    if heading.foreign:
        return heading
    if heading.year and not heading.type and not heading.status:
        return above._replace(text=heading.text, year=heading.year, foreign=False)
    return heading._replace(section=heading.text)

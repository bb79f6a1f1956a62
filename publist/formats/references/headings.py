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
_PUBLISHED = re.compile(r"\b(?:published|printed|erschienene?|publiés?|publiées|publicad[oa]s|pubblicati)\b")
"""Published and accepted papers: which of them are still to come, the heading does not say."""
_GENERAL = re.compile(
    r"\b(?:publications?|papers?|works?(?!\s(?:experience|history|visits?))|references?|bibliograph\w*|refereed"
    r"|peer[- ]reviewed|non-?refereed|unrefereed|full list|list of|publicaciones|publicações|pubblicazioni|travaux"
    r"|referierte?|begutachtet\w*|literatur\w*|articles|miscellaneous|editor\w*|reviews?|essays?|writings?"
    r"|popular|opinion|editorials?|abstracts?|short papers|long papers|letters|contributions?|in progress)\b"
    r"|veröffentlichung|publikation|schriften|aufsätze|出版|论文|発表",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:selected|recent|other|others|invited|sonstige\w*|international|national|domestic|in english|in german"
    r"|extended|notes|demos?|tutorials?)\b",
    re.IGNORECASE,
)
"""Words that part a list, and other sections of a CV as well."""
_OTHER_SECTIONS = re.compile(
    r"\b(?:education|employment|experience|teaching|grants?|funding|awards?|honou?rs|service|scholarships?|prizes"
    r"|memberships?|students?|supervis\w+|contact|biograph\w*|bio|research interests?|interests|skills|personal"
    r"|languages|ausbildung|lehre|projects?|news|about|reviewing|committees?|outreach|professional|visits?|courses"
    r"|academic (?:positions?|service)|positions?|appointments?|fellowships?|media|press coverage|affiliations?"
    r"|curriculum vitae|advising|mentoring|mentorship|references available|referees?|refereeing|duties|expertise"
    r"|certificat\w+|training|profile|summary|objective|hobbies|activities|conferences (?:attended|organi[sz]ed)"
    r"|werdegang|berufserfahrung|lehrveranstaltungen|lehrerfahrung|auszeichnungen|drittmittel|sprachen|kenntnisse"
    r"|formation|enseignements?|expériences?|compétences|langues|encadrements?|distinctions|formación|docencia"
    r"|experiencia|educación|idiomas|becas|premios|formazione|didattica|esperienz[ae]|lingue|formação|ensino"
    r"|experiência|prêmios|bolsas|opleiding|onderwijs|werkervaring|prijzen)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\breferee(?:s|ing)?\b|\bparticipation\b|\battend(?:ed|ance)\b|\bchair(?:s|ing)?\b|\breviewer\b"
    r"|\breviewing\b|\bco-?organi[sz]\w+|\borgani[sz](?:ed|er|ation of)\b"
    r"|\beditorial boards?\b|\bprogram(?:me)? committees?\b|\bwork (?:experience|history)\b",
    re.IGNORECASE,
)
"""What heads no papers, whatever else it names."""
_TALKS = re.compile(
    r"\b(?:talks?|presentations?|posters?|seminars?|lectures?|keynotes?|colloqui\w+|panels?|speaker|vorträge"
    r"|exposés|communications orales|ponencias|charlas|seminarios|palestras|apresentações|seminari|voordrachten)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 4
"""A heading of more words is the title of a talk or a course, whatever it names."""
_PRINTED = re.compile(
    r"\b(?:papers?|proceedings|publications?|articles?|peer|refereed|abstracts?|journals?|chapters?|books?)\b",
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
    named: bool = False
    """Whether its words say that papers stand under it."""


NONE = Heading("")


def heading_of(text: str, level: int = 0) -> Heading | None:
    """What this line says as a heading; None if it is none by its words."""
    bare = text.strip(" \t#*_=:-–—.\n")
    if not bare or len(bare) > 90:
        return None
    if found := _YEAR_ALONE.fullmatch(text):
        return Heading(bare, year=found[1], level=level, named=True)
    small = bare.lower()
    kind = next((kind for kind, words in _TYPES if words.search(small)), "")
    status = next((status for status, words in _STATUSES if words.search(small)), "")
    status = "" if _PUBLISHED.search(small) else status
    general = bool(_GENERAL.search(bare))
    meets = kind in ("", "paper-conference") and not _PRINTED.search(bare)
    if _heads_none(bare) or (_OTHER_SECTIONS.search(bare) and meets and not general):
        return Heading(bare, level=level, foreign=True)
    if kind or status or general or _PARTLY.search(bare):
        year = re.search(rf"\b{YEAR}\b", bare)
        return Heading(bare, kind, year[0] if year else "", status, level, named=bool(kind or status or general))
    return None


def _heads_none(text: str) -> bool:
    """Whether it heads talks, reviews for journals or meetings that somebody organised: no papers."""
    return bool(_NEVER.search(text) or (_TALKS.search(text) and not _PRINTED.search(text)))


def joined(above: Heading, heading: Heading) -> Heading:
    """What holds under a heading, given what held above it: a year keeps the type over it, and a type the year.

    What stands deeper than a section without references, and names none itself, is a part of that section.
    """
    within = above.foreign and heading.level > above.level > 0
    if within and not (_PRINTED.search(heading.text) and len(heading.text.split()) <= _FEW_WORDS):
        return above
    if heading.foreign:
        return heading
    if heading.year and not heading.type and not heading.status:
        return above._replace(text=heading.text, year=heading.year, foreign=False, named=True)
    return heading._replace(section=heading.text)

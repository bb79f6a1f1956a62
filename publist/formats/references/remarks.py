"""Remarks on a paper that stand anywhere in its reference: awards, status, kind of thesis, edition, group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.references.letters import UPPER

_AWARD_WORDS = (
    r"\b(?:[Aa]wards?|AWARD|[Pp]rize|[Pp]reis|[Pp]remio|[Pp]rix|[Bb]est (?:[Ss]tudent |[Dd]emo "
    r"|[Rr]esource |[Ss]hort |[Ll]ong )*[Pp]aper|[Oo]ral(?: [Pp]resentation)?|[Ss]potlight"
    r"|[Hh]ighlight(?:ed)?|[Hh]onou?rable [Mm]ention|[Ff]inalist"
    r"|[Rr]unner[- ]?[Uu]p|[Nn]omin\w+|[Ii]nvited|[Cc]over (?:article|story|paper)|[Ee]ditors?[’']?"
    r" (?:[Pp]ick|[Cc]hoice|[Ss]uggestion)|[Dd]istinguished [Pp]aper|[Oo]utstanding [Pp]aper|[Tt]op \d"
    r"|[Aa]cceptance rate|[Ff]eatured|[Bb]est \w+ [Pp]aper|[Tt]est[- ]of[- ][Tt]ime|equal contribution"
    r"|contributed equally)"
)
AWARD = re.compile(rf"\s?[\[(](?:[^()\[\]]{{0,80}}?){_AWARD_WORDS}[^()\[\]]{{0,80}}[\])]")
AWARD_TAIL = re.compile(
    rf"(?<=[.;,\])—–|])\s+(?:[★☆🏆⭐✨*]\s*)?(?:(?:ACM|IEEE"
    rf"|[A-Z][\w’'&-]+)\s+){{0,4}}{_AWARD_WORDS}[^.;()]{{0,70}}[.!]?\s*$"
)
_STATUS = (
    r"to appear(?: in print| soon)?|in press|accepted(?: for publication| manuscript)?|forthcoming|under"
    r" (?:review|revision|submission)|(?:re)?submitted(?: for publication)?|in preparation|in revision"
    r"|revise and resubmit"
    r"|minor revisions?|major revisions?|manuscript in preparation|ahead of print|online first|first"
    r" online|early view|published online|advance online publication|epub ahead of print|im druck|im"
    r" erscheinen|erscheint(?: demnächst)?|eingereicht|angenommen|à paraître|sous presse|soumis|en"
    r" prensa|aceptado|enviado|no prelo|aceito|in stampa|in corso di stampa|"
    r"в печати|待刊|已录用|in print|working paper|unpublished(?: manuscript)?|preprint"
)
STATUS_BRACKETED = re.compile(rf"\s?[\[(]((?:{_STATUS})(?:[,;:]?\s[^()\[\]]{{0,50}})?)[\])]", re.IGNORECASE)
STATUS_TAIL = re.compile(
    rf"(?:(?<=[.,;:)\]—–])"
    rf"|(?<=\d))\s*((?:{_STATUS.removesuffix('|working paper|unpublished(?: manuscript)?|preprint')}))\b(?:,?"
    rf" [A-Z][a-z]{{2,8}} \d{{1,2}})?\s*"
    r"(?=[.,;:()\[\]]|$|\s(?:at|in|by)\b|\s*(?:[A-Z][a-z]{2,8}\.?\s)?\d{4})(?:[,;:]?\s*$)?",
    re.IGNORECASE,
)
GENRE = re.compile(
    r"[\[(]?\b(?:unpublished )?(?P<genre>(?:Ph\.?\s?D\.?|M\.?Sc\.?|M\.?S\.?|M\.?A\.?|B\.?Sc\.?"
    r"|M\.?Phil\.?|D\.?Phil\.?|Dr\.?-?Ing\.?|Doctoral|Doctorate|Masters?|Master[’'‘]s|Bachelor[’'‘]?s?"
    r"|Bachelor|Master|Diploma|Habilitation|Honou?rs|Undergraduate|Graduate|Licentiate"
    r"|Senior)(?:\s(?:of\s\w+))?[\s,]+(?:thesis|dissertation|project|[Tt]hesis|[Dd]issertation)(?:\sthesis)?"
    r"|(?:Diplom|Master|Bachelor|Magister|Doktor)(?:s)?arbeit|Dissertation(?=[,.;)\]]|\s*$)"
    r"|Habilitation(?:sschrift)?(?=[,.;)\]]|\s*$)|Th[èe]se(?:\s(?:de\s(?:doctorat|master)"
    r"|d’État))?(?=[,.;)\]]|\s)|Tesis\s(?:doctoral|de\s(?:maestr[ií]a|grado|licenciatura|doctorado"
    r"|m[áa]ster))|(?:Tese|Disserta[çc][ãa]o|Monografia|Trabalho de [Cc]onclusão de [Cc]urso)"
    r"\s\((?:Doutorado|Mestrado|Gradua[çc][ãa]o|Bacharelado|Licenciatura|Especializa[çc][ãa]o)[^()]{0,60}\)(?:\s[–—-])?"
    r"|Tese(?:\s(?:de\sdoutorado|de\sdoutoramento))?(?=[,.;)\]])"
    r"|Disserta[çc][ãa]o\sde\smestrado|Tesi\sdi\s(?:dottorato|laurea)|Proefschrift|博士学位论文|硕士学位论文"
    r"|thesis(?=[)\]])|(?:(?<=[.,;]\s)|(?<=[”\"»]\s))thesis(?=[.,]\s)|habilitation à diriger des recherches"
    r"|term paper(?=[,.])|(?:doctoral|phd|masters?|bachelors?|diploma)thesis"
    r"|licentiate (?:thesis|dissertation))[\])]?",
    re.IGNORECASE,
)
EDITION = re.compile(
    r"(?:[,(]|(?<=[^\W\d_]{2}\.)(?=\s\d))\s?(\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]irst|[Ff]ourth|\d{1,2}\.)\s(?:[Ee]d(?:ition"
    r"|n)?\.?|Aufl(?:age|\.))\)?"
)
_INITIALLED = (
    rf"(?:[{UPPER}][a-z]?\.[\s-]?){{1,4}}(?:(?:van|von|de|der|den|la|le|di|da|ten|ter)\s){{0,2}}"
    rf"[{UPPER}][\w'’-]+(?:\s[{UPPER}][\w'’-]+)?"
)
_PERSON = rf"(?:{_INITIALLED}|[{UPPER}][\w'’-]+(?:\s[{UPPER}]\.){{0,2}}(?:\s[{UPPER}][\w'’-]+){{1,2}})"
EDITORS = re.compile(
    rf"(?<=[^\W\d_]{{2}}),\s(?:[Ee]ds?\.|[Ee]dited by)\s(?P<behind>{_PERSON}"
    rf"(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s){_PERSON}){{0,9}})"
    r"(?=\s\(|[.,]\s)"
    rf"|(?<=[^\W\d_]{{2}})[.,]\s(?P<names>{_INITIALLED}"
    rf"(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s){_INITIALLED}){{0,9}})"
    r"(?:,?\set al\.)?,\s[Ee]ds?(?=\.[,\s])"
)
"""Editors behind the title of their book, as IEEE prints them: ``in Handbook, A. Roe and B. Poe, Eds. Oslo: Ice``."""
_GROUP = rf"(?P<name>[{UPPER}][\w/&-]*(?:\s[\w/&-]+){{0,4}}?\s"
COLLABORATION = re.compile(
    rf"(?:,\s)?(?:\(\s?|\b)(?:for|on\sbehalf\sof)\s(?:the\s)?{_GROUP}(?:Collaborations?|Consortium|Investigators))"
    r"(?!\w)\)?"
    rf"|(?:,\s|\(\s?)(?:for|on\sbehalf\sof)\sthe\s{_GROUP.replace('name', 'group')}(?:Group|Team|Network))(?!\w)\)?"
    r"|\(\s?(?:the\s)?(?P<bracketed>[\w/&-]+(?:\s[\w/&-]+){0,4}?\s(?:Collaborations?|Consortium|Study Group))\)"
)
"""Groups beside the authors; "for neural networks" and "for the renormalisation group" are words of a title."""

SIGNS_OF_STATUS = (
    "press|appear|accept|forthcoming|under |submi|prepar|revis|ahead|online|early|published|druck|ersch|eingereicht"
    "|angenommen|paraître|soumis|prensa|acept|enviado|prelo|aceit|stampa|печати|待刊|已录用|print"
).split("|")
SIGNS_OF_GENRE = "thes|dissert|arbeit|habil|thès|tesi|tese|proefschrift|论文|project|term paper".split("|")
SIGNS_OF_EDITORS = ("ed.", "eds", "edited")
SIGNS_OF_ACCESS = (
    "access|retrieved|consult|zugegriffen|abgerufen|geraad|acesso|cited|epub|e-pub|published|preprint posted|online."
).split("|")
SIGNS_OF_GROUP = "collaboration|consortium|group|team|investigators|network".split("|")


def holds(small: str, signs: Sequence[str]) -> bool:
    """Whether one of the signs of a pattern is there: it is dear to look for the pattern in every reference."""
    return any(sign in small for sign in signs)

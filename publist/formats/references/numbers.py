"""Years, volumes, issues and pages: where they begin in a reference, and what each of them is."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.references.letters import DASH

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner enero ene janvier janv janeiro gennaio gen januari 1月",
            "february feb februar febrero février févr fév fevereiro fev febbraio februari 2月",
            "march mar märz mär marzo mars março maart mrt 3月",
            "april apr abril abr avril avr aprile 4月",
            "may mai mayo maio maggio mag mei 5月",
            "june jun juni junio juin junho giugno giu 6月",
            "july jul juli julio juillet juil julho luglio lug 7月",
            "august aug agosto ago août augustus 8月",
            "september sep sept septiembre septembre setembro set settembre 9月",
            "october oct oktober okt octubre octobre outubro out ottobre ott 10月",
            "november nov noviembre novembre novembro 11月",
            "december dec dezember dez diciembre dic décembre déc dezembro dicembre 12月",
        ),
        start=1,
    )
    for name in names.split()
}
"""The months as English, German, Spanish, French, Portuguese, Italian and Dutch print them, and shortened."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
YEAR_OR_WORD = rf"(?:{YEAR}[a-z]?(?:[/{DASH}]\d{{2,4}})?|n\.?\s?d\.|s\.\s?f\.|o\.\s?J\.|in press|forthcoming)"
DAY = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[{DASH}]\s?\d{{1,2}})?\.?\s+)?(?:{_MONTH})\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?!\d))?(?:\s?[{DASH}/]\s?(?:(?:{_MONTH})\b\.?)?(?:\s?\d{{1,2}})?)?|(?:[Ss]pring|[Ss]ummer"
    rf"|[Ff]all|[Aa]utumn|[Ww]inter))"
)
DATE = re.compile(
    rf"(?P<before>(?<![\w/.{DASH}])(?:{DAY},?\s+)?)(?P<year>{YEAR})(?P<letter>[a-z](?![\w]))?(?P<iso>-\d\d(?:-\d\d)?)?(?P<after>,?\s+{DAY}(?![\w]))?(?![\w{DASH}]"
    rf"|/\d|\.\d(?!\d*[{DASH}]\d))",
    re.IGNORECASE,
)
ONLY_DAY = re.compile(rf"\W*{DAY}\W*(?:{YEAR})?\W*", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+)?({_MONTH})\b\.?(?:\s+(\d{{1,2}})(?!\d))?", re.IGNORECASE
)

_LABEL = (
    r"vols?|volumen?|årg(?:ang)?|roč|cilt|tom|т|č|sayı|no|nos|nr|núm|num|number|issues?|iss|bd|band|jg|jahrgang|tome|t|heft|h|n[°º]|№|pp?"
    r"|pages?|págs?|pags?|s|seiten?|art(?:icle|ikel|\.)?(?:\s(?:no|id|number|nr))?|paper(?:\sno)?|id"
    r"|e-?location|ch(?:ap|apter)?|blz|第"
)
_NUMBER = rf"[A-Za-z]{{0,6}}\d[\w]*(?:[.:]\d+)?(?:\s?[{DASH}]{{1,2}}\s?[A-Za-z]{{0,4}}\d[\w]*(?:[.:]e?\d+)?)?"
ZONE = re.compile(
    rf"(?P<gap>[\s,.;:({DASH}/]*)(?:"
    rf"(?P<year>[(\[]?\s*(?:{DAY},?\s+)?{YEAR}[a-z]?(?:,?\s+{DAY})?\s*(?:[)\].,;:\s/]|$))"
    rf"|(?P<label>(?:{_LABEL})\b\.?[:\s]*[A-Za-z]{{0,5}}\d)"
    rf"|(?P<number>(?:[A-Za-z]{{0,3}}\d+|[a-z]{{4}}\d{{3,4}})[A-Za-z]?(?=[\s,.;:()\[{DASH}/]|$)(?!\s+[A-Za-z]{{2,}}))"
    rf"|(?P<date>{DAY}[.,;:)]*(?=\s|$))"
    r"|(?P<end>$))",
    re.IGNORECASE,
)
"""What may follow a venue: a year, a labelled or bare number, a date, or nothing."""


class Numbers(NamedTuple):
    """Volume, issue and pages, as printed."""

    volume: str = ""
    issue: str = ""
    pages: str = ""
    chapter: str = ""
    rest: str = ""


_PAGES_LABEL = re.compile(
    rf"(?<![\w])(?:pp?|pages?|págs?|pags?|pag|S(?!\d+\s?[{DASH}]{{1,2}}\s?S\d)|s|ss|Seiten?|blz|hlm|str|стр|с"
    rf"|С)(?:\b|(?<=p)(?=\d+\s?[{DASH}]))\s?\.?\s*:?\s*(?P<pages>(?:{_NUMBER})(?:\s?,\s?(?=\d+\s?[{DASH}]\s?\d)(?:{_NUMBER}))?)(?:\s?(?:ff?\."
    rf"|\+))?"
)
_PAGES_AFTER = re.compile(r"(?<![\w.])(\d{1,4})\s?(?:pp?|pages?|f|S|Seiten|páginas|p[áa]gs?)\b\.?")
_VOLUME_LABEL = re.compile(
    rf"(?<![\w])(?:vols?|volumen?|bd|band|jg|jahrgang|årg(?:ang)?|roč|cilt|tome?|tomo|t|т|v"
    rf"|ser)\b\s?\.?\s*:?\s*(?P<volume>[A-Z]{{0,3}}-?\d[\w]*(?:[{DASH}/]\d[\w]*)?|[IVXLC]{{1,6}}\b)"
    rf"(?:\s?\((?P<issue>(?:S|Suppl\.?\s?)?\d{{1,3}}(?:[{DASH}/]\d{{1,3}})?)\))?",
    re.IGNORECASE,
)
_ISSUE_LABEL = re.compile(
    rf"(?<![\w])(?:issues?|iss|no|nos|nr|núm|num|number|heft|č|sayı|h|n[°º]?|№)(?:\b"
    rf"|(?<=[°º№]))\s?\.?\s*:?\s*(?P<issue>(?:sup(?:pl)?\.?\s?|S|SI|SP|E)?\d[\w]*(?:[{DASH}/]\d[\w]*)?(?:\s?\([^()]{{1,20}}\))?"
    r"|(?-i:[A-Z]{3,8}\d?\b))",
    re.IGNORECASE,
)
_ARTICLE_LABEL = re.compile(
    r"(?<![\w])(?:art(?:icle|ikel)?\b\.?(?:\s?(?:no|id|number|nr|numéro|n)\b\.?)?|paper\s(?:no\.?\s?)?"
    r"|article-id|e-?location(?:\s?id)?|e-?id|ID)\s?:?\s*#?(?P<article>[A-Za-z]{0,3}\d[\w.\-]*\w|\d)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(?<![\w])ch(?:ap(?:ter)?)?\b\.?\s?(\d{1,3})", re.IGNORECASE)
_RANGE = rf"[A-Za-z]{{0,3}}\d[\dA-Za-z]*(?:[:.]\d+)?\s?[{DASH}]{{1,2}}\s?[A-Za-z]{{0,3}}\d[\dA-Za-z]*(?:[:.]e?\d+)?"
_SEQUENCE = re.compile(
    rf"(?<![\w{DASH}/.’'])(?:(?P<volume>[A-Z]{{0,2}}\d[\w]{{0,6}}(?:[{DASH}]\d{{1,4}})?)(?![\w]|\s?[{DASH}]\s?(?:[A-Z]\d|\d{{5}}))\s?(?:[,:;]?\s?\(\s?(?P<bracket>(?:[Nn]o\.?\s?"
    rf"|[Nn]umber\s|[Ii]ssue\s)?[A-Za-z]{{0,5}}\.?\s?\d[\w./{DASH}]*(?:\s?[A-Za-z]+)?"
    rf"|[Ss]uppl[^()]{{0,12}}|[Ss]pecial[^()]{{0,12}}|[A-Z][a-z]{{2,9}}\.?|[A-Z]{{3,8}}\d?)\s?\)"
    rf"|[./](?P<dotted>S?\d{{1,3}}|\d{{1,2}}[{DASH}/]\d{{1,2}})(?=[\s,:(])|\.(?=\d+[{DASH}]\d))?\s?[,:;.]*\s*)?"
    rf"(?P<pages>{_RANGE}(?:\s?,\s?\d+\s?[{DASH}]\s?\d+)?|[A-Za-z]{{0,6}}\d[\w]*(?:[.:]\d+)?)?(?![\w])"
)
_JUST = re.compile(rf"(?P<pages>{_RANGE})")


_SERVER = re.compile(r"(?<![\d.])20\d\d\.\d\d\.\d\d\.\d{6,8}(?!\d)")
"""The number of a preprint on bioRxiv or medRxiv."""
_IN_ARTICLE = re.compile(
    rf"(?<![\w.])(?:(?P<article>[A-Za-z]?\d{{1,7}})(?P<mark>[:_])\d{{1,3}}\s?[{DASH}]{{1,2}}\s?(?P=article)(?P=mark)\d{{1,3}}"
    rf"|(?P<long>(?:[A-Za-z]\d|\d{{2}})\d{{2,6}})-\d{{1,3}}\s?[{DASH}]{{1,2}}\s?(?P=long)-\d{{1,3}}"
    rf"|(?P<part>[A-Z])-\d{{1,3}}\s?[{DASH}]{{1,2}}\s?(?P=part)-\d{{1,3}})(?![\w:])"
)
"""The pages of an article with a number, or of a part: 78:1-78:7, 601_1-601_10, 0306-1–0306-8, A-1–A-9."""


_ONLY_PAGE = re.compile(r"\s*:\s?([A-Za-z]?\d{1,4})[\s.]*")
"""Nothing but a page: Journal of Ice: 14."""


def numbers_of(text: str) -> Numbers:
    """What the text after a venue says; years are to be taken out before."""
    pages = chapter = volume = issue = ""
    if found := _SERVER.search(text) or _IN_ARTICLE.search(text):
        pages, text = found[0], _without(text, found)
    if not pages and (found := _ONLY_PAGE.fullmatch(text)):
        return Numbers(pages=found[1])
    if found := _CHAPTER.search(text):
        chapter, text = found[1], _without(text, found)
    for pattern in (_PAGES_LABEL, _ARTICLE_LABEL):
        if not pages and (found := pattern.search(text)):
            pages, text = found[1], _without(text, found)
    if found := _VOLUME_LABEL.search(text):
        volume, issue, text = found["volume"], found["issue"] or "", _without(text, found)
    if not issue and (found := _ISSUE_LABEL.search(text)):
        issue, text = found["issue"], _without(text, found)
    if not pages and (found := _PAGES_AFTER.search(text)) and not volume:
        text = _without(text, found)
    bare = _bare_numbers(text, volume, issue, pages)
    return bare._replace(chapter=chapter, pages=_tidy(bare.pages), issue=_tidy(bare.issue))


_ARTICLE = re.compile(r"[Ee]\d+|\d{5,}|[A-Z]\d{3,}|[a-z]{4}\d{3,4}")
"""An article's number, which no volume looks like."""


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} ; {text[found.end() :]}"


def _bare_numbers(text: str, volume: str, issue: str, pages: str) -> Numbers:
    """Numbers without a label: volume (issue), pages."""
    told = Numbers(volume, issue, pages)
    rest = text
    for found in _SEQUENCE.finditer(text):
        if not found["volume"] and not found["pages"]:
            continue
        rest = rest.replace(found[0].strip(), " ", 1)
        told = _with_sequence(told, found) if found["volume"] and found["pages"] else _with_number(told, found)
    if told.volume and not told.pages and not told.issue and re.fullmatch(_RANGE, told.volume):
        told = told._replace(volume="", pages=told.volume)
    if not told.issue and (double := _ISSUE_AND_PAGES.fullmatch(told.pages)):
        told = told._replace(issue=double[1], pages=double[2])
    return told._replace(rest=rest)


_ISSUE_AND_PAGES = re.compile(rf"(\d{{1,2}}[{DASH}]\d{{1,2}}),\s?(\d{{2,}}\s?[{DASH}]{{1,2}}\s?\d+)")
"""A double issue before the pages: 21, 5-6, 835-848."""


_LATER = re.compile(rf"{_RANGE}|(?<=\d)\s?:\s?[A-Za-z]{{0,5}}\d")
"""Pages that stand behind volume and issue."""


_LONG = 5
"""The number of an article has so many digits, and that of an issue fewer."""


def _with_sequence(told: Numbers, found: re.Match[str]) -> Numbers:
    """What two numbers in a row add: volume and pages, or volume and issue where the pages come later."""
    first, second, bracket = found["volume"], found["pages"], found["bracket"] or found["dotted"] or ""
    if not told.volume:
        may_be_issue = not bracket and len(second) < _LONG and not re.fullmatch(_RANGE, second)
        if may_be_issue and _LATER.search(found.string, found.end()):
            return told._replace(volume=first, issue=told.issue or second)
        return told._replace(volume=first, issue=told.issue or bracket, pages=told.pages or second)
    if not told.issue and not bracket and not told.pages:
        return told._replace(issue=first, pages=second)
    return told._replace(pages=told.pages or second)


def _with_number(told: Numbers, found: re.Match[str]) -> Numbers:
    """What one number adds: pages if it looks like them, else the volume, else pages."""
    one, bracket = found["volume"] or found["pages"], found["bracket"] or found["dotted"] or ""
    if not told.volume and not told.pages and re.fullmatch(rf"\d{{{_LONG},}}", bracket):
        return told._replace(volume=one, pages=bracket)  # 208(103269)
    like_pages = not bracket and (re.fullmatch(_RANGE, one) or _ARTICLE.fullmatch(one))
    if not told.pages and (like_pages or told.volume):
        return told._replace(pages=one)
    return told if told.volume else told._replace(volume=one, issue=told.issue or bracket)


def _tidy(text: str) -> str:
    text = re.sub(r"^(?:[Nn]os?\.?|[Nn]umber|[Ii]ssue)\s?(?=\d)", "", text.strip(" ()"))
    return re.sub(rf"\s?([{DASH}]{{1,2}})\s?", r"\1", text)


def month_and_day(text: str) -> tuple[int, int]:
    """Month and day in the words of a date, 0 for what is not told."""
    found = _MONTH_AND_DAY.search(text)
    if not found:
        return 0, 0
    return MONTHS[found[2].lower()], int(found[1] or found[3] or 0)

"""Signs of trouble in a reading: what is left unread, and parts that seldom look as these do."""

from __future__ import annotations

import re

from publist.formats.references import venuewords
from publist.formats.references.familyfirst import is_given
from publist.formats.references.numbers import YEAR
from publist.formats.references.parting import Reading, Reference
from publist.formats.references.title_evidence import has_open_bracket
from publist.model.paper import Paper
from publist.text.names import parts

_CUT_OFF = 4
_SENTENCE = re.compile(r"[a-z]{4}\.\s+[A-Z][a-z]{3}")
_SERIES = re.compile(r"[.,]\s(?:Lecture Notes|Vol(?:ume)?s?\b|Springer|Studies in|Advances in|Proceedings)")
_FOR_EDITORS = re.compile(r"\b(?:[Ee]ds?|[éÉ]ds?|[Hh]rsg|[Ee]ditors?)\b")
_YEAR_END = re.compile(rf"[\s,(]*{YEAR}\W*$")
_YEARS = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_NUMBER = re.compile(r"\d{1,18}")
_NAME = re.compile(r"\b[A-Z]\.\s?[A-Z][a-z]|[a-z],\s[A-Z]\.|\bet al\b")
_MOST_LEFT = 8
_RUN_TOGETHER = re.compile(r"[a-z]{3}[A-Z][a-z]{2}|[a-z]{3}\d|[a-z)]\.[A-Z]|&#?\w+;")
_CUT_END = re.compile(r"(?:-|\b(?:[a-z]{1,3}|[A-Z]\.?))$")
_QUOTES = re.compile("[“”„«»]")
_STOP_FIRST = re.compile(r"[\w-]+\.\s")
_IN_CAPITAL = re.compile(r"[\w.,]\sIn:?\s[A-Z“]")
_CAPITAL_NAMES = re.compile(r"\b[A-Z]{3,}\s[A-Z][a-z]+,|,\s[A-Z]{3,}\s[A-Z][a-z]")


def signs_of(best: Reading, reference: Reference, paper: Paper) -> dict[str, float]:
    """The signs of trouble, each with how much there is of it."""
    return {
        **_of_venue(best, reference, paper),
        **_of_title(best, reference, paper),
        **_of_rest(best, reference, paper),
    }


def _of_venue(best: Reading, reference: Reference, paper: Paper) -> dict[str, float]:
    wording = reference.wording
    start, end = max(best.venue.start, 0), max(best.venue.end, 0)
    name = reference.text[start:end]
    first, last = wording.span(start, end)
    return {
        "no venue": not name and not paper.venue and not paper.arxiv and not paper.genre,
        "a thesis": bool(paper.genre),
        "no words of a venue": bool(name) and not wording.matches("strong", start, end),
        "venue: one word": last - first == 1,
        "venue: a number": bool(wording.matches("digit", start, end)),
        "venue: a comma": "," in name,
        "venue: a colon": ":" in name,
        "venue: a full stop": bool(wording.matches("long stop", start, end - 1)),
        "venue: a name": bool(_NAME.search(name)),
        "venue: a publisher": bool(venuewords.PUBLISHER_ALONE.fullmatch(name)),
        "venue: a place": bool(wording.matches("place", start, end)),
        "venue: many words": last - first > _MOST_LEFT,
        "venue: small words": min(wording.count("odd", first, last), 4),
        "venue: editors": "(eds)" in best.venue.lead,
        "venue: led up to by in": bool(re.search(r"\b[Ii]n\b", best.venue.lead)),
        "venue: text follows": bool(name) and best.venue.stop.startswith("text"),
        "venue: led up to by nothing": bool(name) and not best.venue.lead.strip(),
        "venue: small letter or mark first": bool(name) and not (name[0].isupper() or name[0].isdigit()),
        "venue: number first": name[:1].isdigit(),
        "venue: words run together": bool(_RUN_TOGETHER.search(name)),
        "venue: bracket left open": has_open_bracket(name),
        "venue: ends with a small word or a hyphen": bool(_CUT_END.search(name)),
        "venue: numbers cut off": len(_NUMBER.findall(name)) > len(_NUMBER.findall(paper.venue)) and bool(paper.venue),
        "venue: words cut off": bool(paper.venue) and len(bare(name)) - len(bare(paper.venue)) > _CUT_OFF,
        "venue: the only year": bool(name and paper.date) and _has_only_year(reference.text, start, end),
        "venue: a sentence ends": bool(_SENTENCE.search(name)),
        "venue: a series or a volume behind a stop": bool(_SERIES.search(name)),
        "editors behind the venue": bool(reference.taken.editors),
        "venue: a word for editors": bool(_FOR_EDITORS.search(name)),
    }


def _of_title(best: Reading, reference: Reference, paper: Paper) -> dict[str, float]:
    wording = reference.wording
    start, end = best.title
    first, last = wording.span(start, end)
    following = reference.text[end : end + 3]
    names = best.authors.names if best.authors else None
    return {
        "title: few words": last - first < 4,
        "title: many words": last - first > 25,
        "title: a full stop": bool(wording.matches("long stop", start, end - 8)),
        "title: a name": bool(wording.matches("name", start, end)),
        "title: small letter first": reference.text[start : start + 1].islower(),
        "title: ends at a comma": following.startswith(","),
        "title: ends at a colon": following.startswith(":"),
        "title: words of a venue": bool(wording.matches("strong", start, end)),
        "title: a year": bool(_YEARS.search(paper.title)),
        "title: quoted": reference.text[start - 1 : start] in ("“", "‘", '"', "«", "„") and start > 0,
        "no authors": names is None,
        "one author": names is not None and len(names.names) == 1,
        "names could go on": min(names.more, 2) if names else 0.0,
        "authors not first": best.order != "first",
        "title: bracket left open": has_open_bracket(paper.title),
        "title: quotation marks inside": bool(_QUOTES.search(paper.title[1:-1])) and paper.title[:1] not in '“"«‘',
        "title: words run together": bool(_RUN_TOGETHER.search(paper.title)),
        "title: a word and a full stop first": bool(_STOP_FIRST.match(paper.title)),
        "title: in and a capital": bool(_IN_CAPITAL.search(paper.title)),
        "title: ends with a number": paper.title[-1:].isdigit(),
        "title: nothing but a space follows": following[:1] == " " and following[1:2].isalnum(),
        "title: names in capitals": bool(_CAPITAL_NAMES.search(paper.title)),
        "title: begins with no letter": not paper.title[:1].isalpha(),
        "title: small letter and a capital first": bool(_LETTER_FIRST.match(paper.title)),
        "title: and or initials first": bool(_NAME_FIRST.match(paper.title)),
        "title: capitals and a comma first": bool(_CAPITALS_FIRST.match(paper.title)),
        "title: a small word first": paper.title.split(" ", 1)[0].lower() in _NEVER_FIRST,
        "title: ends with what may be an abbreviation": bool(_ABBREVIATED.search(paper.title)),
        "words before the title": min(_words_between(best, reference), 4),
        "et al. unread": not paper.et_al and bool(_ET_AL.search(reference.text)),
        "the last name is longest": _last_is_longest(paper) if names else False,
        "names in another order": _contradictions(paper) if names else 0.0,
        "a name of many words": bool(names) and any(len(name.name.split()) > 4 for name in paper.authors),
        "a word that is no name": bool(names) and bool(_NO_NAME.search(names_text(paper))),
        "a single word as name": bool(names) and any(not name.given and not name.family for name in paper.authors),
    }


def _of_rest(best: Reading, reference: Reference, paper: Paper) -> dict[str, float]:
    rest = rest_of(best, reference)
    read = " ".join((paper.volume, paper.issue, paper.pages, paper.chapter, str(paper.date or "")))
    left = set(map(int, _NUMBER.findall(rest))) - set(map(int, _NUMBER.findall(read)))
    return {
        "words left over": 0.0 if paper.publisher or paper.place else float(_left_over(best, reference)),
        "words behind a publisher": float(_left_over(best, reference)) if paper.publisher or paper.place else 0.0,
        "numbers left over": float(min(len(left), 3)),
        "several years": len(set(_YEARS.findall(rest))) > 1,
        "no date": paper.date is None,
        "volume without pages": bool(paper.volume and not paper.pages),
        "pages without volume": bool(paper.pages and not paper.volume),
        "pages: one number": bool(paper.pages) and paper.pages.isdigit(),
        "pages: short number": bool(paper.pages) and paper.pages.isdigit() and len(paper.pages) < 3,
        "pages: letters": bool(re.search(r"[A-Za-z]", paper.pages)),
        "a colon between three numbers": bool(_THREE.search(rest)),
        "pages: odd": bool(paper.pages) and _are_odd(paper.pages),
        "volume: odd": bool(paper.volume) and not re.fullmatch(r"[A-Z]?\d{1,4}", paper.volume),
        "volume is the year": bool(paper.volume and paper.date) and paper.volume == str(paper.date)[:4],
        "no volume and no pages": not paper.volume and not paper.pages,
        "issue without volume": bool(paper.issue and not paper.volume),
        "a name in the rest": bool(_NAME.search(rest)),
    }


_THREE = re.compile(r"\d:\d+:\d")


def _are_odd(pages: str) -> bool:
    """Whether no pages look so: of more than five digits, backwards, or with letters inside."""
    first, *last = re.findall(r"\w+", pages)[:2] or [""]
    if len(last) != 1 or not (first.isdigit() and last[0].isdigit()):
        return not re.fullmatch(r"[A-Za-z]{0,2}\d+\W{1,2}[A-Za-z]{0,2}\d+|[A-Za-z]{0,3}\d+", pages)
    whole = first[: max(len(first) - len(last[0]), 0)] + last[0]
    return len(first) > 5 or int(whole) < int(first) or len(last[0]) + 3 < len(first)


_LETTER_FIRST = re.compile(r"[a-z][A-Z]")
_NAME_FIRST = re.compile(
    r"(?:and|&|et|und|y)\s|[A-Z]{1,3}[.,]\s|[A-Z]{1,3}\s(?:and|&|et)\s|[\w’'-]+,\s[A-Z]\b"
    r"|(?:[A-Z]\.[\s-]?){1,4}[A-Z][\w’'-]+[,;]|[A-Z][\w’'-]+\s[A-Z]{1,3},\s"
)
_CAPITALS_FIRST = re.compile(r"(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+,\s(?:[A-Z]|and\s)")
_NEVER_FIRST = frozenset("with and of for by from via or to et und y mit von de".split())
_ABBREVIATED = re.compile(r"[.,]\s(?:[A-Z][a-z]{0,5}\.?\s){1,5}[A-Z][a-z]{0,6}$")
"""Journals' names end so: On ice. J. Glac."""
_ET_AL = re.compile(r"\bet\.?\s?al\b|u\.\s?a\.|等")


_NO_NAME = re.compile(
    r"\b(?:learning|deep|neural|networks?|models?|modell?ing|methods?|analysis|data|systems?|theory|approach|study|review"
    r"|journal|conference|proceedings|university|institute?|department|science|engineering|finite|elements?|numerical"
    r"|simulations?|adaptive|optimal|applications?|dynamics|high|low|fast|press|society|association|international"
    r"|technical|report|group|lab)\b",
    re.IGNORECASE,
)


def names_text(paper: Paper) -> str:
    """The names of a paper one behind the other."""
    return " ".join(name.name for name in paper.authors)


def _has_only_year(text: str, start: int, end: int) -> bool:
    """Whether a year stands in a stretch and nowhere else in the text."""
    return bool(_YEARS.search(text, start, end)) and not _YEARS.search(text[:start]) and not _YEARS.search(text, end)


def _words_between(best: Reading, reference: Reference) -> int:
    """How many words stand between the authors, who come first, and the title."""
    if best.authors is None or best.order != "first":
        return 0
    gap = _YEARS.sub("", reference.text[best.authors.end : best.title[0]])
    return len(re.findall(r"[^\W\d_]{2,}", gap))


def _last_is_longest(paper: Paper) -> bool:
    """Whether the last of several authors has more words than any other: the title's first ones may be among them."""
    lengths = [len(name.name.split()) for name in paper.authors]
    return len(lengths) > 1 and lengths[-1] > max(lengths[:-1])


def _contradictions(paper: Paper) -> float:
    """How many names have a well-known given name for a family name, and none for a given one."""
    shown = [parts(name) for name in paper.authors[:8]]
    turned = [name for name in shown if is_given(name.family) and name.given and not is_given(name.given.split()[0])]
    return float(min(len(turned), 3))


def rest_of(best: Reading, reference: Reference) -> str:
    """What follows title, venue and authors."""
    end = best.venue.end if best.order == "title last" else max(best.title[1], best.venue.end)
    if best.authors and best.order == "inside":
        end = max(end, best.authors.end)
    return reference.text[max(end, 0) : best.authors.start if best.authors and best.order == "last" else None]


def _left_over(best: Reading, reference: Reference) -> int:
    """How many words follow that nothing explains."""
    if best.order == "title last":
        return 0
    names_end = best.authors.end if best.authors and best.order == "inside" else 0
    wording, end = reference.wording, max(best.title[1], best.venue.end, names_end)
    return min(wording.count("long", wording.span(end, end)[0], len(wording.words)), _MOST_LEFT)


def bare(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, text))


def venue_of(reading: Reading, text: str) -> str:
    """The venue of a reading without a year that ends it, as letters and digits alone."""
    return bare(_YEAR_END.sub("", text[max(reading.venue.start, 0) : max(reading.venue.end, 0)]))


def names_of(reading: Reading) -> object:
    """What two readings have in common if their authors are the same."""
    names = reading.authors.names if reading.authors else None
    if names is None:
        return None
    starts = tuple(min(word.start for word in (*name.family, *name.given)) for name in names.names)
    return names.et_al, names.end, starts, tuple(len(name.family) for name in names.names)

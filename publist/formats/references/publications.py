"""A reading of a reference as a paper: type, date, venue, numbers, publisher, links."""

from __future__ import annotations

import re

from publist.formats.references import namelists, venuewords
from publist.formats.references.dating import date_of
from publist.formats.references.extraction import Taken
from publist.formats.references.headings import Heading
from publist.formats.references.marks import NO_MARKS, Marks
from publist.formats.references.nametokens import tokens_of
from publist.formats.references.numbers import YEAR, Numbers, numbers_of
from publist.formats.references.parting import Reading, Reference
from publist.formats.references.spelled import name_of
from publist.formats.references.venuenames import CONFERENCE, tidied, without_publisher, without_series
from publist.model.paper import Date, Name, Paper
from publist.text import inline_markdown

_EDITORS = re.compile(r"\(?\b(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Hh]g)\b\.?\)?")
_THESIS = re.compile(
    r"\b(?:thesis|dissertation|Diplomarbeit|Masterarbeit|Bachelorarbeit|Dissertation)\b", re.IGNORECASE
)
_REPORT = re.compile(r"\b(?:technical report|tech\. rep\.|research report|white paper)\b", re.IGNORECASE)
_VOLUME_FIRST = re.compile(r"(?P<volume>\d{1,3})(?::(?P<issue>\d{1,3}))?\s(?=[^\W\d_])")
"""Volume and issue before the venue, as lawyers print them: (2018) 39:2 Journal of Ice 17."""
_ONE_NUMBER = re.compile(r"[\s,.;]*[,:][\s,]*[A-Za-z]?\d+[\s,.;]*")
"""Nothing but a number behind a meeting, which is its page: Congress of Ice 2012, 99."""
_SERIES = re.compile(
    r"(?:[Tt]echnical [Rr]eport|[Tt]ech\. [Rr]ep\.|[Rr]esearch [Rr]eport|[Rr]eport)"
    r"(?:\s(?:[Nn]o\.?\s?)?[\w/-]*\d[\w/-]*)?"
    r"[.,:]\s(?P<house>[^\W\d_][^:;]{2,80}?)\.?"
)
"""``Technical report No. TR-7. Institute of Ice``: the house follows the report's number."""
_PREPRINT = re.compile(
    r"\s*(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn)?(?:\.org)?[\s,:]*(?:e-?prints?"
    r"|pre-?prints?)?[\s,.:]*(?:server)?\s*",
    re.IGNORECASE,
)


def paper_of(reading: Reading, reference: Reference, heading: Heading, marks: Marks = NO_MARKS) -> Paper:
    """The paper that this reading tells of; what is printed nowhere stays empty."""
    taken, text = reference.taken, reference.text
    venue = _squeezed(text[slice(*_span(reading))]) if reading.venue.start >= 0 else ""
    date, rest = date_of(reading, reference, heading)
    numbers = numbers_of(rest)
    names = reading.authors.names if reading.authors else None
    venue, numbers = _with_volume_first(*tidied(venue, numbers))
    title = _title(text[slice(*reading.title)], inside=reading.order == "inside")
    if (dated := _YEAR_ENDS.search(title)) and (date is None or dated["year"] == heading.year):
        title, date = title[: dated.start()], date or Date(int(dated["year"]))
    kind = _type(venue, taken, heading, numbers)
    after = (
        _AFTER_PLACE.match(text, reading.venue.end)
        if venue and not numbers.volume and not venuewords.STRONG.search(venue)
        else None
    )
    numbers = _with_page(numbers, rest) if kind == "paper-conference" else numbers
    if after and kind != "chapter" and (heading.type == "book" or venuewords.PLACE.search(venue)):
        return _book(
            paper_of(
                reading._replace(venue=reading.venue._replace(start=-1, end=after.end())), reference, heading, marks
            ),
            venue,
            after["publisher"],
        )
    edited = bool(taken.editors) or "(eds)" in reading.venue.lead
    kind = "chapter" if edited and kind == "article-journal" and not numbers.volume else kind
    publisher, place = _publisher(rest)
    if kind == "chapter" and (book := _BOOK_AND_HOUSE.fullmatch(venue)):
        venue, place, publisher = book["title"], book["place"], book["publisher"]
    if kind == "report" and (report := _SERIES.fullmatch(venue)):
        venue, publisher = "", publisher or report["house"]
    in_book = bool(_IN_BOOK.search(reading.venue.lead)) or kind in ("chapter", "paper-conference")
    venue, series = without_series(venue) if in_book else (venue, "")
    venue, printed = without_publisher(venue)
    publisher = publisher or printed
    if (
        venue
        and not numbers.volume
        and not numbers.pages
        and (book := _PLACE_PUBLISHER.fullmatch(venue))
        and venuewords.PUBLISHER.search(venue)
        and not CONFERENCE.search(book["place"])
    ):
        venue, publisher, place, kind = "", book["publisher"], book["place"], "book" if kind != "thesis" else kind
    if kind == "article" and _PREPRINT.fullmatch(venue):
        venue = "" if taken.arxiv else venue
    if kind == "thesis" and not publisher and taken.genre and taken.genre not in venue:
        venue, publisher = "", venue
    return Paper(
        title=inline_markdown.escape(title),
        authors=tuple(marks.on(name_of(name), name, text) for name in names.names) if names else (),
        et_al=names.et_al if names else False,
        editors=_editors(reading, taken, text),
        collaboration=(taken.collaboration,) if taken.collaboration else (),
        date=date,
        status=_status(taken.status or reading.venue.lead) or heading.status,
        type=kind,
        venue=venue,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=numbers.pages if not date or numbers.pages != str(date.year) else "",
        chapter=numbers.chapter,
        publisher=publisher.strip(" .,"),
        place=place,
        series=series,
        genre=taken.genre,
        edition=taken.edition,
        doi=taken.doi,
        arxiv=taken.arxiv,
        isbn=taken.isbn,
        pmid=taken.pmid,
        pmcid=taken.pmcid,
        links=_links(taken),
        awards=taken.awards,
    )


_IN_BOOK = re.compile(r"\b[Ii]n\b|\(eds\)")


def _with_volume_first(venue: str, numbers: Numbers) -> tuple[str, Numbers]:
    """Volume and issue that stand before the venue are its numbers; "3 Biotech" has a volume behind it."""
    found = _VOLUME_FIRST.match(venue) if numbers.pages and not numbers.volume else None
    if found is None:
        return venue, numbers
    return venue[found.end() :], numbers._replace(volume=found["volume"], issue=numbers.issue or found["issue"] or "")


def _with_page(numbers: Numbers, rest: str) -> Numbers:
    """The only number behind a meeting is the page, not the volume."""
    alone = numbers.volume and not (numbers.pages or numbers.issue) and _ONE_NUMBER.fullmatch(rest)
    return numbers._replace(volume="", pages=numbers.volume) if alone else numbers


_STATUSES = (
    (
        "in press",
        r"press|appear|forthcoming|druck|erschein|paraître|prensa|prelo|stampa|печати|待刊|print|online|early"
        r" view|advance",
    ),
    ("accepted", r"accept|angenommen|aceptado|aceito|已录用"),
    ("under review", r"review|revision"),
    ("submitted", r"submit|eingereicht|soumis|enviado"),
    ("in preparation", r"preparation"),
)


def _status(printed: str) -> str:
    """The word of ours for how far a paper is (publist.model.paper.STATUSES)."""
    small = printed.lower()
    return next((status for status, words in _STATUSES if re.search(words, small)), "")


def _editors(reading: Reading, taken: Taken, text: str) -> tuple[Name, ...]:
    """The editors who stand behind the venue, or between "In" and it."""
    if taken.editors:
        between = taken.editors
    elif "(eds)" in reading.venue.lead:
        between = _IN.sub("", text[reading.title[1] : reading.venue.start], count=1)
    else:
        return ()
    tokens = tokens_of(between)
    found = namelists.readings(tokens, between, 0) if tokens else []
    return tuple(map(name_of, found[0].names)) if found else ()


_IN = re.compile(r"[\s.,;:”\"’»)]*(?:\b(?:[Ii]n|[Ii]m|[Ee]n|[Ee]m|[Dd]ans)\b)?[\s:]*(?:[Ee]d(?:ited|s?\.)\sby\s)?")


def _span(reading: Reading) -> tuple[int, int]:
    return reading.venue.start, reading.venue.end


def _squeezed(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:")


_JOINS = re.compile(r"\s\(?(?:with|by|avec|mit|con|von|par|por)$")
"""What leads up to authors who follow the title."""


def _title(text: str, *, inside: bool) -> str:
    title = " ".join(text.split()).strip(" ,;:*")
    title = _JOINS.sub("", title) if inside else title
    if (
        title.endswith(".")
        and not title.endswith("..")
        and not re.search(r"\b(?:[A-Z]\.[A-Z]\.|et al\.|etc\.)$", title)
    ):
        title = title[:-1].rstrip()
    return title


_YEAR_ENDS = re.compile(rf",?\s\(?(?P<year>{YEAR})\)?$")
"""The only year of a reference, behind its title."""


def _type(venue: str, taken: Taken, heading: Heading, numbers: Numbers) -> str:
    if taken.genre or heading.type == "thesis":
        return "thesis"
    if heading.type in ("chapter", "book", "patent", "dataset", "software"):
        return heading.type
    if _REPORT.search(venue):
        return "report"
    if (taken.arxiv and (not venue or _PREPRINT.fullmatch(venue))) or (venue and _PREPRINT.fullmatch(venue)):
        return "article"
    if CONFERENCE.search(venue) or (venuewords.ACRONYM.search(venue) and not numbers.volume):
        return "paper-conference"
    if heading.type:
        return heading.type
    return (
        "article-journal"
        if numbers.volume or re.search(r"journal|transactions|letters|review", venue, re.IGNORECASE)
        else "article-journal"
        if venue
        else "article"
    )


_PLACE_PUBLISHER = re.compile(
    r"[(\s.,;]*(?P<place>[^\W\d_][\w"
    r" .,’'-]{1,40}?)\s?:\s(?P<publisher>[^\W\d_][^:;()\d]{1,70}?)(?=\s*[,;)(]\s|(?<!Univ)\s*\.\s|\s*[,.;)]*$|\s*,)"
)


def _publisher(rest: str) -> tuple[str, str]:
    """Publisher and place among what follows the venue."""
    if found := _PLACE_PUBLISHER.search(rest[:1_000]):  # no publisher stands further behind a venue
        return found["publisher"].strip(" .,"), found["place"].strip(" .,")
    publisher = place = ""
    for chunk in re.split(r"[;()]|\.\s|,\s|\n", rest):
        words = chunk.strip(" .,:[]()")
        if len(words) < 2 or re.search(r"\d", words) or not words[:1].isupper():
            continue
        if not publisher and venuewords.PUBLISHER.search(words):
            publisher = words
        elif not place and venuewords.PLACE.search(words):
            place = words
    return publisher, place


_BOOK_AND_HOUSE = re.compile(
    r"(?P<title>.{4,}?[^\W\d_]{3})(?:\.\s+|\s\()"
    r"(?P<place>[^\W\d_][\w ,’'-]{1,40}?)\s?:\s(?P<publisher>[^\W\d_][^:;()\d]{1,70})\)?"
)
"""``Handbook of ice. Oslo: Institute of Ice``, of a book with editors."""
_AFTER_PLACE = re.compile(r"\s?:\s(?P<publisher>[^\W\d_][^:;()\d]{1,60}?)(?=[.,;)\s]*(?:$|\d{4}|,\s\d{4}))")


def _book(paper: Paper, place: str, publisher: str) -> Paper:
    return paper._replace(
        type="thesis" if paper.type == "thesis" else "book", place=place, publisher=publisher.strip(" ,.")
    )


def _links(taken: Taken) -> dict[str, str]:
    links: dict[str, str] = {}
    if taken.url:
        links["url"] = taken.url
    for label, url in taken.links:
        key = label.lower() or "link"
        if url not in links.values():
            links.setdefault(key, url)
    return links

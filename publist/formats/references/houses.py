"""Where a work came out, parted: the venue, its series, the publisher and the place, which styles print as one."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.formats.references import venuewords
from publist.formats.references.extraction import Taken
from publist.formats.references.headings import Heading
from publist.formats.references.numbers import Numbers
from publist.formats.references.parting import Reading
from publist.formats.references.venuenames import CONFERENCE, undated, without_publisher, without_series
from publist.formats.references.worktypes import is_preprint_server
from publist.model.paper import Paper

_IN_BOOK = re.compile(r"\b[Ii]n\b|\(eds\)")
_SERIES = re.compile(
    r"(?:[Tt]echnical [Rr]eport|[Tt]ech\. [Rr]ep\.|[Rr]esearch [Rr]eport|[Rr]eport)"
    r"(?:\s(?:[Nn]o\.?\s?)?[\w/-]*\d[\w/-]*)?"
    r"[.,:]\s(?P<house>[^\W\d_][^:;]{2,80}?)\.?"
)
"""``Technical report No. TR-7. Institute of Ice``: the house follows the report's number."""
_PLACE_PUBLISHER = re.compile(
    r"[(\s.,;]*(?P<place>[^\W\d_][\w"
    r" .,’'-]{1,40}?)\s?:\s(?P<publisher>[^\W\d_][^:;()\d]{1,70}?)(?=\s*[,;)(]\s|(?<!Univ)\s*\.\s|\s*[,.;)]*$|\s*,)"
)
_PUBLISHER_PLACE = re.compile(r"\(?(?P<publisher>[^,;:()]{3,60}),\s(?P<place>[^\d;:()]{2,40})\)?")
"""``Ice Press, Oslo``, of a book."""
_OF_BOOKS = re.compile(
    r"\b(?:Press|Verlag|Publish(?:ing|ers?)|Springer|Wiley|Routledge|Birkhäuser|Gruyter|[ÉE]ditions?)\b"
)
"""Houses, and no societies, whose meetings are venues."""
_BOOK_AND_HOUSE = re.compile(
    r"(?P<title>.{4,}?[^\W\d_]{3})(?:\.\s+|\s\()"
    r"(?P<place>[^\W\d_][\w ,’'-]{1,40}?)\s?:\s(?P<publisher>[^\W\d_][^:;()\d]{1,70})\)?"
)
"""``Handbook of ice. Oslo: Institute of Ice``, of a book with editors."""
_AFTER_PLACE = re.compile(r"\s?:\s(?P<publisher>[^\W\d_][^:;()\d]{1,60}?)(?=[.,;)\s]*(?:$|\d{4}|,\s\d{4}))")


class Where(NamedTuple):
    """What the place in print of a work is made of; "" for what is not told."""

    kind: str
    venue: str
    publisher: str
    place: str
    series: str
    numbers: Numbers


def where_of(kind: str, venue: str, reading: Reading, taken: Taken, numbers: Numbers, rest: str) -> Where:
    """The venue without publisher and series, and these; ``rest`` is what follows the venue."""
    edited = bool(taken.editors) or "(eds)" in reading.venue.lead
    kind = "chapter" if edited and kind == "article-journal" and not numbers.volume else kind
    where = Where(kind, venue, *_publisher(rest), "", numbers)
    where = _without_series(_of_chapter_or_report(where), in_book=bool(_IN_BOOK.search(reading.venue.lead)))
    return _of_thesis_or_preprint(_as_whole_book(where), taken)


def _of_chapter_or_report(where: Where) -> Where:
    """The book of a chapter without its house, and the house of a report."""
    if where.kind == "chapter" and (book := _BOOK_AND_HOUSE.fullmatch(where.venue)):
        return where._replace(venue=book["title"], place=book["place"], publisher=book["publisher"])
    if where.kind == "report" and (report := _SERIES.fullmatch(where.venue)):
        return where._replace(venue="", publisher=where.publisher or report["house"])
    return where


def _without_series(where: Where, *, in_book: bool) -> Where:
    """The venue without the series and the publisher behind it."""
    venue, series = where.venue, ""
    if in_book or where.kind in ("chapter", "paper-conference"):
        venue, series = without_series(venue)
    meeting = _PLACE_OF_MEETING.fullmatch(venue)
    if meeting and (venuewords.PUBLISHER.search(meeting["house"]) or venuewords.PLACE.search(f"{meeting['place']},")):
        name, place, printed = meeting.groups()
        return where._replace(venue=name, series=series, place=place, publisher=printed)
    name, printed = without_publisher(venue)
    name = undated(name) if printed else name  # Meeting on Ice, May 2005. Ice Press
    return where._replace(venue=name, series=series, publisher=where.publisher or printed)


_PLACE_OF_MEETING = re.compile(
    r"(?P<name>.{3,}?[\w)]),\s(?P<place>[^\W\d_][^\d:;()]{2,40}):\s(?P<house>[^\W\d_][^:;()\d]{1,60}?)\.?"
)
"""``Workshop on Ice, Oslo, Norway: Ice Press``, as the IEEE prints a meeting."""


def _as_whole_book(where: Where) -> Where:
    """A book, where publisher and place are all that is told."""
    venue, numbers = where.venue, where.numbers
    if not venue or numbers.volume or numbers.pages:
        return where
    kind = where.kind if where.kind == "thesis" else "book"
    book = _PLACE_PUBLISHER.fullmatch(venue)
    is_house = venuewords.PUBLISHER.search(venue) or (book and venuewords.PLACE.fullmatch(book["place"]))
    if book and is_house and not CONFERENCE.search(book["place"]):
        return where._replace(venue="", publisher=book["publisher"], place=book["place"], kind=kind)
    book = _PUBLISHER_PLACE.fullmatch(venue)
    if book and venuewords.PUBLISHER_ALONE.fullmatch(book["publisher"]) and venuewords.PLACE.search(book["place"]):
        return where._replace(venue="", publisher=book["publisher"], place=book["place"], kind=kind)
    if venuewords.PUBLISHER_ALONE.fullmatch(venue) and _OF_BOOKS.search(venue):
        return where._replace(venue="", publisher=venue, kind=kind)
    return where


def _of_thesis_or_preprint(where: Where, taken: Taken) -> Where:
    """The university of a thesis is its house, and a server beside its own number no venue."""
    of_server = bool(taken.arxiv) or bool(_PREPRINT.fullmatch(where.venue))
    if where.kind == "article" and of_server and is_preprint_server(where.venue):
        return where._replace(venue="")
    if where.kind == "thesis" and not where.publisher and taken.genre and taken.genre not in where.venue:
        return where._replace(venue="", publisher=where.venue)
    return where


_PREPRINT = re.compile(r"[Pp]re-?[Pp]rints?")
"""What says how far a work is, and not where it is."""


def _publisher(rest: str) -> tuple[str, str]:
    """Publisher and place among what follows the venue on its line: on those below stand remarks."""
    rest = rest.strip().partition("\n")[0]
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


def behind_place(
    venue: str, kind: str, reading: Reading, text: str, heading: Heading, numbers: Numbers
) -> re.Match[str] | None:
    """The publisher of a book behind what was read as its venue, and is its place: Oslo: Ice Press."""
    if not venue or numbers.volume or kind == "chapter" or venuewords.STRONG.search(venue):
        return None
    is_place = heading.type == "book" or venuewords.PLACE.search(venue)
    return _AFTER_PLACE.match(text, reading.venue.end) if is_place else None


def as_book(paper: Paper, place: str, publisher: str) -> Paper:
    """The paper as a book of this house; a thesis stays one."""
    kind = "thesis" if paper.type == "thesis" else "book"
    return paper._replace(type=kind, place=place, publisher=publisher.strip(" ,."))

"""The name of a venue without what is printed with it: numbers, labels, the publisher, the stop that ends it."""

from __future__ import annotations

import re

from publist.formats.references import venuewords
from publist.formats.references.numbers import DAY, YEAR, Numbers, numbers_of

CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.?|conference|conf\.|symposium|workshop|congress|congresso?|colloquium|colloque|tagung|kongress|seminário"
    r"|konferenz|meeting|forum)(?!\w)",
    re.IGNORECASE,
)
"""Words of a meeting's name."""
_TAIL = re.compile(
    r"[\s,.]+(?P<tail>(?:[Vv]ol(?:ume)?|[Vv]|[Bb]d|[Nn][or]|[Pp]{1,2}|[Pp]ages?|S)\b\.?\s?\d[\w–-]*|\d+\s?[–-]\s?\d+"
    r"|(?<=[a-z.),]\s)(?<![Aa]rticle\s)(?<![Pp]aper\s)\d{1,3}(?:\s?\(\d+\))?)[\s,.]*$"
)
"""Numbers that end a venue, as where one stretch of italics holds both."""
_PART = re.compile(r"\b(?:Part|Series|Section|Ser\.)$")
"""What makes a number behind it a part of a journal's name: Annals of Ice, Part 2."""
_DANGLING = re.compile(
    r"[\s,.]+(?:[Vv]ol(?:ume)?|[Vv]|[Nn]os?|[Nn]r|[Pp]{1,2}|[Bb]d|[Pp]ages|[Ii]ssue|årg|tom)\.?[\s/,]*$"
)
"""The label of a number without its number."""


def _with_tail(venue: str, numbers: Numbers) -> tuple[str, Numbers]:
    """The venue without numbers that end it, and the numbers with what those say; a meeting's number is its own."""
    found = _TAIL.search(venue)
    if found and _PART.search(venue, 0, found.start()):
        found = None
    if found and len(venue[: found.start()]) > 3 and not _YEARS.search(found["tail"]):
        told = numbers_of(found["tail"])
        both = [told.volume and numbers.volume, told.issue and numbers.issue, told.pages and numbers.pages]
        of_meeting = found["tail"].isdigit() and bool(CONFERENCE.search(venue))
        if not any(both) and not of_meeting:
            venue = venue[: found.start()]
            numbers = numbers._replace(
                volume=numbers.volume or told.volume,
                issue=numbers.issue or told.issue,
                pages=numbers.pages or told.pages,
            )
    return _DANGLING.sub("", venue), numbers


_DATED = re.compile(rf"(?:[,.;]\s{DAY}(?:,?\s{YEAR})?|;\s{YEAR})\.?$", re.IGNORECASE)
"""A month and a year, or a year behind a semicolon, at a venue's end: the paper's."""
_UNTOLD = re.compile(
    r"(?:[.,:]\s(?:\[?[Ss]\.\s?[Ll]\.\]?\s?:?\s?)?\[?s\.\s?n\.\]?"
    r"|(?<!xiv)(?<!XIV)(?<!SSRN),?\s\(?(?:[Pp]reprint|(?P<status>in press))\)?)\.?$"
)
"""What says that no house is told (sine nomine), or how far a work is, behind its venue."""
_YEARS = re.compile(rf"(?<!\d){YEAR}\s?[–-]\s?(?:\d\d){{1,2}}(?!\d)|^{YEAR}$")


def tidied(venue: str, numbers: Numbers) -> tuple[str, Numbers]:
    """The venue without the stop that ends it: that of an abbreviation stays."""
    venue, numbers = _with_tail(undated(_UNTOLD.sub("", venue)), numbers)
    if venue.endswith("."):
        words = venue[:-1].split()
        dotted = "." in venue[:-1]
        if words and not dotted and (len(words) > 2 or len(words[-1]) > 6 or words[0].isupper()):
            venue = venue[:-1]
    return venue.strip(" ,;:*"), numbers


def status_behind(venue: str) -> str:
    """What is printed behind the venue of how far the work is."""
    found = _UNTOLD.search(venue)
    return (found["status"] or "") if found else ""


def undated(venue: str) -> str:
    """The venue without the date that ends it."""
    return _DATED.sub("", venue)


_ABBREVIATED = re.compile(r"\b(?:Trans|Proc|Bull|Lett|J|Rev|Ann|Mem|Abh)$")
"""What a society's name follows within the name of its journal."""


def without_publisher(venue: str) -> tuple[str, str]:
    """The venue without a publisher that follows it, and that; a place behind the publisher goes, too."""
    chunks = re.split(r"(?<=[\w)])([,.]\s|\s:\s)", venue)
    for at in range(len(chunks) - 1, 1, -2):
        if venuewords.PUBLISHER_ALONE.fullmatch(chunks[at].strip(" .")):
            name = "".join(chunks[: at - 1])
            places = chunks[at + 1 :][1::2]
            if (
                len(name) > 2
                and not venuewords.PUBLISHER_ALONE.fullmatch(name)
                and not _ABBREVIATED.search(name)
                and all(venuewords.PLACE.search(f"{place},") for place in places)
            ):
                return name, chunks[at].strip(" .")
    if found := _HOUSE_BEHIND.search(venue):
        return venue[: found.start()], found["house"]
    return venue, ""


_HOUSE_BEHIND = re.compile(
    r"(?<=\w\w[\w)])(?<!\bthe)(?<!\bof)(?<!\band)(?<!\bon)(?<!\bin)"
    r"\s(?P<house>ACM|IEEE|Springer|Wiley|Elsevier|(?:MIT|North|CRC|AAAI|Academic) Press)$"
)
"""A publisher at the end of a meeting's name without a comma before it; no Proceedings of the IEEE."""


_SERIES = re.compile(
    r"(?:(?<=\w\w\w|[\w.]\w\)|\w \d|\w \w| \w\w)[.,]\s(?:in\s)?|(?<=\w)\s(?=Lecture Notes in))"
    r"(?:(?:[Vv]ol\.?\s)?\d+\.\s)?"
    r"(?P<series>(?:Lecture Notes|Advances in|Springer [A-Z]\w+ in"
    r"|Proceedings in|Studies in|Notes on|Topics in|Progress in|Contributions to|Oberwolfach|CISM|Graduate Texts"
    r"|(?:[A-Z][\w&-]+\s){1,4}Series)\b[^.;]*?)[.\s]*$"
)


_SHORTEST = 5
"""What stands before a series has more characters, if it is a book's name."""


def without_series(venue: str) -> tuple[str, str]:
    """The name of a book without the series behind it, and that."""
    found = _SERIES.search(venue)
    return (venue[: found.start()], found["series"].strip()) if found and found.start() > _SHORTEST else (venue, "")

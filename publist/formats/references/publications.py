"""A reading of a reference as a paper: type, date, venue, numbers, publisher, links."""

from __future__ import annotations

import re

from publist.formats.references import houses, namelists
from publist.formats.references.dating import date_of
from publist.formats.references.extraction import Taken
from publist.formats.references.headings import Heading
from publist.formats.references.issuenames import without_named_issue
from publist.formats.references.marks import NO_MARKS, Marks
from publist.formats.references.nametokens import tokens_of
from publist.formats.references.numbers import YEAR, Numbers, numbers_of
from publist.formats.references.parting import Reading, Reference
from publist.formats.references.spelled import name_of
from publist.formats.references.title_evidence import has_open_bracket
from publist.formats.references.venuenames import status_behind, tidied
from publist.formats.references.worktypes import type_of
from publist.model.paper import Date, Name, Paper
from publist.text import inline_markdown

_VOLUME_FIRST = re.compile(r"(?P<volume>\d{1,3})(?::(?P<issue>\d{1,3}))?\s(?=[^\W\d_])")
"""Volume and issue before the venue, as lawyers print them: (2018) 39:2 Journal of Ice 17."""
_ONE_NUMBER = re.compile(r"[\s,.;]*[,:][\s,]*[A-Za-z]?\d+[\s,.;]*")
"""Nothing but a number behind a meeting, which is its page: Congress of Ice 2012, 99."""


def paper_of(reading: Reading, reference: Reference, heading: Heading, marks: Marks = NO_MARKS) -> Paper:
    """The paper that this reading tells of; what is printed nowhere stays empty."""
    taken, text = reference.taken, reference.text
    printed = _squeezed(text[slice(*_span(reading))]) if reading.venue.start >= 0 else taken.venue
    printed = _PREPRINT_AT.sub("", printed)
    date, rest = date_of(reading, reference, heading)
    printed, rest, issue = without_named_issue(*_without_volume(printed, rest))
    numbers = numbers_of(rest)
    numbers = numbers._replace(issue=issue) if issue else numbers
    venue, numbers = _with_volume_first(*tidied(_without_own_year(printed, date), numbers))
    title, date = _title_and_date(reading, text, heading, date)
    kind = type_of(venue, taken, heading, numbers)
    if behind := houses.behind_place(venue, kind, reading, text, heading, numbers):
        nowhere = reading._replace(venue=reading.venue._replace(start=-1, end=behind.end()))
        return houses.as_book(paper_of(nowhere, reference, heading, marks), venue, behind["publisher"])
    where = houses.where_of(kind, venue, reading, taken, _with_page(kind, numbers, rest), rest)
    paper = _titled(inline_markdown.escape(_without_label(title, where.kind)), taken)._replace(
        editors=_editors(reading, taken, text),
        date=date,
        status=_status(taken.status or reading.venue.lead) or _status(status_behind(printed)) or heading.status,
        type=where.kind,
        venue=where.venue,
        publisher=where.publisher.strip(" .,"),
        place=where.place,
        series=where.series,
    )
    return _with_numbers(_with_authors(paper, reading, text, marks), where.numbers)


_VOLUME_BEHIND = re.compile(rf"(?<=[\w.)]),?\s(?P<volume>(?!{YEAR})\d{{1,4}})$")


def _without_volume(venue: str, rest: str) -> tuple[str, str]:
    """The venue without the volume that stands in its italics, and that before the issue: *Journal of Ice, 12*(3)."""
    found = _VOLUME_BEHIND.search(venue) if re.match(r"\s?\(\d", rest) else None
    return (venue[: found.start()], f"{found['volume']}{rest.lstrip()}") if found else (venue, rest)


_PREPRINT_AT = re.compile(r"^[Pp]re-?print (?:at|on|in) (?=\w*[Xx]iv\b|SSRN)")
"""What leads up to a server of preprints in the style of Nature."""


def _without_own_year(venue: str, date: Date | None) -> str:
    """The venue without the paper's year behind a comma, as it stands behind a publisher: Book, Ice Press, 2019."""
    return venue.removesuffix(f", {date.year}") if date else venue


def _titled(title: str, taken: Taken) -> Paper:
    """The paper of this title, with what was told apart from the reference wherever it stood."""
    return Paper(
        title=title,
        collaboration=(taken.collaboration,) if taken.collaboration else (),
        genre=taken.genre,
        edition=taken.edition,
        doi=taken.doi,
        arxiv=taken.arxiv,
        isbn=taken.isbn,
        pmid=taken.pmid,
        pmcid=taken.pmcid,
        links=_links(taken),
        awards=taken.awards,
        note=taken.note,
    )


def _with_authors(paper: Paper, reading: Reading, text: str, marks: Marks) -> Paper:
    names = reading.authors.names if reading.authors else None
    if names is None:
        return paper
    return paper._replace(authors=tuple(marks.on(name_of(name), name, text) for name in names.names), et_al=names.et_al)


def _with_numbers(paper: Paper, numbers: Numbers) -> Paper:
    """The paper with volume, issue and pages; the year stands for no pages."""
    year = str(paper.date.year) if paper.date else ""
    pages = numbers.pages if numbers.pages != year else ""
    volume = "" if paper.type == "thesis" and numbers.volume == year else numbers.volume
    return paper._replace(volume=volume, issue=numbers.issue, pages=pages, chapter=numbers.chapter)


def _title_and_date(reading: Reading, text: str, heading: Heading, date: Date | None) -> tuple[str, Date | None]:
    """The title without the year behind it, where that is the only one, the heading's, or stands far off."""
    printed = text[slice(*reading.title)]
    title = _title(printed, inside=reading.order == "inside")
    dated = _YEAR_ENDS.search(title)
    if dated is None or has_open_bracket(title[: dated.start()]):
        return title, date
    apart = date is not None and dated["year"] == str(date.year) and _FAR_OFF.search(printed)
    if date is None or dated["year"] == heading.year or apart:
        return title[: dated.start()], date or Date(int(dated["year"]))
    return title, date


_FAR_OFF = re.compile(rf"\s{{3,}}\(?{YEAR}\)?\W*$")
"""A year behind the room that something left which was taken out, such as the kind of a thesis."""
_REPORT_LABEL = re.compile(
    r"(?:TR|RR|WP|(?:Technical )?[Rr]eport)(?:\s[Nn]o\.?)?[\s-]?[\w./-]{0,20}\d[\w./-]{0,9}:\s(?=\S)"
)


def _without_label(title: str, kind: str) -> str:
    """The title of a report without its number before it: TR-7: On ice."""
    return _REPORT_LABEL.sub("", title) if kind == "report" else title


def _with_volume_first(venue: str, numbers: Numbers) -> tuple[str, Numbers]:
    """Volume and issue that stand before the venue are its numbers; "3 Biotech" has a volume behind it."""
    found = _VOLUME_FIRST.match(venue) if numbers.pages and not numbers.volume else None
    if found is None:
        return venue, numbers
    return venue[found.end() :], numbers._replace(volume=found["volume"], issue=numbers.issue or found["issue"] or "")


def _with_page(kind: str, numbers: Numbers, rest: str) -> Numbers:
    """The only number behind a meeting is the page, not the volume."""
    if kind != "paper-conference":
        return numbers
    alone = numbers.volume and not (numbers.pages or numbers.issue) and _ONE_NUMBER.fullmatch(rest)
    return numbers._replace(volume="", pages=numbers.volume) if alone else numbers


_STATUSES = tuple(
    (status, re.compile(words))
    for status, words in (
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
)


def _status(printed: str) -> str:
    """The word of ours for how far a paper is (publist.model.paper.STATUSES)."""
    if not any(map(str.isalpha, printed)):
        return ""
    small = printed.lower()
    return next((status for status, words in _STATUSES if words.search(small)), "")


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
    return " ".join(text.split()).strip(" ,;:†·•|")


_JOINS = re.compile(r",?\s[(\[]?(?:with|by|avec|mit|con|com|met|med|von|par|por):?$")
"""What leads up to authors who follow the title."""


_WHOLLY_QUOTED = re.compile("^“([^“”]+?),?”,?$")
"""A title in quotation marks that end before what leads up to the authors."""
_NUMBER_LABEL = re.compile(r"(?<=\w\w)\s{1,40}\(?No\.$")
"""The label of a number that was taken out: On ice (PhD thesis No. arXiv:2101.00001)."""


def _title(text: str, *, inside: bool) -> str:
    title = " ".join(text.split()).strip(" ,;:*")
    if inside:
        title = _WHOLLY_QUOTED.sub(r"\1", _JOINS.sub("", title))
    title = _NUMBER_LABEL.sub("", title)
    if (
        title.endswith(".")
        and not title.endswith("..")
        and not re.search(r"\b(?:[A-Z]\.[A-Z]\.|et al\.|etc\.)$", title)
    ):
        title = title[:-1].rstrip()
    return title


_YEAR_ENDS = re.compile(rf",?\s\(?(?P<year>{YEAR})\)?$")
"""The only year of a reference, behind its title."""


def _links(taken: Taken) -> dict[str, str]:
    links: dict[str, str] = {}
    if taken.url:
        links["url"] = taken.url
    for label, url in taken.links:
        key = label.lower() or "link"
        if url not in links.values():
            links.setdefault(key, url)
    return links

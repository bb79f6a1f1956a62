"""References in IEEE style (IEEE Reference Guide, V 11.29.2023, sections II and III)."""

from __future__ import annotations

from collections.abc import Mapping

from publist.model.paper import Name, Paper
from publist.outputs.pages.reference_parts import (
    ARTICLES,
    PARTS,
    address,
    comma,
    edition,
    groups,
    initials_first,
    listed,
    page_word,
    pages,
    stopped,
    title,
    version,
)
from publist.text.html_escaping import escape
from publist.text.identifiers import doi

_MONTHS = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()
_STATUSES: Mapping[str, str] = {
    "in press": "to be published",
    "accepted": "to be published",
    "under review": "submitted for publication",
    "submitted": "submitted for publication",
    "in preparation": "unpublished",
}


def ieee(paper: Paper) -> str:
    """The reference, empty for a type without a certain form."""
    details = _details(paper)
    if details is None:
        return ""
    numbered = f"doi: {escape(doi(paper.doi))}" if doi(paper.doi) else ""
    status = "" if paper.date and paper.type in ("article", "speech") else _STATUSES.get(paper.status, "")
    if status:  # it stands in the place of the date
        details = _details(paper._replace(date=None)) or details
    retracted = "(Retracted)" if paper.retraction else ""
    whole = ", ".join(part for part in (_authors(paper), *details, status, numbered, retracted) if part)
    text = stopped(whole.replace("”, ", "” ")).replace(",”.", ".”").replace(".,”", ".”")
    return " ".join([text, *_available(paper)])


def _available(paper: Paper) -> list[str]:
    """Where a work without a DOI can be had, if it is of a kind that no journal or volume holds."""
    if doi(paper.doi) or paper.arxiv or paper.type in (*ARTICLES, *PARTS, "article", "book"):
        return []
    return [f"[Online]. Available: {found}" for found in address(paper)]


def _details(paper: Paper) -> list[str] | None:
    """Title and source; the comma after a title in quotes stands inside of them."""
    quoted = f"“{title(paper)},” ".replace("?,”", "?”").replace("!,”", "!”")
    house, place, year = escape(paper.publisher), escape(paper.place), str(paper.date.year) if paper.date else ""
    if paper.type in ARTICLES and paper.venue:
        number = comma(f"vol. {paper.volume}" * bool(paper.volume), f"no. {paper.issue}" * bool(paper.issue))
        return [
            f"{quoted}<i>{escape(paper.venue)}</i>",
            escape(number),
            _pages(paper) or _article(paper),
            _month(paper),
        ]
    if paper.type in PARTS and paper.venue:
        book = f"{quoted}in <i>{escape(paper.venue)}</i>"
        published = ": ".join(part for part in (place, house) if part)
        when = str(paper.date.year) if paper.date and paper.type == "chapter" else _month(paper)
        where = comma(f"ch. {escape(paper.chapter)}" * bool(paper.chapter), _pages(paper))
        return [book, edition(paper), _series(paper), _editors(paper.editors), published, when, where]
    if paper.type == "speech" or (paper.type == "paper-conference" and paper.event):
        return [f"{quoted}{comma(_presented(paper), place, _month(paper))}".rstrip()]
    if paper.type == "article":
        where = f"arXiv:{escape(paper.arxiv)}" if paper.arxiv else escape(paper.venue)
        return [f"{quoted}{comma(year, where)}".rstrip()]
    if paper.type == "thesis":
        return [f"{quoted}{comma(escape(paper.genre) or 'thesis', house, place, year)}"]
    if paper.type == "report":
        kind = escape(paper.genre) or "Rep." * bool(paper.number)
        number = " ".join(part for part in (kind, escape(paper.number)) if part)
        return [f"{quoted}{comma(house, place, number, _month(paper))}".rstrip()]
    if paper.type == "patent":
        number = " ".join(part for part in (escape(paper.genre) or "Patent", escape(paper.number)) if part)
        return [f"{quoted}{comma(number, _day(paper))}"]
    if paper.type == "book":
        return _book(paper, place, house, year)
    return _others(paper, quoted, house, place)


def _others(paper: Paper, quoted: str, house: str, place: str) -> list[str] | None:
    """Works that the guide has under data, software, standards, videos and pages."""
    set_apart, when = f"<i>{title(paper)}</i>", _day(paper)
    said = f"version {version(paper)}" if paper.edition else ""
    match paper.type:
        case "dataset":
            return [f"{quoted}{comma(said, house, _month(paper))}".rstrip()]
        case "software":
            dated = f"{comma(set_apart, said)}. ({year})" if (year := _month(paper)) else comma(set_apart, said)
            return [f"{dated}. {house}" if house else dated]
        case "standard":
            return [comma(set_apart, escape(paper.number), house, place, _month(paper))]
        case "motion_picture":
            return [comma(f"{place}. {set_apart}" if place else set_apart, house or escape(paper.venue), when)]
        case "webpage" | "post-weblog":
            return [f"{quoted}{comma(escape(paper.venue) or house, when)}".rstrip()]
        case "manuscript":
            left = "" if paper.status else "unpublished"
            return [f"{quoted}{comma(escape(paper.genre), house, left, _month(paper))}".rstrip()]
    return None


def _book(paper: Paper, place: str, house: str, year: str) -> list[str]:
    """``A. Lee, *Title*, 2nd ed. City: Publisher, year.`` in its two parts."""
    head = stopped(comma(f"<i>{title(paper)}</i>", edition(paper), _series(paper)))
    published = comma(": ".join(part for part in (place, house) if part), year)
    return [f"{head} {published}" if published else head]


def _presented(paper: Paper) -> str:
    """``presented at the Conf. on Things``."""
    event = escape(paper.event or paper.venue)
    return f"presented at {event}" if event else escape(paper.genre)


def _series(paper: Paper) -> str:
    """``ser. Lecture Notes in Computer Science, vol. 12``."""
    return comma(
        f"ser. {escape(paper.series)}" * bool(paper.series), f"vol. {escape(paper.volume)}" * bool(paper.volume)
    )


def _editors(editors: tuple[Name, ...]) -> str:
    people = listed([initials_first(name) for name in editors], "and", comma_of_two=False)
    return f"{people}, {'Eds.' if len(editors) > 1 else 'Ed.'}" if editors else ""


def _pages(paper: Paper) -> str:
    return f"{page_word(paper)} {pages(paper)}" if paper.pages else ""


def _article(paper: Paper) -> str:
    return f"Art. no. {escape(paper.number)}" if paper.number else ""


def _month(paper: Paper) -> str:
    if not paper.date:
        return ""
    return f"{_MONTHS[paper.date.month - 1]} {paper.date.year}" if paper.date.month else str(paper.date.year)


def _day(paper: Paper) -> str:
    if not paper.date or not paper.date.day:
        return _month(paper)
    return f"{_MONTHS[paper.date.month - 1]} {paper.date.day}, {paper.date.year}"


def _authors(paper: Paper) -> str:
    """All up to six; of more the first. Editors of a book without authors."""
    people, bodies = [initials_first(name) for name in paper.authors], groups(paper)
    if not people + bodies and paper.type == "book" and paper.editors:
        edited = _authors(paper._replace(authors=paper.editors))
        return f"{edited}, {'Eds.' if len(paper.editors) > 1 else 'Ed.'}"
    if people and (len(people) + len(bodies) > 6 or paper.et_al):
        shown = people[0] if len(people) + len(bodies) > 6 else ", ".join(people)
        behind = f" ({', '.join(bodies)})" if bodies else ""
        return f"{shown} <i>et al.</i>{behind}"
    people += bodies
    return listed(people, "and", comma_of_two=False)

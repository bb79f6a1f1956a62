"""References in APA style (Publication Manual of the American Psychological Association, 7th ed., chapters 9, 10)."""

from __future__ import annotations

from collections.abc import Mapping

from publist.model.paper import Name, Paper
from publist.outputs.pages.reference_parts import (
    ARTICLES,
    MONTHS,
    PARTS,
    address,
    comma,
    edition,
    family_first,
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

_STAND_ALONE: Mapping[str, str] = {
    "book": "",
    "report": "",
    "standard": "",
    "patent": "",
    "thesis": "Thesis",
    "dataset": "Data set",
    "software": "Computer software",
    "motion_picture": "Video",
    "manuscript": "Unpublished manuscript",
    "webpage": "",
    "post-weblog": "",
}
"""Works with a title in italics, and what APA says of them in brackets where the paper says nothing itself."""
_UNPUBLISHED: Mapping[str, str] = {
    "in preparation": "Manuscript in preparation",
    "submitted": "Manuscript submitted for publication",
    "under review": "Manuscript submitted for publication",
}
"""What stands in brackets behind works that have not appeared (10.8); such works have no journal yet."""
_DATED_BY_DAY = frozenset(("speech", "motion_picture", "webpage", "post-weblog"))
"""Works whose day is said where it is known (9.13)."""
_EDITED = frozenset(("book", "report"))
_NUMBERED = frozenset(("report", "standard", "patent"))
_VERSIONED = frozenset(("software", "dataset"))


def apa(paper: Paper) -> str:
    """The reference, empty for a type without a certain form."""
    details = _details(paper)
    if details is None:
        return ""
    head, *source = details
    authors, when = _authors(paper), f"({_date(paper)})"
    # A work without authors begins with its title.
    parts = [authors, when, head, *source] if authors else [head, when, *source]
    return " ".join([*(stopped(part) for part in parts if part), *address(paper), *_retraction(paper)])


def _date(paper: Paper) -> str:
    """The year; of talks, videos and pages the day as well; of what is in press that (9.14), whatever its year."""
    if paper.status in ("in press", "accepted") and not (paper.date and paper.type in ("article", "speech")):
        return "in press"
    if not paper.date:
        return {"under review": "submitted"}.get(paper.status, paper.status) or "n.d."
    year, month, day = paper.date
    if paper.type not in _DATED_BY_DAY or not month:
        return str(year)
    return f"{year}, {MONTHS[month - 1]}{f' {day}' if day else ''}"


def _retraction(paper: Paper) -> list[str]:
    """APA 10.1, example 15: in brackets at the end."""
    if not paper.retraction:
        return []
    return [f"(Retraction published {paper.retraction.date.year})" if paper.retraction.date else "(Retracted)"]


def _details(paper: Paper) -> list[str] | None:
    """Title and source."""
    head = title(paper)
    if paper.status in _UNPUBLISHED and not (paper.date and paper.type in ("article", "speech")):
        return [f"<i>{head}</i> [{_UNPUBLISHED[paper.status]}]"]
    if paper.type in ARTICLES and paper.venue:
        return [head, comma(f"<i>{escape(paper.venue)}</i>", _number(paper), pages(paper) or _article(paper))]
    if paper.type in PARTS and paper.venue:
        return [head, f"In {_editors(paper.editors)}<i>{escape(paper.venue)}</i>{_place_in(paper)}", _house(paper)]
    if paper.type == "article":
        number = f" (arXiv:{escape(paper.arxiv)})" if paper.arxiv else ""
        return [f"<i>{head}</i>{number}", "arXiv" if paper.arxiv else escape(paper.venue)]
    if paper.type == "speech" or (paper.type == "paper-conference" and paper.event):
        return _talk(paper, head)
    return _stand_alone(paper, head) if paper.type in _STAND_ALONE else None


def _place_in(paper: Paper) -> str:
    """Where in its book a part stands: edition, volume, pages; the chapter where no pages are known."""
    volume = f"Vol. {escape(paper.volume)}" if paper.volume else ""
    chapter = f"Chapter {escape(paper.chapter)}" if paper.chapter else ""
    found = comma(edition(paper), volume, f"{page_word(paper)} {pages(paper)}" if paper.pages else chapter)
    return f" ({found})" if found else ""


def _talk(paper: Paper, head: str) -> list[str]:
    """Title, kind of talk, meeting and place."""
    where = paper.event or paper.venue
    kind = "Paper presentation" if paper.type == "paper-conference" else "Conference presentation"
    kind = escape(paper.genre) or (kind if where else "Presentation")
    return [f"<i>{head}</i> [{kind}]", comma(escape(paper.event or paper.venue), escape(paper.place))]


def _stand_alone(paper: Paper, head: str) -> list[str]:
    kind, house, number = escape(paper.genre) or _STAND_ALONE[paper.type], _house(paper), escape(paper.number)
    if paper.type == "thesis":
        return [f"<i>{head}</i> [{comma(kind, house)}]"]
    if paper.type in _NUMBERED:
        return [f"<i>{head}</i>{_numbered(paper, kind, number)}", house]
    if paper.type == "book":
        found = comma(edition(paper), f"Vol. {escape(paper.volume)}" if paper.volume else "")
        return [f"<i>{head}</i>{f' ({found})' if found else ''}", house]
    if paper.type in _VERSIONED and paper.edition:
        head = f"<i>{head}</i> (Version {version(paper)})"
    else:
        head = f"<i>{head}</i>"
    return [f"{head} [{kind}]" if kind else head, *dict.fromkeys((escape(paper.venue), house))]


def _numbered(paper: Paper, kind: str, number: str) -> str:
    """``(Report No. 12)``; a number that begins with the name of its series (``ISO 639-3``) says it already."""
    kind = kind or {"report": "Report", "standard": "Standard", "patent": "Patent"}[paper.type] * bool(number)
    if paper.type == "standard" and number[:1].isalpha() and not paper.genre:
        return f" ({number})"
    sign = "" if number.lower().startswith("no.") else "No. "
    return f" ({kind} {sign}{number})" if number else f" [{kind}]" if kind else ""


def _house(paper: Paper) -> str:
    return escape(paper.publisher)


def _authors(paper: Paper) -> str:
    """All up to twenty; of more the first nineteen and the last. Editors of a book without authors (10.2)."""
    people, bodies = [family_first(name) for name in paper.authors], groups(paper)
    if not people + bodies and paper.type in _EDITED and paper.editors:
        edited = _authors(paper._replace(authors=paper.editors))
        return f"{edited} ({'Eds.' if len(paper.editors) > 1 else 'Ed.'})"
    if paper.et_al:
        return ", ".join([*people[:19], "et al.", *bodies])
    people += bodies
    if len(people) > 20:
        return f"{', '.join(people[:19])}, . . . {people[-1]}"
    return listed(people, "&amp;", comma_of_two=True)


def _editors(editors: tuple[Name, ...]) -> str:
    """The editors, their names in reading order, with the comma that leads to the book."""
    if not editors:
        return ""
    people = listed([initials_first(name) for name in editors], "&amp;", comma_of_two=False)
    return f"{people} ({'Eds.' if len(editors) > 1 else 'Ed.'}), "


def _number(paper: Paper) -> str:
    issue = f"({escape(paper.issue)})" if paper.issue else ""
    return f"<i>{escape(paper.volume)}</i>{issue}" if paper.volume else issue


def _article(paper: Paper) -> str:
    return f"Article {escape(paper.number)}" if paper.number else ""

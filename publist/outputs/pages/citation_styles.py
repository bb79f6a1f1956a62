"""The paper as reference lists print it: APA (7th edition) and IEEE (Reference Guide, 2023).

Titles keep the capitals that they have: which words are names only the author knows. MLA and Chicago ask for
headline capitals everywhere, so they are not offered. A type of work whose form is not certain has no reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from publist.model.paper import Name, Paper
from publist.text import names
from publist.text.html_escaping import escape
from publist.text.identifiers import doi
from publist.text.latex.plain_maths import without_markup
from publist.text.markdown import Html, inline
from publist.text.urls import arxiv_url, doi_url

_ARTICLES = frozenset(("article-journal", "article-magazine", "article-newspaper"))
_PARTS = frozenset(("paper-conference", "chapter", "entry-encyclopedia", "entry-dictionary"))
_STAND_ALONE: Mapping[str, str] = {
    "book": "",
    "report": "",
    "thesis": "Thesis",
    "dataset": "Data set",
    "software": "Computer software",
}
"""Works with a title in italics, and what APA says of them in brackets where the paper says nothing itself."""
_SHORT_MONTHS = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()
_INITIAL = re.compile(r"([^\W\d_])[^\s.\-‐]*\.?")


class ReferenceView(NamedTuple):
    """A formatted reference: the style's name, and safe HTML."""

    style: str
    html: Html


def references(paper: Paper) -> tuple[ReferenceView, ...]:
    """The paper in each style that has a form for its type."""
    made = ((style, write(paper)) for style, write in _STYLES.items())
    return tuple(ReferenceView(style, Html(text)) for style, text in made if text)


def _apa(paper: Paper) -> str:
    """Publication Manual of the American Psychological Association, 7th ed., chapters 9 and 10."""
    details = _apa_details(paper)
    if details is None:
        return ""
    year = f"({paper.date.year if paper.date else 'n.d.'})"
    title, *source = details
    authors = _apa_authors(paper)
    # A work without authors begins with its title.
    parts = [authors, year, title, *source] if authors else [title, year, *source]
    return " ".join([*(_stopped(part) for part in parts if part), *_address(paper)])


def _apa_details(paper: Paper) -> list[str] | None:
    """Title and source."""
    title = _title(paper)
    if paper.type in _ARTICLES and paper.venue:
        return [title, _comma(f"<i>{escape(paper.venue)}</i>", _apa_number(paper), _pages(paper))]
    if paper.type in _PARTS and paper.venue:
        pages = f" ({_page_word(paper)} {_pages(paper)})" if paper.pages else ""
        editors = _apa_editors(paper.editors)
        return [title, f"In {editors}<i>{escape(paper.venue)}</i>{pages}", escape(paper.publisher)]
    if paper.type == "article":
        number = f" (arXiv:{escape(paper.arxiv)})" if paper.arxiv else ""
        return [f"<i>{title}</i>{number}", "arXiv" if paper.arxiv else escape(paper.venue)]
    if paper.type in _STAND_ALONE:
        return _apa_stand_alone(paper, title)
    return None


def _apa_stand_alone(paper: Paper, title: str) -> list[str]:
    kind = escape(paper.genre) or _STAND_ALONE[paper.type]
    publisher = escape(paper.publisher)
    if paper.type == "thesis":
        return [f"<i>{title}</i> [{_comma(kind, publisher)}]"]
    if paper.type == "report":
        number = f" ({' '.join(filter(None, (kind, escape(paper.number))))})" if kind or paper.number else ""
        return [f"<i>{title}</i>{number}", publisher]
    if paper.type == "book":
        edition = f" ({_ordinal(paper.edition)} ed.)" if paper.edition else ""
        return [f"<i>{title}</i>{edition}", publisher]
    return [f"<i>{title}</i> [{kind}]", publisher]


def _apa_authors(paper: Paper) -> str:
    """All up to twenty; of more the first nineteen and the last."""
    people = [_family_first(name) for name in paper.authors]
    if paper.et_al:
        return ", ".join([*people[:19], "et al."])
    if len(people) > 20:
        return f"{', '.join(people[:19])}, . . . {people[-1]}"
    return _listed(people, "&amp;", comma_of_two=True)


def _apa_editors(editors: tuple[Name, ...]) -> str:
    """The editors, their names in reading order, with the comma that leads to the book."""
    if not editors:
        return ""
    people = _listed([_initials_first(name) for name in editors], "&amp;", comma_of_two=False)
    return f"{people} ({'Eds.' if len(editors) > 1 else 'Ed.'}), "


def _apa_number(paper: Paper) -> str:
    issue = f"({escape(paper.issue)})" if paper.issue else ""
    return f"<i>{escape(paper.volume)}</i>{issue}" if paper.volume else issue


def _ieee(paper: Paper) -> str:
    """IEEE Reference Guide, V 11.29.2023, sections II and III."""
    details = _ieee_details(paper)
    if details is None:
        return ""
    authors = _ieee_authors(paper)
    numbered = f"doi: {escape(doi(paper.doi))}" if doi(paper.doi) else ""
    whole = ", ".join(part for part in (authors, *details, numbered) if part)
    return _stopped(whole.replace("”, ", "” ")).replace(",”.", ".”")


def _ieee_details(paper: Paper) -> list[str] | None:
    """Title and source; the comma after a title in quotes stands inside of them."""
    quoted = f"“{_title(paper)},” ".replace("?,”", "?”").replace("!,”", "!”")
    year = str(paper.date.year) if paper.date else ""
    if paper.type in _ARTICLES and paper.venue:
        number = _comma(f"vol. {paper.volume}" * bool(paper.volume), f"no. {paper.issue}" * bool(paper.issue))
        return [f"{quoted}<i>{escape(paper.venue)}</i>", escape(number), _ieee_pages(paper), _month(paper)]
    if paper.type in _PARTS and paper.venue:
        published = ": ".join(escape(part) for part in (paper.place, paper.publisher) if part)
        book = f"{quoted}in <i>{escape(paper.venue)}</i>"
        return [book, _ieee_editors(paper.editors), published, _month(paper), _ieee_pages(paper)]
    if paper.type == "article":
        where = f"arXiv:{escape(paper.arxiv)}" if paper.arxiv else escape(paper.venue)
        return [f"{quoted}{_comma(year, where)}".rstrip()]
    if paper.type == "thesis":
        return [f"{quoted}{_comma(escape(paper.genre) or 'thesis', escape(paper.publisher), year)}"]
    return None


def _ieee_editors(editors: tuple[Name, ...]) -> str:
    people = _listed([_initials_first(name) for name in editors], "and", comma_of_two=False)
    return f"{people}, {'Eds.' if len(editors) > 1 else 'Ed.'}" if editors else ""


def _ieee_pages(paper: Paper) -> str:
    return f"{_page_word(paper)} {_pages(paper)}" if paper.pages else ""


def _month(paper: Paper) -> str:
    if not paper.date:
        return ""
    return f"{_SHORT_MONTHS[paper.date.month - 1]} {paper.date.year}" if paper.date.month else str(paper.date.year)


def _ieee_authors(paper: Paper) -> str:
    """All up to six; of more the first."""
    people = [_initials_first(name) for name in paper.authors]
    if people and (len(people) > 6 or paper.et_al):
        return f"{people[0] if len(people) > 6 else ', '.join(people)} <i>et al.</i>"
    return _listed(people, "and", comma_of_two=False)


_STYLES: Mapping[str, Callable[[Paper], str]] = {"APA": _apa, "IEEE": _ieee}


def _title(paper: Paper) -> str:
    """The title with its markup; formulas as characters, since a reference is copied as text."""
    return escape(without_markup(paper.title)) if "$" in paper.title else str(inline(paper.title))


def _family_first(name: Name) -> str:
    """``van der Berg, L.`` and ``King, M. L., Jr.``."""
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return escape(name.name)
    family = f"{whole.particle} {whole.family}".strip()
    return escape(_comma(family, _initials(whole.given), whole.suffix))


def _initials_first(name: Name) -> str:
    """``L. van der Berg`` and ``M. L. King Jr.``."""
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return escape(name.name)
    parts = (_initials(whole.given), whole.particle, whole.family, whole.suffix)
    return escape(" ".join(part for part in parts if part))


def _initials(given: str) -> str:
    """``J.-P. M.`` of ``Jean-Paul Marie``, ``J. R. R.`` of ``J.R.R.``."""
    spaced = re.sub(r"\.(?=[^\s.\-‐])", ". ", given)
    return _INITIAL.sub(lambda match: f"{match[1].upper()}.", spaced)


def _listed(people: list[str], last: str, *, comma_of_two: bool) -> str:
    """The names with a word before the last one."""
    if len(people) < 2:
        return "".join(people)
    comma = "," if comma_of_two or len(people) > 2 else ""
    return f"{', '.join(people[:-1])}{comma} {last} {people[-1]}"


def _pages(paper: Paper) -> str:
    return escape(re.sub(r"\s*(?:--?|–)\s*", "–", paper.pages))


def _page_word(paper: Paper) -> str:
    return "pp." if re.search(r"[-–,]", paper.pages) else "p."


def _ordinal(edition: str) -> str:
    """``2nd`` of ``2``; words stay."""
    if not edition.isdecimal():
        return escape(edition)
    number = int(edition)
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _stopped(part: str) -> str:
    """The part with a full stop, unless it ends with a mark that stands for one."""
    bare = re.sub(r"(?:</[a-z]+>)+$", "", part)
    return part if bare.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{part}."


def _address(paper: Paper) -> list[str]:
    """Where the work can be found: no full stop follows, which readers would take for a part of it."""
    found = doi_url(paper.doi) or arxiv_url(paper.arxiv) or paper.links.get("url", "")
    return [f'<a href="{escape(found)}">{escape(found)}</a>'] if found.startswith(("https://", "http://")) else []

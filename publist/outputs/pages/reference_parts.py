"""What the reference styles share: names, initials, titles, pages, and the marks between the parts."""

from __future__ import annotations

import re

from publist.model.paper import Name, Paper
from publist.text import names
from publist.text.html_escaping import escape
from publist.text.latex.plain_maths import without_markup
from publist.text.markdown import inline
from publist.text.urls import arxiv_url, doi_url

ARTICLES = frozenset(("article-journal", "article-magazine", "article-newspaper", "review", "review-book"))
PARTS = frozenset(("paper-conference", "chapter", "entry-encyclopedia", "entry-dictionary"))
MONTHS = "January February March April May June July August September October November December".split()
_INITIAL = re.compile(r"([^\W\d_])[^\s.\-‐]*\.?")


def title(paper: Paper) -> str:
    """The title with its markup; formulas as characters, since a reference is copied as text."""
    return escape(without_markup(paper.title)) if "$" in paper.title else str(inline(paper.title))


def groups(paper: Paper) -> list[str]:
    """The collaborations, which stand behind the people: ATLAS is the ATLAS Collaboration."""
    return [escape(names.collaboration(group).name) for group in paper.collaboration]


def family_first(name: Name) -> str:
    """``van der Berg, L.`` and ``King, M. L., Jr.``."""
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return escape(name.name)
    family = f"{whole.particle} {whole.family}".strip()
    return escape(comma(family, _initials(whole.given), whole.suffix))


def initials_first(name: Name) -> str:
    """``L. van der Berg`` and ``M. L. King Jr.``."""
    whole = names.parts(name)
    if whole.literal or not whole.family:
        return escape(name.name)
    parts = (_initials(whole.given), whole.particle, whole.family, whole.suffix)
    return escape(" ".join(part for part in parts if part))


def _initials(given: str) -> str:
    """``J.-P. M.`` of ``Jean-Paul Marie``, ``J. R. R.`` of ``J.R.R.``; ``A. B.`` of the medical ``AB``."""
    if re.fullmatch(r"[A-ZÀ-ÖØ-Þ]{2,3}", given):
        given = ". ".join(given)
    spaced = re.sub(r"\.(?=[^\s.\-‐])", ". ", given)
    return _INITIAL.sub(lambda match: f"{match[1].upper()}.", spaced)


def listed(people: list[str], last: str, *, comma_of_two: bool) -> str:
    """The names with a word before the last one."""
    if len(people) < 2:
        return "".join(people)
    mark = "," if comma_of_two or len(people) > 2 else ""
    return f"{', '.join(people[:-1])}{mark} {last} {people[-1]}"


def pages(paper: Paper) -> str:
    """The pages with an en dash, as HTML."""
    return escape(page_range(paper))


def page_range(paper: Paper) -> str:
    """The pages with an en dash, however their dash is written."""
    return re.sub(r"\s*(?:--?|–)\s*", "–", paper.pages)


def page_word(paper: Paper) -> str:
    """``pp.`` for several pages."""
    return "pp." if re.search(r"[-–,]", paper.pages) else "p."


def ordinal(edition: str) -> str:
    """``2nd`` of ``2``; words stay."""
    if not edition.isdecimal():
        return escape(edition)
    number = int(edition)
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def edition(paper: Paper) -> str:
    """``2nd ed.``; of words that say it already nothing more."""
    if not paper.edition:
        return ""
    said = re.search(r"\b(?:ed(?:ition|\.|n)?|rev(?:ised)?\.?)\b", paper.edition, re.IGNORECASE)
    return escape(paper.edition) if said else f"{ordinal(paper.edition)} ed."


def version(paper: Paper) -> str:
    """The version of software or data, whose edition it is: ``1.2`` of ``v1.2``."""
    return escape(re.sub(r"^(?:v(?:er(?:sion|\.)?)?\s*)(?=\d)", "", paper.edition, flags=re.IGNORECASE))


def comma(*parts: str) -> str:
    """The parts that there are, with commas between."""
    return ", ".join(part for part in parts if part)


def stopped(part: str) -> str:
    """The part with a full stop, unless it ends with a mark that stands for one."""
    bare = re.sub(r"(?:</[a-z]+>)+$", "", part)
    return part if bare.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{part}."


def address(paper: Paper) -> list[str]:
    """Where the work can be found: no full stop follows, which readers would take for a part of it."""
    found = doi_url(paper.doi) or arxiv_url(paper.arxiv) or paper.links.get("url", "")
    return [f'<a href="{escape(found)}">{escape(found)}</a>'] if found.startswith(("https://", "http://")) else []

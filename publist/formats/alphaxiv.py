"""The papers on an alphaXiv page that was saved as HTML: each link to a paper is its title and its arXiv number.

    <a href="https://www.alphaxiv.org/abs/2309.09843">Noise in long winters</a>

No saved page was seen. What is taken is what the site's addresses say, which are those of arXiv; the text alone, as it
is copied, does not tell a title from the subjects and places around it, and is refused. Authors are not told from
institutions there, so that each paper asks for a review of them: `publist complete` asks arXiv for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from publist.formats.base import Reading
from publist.formats.pasted_lines import quoted
from publist.formats.webpage.bylines import is_foreign
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.named_site import names_site
from publist.formats.webpage.rendering import Link, Rendered, rendered
from publist.model.paper import Paper
from publist.model.problems import Problem, error, warning

_SITE = "alphaxiv.org"
_PAPER = re.compile(
    r"(?:https?://(?:www\.)?alphaxiv\.org)?/(?:[a-z]{2}/)?(?:abs|overview|pdf|resources)/"
    r"(?P<id>(?P<year>\d{2})(?P<month>0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?/?(?:[?#].*)?",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:(?:view|read|open|see|show)\b.*\b(?:blog|paper|pdf|overview|resources?|more|report)|\W*\d[\d.,k]*\W*"
    r"|bookmark|likes?|upvote|pdf|blog|audio|code|github|resources?|share|comments?)(?:\W*[\d.,k]*)",
    re.IGNORECASE,
)
_LONGEST = 300
"""A link of more signs is a whole card, with its abstract."""
_FEWEST_WORDS = 2
_MISSING = "Search arXiv for the author, select all, copy, and paste the text into a .txt file."
_FILLED = "`publist complete` asks arXiv for the authors."


class _Card(NamedTuple):
    """The titles that links to one paper have, and where the first of the links stands."""

    number: str
    date: str
    line: int
    titles: tuple[str, ...]


def recognises(text: str) -> float:
    """How sure it is: whether the page says that it is alphaXiv's, and links papers by their titles."""
    if not names_site(text, _SITE):
        return 0.0
    return float(any(card.titles for card in _cards(rendered(text))))


def read(text: str, *, source: str) -> Reading:
    """Every paper that is linked by its title, with its number and month; one that is linked without is told."""
    page = rendered(text)
    cards = list(_cards(page))
    titled = [card for card in cards if card.titles]
    problems = [_problem(card, source) for card in cards]
    if not titled:
        problems = [error(source, 1, 1, "there is no paper in this page", _MISSING)]
    lines = tuple(card.line for card in titled)
    return Reading(tuple(map(_paper, titled)), tuple(problems), lines, lines)


def _cards(page: Rendered) -> Iterator[_Card]:
    """The papers that are linked, in the order of the page."""
    linked = [(found, link) for link in page.links if (found := _PAPER.fullmatch(link.href.strip()))]
    first: dict[str, int] = {}
    for at, (found, _) in enumerate(linked):
        first.setdefault(found["id"], at)
    linked.sort(key=lambda pair: first[pair[0]["id"]])
    for number, pairs in groupby(linked, key=lambda pair: pair[0]["id"]):
        group = list(pairs)
        found, link = group[0]
        titles = tuple(dict.fromkeys(link.text for _, link in group if _is_title(link)))
        yield _Card(number, f"20{found['year']}-{found['month']}", page.place_of(link), titles)


def _is_title(link: Link) -> bool:
    """Whether a link has words of its own: neither a number, nor a button, nor a whole card."""
    worded = len(link.text.split()) >= _FEWEST_WORDS or is_foreign(link.text)
    return worded and len(link.text) <= _LONGEST and not _BUTTON.fullmatch(link.text)


def _paper(card: _Card) -> Paper:
    """The paper as it is known: where its links have several titles, the title asks for a review, too."""
    doubts = ("authors",) if len(card.titles) == 1 else ("title", "authors")
    return Paper(card.titles[0], date=date_of(card.date), arxiv=card.number, review=doubts)


def _problem(card: _Card, source: str) -> Problem:
    """What is not known of a paper."""
    if not card.titles:
        message = f"this link to arXiv:{card.number} has no title; the paper is left out"
        return warning(source, card.line, 1, message, f"`publist add {card.number}` brings it.")
    if len(card.titles) > 1:
        shown = ", ".join(quoted(title) for title in card.titles)
        return warning(source, card.line, 1, f"the links to arXiv:{card.number} have several titles: {shown}", _FILLED)
    return warning(source, card.line, 1, f"the page names no authors of {quoted(card.titles[0])}", _FILLED)

"""What a card says, and whether a page has one: cheap enough to ask for every page."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.content.settings_file import Config
from publist.library.library import Entry
from publist.model.settings import ACCENTS
from publist.text.markdown import plain

SITE_CARD = "card.png"

_COVERED = (
    "[ -~\u00a0-\u012b\u012e-\u0131\u0134-\u0149\u014c-\u0165\u0168-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc"
    "\u01e6\u01e7\u0218-\u021b\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491"
    "\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032"
    "\u2033\u2039\u203a\u20ac\u2113\u2122\u2126\u2190-\u2193\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248"
    "\u2260\u2264\u2265\u2070\u2071\u2074-\u2079\u207d-\u2089]*"
)
"""What the font has (Latin, Greek, Cyrillic, Vietnamese). A text with anything else gets no card: no boxes.

The pattern is compiled by the first card: most sites have none, and it takes 5 ms."""


class Card(NamedTuple):
    """All that a card shows, as text."""

    title: str
    authors: str
    place: str
    site: str
    hue: int


def paper_card(entry: Entry, config: Config) -> Card | None:
    """The card of a paper; None if cards are off or its text has characters that the font lacks."""
    if not config.cards:
        return None
    paper = entry.paper
    names = [name.name for name in paper.authors]
    authors = ", ".join(names) + (" et al." if paper.et_al else "")
    year = str(paper.date.year) if paper.date else ""
    place = " · ".join(part for part in (year, paper.venue) if part)
    return _covered(Card(plain(paper.title), authors, place, config.title, _hue(config)))


def site_card(config: Config) -> Card | None:
    """The card of every other page."""
    if not config.cards:
        return None
    owner = config.owner if config.owner not in config.title else ""
    return _covered(Card(config.title, owner, config.description, "", _hue(config)))


def _covered(card: Card) -> Card | None:
    return card if re.fullmatch(_COVERED, "".join(card[:4])) else None


def _hue(config: Config) -> int:
    return (config.accent or ACCENTS["rust"]).hue


def card_path(entry: Entry) -> str:
    """The site path of a paper's card."""
    return f"{entry.path}{entry.name}.png"


def alt(card: Card) -> str:
    """What the picture says, for those who do not see it."""
    return ". ".join(part for part in (card.title, card.authors, card.place) if part)

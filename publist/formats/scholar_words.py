"""The words of Google Scholar's own pages: menus, buttons, headings, notes."""

from __future__ import annotations

import re

OWN = (
    r"title|sort(?: ?by (?:citations|year|title))*|sortsort by citationssort by yearsort by title|cited by|year"
    r"|articles?|co-authors?|show (?:more|less)|citations(?: per year)?|(?:duplicate|merged) citations.*|follow(?:ing)?"
    r"|unfollow|new (?:articles|citations|results).*|email address for updates|done|sign in|get my own profile"
    r"|my (?:profile|library)|view all|all|since \d{4}|help|privacy|terms|h-index|i10-index|public access"
    r"|(?:not )?available|homepage|metrics|alerts|settings|advanced search|about scholar|search help|labs|export|delete"
    r"|merge|edit|cancel|back|ok|add|articles \d+[–-]\d+|\d+ articles?(?: (?:not )?available)?"
    r"|based on funding mandates|(?:view|add) co-authors|the following articles are merged.*"
    r"|their combined citations.*|this \W?cited by\W? count.*|the ones marked.*|loading(?:\.\.\.|…)?"
    r"|the system can't perform.*|verified email at .*|scholar|google scholar|case law|profiles?"
    r"|about [\d,]+ results.*|any time|since year|sort by (?:relevance|date)|custom range(?:\.\.\.|…)?|create alert"
    r"|any type|review articles|include (?:patents|citations)|page \d+ of .*|previous|next|related searches"
    r"|saved to my library|cookies?|we use cookies.*|accept(?: all)?|reject all"
)
"""What they say, in small letters."""


_OWN = re.compile(OWN)


def is_own(text: str) -> bool:
    """Whether a cell is the page's own."""
    return _OWN.fullmatch(text.casefold()) is not None

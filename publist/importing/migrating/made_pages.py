"""Pages of Jekyll's templates that say nothing of their own: lists that the template made of data."""

from __future__ import annotations

import re

_NEVER = re.compile(
    r"404|sitemap|archive-layout.*|category-archive|collection-archive|page-archive|tag-archive|year-archive|talkmap"
    r"|markdown|non-menu-page|dropdown|about_einstein|profiles|search|cv-json|robots|feed",
    re.IGNORECASE,
)
"""Pages of the templates that say nothing of their owner."""
_MADE = re.compile(
    r"(?:terms|portfolio|publications?|posts?|blog|news|repositories|talks|teaching|projects|books|tags?|categories"
    r"|all_publications|papers)(?:[-_.]\w+)*",
    re.IGNORECASE,
)
"""Pages of the templates that are lists made of data: they come over if they say something of their own."""
_EMPTY_ENOUGH = 200
"""So few characters of text beside headings and tags say nothing of their own."""


def is_made(stem: str, body: str) -> bool:
    """Whether a page is none of its owner's, by the name of its file and by what it says."""
    return bool(_NEVER.fullmatch(stem) or (_MADE.fullmatch(stem) and _is_list(body)))


def _is_list(body: str) -> bool:
    """Whether a page is a list that a template makes of data, with no more than a sentence of its own."""
    own = len(_own_words(body))
    return not own or ("{%" in body and own < _EMPTY_ENOUGH)


def _own_words(body: str) -> str:
    """What a page says beside its markup."""
    text = re.sub(
        r"\{%[^{}]*%\}|\{\{[^{}]*\}\}|<!--(?:(?!<!--).)*?-->|<[^<>]*>|^#[^\n]*",
        " ",
        body,
        flags=re.DOTALL | re.MULTILINE,
    )
    return " ".join(text.split())

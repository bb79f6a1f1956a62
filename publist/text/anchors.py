"""Headings of a page with ids, so that its parts can be linked to: ``about/#teaching``."""

from __future__ import annotations

import re
from html import unescape

from publist.text.markdown import Html
from publist.text.slugs import slugify

_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def with_anchors(html: Html) -> Html:
    """The page's HTML with an id for each heading: its words as a slug, with a number where two have the same."""
    taken: set[str] = set()

    def marked(match: re.Match[str]) -> str:
        slug = name = slugify(unescape(_TAG.sub("", match[2])))
        number = 1
        while name in taken or name in _RESERVED:
            number += 1
            name = f"{slug}-{number}"
        taken.add(name)
        return f'<h{match[1]} id="{name}">{match[2]}</h{match[1]}>'

    return Html(_HEADING.sub(marked, html))


_RESERVED = frozenset({"main"})
"""Ids that pages have already."""

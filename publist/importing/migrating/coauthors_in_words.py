"""Co-authors whom the owner of a site names in words, as many economists do: ``(with Ann Lee and Max Roe)``.

The owner wrote the paper with these; in which order the paper prints them nobody says, so that they are to be reviewed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from publist.importing.migrating import name_lists
from publist.importing.migrating.name_lists import NameList
from publist.model.paper import Plain
from publist.text.latex.plain_maths import without_markup

_NAMES = r"(?P<names>(?:[^()\[\];:.<>]|(?<![^\W\d_]{3})\.){3,400})"
"""A point stands in it behind initials only."""
_WITH = re.compile(
    rf"(?:^|[(\[]|\b(?:joint(?:ly)?|joint (?:work|paper)|co-?authored|co-?written)\s)\s*(?:with|w/):?\s+{_NAMES}",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(rf"\s*[(\[]\s*(?:joint(?:ly)? )?(?:with|w/):?\s+{_NAMES}[)\]]\s*$", re.IGNORECASE)


def read(texts: Iterable[str], owner: str) -> NameList:
    """The owner and those whom one of the texts names so; nobody where none does, or the owner is not known."""
    for text in texts if len(owner.split()) > 1 else ():
        for match in _WITH.finditer(_plain(text)):
            said = name_lists.read(match["names"].strip(" ,."), owner)
            if said.authors and all(name_lists.is_capital(_printed(one)) for one in said.authors):
                others = tuple(one for one in said.authors if _printed(one) != owner)
                return NameList((owner, *others), said.et_al, sure=False)
    return NameList()


def bare_title(title: str, people: NameList) -> str:
    """The title without the words that named the authors."""
    found = _IN_TITLE.search(title)
    return title[: found.start()] if found and people.authors else title


def _plain(text: str) -> str:
    return " ".join(without_markup(html.unescape(re.sub(r"<[^<>]*>", " ", text))).split())


def _printed(author: Plain) -> str:
    return str(author.get("name", "")) if isinstance(author, dict) else str(author)

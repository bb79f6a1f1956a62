"""One name in one text, as databases and reference managers give it: marks apart, initials behind a family name."""

from __future__ import annotations

from publist.model.paper import Name
from publist.text import author_marks, html_text, names


def name_of(said: str) -> Name:
    """``Lee, Ann*``, ``Ann Lee``, ``Lee AB`` (PubMed's, whose family name stands first); marks become its note."""
    plain, marks = author_marks.apart(html_text.without_braces(html_text.without_entities(said)).strip().rstrip(","))
    family, initials = names.vancouver(plain)
    name = names.from_parts(initials, family) if family else names.parse(plain)
    return name._replace(note=marks) if marks else name

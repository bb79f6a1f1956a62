"""What content/cv.yaml says of a CV, as values: its sections, and which papers stand in them."""

from __future__ import annotations

from typing import NamedTuple

from publist.model.paper import STATUSES

NUMBERINGS = ("reverse", "forward", "none")
"""How papers are numbered: down to 1 for the oldest, up from 1, or not at all."""
SHEETS = ("a4", "us-letter")
"""Sheets of paper."""
ANY_STATUS = (*STATUSES, "published", "unpublished")
"""What papers can be chosen by: one status, those that have appeared, or those that have not."""


class Years(NamedTuple):
    """From one year to another, both included; 0 is no bound."""

    first: int = 0
    last: int = 0

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or ''}..{self.last or ''}"

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= (self.last or year)

    @classmethod
    def parse(cls, text: str) -> Years:
        """Read ``2020``, ``2020..2026``, ``2020..`` or ``..2026``; ValueError for anything else."""
        first, dots, last = text.strip().partition("..")
        bounds = (first.strip(), last.strip() if dots else first.strip())
        if not any(bounds) or not all(bound.isascii() and bound.isdecimal() for bound in bounds if bound):
            raise ValueError(f"{text!r} is no year and no range of years")
        years = cls(*(int(bound or 0) for bound in bounds))
        if max(years) > 9999 or (years.last and years.first > years.last):
            raise ValueError(f"{text!r} is no range of years")
        return years


class PaperChoice(NamedTuple):
    """Which papers of the list; what is not said leaves all in. Terms stand by their names or slugs."""

    topic: str = ""
    person: str = ""
    venue: str = ""
    type: str = ""
    year: Years | None = None
    status: str = ""
    featured: bool = False


class DatedEntry(NamedTuple):
    """An entry of a section of the author's own: when (in any words), and what, as inline Markdown."""

    text: str
    date: str = ""


class CvSection(NamedTuple):
    """A section: papers of the list, or the author's own text (Markdown) and entries.

    ``group`` and ``numbers`` stand over those of the CV; "" leaves them.
    """

    title: str
    papers: PaperChoice | None = None
    text: str = ""
    entries: tuple[DatedEntry, ...] = ()
    group: str = ""
    numbers: str = ""


class Cv(NamedTuple):
    """A CV. Without sections it is the whole list under one heading.

    ``restart``: numbers begin anew in each group.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    """What stands under the name, inline Markdown."""
    style: str = "apa"
    group: str = "type"
    numbers: str = "reverse"
    restart: bool = False
    sheet: str = "a4"
    sections: tuple[CvSection, ...] = ()

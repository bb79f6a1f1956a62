"""What a publication is: frozen values without input or output.

Field names follow CSL 1.0.2 (https://docs.citationstyles.org) where it has a word for the thing.
Named tuples, not dataclasses: they cost nothing to import and are the cheapest frozen value to make.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"] | None
"""What front matter can hold: text, nothing, lists and mappings of these."""

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Date(NamedTuple):
    """A date as far as it is known; 0 stands for an unknown month or day."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601 reduced precision: ``2023``, ``2023-09`` or ``2023-09-18``."""
        if not self.month:
            return f"{self.year:04d}"
        if not self.day:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ValueError for anything else and for impossible dates."""
        found = _ISO_DATE.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not a date as YYYY, YYYY-MM or YYYY-MM-DD")
        return cls.of(*(int(part) for part in found.groups() if part))

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0) -> Date:
        """The date with these parts; ValueError if there is no such day."""
        if not 1 <= year <= 9999 or not 0 <= month <= 12 or (day and not month):
            raise ValueError(f"there is no date {cls(year, month, day)}")
        if day and not 1 <= day <= _days_in(year, month):
            raise ValueError(f"{year}-{month:02d} has no day {day}")
        return cls(year, month, day)


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _MONTH_DAYS[month - 1]


class Name(NamedTuple):
    """One author or editor: the name as printed, and its CSL parts where somebody has said them.

    ``particle`` is "van der" in "Ludwig van der Rohe", ``suffix`` is "Jr."; ``literal`` marks a group. ``equal`` and
    ``corresponding`` are JATS's equal-contrib and corresp.
    """

    name: str
    given: str = ""
    family: str = ""
    particle: str = ""
    suffix: str = ""
    literal: bool = False
    orcid: str = ""
    url: str = ""
    affiliation: str = ""
    note: str = ""
    equal: bool = False
    corresponding: bool = False

    def __str__(self) -> str:
        return self.name


class Notice(NamedTuple):
    """What was published about a paper after it: that it was retracted or corrected."""

    date: Date | None = None
    url: str = ""
    note: str = ""


class Citations(NamedTuple):
    """How often a paper is cited, who counted, and when, as far as that is known."""

    count: int  # type: ignore[assignment]  # the name of the key; nobody counts the parts of this tuple
    source: str = ""
    date: Date | None = None


class Version(NamedTuple):
    """Another version of the same work (its preprint, its journal article)."""

    type: str = ""
    title: str = ""
    date: Date | None = None
    venue: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    key: str = ""
    slug: str = ""

    @property
    def described(self) -> bool:
        """Whether it says more than the name of a former page and a key: else it is the same version, told twice."""
        return any(self._replace(key="", slug=""))


class Paper(NamedTuple):
    """One work of the list, as its file or its source says it. Nothing in here is derived.

    Text fields hold Markdown inline markup and maths as ``$…$``; ``abstract`` holds Markdown blocks.
    An empty string means that nothing is known.
    """

    title: str
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    collaboration: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    date: Date | None = None
    status: str = ""
    type: str = "article"
    venue: str = ""
    venue_short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    series: str = ""
    number: str = ""
    chapter: str = ""
    genre: str = ""
    event: str = ""
    editors: tuple[Name, ...] = ()
    topics: tuple[str, ...] = ()
    category: str = ""
    code: bool = False
    doi: str = ""
    arxiv: str = ""
    isbn: str = ""
    issn: str = ""
    pmid: str = ""
    pmcid: str = ""
    links: Mapping[str, str] = {}
    language: str = ""
    license: str = ""
    keywords: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    summary: str = ""
    image: str = ""
    image_alt: str = ""
    note: str = ""
    retraction: Notice | None = None
    corrections: tuple[Notice, ...] = ()
    added: Date | None = None
    citations: Citations | None = None
    key: str = ""
    versions: tuple[Version, ...] = ()
    aliases: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    featured: bool = False
    weight: int = 0
    draft: bool = False
    extra: Mapping[str, Plain] = {}
    abstract: str = ""


STATUSES = ("in preparation", "submitted", "under review", "accepted", "in press")
"""How far a paper is that has not appeared yet, the furthest last."""

CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard
    thesis treaty webpage""".split()
)
"""Item types of CSL 1.0.2, appendix III."""

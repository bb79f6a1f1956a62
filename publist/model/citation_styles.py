"""The citation styles that have a name: one row each, by which settings, commands, pages and docs go."""

from __future__ import annotations

from typing import NamedTuple


class CitationStyle(NamedTuple):
    """A style: what settings and ``--style`` call it, what pages call it, and its CSL file.

    ``csl`` is "" for a style that publist writes itself.
    """

    name: str
    title: str
    csl: str = ""


STYLES: tuple[CitationStyle, ...] = (
    CitationStyle("apa", "APA"),
    CitationStyle("ieee", "IEEE"),
    CitationStyle("chicago", "Chicago", "chicago-author-date.csl"),
    CitationStyle("vancouver", "Vancouver", "nlm-citation-sequence.csl"),
    CitationStyle("mla", "MLA", "modern-language-association.csl"),
    CitationStyle("acm", "ACM", "association-for-computing-machinery.csl"),
    CitationStyle("nature", "Nature", "nature.csl"),
)
BY_NAME = {row.name: row for row in STYLES}
BUILT_IN = tuple(row.name for row in STYLES if not row.csl)
ENDING = ".csl"
"""How the files of other styles end."""

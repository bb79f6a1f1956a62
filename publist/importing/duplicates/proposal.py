"""What looks like two versions of one work."""

from __future__ import annotations

from typing import NamedTuple


class Proposal(NamedTuple):
    """Two papers, by their slugs in the order of the list, that look like one work. ``at`` is the field to look at."""

    one: str
    other: str
    evidence: str
    at: str

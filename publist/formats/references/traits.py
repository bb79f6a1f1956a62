"""Traits: what a list's style settles for all its references, so that they can vote on it."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

from publist.formats.references.letters import QUOTES
from publist.formats.references.parting import Reading, Reference
from publist.formats.references.signs import end_sign, lead_signs, signs, styles


def traits_of(reading: Reading, reference: Reference) -> tuple[tuple[str, str], ...]:
    """What a list's style settles for all its references."""
    text, spans, venue = reference.text, reference.taken.spans, reading.venue
    start, end = reading.title
    authors = reading.authors
    names = authors.names if authors else None
    before = text[start - 1 : start]
    opened = before if before in QUOTES and text[end : end + 2].strip() else ""
    several = names is not None and len(names.names) > 1
    joint = next((mark for mark in "&;/," if mark in names.joint), "-") if names and several else "?"
    return (
        ("order", reading.order if names else "none"),
        ("form", names.form if names else ""),
        ("joint", joint),
        ("gap", signs(authors.gap) if authors else ""),
        ("title then", end_sign(text, end).rstrip(ascii_lowercase)),
        ("title style", f"{opened}{_style(styles(start, end, spans, 'title'))}"),
        ("lead", f"{reading.order} {lead_signs(venue.lead)}"),
        ("stop", venue.stop),
        ("venue style", _style(styles(venue.start, venue.end, spans, "venue"))),
    )


def _style(features: Sequence[str]) -> str:
    """How italics and bold lie, without the name of the part."""
    return "".join(sorted(feature[9:] for feature in features))

"""What every bibliographic format does with a paper that it has read: one step after the other, in this order."""

from __future__ import annotations

from collections.abc import Callable

from publist.formats.normalising import (
    addresses,
    author_marks,
    database_remarks,
    escaped_names,
    group_authors,
    homonyms,
    language_tags,
    latex_remains,
    preprint_servers,
    repeated_genres,
    retractions,
    serial_numbers,
    statuses,
)
from publist.model.paper import Paper
from publist.text import notes

STEPS: tuple[Callable[[Paper], Paper], ...] = (
    database_remarks.apart,
    latex_remains.read,
    escaped_names.unescaped,
    addresses.identified,
    preprint_servers.named,
    repeated_genres.dropped,
    serial_numbers.sorted_out,
    language_tags.tagged,
    statuses.stated,
    homonyms.apart,
    group_authors.apart,
    author_marks.explained,
    retractions.stated,
    notes.stated,
)


def normalised(paper: Paper) -> Paper:
    """The paper with each thing where it belongs, whatever database or person has written it."""
    for step in STEPS:
        paper = step(paper)
    return paper

"""Papers near a paper: those that share authors and topics with it."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import NamedTuple

from publist.library import Entry, Library, Term
from publist.outputs.words import translations
from publist.terms import Ref

_WINDOW = 6
"""How many papers on each side in time of a topic's list are looked at; lists of any length cost the same."""

_COMMON = 60
"""A person with more papers than this tells nothing about which of them are near each other."""


class Neighbour(NamedTuple):
    """A paper near another, and how many topics and authors they share."""

    entry: Entry
    topics: int
    authors: int


def neighbours(library: Library, limit: int) -> dict[str, tuple[Neighbour, ...]]:
    """For each paper's slug up to ``limit`` papers near it, the nearest first.

    A shared author or topic counts the more the fewer papers it has. Candidates are the papers of each author
    and those next in time within each topic, so that the cost of a paper does not grow with the list.
    """
    if not limit:
        return {}
    positions = [(term, {entry.slug: i for i, entry in enumerate(term.entries)}) for term in library.topics]
    by_topic = {term.ref: (term, where) for term, where in positions}
    by_person = {term.ref: term for term in library.people if 1 < len(term.entries) <= _COMMON}
    return {entry.slug: _nearest(entry, by_topic, by_person, limit) for entry in library.entries}


def _nearest(
    entry: Entry,
    by_topic: dict[Ref, tuple[Term, dict[str, int]]],
    by_person: dict[Ref, Term],
    limit: int,
) -> tuple[Neighbour, ...]:
    scores: Counter[str] = Counter()
    candidates: dict[str, Entry] = {}
    for reference in entry.topics:
        term, where = by_topic[reference]
        middle = where[entry.slug]
        weight = 1 / log(2 + len(term.entries))
        for other in term.entries[max(0, middle - _WINDOW) : middle + _WINDOW + 1]:
            candidates[other.slug] = other
            scores[other.slug] += weight  # type: ignore[assignment]  # Counter takes any number
    for reference in entry.authors:
        if reference in by_person and not reference.owner:
            weight = 1.5 / log(2 + len(by_person[reference].entries))
            for other in by_person[reference].entries:
                candidates[other.slug] = other
                scores[other.slug] += weight  # type: ignore[assignment]
    scores.pop(entry.slug, None)
    best = sorted(scores, key=lambda slug: (-scores[slug], slug))[:limit]
    return tuple(_shared(entry, candidates[slug]) for slug in best)


def _shared(entry: Entry, other: Entry) -> Neighbour:
    topics = len(set(entry.topics) & set(other.topics))
    return Neighbour(other, topics, len(set(entry.authors) & set(other.authors)))


def reason(neighbour: Neighbour, language: str) -> str:
    """What the two papers share, in the words of a language."""
    words = translations(language)
    parts = []
    if neighbour.topics:
        pattern = words.ngettext("{n} topic", "{n} topics", neighbour.topics)
        parts.append(pattern.format(n=neighbour.topics))
    if neighbour.authors:
        pattern = words.ngettext("{n} author", "{n} authors", neighbour.authors)
        parts.append(pattern.format(n=neighbour.authors))
    return words.gettext("{shared} in common").format(shared=", ".join(parts))

"""Which papers of a list look like versions of one work: proposals with their evidence, never more than that.

Papers are compared only where they share an identifier or rare pieces of their titles, so that the cost grows
with the list, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from publist.importing.duplicates.likeness import Likeness, Traits, likeness, traits
from publist.importing.duplicates.proposal import Proposal
from publist.model.paper import Paper

_BLOCK = 40
"""A piece that more papers than this share tells nothing."""
_SERIES = 4
"""A title that more papers than these have is that of a series: it does not make each the version of every other."""
_STEM = 5
"""Letters of a word that its inflections share."""


Distinct = Collection[frozenset[str]]
"""Pairs of papers that somebody has said are two works: each a slug, or the DOI or arXiv number that it has."""


def propose(papers: Iterable[tuple[str, Paper]], distinct: Distinct = frozenset()) -> tuple[Proposal, ...]:
    """Pairs that look like one work, in the order of the later one.

    A pair whose titles only differ little is proposed where neither has a paper that is nearer to it.
    """
    rows = [(slug, traits(paper)) for slug, paper in papers]
    titled = Counter(row.title.parts for _, row in rows)
    series = {title for title, times in titled.items() if times > _SERIES}
    apart = {frozenset(map(str.lower, pair)) for pair in distinct}
    found = {
        (first, second): how
        for first, second in _candidates([row[1] for row in rows])
        if not (apart and _told_apart(_names(*rows[first]), _names(*rows[second]), apart))
        and (how := likeness(rows[first][1], rows[second][1]))
        and (how.strength > 2 or rows[first][1].title.parts not in series)
    }
    nearest: dict[int, int] = {}
    for pair, how in found.items():
        for paper in pair:
            nearest[paper] = max(nearest.get(paper, 0), how.strength)
    return tuple(
        Proposal(rows[first][0], rows[second][0], how.evidence, how.at)
        for (first, second), how in sorted(found.items(), key=lambda item: (item[0][1], item[0][0]))
        if _is_nearest(how, nearest[first], nearest[second])
    )


def proposed_for(
    slugs: Collection[str], papers: Iterable[tuple[str, Paper]], distinct: Distinct = frozenset()
) -> tuple[Proposal, ...]:
    """The proposals that one of these papers is part of."""
    return tuple(pair for pair in propose(papers, distinct) if pair.one in slugs or pair.other in slugs)


def _names(slug: str, row: Traits) -> tuple[str, ...]:
    """What ``distinct`` may call a paper."""
    return tuple(filter(None, (slug.lower(), row.doi, row.arxiv)))


def _told_apart(one: Sequence[str], other: Sequence[str], apart: Distinct) -> bool:
    return any(frozenset((mine, theirs)) in apart for mine in one for theirs in other)


def _is_nearest(how: Likeness, first: int, second: int) -> bool:
    return how.strength > 1 or first == second == 1


def _candidates(rows: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs (the earlier first) that share an identifier, a whole title, or two rare pieces of their titles."""
    every = [_pieces(row) for row in rows]
    count = Counter(chain.from_iterable(every))
    sure, pieces = defaultdict[object, list[int]](list), defaultdict[str, list[int]](list)
    for number, row in enumerate(rows):
        rare = [pieces[piece] for piece in every[number] if 1 < count[piece] <= _BLOCK]
        shared = Counter(other for before in rare for other in before)
        near = {other for other, times in shared.items() if times > 1}
        known = [sure[key] for key in _identifiers(row)]
        near.update(other for before in known for other in before[-_BLOCK:])
        yield from ((other, number) for other in sorted(near))
        for before in (*rare, *known):
            before.append(number)


def _identifiers(row: Traits) -> Iterator[tuple[str, str]]:
    """What papers must share to be compared whatever else they say; the beginnings of a title among them."""
    parts = row.title.parts
    heads = ("".join(parts[:cut]) for cut in (*row.title.cuts, len(parts)))
    keys = (("doi", row.doi), ("arxiv", row.arxiv), *(("title", head) for head in heads))
    return (key for key in dict.fromkeys(keys) if key[1])


def _pieces(row: Traits) -> set[str]:
    """The words of a title cut down to what inflections share, each two in a row, and each with the first author."""
    stems = [part[:_STEM] for part in row.title.parts]
    first = row.people[0].family if row.people else ""
    return {*stems, *map(" ".join, pairwise(stems)), *(f"{first}: {stem}" for stem in stems if first)}

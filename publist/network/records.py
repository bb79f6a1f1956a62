"""What a service says of one work: a paper, the identifiers of this edition, and those of its other editions.

An edition is a preprint, an article, a version of a data set: it has a DOI or an arXiv number of its own. That two
editions are one work is only known where a service says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from publist.model.paper import Paper
from publist.text import identifiers

_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)


class Record(NamedTuple):
    """What one service says of one edition. Identifiers are ``doi:…``, ``arxiv:…`` and ``pmid:…``."""

    service: str
    paper: Paper
    ids: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    """Identifiers of other editions of the same work, as this service says."""
    concept: frozenset[str] = frozenset()
    """Those of the others that stand for all versions together and have no page of their own."""


class Listing(NamedTuple):
    """What a service lists as somebody's: records, the DOIs of notices that are no works, and counts of citations."""

    records: tuple[Record, ...] = ()
    notices: tuple[str, ...] = ()
    counts: Mapping[str, int] = {}
    """How often works are cited, by their identifiers."""
    partial: bool = False
    """Whether less is said of each work than the service says otherwise."""


def doi_id(doi: str) -> str:
    """The identifier of a DOI; of arXiv's own DOIs, that of the arXiv number. Empty for no DOI."""
    bare = identifiers.doi(doi).lower()
    if _ARXIV_DOI.match(bare):
        return arxiv_id(bare[len("10.48550/arxiv.") :])
    return f"doi:{bare}" if bare else ""


def arxiv_id(number: str) -> str:
    """The identifier of an arXiv number, whatever its version. Empty for none."""
    bare = identifiers.without_version(identifiers.arxiv(number) or identifiers.arxiv(f"arXiv:{number}"))
    return f"arxiv:{bare}" if bare else ""


def record_of(service: str, paper: Paper, others: Iterable[str] = (), concept: Iterable[str] = ()) -> Record:
    """The record of a paper as a service gives it.

    A record with the DOI of a publication is about that; the number of a preprint that it has beside is another
    edition. What the paper says of other versions becomes identifiers too: each edition speaks for itself.
    """
    doi, arxiv = doi_id(paper.doi), arxiv_id(paper.arxiv)
    if doi.startswith("arxiv:"):
        doi, arxiv = "", arxiv or doi
    own = doi or arxiv
    pmid = f"pmid:{paper.pmid}" if paper.pmid else ""
    told = {arxiv, *others, *concept}
    for version in paper.versions:
        told |= {doi_id(version.doi), arxiv_id(version.arxiv)}
    plain = paper._replace(
        doi=paper.doi if doi else "", arxiv="" if doi else arxiv.removeprefix("arxiv:"), versions=(), key="", added=None
    )
    ids = frozenset(filter(None, (own, pmid)))
    return Record(service, plain, ids, frozenset(filter(None, told)) - ids, frozenset(filter(None, concept)))


def of_preprint(service: str, paper: Paper) -> Record:
    """The record of arXiv itself: it is about the preprint, and its DOI is that of the publication."""
    return record_of(service, paper._replace(doi=""), [doi_id(paper.doi)])


def in_groups(items: Iterable[str], size: int) -> list[list[str]]:
    """The items once each, in groups of so many."""
    each = list(dict.fromkeys(items))
    return [each[start : start + size] for start in range(0, len(each), size)]

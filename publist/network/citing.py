"""How often papers are cited, with who counted and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from publist.model.paper import Citations, Date, Paper
from publist.network.client import Client
from publist.network.clients import openalex, semantic_scholar
from publist.network.failures import Unanswered
from publist.network.joining import ids_of
from publist.network.records import Listing

_Value = TypeVar("_Value")
_Ask = Callable[[Client, Sequence[str]], dict[str, int]]


def _openalex(client: Client, dois: Sequence[str]) -> dict[str, int]:
    return openalex.counts(openalex.by_dois(client, dois))


_COUNTERS: Mapping[str, tuple[str, _Ask]] = {
    "openalex": ("OpenAlex", _openalex),
    "semanticscholar": ("Semantic Scholar", semantic_scholar.counts_of),
}


class Counting(NamedTuple):
    """Who counts, what lists have said of counts already, what they were at the last sync, and what day it is."""

    counter: str
    listings: Mapping[str, Listing]
    known: Mapping[str, Citations]
    today: Date


def with_citations(papers: Sequence[Paper], client: Client, counting: Counting, late: list[Unanswered]) -> list[Paper]:
    """The papers with their counts; a count that cannot be had now stays as it was."""
    counter, listings, known, today = counting
    source, ask = _COUNTERS[counter]
    counts = {
        name: count
        for key, one in listings.items()
        if key.startswith(f"{counter}:")
        for name, count in one.counts.items()
    }
    missing = sorted({paper.doi.lower() for paper in papers if paper.doi and f"doi:{paper.doi.lower()}" not in counts})
    try:
        counts |= ask(client, missing) if missing else {}
    except Unanswered as problem:
        late.append(problem)
    return [_counted(paper, source, counts, known, today) for paper in papers]


def _counted(
    paper: Paper, source: str, counts: Mapping[str, int], known: Mapping[str, Citations], today: Date
) -> Paper:
    names = list(ids_of(paper._replace(versions=())))
    count, before = _first(counts, names), _first(known, names)
    if count is None:
        return paper._replace(citations=before)
    same = before is not None and (before.count, before.source) == (count, source)
    return paper._replace(citations=before if same else Citations(count, source, today))


def _first(values: Mapping[str, _Value], names: Iterable[str]) -> _Value | None:
    return next((values[name] for name in names if name in values), None)

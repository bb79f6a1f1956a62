"""Asks the lists which works there are, and the registries what each of them is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from publist.model.paper import Date
from publist.network.client import Client
from publist.network.clients import arxiv, crossref, datacite
from publist.network.failures import Unanswered
from publist.network.lists import LISTS, DeclaredList
from publist.network.records import Listing, Record

_ROUNDS = 3
"""A record may name another edition, whose record may name one more."""


class Gathered(NamedTuple):
    """What lists and registries say. ``members`` are the identifiers of each list that answered, by its name."""

    records: tuple[Record, ...]
    listings: Mapping[str, Listing]
    failed: tuple[DeclaredList, ...]
    """Lists that could not be read."""
    problems: tuple[Unanswered, ...]
    whole: bool
    """Whether every service has answered."""


def gathered(client: Client, lists: Sequence[DeclaredList], today: Date) -> Gathered:
    """All records of the works on the lists; a service that does not answer is told, and the others go on."""
    listings: dict[str, Listing] = {}
    failed: list[DeclaredList] = []
    problems: list[Unanswered] = []
    for declared in lists:
        try:
            listings[declared.name] = LISTS[declared.key].ask(client, declared.who)
        except Unanswered as problem:
            failed.append(declared)
            problems.append(problem)
    records = [record for listing in listings.values() for record in listing.records]
    notices = [doi for listing in listings.values() for doi in listing.notices]
    registered = described(client, records, notices, today, problems)
    return Gathered((*records, *registered), listings, tuple(failed), tuple(problems), not problems)


def described(
    client: Client, records: Iterable[Record], notices: Iterable[str], today: Date, problems: list[Unanswered]
) -> list[Record]:
    """What the registries say of the editions that the records name, and of those that these name in turn."""
    known: set[str] = set()
    works: list[crossref.Work] = []
    found: list[Record] = []
    wanted = _named(records) | {f"doi:{doi.lower()}" for doi in notices}
    for _ in range(_ROUNDS):
        asked = sorted(wanted - known)
        if not asked:
            break
        known |= wanted
        dois = [name.removeprefix("doi:") for name in asked if name.startswith("doi:")]
        numbers = [name.removeprefix("arxiv:") for name in asked if name.startswith("arxiv:")]
        new, more = _works(client, dois, problems), _preprints(client, numbers, problems)
        if new is not None:
            more += _sets(client, sorted(set(dois) - crossref.dois_of(new)), problems)
        new = new or []
        works += new
        found += more
        wanted = _named([*more, *crossref.records(new, today)])
    about = sorted(crossref.dois_of(works))
    works += _notices(client, about, problems)
    return found + crossref.records(works, today)


def _named(records: Iterable[Record]) -> set[str]:
    return {name for record in records for name in record.ids | record.others if not name.startswith("pmid:")}


def _works(client: Client, dois: list[str], problems: list[Unanswered]) -> list[crossref.Work] | None:
    """What Crossref has of these; None where it does not answer."""
    try:
        return crossref.by_doi(client, dois)
    except Unanswered as problem:
        _tell(problems, problem)
        return None


def _notices(client: Client, dois: list[str], problems: list[Unanswered]) -> list[crossref.Work]:
    try:
        return crossref.notices_about(client, dois)
    except Unanswered as problem:
        _tell(problems, problem)
        return []


def _preprints(client: Client, numbers: list[str], problems: list[Unanswered]) -> list[Record]:
    try:
        return arxiv.by_number(client, numbers)
    except Unanswered as problem:
        _tell(problems, problem)
        return []


def _sets(client: Client, dois: list[str], problems: list[Unanswered]) -> list[Record]:
    """What DataCite has of the DOIs that Crossref does not know."""
    found = []
    for doi in dois:
        try:
            record = datacite.by_doi(client, doi)
        except Unanswered as problem:
            _tell(problems, problem)
        else:
            found += [record] if record else []
    return found


def _tell(problems: list[Unanswered], problem: Unanswered) -> None:
    """Say once that a service does not answer, however many questions it leaves open."""
    if problem not in problems:
        problems.append(problem)

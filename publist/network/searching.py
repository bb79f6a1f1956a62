"""Finds the work that a paper of the list is: by its identifiers, else by its title at one service after the other.

The search ends at the first service that has exactly one work of which title, authors and year agree; the registry of
its identifier is then asked, and must agree as well. Everything else is a doubt or nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from publist.formats.normalising.preprint_servers import is_server
from publist.importing.join_versions import is_printed
from publist.model.paper import Date, Name, Paper
from publist.network.client import Client
from publist.network.clients import arxiv, crossref, dblp, europepmc, inspire, openalex, semantic_scholar
from publist.network.failures import Unanswered
from publist.network.gathering import described
from publist.network.joining import Work, ids_of, is_telling, works_of
from publist.network.matching import Sureness, Verdict, verdict
from publist.network.records import Record
from publist.network.services import SEMANTIC_SCHOLAR
from publist.network.trust import paper_of_work


class Match(NamedTuple):
    """A work that may be the paper: what it is, how sure that is and why, who has it."""

    paper: Paper
    verdict: Verdict
    service: str
    ids: frozenset[str]


class Seeker(NamedTuple):
    """What a search needs beside the paper: whom to ask, whose list it is, what day it is."""

    client: Client
    owners: Sequence[Name]
    today: Date


class Search(NamedTuple):
    """What was found: one sure match, or doubtful ones, and who did not answer."""

    sure: Match | None = None
    doubtful: tuple[Match, ...] = ()
    problems: tuple[Unanswered, ...] = ()


_Step = Callable[[Seeker, Paper], list[Record]]


def _crossref(seeker: Seeker, paper: Paper) -> list[Record]:
    first = paper.authors[0].name.split()[-1] if paper.authors else ""
    words = " ".join(filter(None, (paper.title, first, str(paper.date.year) if paper.date else "")))
    return crossref.records(crossref.search(seeker.client, words), seeker.today)


def _openalex(seeker: Seeker, paper: Paper) -> list[Record]:
    return list(openalex.listing(openalex.search(seeker.client, paper.title)).records)


def _semantic_scholar(seeker: Seeker, paper: Paper) -> list[Record]:
    """Only with a key: without one all the world shares one limit."""
    if not (SEMANTIC_SCHOLAR.key and os.environ.get(SEMANTIC_SCHOLAR.key.variable)):
        return []
    found = semantic_scholar.match(seeker.client, paper.title)
    return [found] if found else []


STEPS: tuple[tuple[str, _Step], ...] = (
    ("Crossref", _crossref),
    ("OpenAlex", _openalex),
    ("arXiv", lambda seeker, paper: arxiv.search(seeker.client, paper.title)),
    ("dblp", lambda seeker, paper: dblp.search(seeker.client, paper.title)),
    ("Europe PMC", lambda seeker, paper: europepmc.search(seeker.client, paper.title)),
    ("INSPIRE", lambda seeker, paper: inspire.search(seeker.client, paper.title)),
    ("Semantic Scholar", _semantic_scholar),
)
"""The services that are asked for a title, in this order."""


def search(seeker: Seeker, paper: Paper) -> Search:
    """The work that a paper is."""
    problems: list[Unanswered] = []
    if known := frozenset(ids_of(paper._replace(versions=()))):
        return _of_known(seeker, paper, known, problems)
    if not is_telling(paper.title):
        return Search()
    doubtful: dict[frozenset[str], Match] = {}
    for service, ask in STEPS:
        try:
            records = ask(seeker, paper)
        except Unanswered as problem:
            problems.append(problem)
            continue
        sure, others = _judged(paper, records, service, seeker)
        if sure and (checked := _checked(seeker, paper, sure, problems)):
            if checked.verdict.sureness is Sureness.SURE:
                return Search(checked, (), tuple(problems))
            others = [checked, *others]
        doubtful |= {match.ids: match for match in others if match.ids not in doubtful}
    return Search(None, tuple(doubtful.values()), tuple(problems))


def _of_known(seeker: Seeker, paper: Paper, known: frozenset[str], problems: list[Unanswered]) -> Search:
    """The work with the identifiers that the paper has: its title must agree all the same."""
    work = _work(seeker, [Record("", Paper(""), known)], known, problems)
    if work is None:
        return Search(problems=tuple(problems))
    found = paper_of_work(work)
    judged = verdict(paper, found, seeker.owners)
    match = Match(found, Verdict(judged.sureness, f"its identifier, {judged.evidence}"), "", work.ids)
    if judged.sureness is Sureness.NO:
        match = match._replace(
            verdict=Verdict(Sureness.DOUBT, "its identifier leads to another title or other authors")
        )
        return Search(None, (match,), tuple(problems))
    return Search(match, (), tuple(problems))


def _judged(paper: Paper, records: Iterable[Record], service: str, seeker: Seeker) -> tuple[Match | None, list[Match]]:
    """The one work of which all agrees, and those of which something does."""
    sure: list[Match] = []
    doubtful: list[Match] = []
    for work in works_of(list(records), seeker.owners):
        every = [(verdict(paper, record.paper, seeker.owners), record) for record in work.records]
        best, record = max(every, key=lambda pair: (pair[0].sureness, _years_apart(paper, pair[1].paper)))
        match = Match(record.paper, best, service, work.ids)
        if best.sureness is Sureness.SURE:
            sure.append(match)
        elif best.sureness is Sureness.DOUBT:
            doubtful.append(match)
    if len(sure) > 1:
        sure = [match for match in sure if is_printed(match.paper.type) is not is_preprint(paper)] or sure
    if len(sure) == 1:
        return sure[0], doubtful
    several = [
        match._replace(verdict=Verdict(Sureness.DOUBT, f"{match.verdict.evidence}, as another work")) for match in sure
    ]
    return None, several + doubtful


def _years_apart(paper: Paper, found: Paper) -> int:
    return -abs(paper.date.year - found.date.year) if paper.date and found.date else -99


def is_preprint(paper: Paper) -> bool:
    """Whether a paper is shown as a preprint: it has an arXiv number and no venue, or a server as its venue."""
    return is_server(paper.venue) if paper.venue else bool(paper.arxiv) and not paper.doi


def _checked(seeker: Seeker, paper: Paper, match: Match, problems: list[Unanswered]) -> Match | None:
    """The match as the registry of its identifier describes it; None where the registry is silent."""
    named = frozenset(name for name in match.ids if name.startswith(("doi:", "arxiv:")))
    if not named:
        return match
    work = _work(seeker, [Record(match.service, match.paper, named)], named, problems)
    if work is None:
        return match._replace(
            verdict=Verdict(Sureness.DOUBT, f"{match.verdict.evidence}, not confirmed by its registry")
        )
    editions = [record.paper for record in work.records]
    judged = max((verdict(paper, one, seeker.owners) for one in editions), key=lambda one: one.sureness)
    return Match(paper_of_work(work), Verdict(judged.sureness, match.verdict.evidence), match.service, work.ids)


def _work(seeker: Seeker, seeds: Sequence[Record], names: frozenset[str], problems: list[Unanswered]) -> Work | None:
    """The work with one of these identifiers, as registries have it, with what OpenAlex and arXiv know beside."""
    records = described(seeker.client, seeds, (), seeker.today, problems)
    work = _with_names(records, names, seeker)
    for more in (_at_openalex, _at_arxiv):
        if work:
            records += _asked(partial(more, seeker), work, problems)
            work = _with_names(records, names, seeker)
    return work


def _with_names(records: Sequence[Record], names: frozenset[str], seeker: Seeker) -> Work | None:
    return next((work for work in works_of(records, seeker.owners) if work.ids & names), None)


def _at_openalex(seeker: Seeker, work: Work) -> list[Record]:
    """What OpenAlex says of a DOI: a question that costs nothing."""
    dois = sorted(name for name in work.ids if name.startswith("doi:"))
    found = [said for doi in dois[:1] if (said := openalex.by_id(seeker.client, doi))]
    return list(openalex.listing(found).records)


def _at_arxiv(seeker: Seeker, work: Work) -> list[Record]:
    """The preprint of which arXiv says that it is of this work, where PDF or abstract are wanting."""
    paper = paper_of_work(work)
    if paper.arxiv or (paper.abstract and paper.links.get("pdf")):
        return []
    return [record for record in arxiv.search(seeker.client, paper.title) if record.others & work.ids]


def _asked(ask: Callable[[Work], list[Record]], work: Work, problems: list[Unanswered]) -> list[Record]:
    """What a service adds; nothing where it does not answer, which is told."""
    try:
        return ask(work)
    except Unanswered as problem:
        problems.append(problem)
        return []

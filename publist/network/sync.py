"""Brings a site up to date with the lists that its settings declare: asks, joins, and hands over to the import.

What was asked stands in content/sources/online.json; how it becomes paper files, and that your edits and deletions
stay, is the import's business. A list that does not answer loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from publist.build.site_writing import writing
from publist.importing.report import ImportReport
from publist.model.paper import Date, Paper
from publist.model.problems import Problem
from publist.model.settings import Config
from publist.network import online_file
from publist.network.citing import Counting, with_citations
from publist.network.client import Client
from publist.network.failures import Unanswered
from publist.network.gathering import Gathered, gathered
from publist.network.homonyms import homonyms, is_unproven, usual_author
from publist.network.joining import KEPT, Work, ids_of, unnamed, works_of
from publist.network.lists import LISTS, DeclaredList, declared
from publist.network.online_file import OnlineFile
from publist.network.open_pdfs import with_open_pdfs
from publist.network.own_source import imported
from publist.network.records import Record, record_of
from publist.network.services import CROSSREF, DATACITE
from publist.network.site_papers import SitePapers
from publist.network.trust import paper_of_work


class Joined(NamedTuple):
    """Two editions that became one paper because services say that they are one work."""

    title: str
    editions: tuple[str, ...]
    said_by: tuple[str, ...]


class Left(NamedTuple):
    """A work that was on a list and is not any more."""

    title: str
    source: str


class Foreign(NamedTuple):
    """A work that was not taken: another ORCID iD stands at the owner's name."""

    title: str
    orcid: str
    id: str


class SyncReport(NamedTuple):
    """What a sync did, or (a dry run) would do."""

    imported: ImportReport
    retracted: tuple[str, ...] = ()
    """Titles of papers whose retraction is news."""
    joined: tuple[Joined, ...] = ()
    left: tuple[Left, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    unproven: tuple[str, ...] = ()
    """Titles of works that were not taken this time: only profiles list them, and no registry has answered."""
    answered: tuple[str, ...] = ()
    """The lists that were read."""
    failed: tuple[str, ...] = ()
    """The lists that were not."""
    problems: tuple[Problem, ...] = ()


class Chosen(NamedTuple):
    """The works that are the owner's, and what is told beside."""

    works: list[Work]
    lists: dict[str, frozenset[str]]
    foreign: tuple[Foreign, ...]
    unproven: tuple[str, ...]


def sync(
    known: SitePapers, client: Client, today: Date, *, only: Sequence[str] = (), dry_run: bool = False
) -> SyncReport:
    """Read the declared lists (``only`` those of some services), and merge what they say into content/.

    OSError if not all can be written: then nothing is.
    """
    site = known.site
    before = online_file.load(site)
    every = list(declared(known.config.sources))
    lists = [one for one in every if not only or one.key in only]
    found = gathered(client, lists, today)
    silent = [one for one in every if one.name not in found.listings]
    chosen = _chosen(found, silent, before, known)
    papers = [paper_of_work(work) for work in chosen.works]
    papers, late = _completed(papers, client, known.config, found, before, today)
    text = online_file.written(_in_order(papers), chosen.lists)
    report = ImportReport()
    if found.listings:
        with writing(site):
            report = imported(site, online_file.NAME, text, today, dry_run=dry_run)
    problems = list(dict.fromkeys(one.problem for one in (*found.problems, *late, *client.problems())))
    return SyncReport(
        report,
        _retracted(papers, before),
        tuple(_joined(chosen.works, before)),
        tuple(_left(chosen.lists, before, papers)),
        chosen.foreign,
        chosen.unproven,
        tuple(dict.fromkeys(one.title for one in lists if one.name in found.listings)),
        tuple(dict.fromkeys(one.title for one in found.failed)),
        tuple(problems),
    )


def _chosen(found: Gathered, silent: Sequence[DeclaredList], before: OnlineFile, known: SitePapers) -> Chosen:
    """The works on the lists, without those of people who share the owner's name."""
    lists = {name: frozenset(_members(listing.records)) for name, listing in found.listings.items()}
    lists |= {one.name: before.lists.get(one.name, frozenset()) for one in silent}
    partial = any(listing.partial for listing in found.listings.values())
    kept = _kept(before, lists, None if not found.whole or silent or partial else _described(found))
    owners = known.owners or usual_author(found.records)
    works = works_of((*kept, *found.records), owners, known.apart)
    wanted = _wanted(found, lists, known)
    mine = [work for work in works if work.ids & wanted]
    others = homonyms(mine, owners, known.orcids)
    there = {name for paper in known.papers.values() for name in ids_of(paper)}
    foreign = [
        Foreign(paper_of_work(one.work).title, one.orcid, min(one.work.ids))
        for one in others
        if not one.work.ids & there
    ]
    unproven = [] if found.whole else [work for work in mine if is_unproven(work)]
    left_out = {id(work) for work in (*unproven, *(one.work for one in others))}
    titles = tuple(paper_of_work(work).title for work in unproven)
    return Chosen([work for work in mine if id(work) not in left_out], lists, tuple(foreign), titles)


def _members(records: Iterable[Record]) -> Iterable[str]:
    for record in records:
        yield from record.ids or (unnamed(record.paper),)


def _wanted(found: Gathered, lists: Mapping[str, frozenset[str]], known: SitePapers) -> frozenset[str]:
    """What is on the lists, and other editions of it, also those that somebody has told apart from it."""
    listed = frozenset().union(*lists.values())
    listed |= {name for listing in found.listings.values() for record in listing.records for name in record.others}
    return listed | {name for pair in known.apart if pair & listed for name in pair}


def _described(found: Gathered) -> frozenset[str]:
    """The identifiers that a registry has described."""
    registries = (CROSSREF.name, DATACITE.name)
    return frozenset().union(*(record.ids for record in found.records if record.service in registries))


def _kept(before: OnlineFile, lists: Mapping[str, frozenset[str]], described: frozenset[str] | None) -> list[Record]:
    """What the last sync made of the works that are still on a list, for where a service is silent now.

    Where all have answered (``described`` are the works that registries know), only of works with a DOI of which no
    registry says any more what they are.
    """
    listed = frozenset().union(*lists.values())
    found = []
    for paper in before.papers:
        record = record_of(KEPT, paper)
        if described is not None and (not paper.doi or record.ids & described):
            continue
        if (record.ids | record.others | {unnamed(paper)}) & listed:
            found.append(record._replace(paper=paper))
    return found


def _completed(
    papers: list[Paper], client: Client, config: Config, found: Gathered, before: OnlineFile, today: Date
) -> tuple[list[Paper], list[Unanswered]]:
    """The papers with open PDFs and counts of citations, and what could not be asked."""
    late: list[Unanswered] = []
    papers = with_open_pdfs(papers, client, late)
    counted = {name: paper.citations for paper in before.papers if paper.citations for name in ids_of(paper)}
    if config.citations_from:
        counting = Counting(config.citations_from, found.listings, counted, today)
        papers = with_citations(papers, client, counting, late)
    return papers, late


def _in_order(papers: Iterable[Paper]) -> list[Paper]:
    """An order that new papers do not upset: by title, then by identifier."""
    return sorted(papers, key=lambda paper: (paper.title.casefold(), paper.doi, paper.arxiv, str(paper.date or "")))


def _retracted(papers: Iterable[Paper], before: OnlineFile) -> tuple[str, ...]:
    known = {name for paper in before.papers if paper.retraction for name in (*ids_of(paper), unnamed(paper))}
    return tuple(paper.title for paper in papers if paper.retraction and not known & {*ids_of(paper), unnamed(paper)})


def _joined(works: Iterable[Work], before: OnlineFile) -> Iterable[Joined]:
    """The works of several editions that the last sync did not have together."""
    known = [frozenset(ids_of(paper)) for paper in before.papers]
    for work in works:
        editions = [_name_of(edition.ids) for edition in work.editions if not edition.ids & work.concept]
        if len(editions) > 1 and not any(frozenset(editions) <= ids for ids in known):
            said_by = [
                record.service
                for edition in work.editions
                for record in edition.records
                if record.others & (work.ids - edition.ids) and record.service != KEPT
            ]
            yield Joined(paper_of_work(work).title, tuple(editions), tuple(dict.fromkeys(said_by)))


def _name_of(ids: frozenset[str]) -> str:
    return min(ids, key=lambda name: (not name.startswith(("doi:", "arxiv:")), name))


def _left(lists: Mapping[str, frozenset[str]], before: OnlineFile, papers: Iterable[Paper]) -> Iterable[Left]:
    """The works that left a list that has answered."""
    titles = {name: paper.title for paper in (*papers, *before.papers) for name in (*ids_of(paper), unnamed(paper))}
    for name, members in lists.items():
        service = LISTS[name.partition(":")[0]].title
        gone = before.lists.get(name, frozenset()) - members
        titled = dict.fromkeys(titles[one] for one in sorted(gone) if one in titles)
        yield from (Left(title, service) for title in titled)

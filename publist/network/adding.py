"""Adds papers by what names them: asked for at the registries, and merged by the import like every other source.

What was added stands in content/sources/added.json, so that a later ``publist add`` of the same paper brings what is
new of it, and the three-way merge knows what was said before.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from publist.build.site_writing import writing
from publist.content import content_folder
from publist.content.content_folder import SOURCES
from publist.formats import plain_json
from publist.importing.fields import paper_of
from publist.importing.report import ImportReport
from publist.importing.run import read_ledger
from publist.model.paper import Date, Paper
from publist.model.problems import Problem
from publist.network.asked_for import Named, named
from publist.network.client import Client
from publist.network.clients import crossref
from publist.network.failures import Unanswered
from publist.network.gathering import described
from publist.network.joining import Work, ids_of, unnamed, works_of
from publist.network.open_pdfs import with_open_pdfs
from publist.network.own_source import imported
from publist.network.records import Record
from publist.network.site_papers import SitePapers, papers_of
from publist.network.trust import paper_of_work

NAME = "added.json"
PATH = f"{SOURCES}/{NAME}"


class Added(NamedTuple):
    """A paper that was found: what people named, the paper, its slug (empty in a dry run of a new one)."""

    given: str
    paper: Paper
    slug: str = ""
    versions: tuple[str, ...] = ()
    """Identifiers of its versions, which services say are the same work."""


class AddReport(NamedTuple):
    """What was added, what the import did with it, and what could not be found."""

    added: tuple[Added, ...] = ()
    imported: ImportReport = ImportReport()
    problems: tuple[Problem, ...] = ()


def add(known: SitePapers, client: Client, today: Date, given: Sequence[str], *, dry_run: bool = False) -> AddReport:
    """Find each paper and merge it into content/; what cannot be found is told, and the others are added.

    OSError if not all can be written: then nothing is.
    """
    site = known.site
    problems: list[Problem] = []
    added: list[Added] = []
    for text in dict.fromkeys(given):
        try:
            added.append(_found(text, client, known, today, problems))
        except Unanswered as problem:
            problems.append(problem.at(text).problem._replace(severity="error"))
    problems += [problem.problem for problem in client.problems() if problem.kept]
    if not added:
        return AddReport(problems=tuple(dict.fromkeys(problems)))
    with writing(site):
        report = _merged(site, [one.paper for one in added], today, dry_run=dry_run)
    there = {name: slug for slug, paper in papers_of(site).items() for name in _names(paper)}
    placed = [one._replace(slug=_slug(one.paper, there)) for one in added]
    return AddReport(tuple(placed), report, tuple(dict.fromkeys(problems)))


def _slug(paper: Paper, there: dict[str, str]) -> str:
    return next((there[name] for name in _names(paper) if name in there), "")


def _found(given: str, client: Client, known: SitePapers, today: Date, problems: list[Problem]) -> Added:
    """The paper that a text names; Unanswered if there is none."""
    wanted = named(given, client)
    late: list[Unanswered] = []
    seeds = [*wanted.records, Record("", Paper(""), wanted.ids)]
    records = [*wanted.records, *described(client, seeds, (), today, late)]
    works = [work for work in works_of(records, known.owners, known.apart) if work.ids & wanted.ids]
    if not works:
        problems += [problem.problem for problem in late[1:]]
        raise late[0] if late else _unknown(wanted, client)
    paper = with_open_pdfs([paper_of_work(works[0])], client, late)[0]
    problems += [problem.problem for problem in late]
    return Added(given, paper, versions=tuple(_versions(works[0])))


def _versions(work: Work) -> Iterable[str]:
    if len(work.editions) > 1:
        yield from sorted(min(edition.ids) for edition in work.editions if not edition.ids & work.concept)


def _unknown(wanted: Named, client: Client) -> Unanswered:
    """What to say of an identifier that no registry knows as a paper."""
    name = min(wanted.ids, default="").removeprefix("doi:")
    if name.startswith("arxiv:"):
        return Unanswered(f"arXiv does not know {name.removeprefix('arxiv:')}", hint="Check the number.")
    for work in crossref.by_doi(client, [name]):
        if about := crossref.subjects(work):
            hint = f"Add the paper instead: publist add {about[0]}"
            return Unanswered(f"{name} is a notice about {about[0]}, not a paper", hint=hint)
    return Unanswered(f"no paper is registered as {name} at Crossref or DataCite", hint=f"Check https://doi.org/{name}")


def _merged(site: str, papers: Sequence[Paper], today: Date, *, dry_run: bool) -> ImportReport:
    """Import the source with these papers in it; one that was deleted by hand comes back, since it is asked for."""
    every = _with(_before(os.path.join(site, PATH)), papers)
    text = plain_json.write(tuple(every))
    return imported(site, NAME, text, today, dry_run=dry_run, restore=_deleted(site, papers))


def _deleted(site: str, papers: Sequence[Paper]) -> list[str]:
    """The names of the papers that an import has made before and whose files were deleted: they are wanted back."""
    asked = {name for paper in papers for name in _names(paper)}
    ledger = read_ledger(site)[0]
    there = content_folder.paper_texts(site)
    gone = [stem for stem in ledger.records if stem not in there and stem not in ledger.joined]
    return [stem for stem in gone if any(asked & _names(paper_of(said)) for said in ledger.records[stem].values())]


def _names(paper: Paper) -> set[str]:
    """What a paper is known by."""
    return {*ids_of(paper), unnamed(paper)}


def _before(path: str) -> tuple[Paper, ...]:
    try:
        with open(path, encoding="utf-8") as file:
            return plain_json.read(file.read(), source=PATH).papers
    except (OSError, UnicodeDecodeError):
        return ()


def _with(before: Iterable[Paper], new: Iterable[Paper]) -> list[Paper]:
    """The papers with the new ones in the places of what they were before."""
    found = list(before)
    for paper in new:
        ids = _names(paper)
        at = next((at for at, old in enumerate(found) if ids & _names(old)), None)
        if at is None:
            found.append(paper)
        else:
            found[at] = paper
    return found

"""Fills what is empty in paper files, from the works that they surely are; what is doubtful is only told.

Nothing that is written is changed, but for one thing: a list of authors that ends with "et al." gives way to the whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from publist.build.site_writing import writing
from publist.cache.file_writing import replace_file
from publist.content import content_folder, front_matter, paper_file
from publist.content.edit import edited
from publist.importing.duplicates.likeness import person_of
from publist.importing.fields import Fields, changed_keys, fields_of
from publist.importing.join_versions import PRINTED, is_printed
from publist.model.paper import Date, Name, Paper
from publist.model.problems import Problem, PublistError, error
from publist.network.client import Client
from publist.network.failures import Unanswered
from publist.network.open_pdfs import with_open_pdfs
from publist.network.searching import Match, Seeker, is_preprint, search
from publist.network.site_papers import SitePapers

FILLED = (
    *"date type venue volume issue pages publisher number edition series editors".split(),
    *"doi arxiv isbn issn pmid pmcid links.pdf retraction corrections abstract versions".split(),
)
"""The fields that may be filled, beside the authors."""

Ask = Callable[[str, Match], bool]
"""Asks whether a doubtful match is the paper with this slug."""


class Completed(NamedTuple):
    """A paper that is, or would be, completed: from what, and which fields."""

    slug: str
    match: Match
    fields: tuple[str, ...]


class Doubtful(NamedTuple):
    """A paper for which only doubtful matches were found."""

    slug: str
    matches: tuple[Match, ...]


class CompleteReport(NamedTuple):
    """What was filled, what is doubtful, what was not found; ``whole`` papers lack nothing."""

    completed: tuple[Completed, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    unknown: tuple[str, ...] = ()
    nothing_new: tuple[str, ...] = ()
    """Papers that were found and of which nothing more is known."""
    whole: int = 0
    retracted: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def complete(
    known: SitePapers,
    client: Client,
    today: Date,
    slugs: Sequence[str] = (),
    *,
    dry_run: bool = False,
    ask: Ask | None = None,
) -> CompleteReport:
    """Complete the papers with these slugs, or all that lack something. PublistError if one of them is not there."""
    site = known.site
    chosen = _chosen(known.papers, slugs)
    seeker = Seeker(client, known.owners, today)
    report = CompleteReport(whole=0 if slugs else len(known.papers) - len(chosen))
    problems: dict[Problem, None] = {}
    late: list[Unanswered] = []
    for slug in chosen:
        found = search(seeker, known.papers[slug])
        problems |= dict.fromkeys(problem.problem for problem in found.problems)
        match = found.sure or next((one for one in found.doubtful if ask and ask(slug, one)), None)
        if match:
            if not known.papers[slug].links.get("pdf"):
                match = match._replace(paper=with_open_pdfs([match.paper], client, late)[0])
            with writing(site):
                report = _with_match(report, site, slug, match, dry_run=dry_run)
        elif found.doubtful:
            report = report._replace(doubtful=(*report.doubtful, Doubtful(slug, found.doubtful)))
        else:
            report = report._replace(unknown=(*report.unknown, slug))
    problems |= dict.fromkeys(problem.problem for problem in (*late, *client.problems()))
    return report._replace(problems=(*report.problems, *problems))


def _chosen(papers: Mapping[str, Paper], slugs: Sequence[str]) -> list[str]:
    missing = [slug for slug in slugs if slug not in papers]
    if missing:
        hint = "A paper is named by its file, without .md; files with errors are left alone."
        raise PublistError(
            error(content_folder.path_of(slug), 0, 0, "there is no such paper", hint) for slug in missing
        )
    return list(dict.fromkeys(slugs)) or [slug for slug, paper in papers.items() if lacking(paper)]


def lacking(paper: Paper) -> list[str]:
    """What a paper could have and does not have."""
    published = is_printed(paper.type) or bool(paper.venue)
    missing = {
        "authors": paper.et_al or not paper.authors or "authors" in paper.review,
        "doi": not (paper.doi or paper.arxiv),
        "venue": not (paper.venue or paper.arxiv or paper.publisher),
        "pages": published and not is_preprint(paper) and not (paper.pages or paper.number),
        "links.pdf": not paper.links.get("pdf"),
        "abstract": not paper.abstract,
    }
    return [name for name, is_missing in missing.items() if is_missing]


def _with_match(report: CompleteReport, site: str, slug: str, match: Match, *, dry_run: bool) -> CompleteReport:
    """The report with what the match brings; the file is written unless nothing is to be."""
    text, problem = content_folder.read_text(site, content_folder.path_of(slug))
    paper = paper_file.read(text, path=content_folder.path_of(slug))[0] if text else None
    if problem or text is None or paper is None:
        return report._replace(unknown=(*report.unknown, slug))
    take = filling(paper, match.paper)
    if not take:
        return report._replace(nothing_new=(*report.nothing_new, slug))
    body = front_matter.body_of(match.paper.abstract) if "abstract" in take else None
    try:
        after = edited(text, changed_keys(fields_of(paper), take), body)
    except ValueError as wrong:
        told = error(content_folder.path_of(slug), 0, 0, f"cannot be completed: {wrong}")._replace(severity="warning")
        return report._replace(problems=(*report.problems, told))
    if not dry_run:
        replace_file(os.path.realpath(os.path.join(site, content_folder.path_of(slug))), after.encode(), durable=True)
    fields = tuple("authors" if name == "et_al" else name for name in take if name != "review")
    retracted = (slug,) if "retraction" in take else ()
    done = Completed(slug, match, tuple(dict.fromkeys(fields)))
    return report._replace(completed=(*report.completed, done), retracted=(*report.retracted, *retracted))


def filling(paper: Paper, found: Paper) -> Fields:
    """What a paper takes from the work that it is: only what it leaves open (None: a field that goes)."""
    mine, theirs = fields_of(paper), fields_of(found)  # an `article`, which nobody need have said, is no type there
    names: Iterable[str] = FILLED
    if is_preprint(paper) and is_printed(found.type):
        names = [name for name in FILLED if name not in PRINTED and name != "versions"]  # it stays the preprint's page
    take: Fields = {name: theirs[name] for name in names if name in theirs and name not in mine}
    doubted = "authors" in paper.review
    if found.authors and not found.et_al and (paper.et_al or not paper.authors or doubted):
        take |= _authors(paper, found)
        if doubted:
            left = [name for name in paper.review if name != "authors"]
            take["review"] = list(left) if left else None
    return take


def _authors(paper: Paper, found: Paper) -> Fields:
    """All authors: those that the file names in full stay as they are there."""
    people = list(found.authors)
    for at, name in enumerate(paper.authors if "authors" not in paper.review else ()):
        if at < len(people) and _is_in_full(name):
            people[at] = name
    told = fields_of(Paper("", authors=tuple(people)))["authors"]
    before = fields_of(paper)
    return ({"authors": told} if told != before.get("authors") else {}) | ({"et_al": None} if paper.et_al else {})


def _is_in_full(name: Name) -> bool:
    return name.literal or len(person_of(name).given) > 1

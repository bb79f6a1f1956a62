"""``publist add``: add a paper by its DOI, arXiv number, PubMed number or address."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from publist.cli.commands.base import Say, add_command, site_of
from publist.model.problems import UsageError, errors_in, shown

if TYPE_CHECKING:
    from publist.network.adding import Added, AddReport


def add(subparsers: Any) -> None:
    """Add ``add`` with what names papers, ``--dry-run``, ``--offline`` and ``--refresh``."""
    from publist.cli.online import add_online

    parser = add_command(
        subparsers,
        "add",
        example="publist add 10.1000/182\n  publist add arXiv:2001.08361 pmid:31452104",
        more="Asks Crossref, DataCite and arXiv. A paper that is there already is completed; your edits are kept.",
    )
    names = "DOI, arXiv number, pmid:NUMBER, isbn:NUMBER, OpenAlex number, address of the article, or a file to import"
    parser.add_argument("ids", metavar="ID", nargs="+", help=names)
    parser.add_argument("--dry-run", action="store_true", help="show what would be added; write nothing")
    add_online(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Add the papers, and print each with its file; 1 if one of them could not be found or merged."""
    from publist.cli.commands import import_
    from publist.cli.online import client_of
    from publist.cli.today import today
    from publist.importing.report_lines import import_values
    from publist.network.adding import add as add_papers
    from publist.network.site_papers import site_papers

    files = [name for name in options.ids if os.path.isfile(name)]
    if files and len(files) < len(options.ids):
        raise UsageError(f"{files[0]} is a file; add files and identifiers one after the other")
    if files:
        return import_.run(argparse.Namespace(**{**vars(options), "files": files, "format": None, "restore": []}), say)
    known = site_papers(site_of(options))
    say.problems(known.problems)
    client = client_of(options, known.config, say)
    report = add_papers(known, client, today(), options.ids, dry_run=options.dry_run)
    failed = bool(errors_in((*report.problems, *report.imported.problems)))
    if options.json:
        say.json(_values(report) | {"imported": import_values(report.imported)})
        return int(failed)
    say.problems((*report.problems, *report.imported.problems))
    for line in _lines(report, dry_run=options.dry_run):
        say(shown(line))
    return int(failed)


def _values(report: AddReport) -> dict[str, object]:
    added = [
        {"given": one.given, "slug": one.slug, "doi": one.paper.doi, "title": one.paper.title} for one in report.added
    ]
    return {"added": added, "problems": [problem._asdict() for problem in report.problems]}


def _lines(report: AddReport, *, dry_run: bool) -> list[str]:
    from publist.importing.report_lines import kept_edit_line

    lines = []
    for one in report.added:
        if one.paper.retraction:
            lines.append(f"RETRACTED: {one.paper.title}")
        lines += [f"{_did(one, report, dry_run=dry_run)}", f"  {_described(one)}"]
        if one.versions:
            lines.append(f"  versions of one work: {', '.join(name.removeprefix('doi:') for name in one.versions)}")
    lines += [kept_edit_line(kept, "the services say") for kept in report.imported.kept]
    lines += [f"  {pair.other} looks like a version of {pair.one}: {pair.evidence}" for pair in report.imported.alike]
    if report.added and not dry_run:
        lines.append("Next: publist serve --open")
    return lines


def _did(one: Added, report: AddReport, *, dry_run: bool) -> str:
    path = f"content/papers/{one.slug}.md" if one.slug else "a new paper file"
    changed = next((change for change in report.imported.changed if change.stem == one.slug), None)
    if changed:
        return f"{'Would complete' if dry_run else 'Completed'} {path}: {', '.join(changed.fields)}"
    if one.slug and one.slug not in report.imported.new:
        return f"{path} has it already."
    return f"{'Would add' if dry_run else 'Added'} {path}"


def _described(one: Added) -> str:
    """The paper in a line: who, what, where, when."""
    paper = one.paper
    people = ", ".join(name.name for name in paper.authors[:3]) + (" …" if len(paper.authors) > 3 else "")
    where = ", ".join(filter(None, (paper.venue, str(paper.date or ""), paper.doi or paper.arxiv)))
    return ". ".join(filter(None, (people, paper.title, where)))

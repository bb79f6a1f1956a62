"""Makes one paper of two files, or remembers that they are two; only ever because somebody has said so.

The files are written in an order in which an interruption loses nothing: the joined paper, the ledger, and only
then the other file goes. Said again, it completes what was interrupted.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from publist.cache.file_writing import replace_file, replace_files
from publist.content import content_folder
from publist.content.edit import edited
from publist.content.schema.kinds import nearest
from publist.importing import ledger
from publist.importing.duplicates import not_duplicates
from publist.importing.fields import Fields, changed_keys
from publist.importing.join_versions import Side, edited_fields, join
from publist.importing.known_papers import File, Known, combined_record, known_papers
from publist.importing.ledger import Ledger
from publist.importing.report import KeptEdit, text_of
from publist.importing.run import read_ledger
from publist.model.paper import Paper
from publist.model.problems import PublistError, error
from publist.text.look_alikes import told_apart


class United(NamedTuple):
    """What became of two papers. ``left`` is what the other said and the joined paper says nowhere."""

    slug: str
    former: str
    changed: tuple[str, ...]
    left: tuple[KeptEdit, ...]
    pdf: str = ""
    """The PDF that stood beside the file that went, where it is now; empty if there was none."""


def unite(site: str, slug: str, former: str, *, dry_run: bool = False) -> United:
    """Make the paper ``former`` a version of the paper ``slug``, whose page and file stay.

    PublistError where one of them is not there or cannot be read.
    """
    known = _known(site)
    yours, other = _file(known, slug), _file(known, former)
    sides = [Side(file.fields, _edited(known, name, file)) for name, file in ((slug, yours), (former, other))]
    joined = join(sides[0], sides[1], former)
    take: Fields = {name: value for name, value in joined.fields.items() if sides[0].fields.get(name) != value}
    take |= {name: None for name in sides[0].fields if name not in joined.fields}
    text = _text(yours, take, other)
    left = tuple(
        KeptEdit(slug, conflict.field, text_of(conflict.yours), text_of(conflict.theirs)) for conflict in joined.left
    )
    pdf = _pdf(site, slug, former)
    if not dry_run:
        said = ledger.write(_remembering(known, slug, former))
        changed = ((yours.path, text), (content_folder.LEDGER, said))
        replace_files([(os.path.realpath(os.path.join(site, path)), now.encode(), True) for path, now in changed])
        if pdf:
            os.replace(os.path.join(site, content_folder.PAPERS, f"{former}.pdf"), os.path.join(site, pdf))
        os.unlink(os.path.join(site, other.path))
    return United(slug, former, tuple("body" if name == "abstract" else name for name in take), left, pdf)


def keep_apart(site: str, one: str, other: str, *, dry_run: bool = False) -> bool:
    """Remember that the two are two works; whether that is news. PublistError where one of them is not there.

    The other may be the DOI or arXiv number of a version of the one, which a sync has joined with it.
    """
    known = _known(site)
    paper = _file(known, one).paper
    if paper is None or other.lower() not in _identifiers_of_versions(paper):
        _file(known, other)
    path = os.path.join(site, content_folder.DISTINCT)
    before, problem = content_folder.read_text(site, content_folder.DISTINCT) if os.path.lexists(path) else ("", None)
    if problem is not None:
        raise PublistError([problem])
    after = not_duplicates.with_pair(before or "", one, other, path=content_folder.DISTINCT)
    if after != before and not dry_run:
        replace_file(os.path.realpath(path), after.encode(), durable=True)
    return after != before


def _identifiers_of_versions(paper: Paper) -> set[str]:
    return {name.lower() for version in paper.versions for name in (version.doi, version.arxiv) if name}


def _known(site: str) -> Known:
    said, problems = read_ledger(site)
    if problems:
        raise PublistError(problems)
    return known_papers(content_folder.paper_texts(site), said)


def _file(known: Known, slug: str) -> File:
    file = known.files.get(slug)
    if file is None:
        near = nearest(slug, tuple(known.files))
        hint = f"did you mean {near}?{told_apart(slug, near)}" if near else "a paper is named by its file, without .md"
        raise PublistError([error(f"{content_folder.PAPERS}/{slug}.md", 0, 0, "there is no such paper", hint)])
    if file.paper is None:
        hint = "publist check says what; mend it, then merge again"
        raise PublistError([error(file.path, 0, 0, "the file has mistakes and is left alone", hint)])
    return file


def _edited(known: Known, slug: str, file: File) -> frozenset[str]:
    """The fields that were edited by hand since the import; of a joined paper and of one never imported, none."""
    said = known.records.get(slug, {})
    if not said or len(known.members(slug)) > 1:
        return frozenset()
    order = {name: source.order for name, source in known.sources.items()}
    return edited_fields(file.fields, combined_record(said, order, known.keys.get(slug, "")))


def _text(file: File, take: Fields, other: File) -> str:
    body = other.paper.abstract if "abstract" in take and other.paper else None
    try:
        return edited(file.text, changed_keys(file.fields, take), body)
    except ValueError as wrong:
        hint = f"put in by hand what you want of {other.path}"
        raise PublistError([error(file.path, 0, 0, f"cannot be merged into: {wrong}", hint)]) from wrong


def _remembering(known: Known, slug: str, former: str) -> Ledger:
    """The ledger with the one joined into the other; a paper that no source has said is remembered as its file."""
    records = {stem: dict(by_source) for stem, by_source in known.records.items()}
    for stem in (slug, former):
        file = known.files[stem]
        records.setdefault(stem, {file.path: file.fields})
    joined = {stem: slug if into == former else into for stem, into in known.joined.items()}
    return Ledger(known.sources, records, joined | {former: slug}, known.keys, known.pieces, known.begun)


def _pdf(site: str, slug: str, former: str) -> str:
    """Where the PDF beside the file that goes is put; PublistError if one stands there."""
    path, place = f"{content_folder.PAPERS}/{former}.pdf", f"{content_folder.PAPERS}/{slug}.pdf"
    if not os.path.exists(os.path.join(site, path)):
        return ""
    if os.path.exists(os.path.join(site, place)):
        hint = f"put it into {content_folder.ASSETS}/ and name it under `links:`"
        raise PublistError([error(path, 0, 0, f"both papers have a PDF beside them: {place} stays", hint)])
    return place

"""Your files and what the ledger says of them: which file is which paper, renamed ones too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from publist.content import paper_file
from publist.content.content_folder import path_of
from publist.formats.normalising.preprint_servers import is_server
from publist.importing.duplicates.recognition import OF_A_FILE, could_be_renamed, identity, pairs
from publist.importing.fields import Fields, fields_of
from publist.importing.join_versions import PRINTED, is_printed, work_of
from publist.importing.ledger import ImportedSource, Ledger
from publist.importing.three_way_merge import combine
from publist.model.paper import Paper
from publist.model.problems import errors_in

_TELLING = ("doi", "arxiv", "key", "title", "authors", "abstract")


class File(NamedTuple):
    """A paper file. ``paper`` is None where mistakes keep it from being merged."""

    path: str
    text: str
    paper: Paper | None
    fields: Fields


class Known(NamedTuple):
    """Files by stem, and the ledger with the stems that its papers have now.

    A record whose stem has no file belongs to a paper whose file was deleted; where another paper has taken
    the name since, the stem is followed by ``~``.
    """

    files: dict[str, File]
    records: dict[str, dict[str, Fields]]
    sources: dict[str, ImportedSource]
    taken: frozenset[str]
    """Names that no new file may have, in lower case."""
    joined: Mapping[str, str] = {}
    """Papers that are versions of another, by their stems: the stem of that one."""
    keys: Mapping[str, str] = {}
    """Citation keys that were made for papers when no source said one."""
    pieces: Mapping[str, str] = {}
    """What else was moved from another site, as the ledger has it."""
    begun: str = ""
    """The day on which the list began, as the ledger has it."""

    def members(self, stem: str) -> tuple[str, ...]:
        """A paper with all that are joined with it; it comes first."""
        return stem, *(member for member, into in self.joined.items() if into == stem)


def known_papers(files: Mapping[str, str | None], ledger: Ledger) -> Known:
    """Read the files and follow renames."""
    read = {stem: _file(stem, text) for stem, text in files.items()}
    into = {stem: _end(stem, ledger.joined) for stem in sorted(ledger.joined)}
    moved = _moved(read, _works(ledger, into))
    moved |= {stem: _name_of_deleted(stem, read, ledger.records) for stem in into}
    records = {moved.get(stem, stem): by_source for stem, by_source in ledger.records.items()}
    joined = {moved[stem]: moved.get(work, work) for stem, work in into.items()}
    taken = frozenset(stem.lower() for stem in (*read, *ledger.records, *records))
    keys = {moved.get(stem, stem): key for stem, key in ledger.keys.items()}
    return Known(read, records, ledger.sources, taken, joined, keys, ledger.pieces, ledger.begun)


def combined_record(records: Mapping[str, Fields], order: Mapping[str, int], key: str) -> Fields:
    """What the sources of a paper say together; ``key`` is the key that was made for it, or empty.

    That counts as what was said first: a later source's key does not take the place of one that people cite by.
    """
    if not records:
        return {}
    sides = [records[source] for source in sorted(records, key=lambda name: (order.get(name, 0), name))]
    fields = _as_published(combine(sides), sides)
    return fields | {"key": key} if key else fields


def _as_published(fields: Fields, sides: Sequence[Fields]) -> Fields:
    """What all say, with what belongs to a printing from those that describe the publication, if some have a preprint.

    Else the venue of the one would stand beside the year of the other.
    """
    printed = [side for side in sides if is_printed(str(side.get("type", "article")))]
    if not printed or not any(_is_preprint(side) for side in sides):
        return fields
    lead = combine(printed)
    return {name: value for name, value in fields.items() if name not in PRINTED} | {
        name: lead[name] for name in lead if name in PRINTED
    }


def _is_preprint(side: Fields) -> bool:
    """Whether a source has the paper as a preprint: with an arXiv number or a server, and at no venue."""
    venue = str(side.get("venue", ""))
    return not is_printed(str(side.get("type", "article"))) and (is_server(venue) if venue else "arxiv" in side)


def page_of(stem: str) -> str:
    """The name that the page of a paper without a file had."""
    return stem.removesuffix("~")


def _end(stem: str, joined: Mapping[str, str]) -> str:
    """Where a chain of joined papers ends."""
    seen = {stem}
    while (stem := joined.get(stem, stem)) not in seen:
        seen.add(stem)
    return stem


def _works(ledger: Ledger, into: Mapping[str, str]) -> dict[str, Fields]:
    """What the sources say of each work: of a paper together with those that are joined with it."""
    works = {stem: _together(said) for stem, said in ledger.records.items() if stem not in into}
    for work in sorted(set(into.values()) & works.keys()):
        stems = [work, *(stem for stem, end in into.items() if end == work)]
        members = [(page_of(stem), _together(ledger.records[stem])) for stem in stems if stem in ledger.records]
        works[work] = work_of(members)
    return works


def _together(said: Mapping[str, Fields]) -> Fields:
    """What the sources of a paper say."""
    return combine(list(said.values()))


def _file(stem: str, text: str | None) -> File:
    path = path_of(stem)
    paper, problems = (None, ()) if text is None else paper_file.read(text, path=path)
    if paper is None or errors_in(problems):
        return File(path, text or "", None, {})
    return File(path, text or "", paper, fields_of(paper))


def _moved(files: Mapping[str, File], papers: Mapping[str, Fields]) -> dict[str, str]:
    """Where the papers of the ledger are now, if not where they were."""
    strayed = {stem: fields for stem, fields in papers.items() if not _stayed(files.get(stem), fields)}
    free = {stem: file for stem, file in files.items() if file.paper and (stem in strayed or stem not in papers)}
    found = pairs(
        {stem: identity(fields) for stem, fields in strayed.items()},
        [(stem, identity(file.fields)) for stem, file in free.items()],
        OF_A_FILE,
    )
    return {stem: found.get(stem) or _name_of_deleted(stem, files, papers) for stem in strayed}


def _name_of_deleted(stem: str, files: Mapping[str, File], papers: Collection[str]) -> str:
    if stem in files:
        return f"{stem}~"
    plain = stem.removesuffix("~")
    return stem if plain in files or plain in papers else plain


def _stayed(file: File | None, fields: Fields) -> bool:
    """Whether a paper's file has its old name still (a file that cannot be read is taken to be the old one)."""
    if file is None:
        return False
    if file.paper is None or any(key in fields and fields[key] == file.fields.get(key) for key in _TELLING):
        return True
    return could_be_renamed(identity(fields), identity(file.fields))

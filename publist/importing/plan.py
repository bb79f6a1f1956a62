"""Plans an import without touching a file: what sources say × what they said last × your files → new texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from publist.content.content_folder import path_of
from publist.content.edit import edited
from publist.content.paper_file import write
from publist.importing.corrections import replaced_by, without
from publist.importing.duplicates.proposal import Proposal
from publist.importing.duplicates.proposals import Distinct, proposed_for
from publist.importing.fields import Fields, changed_keys, paper_of
from publist.importing.join_versions import work_of
from publist.importing.known_papers import File, Known, combined_record, known_papers, page_of
from publist.importing.ledger import ImportedSource, Ledger
from publist.importing.report import Change, ImportReport, KeptEdit, field_name, text_of
from publist.importing.source import READER, ReadSource
from publist.importing.source_papers import SourceRecords, source_records
from publist.importing.three_way_merge import Conflict, Merge, merge
from publist.model.paper import Date, Paper
from publist.model.problems import Problem, error, errors_in, warning
from publist.text.citation_keys import keys_for


class ImportPlan(NamedTuple):
    """The texts to write by stem, and the ledger to write after them.

    The files of the papers that its report calls replaced go.
    """

    texts: dict[str, str]
    ledger: Ledger
    report: ImportReport


class Beside(NamedTuple):
    """What an import is told beside sources and files.

    ``distinct`` are pairs of papers that are two works though they look like one, ``accompanied`` stems that have a PDF
    beside their file. ``today`` is what new papers have as ``added``; nothing where no date is to be written.
    ``begins`` says that the list begins with this import.
    """

    distinct: Distinct = frozenset()
    accompanied: Collection[str] = ()
    today: Date | None = None
    begins: bool = False


_NOTHING = Beside()


class _Outcome(NamedTuple):
    """What becomes of one paper."""

    text: str = ""
    """To be written; empty: nothing."""
    new: Paper | None = None
    fields: tuple[str, ...] = ()
    kept: tuple[KeptEdit, ...] = ()
    deleted: bool = False
    held: Problem | None = None
    """Why nothing was merged; what the sources say stays news."""


def plan_import(
    readings: Sequence[ReadSource],
    files: Mapping[str, str | None],
    ledger: Ledger,
    restore: Collection[str] = (),
    beside: Beside = _NOTHING,
) -> ImportPlan:
    """Merge what the sources say into the files.

    ``files`` are the texts of content/papers by stem, None for one that is not UTF-8; ``restore`` names stems
    whose deleted files are wanted back.
    """
    known = known_papers(files, ledger)
    said = source_records(readings, known)
    replaced = replaced_by(readings, said, known, beside.accompanied)
    added = _added(beside, known, replaced)
    if replaced:
        known = without(known, replaced)
        said = source_records(readings, known)
    said = said._replace(problems=(*said.problems, *_not_restored(restore, said, known)))
    works = sorted({known.joined.get(stem, stem) for stem in said.records})
    outcomes = _with_keys({stem: _outcome(stem, said, known, restore) for stem in works}, known, added)
    return ImportPlan(
        {stem: outcome.text for stem, outcome in outcomes.items() if outcome.text},
        _ledger(readings, said, known, outcomes)._replace(begun=_begun(beside, known)),
        _report(readings, said, known, outcomes)._replace(
            alike=_alike(known, outcomes, beside.distinct), replaced=tuple(sorted(replaced))
        ),
    )


def _not_restored(restore: Collection[str], said: SourceRecords, known: Known) -> list[Problem]:
    problems = []
    for stem in sorted(restore):
        path = path_of(stem)
        if stem in known.files:
            problems.append(warning(path, 0, 0, "nothing to bring back: the file is there"))
        elif stem in known.joined:
            problems.append(error(path, 0, 0, f"cannot be brought back: it is a version of {known.joined[stem]}"))
        elif stem not in known.records:
            problems.append(error(path, 0, 0, "cannot be brought back: no import has ever made this file"))
        elif stem not in said.records:
            hint = f"import it from {', '.join(sorted(known.records[stem]))}"
            problems.append(error(path, 0, 0, "cannot be brought back: no source of this import has it", hint))
    return problems


def _outcome(stem: str, said: SourceRecords, known: Known, restore: Collection[str]) -> _Outcome:
    before = {member: known.records.get(member, {}) for member in known.members(stem)}
    base = _work(before, said, known)
    theirs = _work({member: {**by, **said.records.get(member, {})} for member, by in before.items()}, said, known)
    file = known.files.get(stem)
    if file is None:
        if any(before.values()) and stem not in restore:
            return _Outcome(deleted=True)
        return _Outcome(new=_new_paper(theirs, said), fields=_doubts(theirs))
    if theirs == base:
        return _Outcome()
    if file.paper is None:
        hint = "mend the file, then import again; nothing is lost"
        return _Outcome(held=warning(file.path, 0, 0, "left alone by the import: it has mistakes", hint))
    if not base:
        theirs = {**theirs, "review": None}  # the doubt is about the source's reading, not about your file
    merged = _possible(merge(base, theirs, file.fields), said)
    return _edited(stem, file, merged, said)


def _work(members: Mapping[str, Mapping[str, Fields]], said: SourceRecords, known: Known) -> Fields:
    """What the sources say together of a work, whose papers are given by stem."""
    each = (
        (stem, combined_record(by_source, said.order, known.keys.get(stem, ""))) for stem, by_source in members.items()
    )
    return work_of([(page_of(stem), fields) for stem, fields in each])


def _begun(beside: Beside, known: Known) -> str:
    """The day on which the list began, if a command of that day says it."""
    return str(beside.today) if beside.begins and beside.today else known.begun


def _added(beside: Beside, known: Known, replaced: Collection[str]) -> Date | None:
    """The date on which new papers come into the list: none on the day on which it begins.

    What is read rightly now takes over the date of what was read wrongly.
    """
    if replaced:
        return max(
            (paper.added for stem in replaced if (paper := known.files[stem].paper) and paper.added), default=None
        )
    return beside.today if known.files and _begun(beside, known) != str(beside.today) else None


def _with_keys(outcomes: Mapping[str, _Outcome], known: Known, added: Date | None) -> dict[str, _Outcome]:
    """The outcomes with the texts of new papers, which get a citation key where no source says one.

    Those that no import has ever made get the date too; a deleted one that is brought back is not new.
    """
    new = {stem: outcome.new for stem, outcome in outcomes.items() if outcome.new}
    keys = keys_for(new, [file.paper for file in known.files.values() if file.paper], known.keys.values())
    done = dict(outcomes)
    for stem, paper in new.items():
        keyed = paper if paper.key else paper._replace(key=keys[stem])
        if not (keyed.added or any(known.records.get(member) for member in known.members(stem))):
            keyed = keyed._replace(added=added)
        done[stem] = outcomes[stem]._replace(text=write(keyed), new=keyed)
    return done


def _new_paper(fields: Fields, said: SourceRecords) -> Paper:
    return paper_of(fields, said.abstracts.get(str(fields.get("abstract")), ""))


def _possible(merged: Merge, said: SourceRecords) -> Merge:
    """Without an abstract whose text no source of this import holds (the ledger has but its digest)."""
    take = dict(merged.take)
    wanted = take.get("abstract")
    if wanted is not None and wanted not in said.abstracts:
        del take["abstract"]
    return Merge(take, merged.conflicts)


def _edited(stem: str, file: File, merged: Merge, said: SourceRecords) -> _Outcome:
    fields = tuple(map(field_name, merged.take))
    kept = tuple(_kept(stem, conflict, file, said) for conflict in merged.conflicts)
    if not merged.take:
        return _Outcome(kept=kept)
    body = said.abstracts.get(str(merged.take["abstract"]), "") if "abstract" in merged.take else None
    try:
        return _Outcome(edited(file.text, changed_keys(file.fields, merged.take), body), fields=fields, kept=kept)
    except ValueError as wrong:
        hint = f"put in by hand what you want of: {', '.join(fields)}"
        return _Outcome(held=warning(file.path, 0, 0, f"left alone by the import: {wrong}", hint))


def _kept(stem: str, conflict: Conflict, file: File, said: SourceRecords) -> KeptEdit:
    if conflict.field == "abstract" and file.paper:
        return KeptEdit(stem, "body", file.paper.abstract, said.abstracts.get(str(conflict.theirs), ""))
    return KeptEdit(stem, conflict.field, text_of(conflict.yours), text_of(conflict.theirs))


def _doubts(fields: Fields) -> tuple[str, ...]:
    review = fields.get("review")
    return tuple(map(str, review)) if isinstance(review, list) else ()


def _ledger(
    readings: Sequence[ReadSource], said: SourceRecords, known: Known, outcomes: Mapping[str, _Outcome]
) -> Ledger:
    """What the sources said last: papers that could not be merged keep what was said before."""
    records = {stem: dict(by_source) for stem, by_source in known.records.items()}
    held: set[str] = set()
    for stem, by_source in said.records.items():
        if outcomes[known.joined.get(stem, stem)].held:
            held |= by_source.keys()
        else:
            records.setdefault(stem, {}).update(by_source)
    sources = dict(known.sources)
    for reading in readings:
        name = reading.source.name
        whole = reading.whole and not errors_in(reading.problems)
        digest = "" if not whole or name in held else reading.source.digest
        number = sum(name in by_source for by_source in said.records.values())
        sources[name] = ImportedSource(name, reading.format, digest, READER, said.order[name], number)
    keys = {**known.keys, **dict(_first_keys(said, known, outcomes))}
    return Ledger(sources, records, known.joined, keys, known.pieces)


def _first_keys(said: SourceRecords, known: Known, outcomes: Mapping[str, _Outcome]) -> Iterator[tuple[str, str]]:
    """Keys of papers that were never imported before and get none from a source: made now, or in the file already."""
    for stem, outcome in outcomes.items():
        before = any(known.records.get(member) for member in known.members(stem))
        told = any("key" in record for record in said.records.get(stem, {}).values())
        file = known.files.get(stem)
        paper = outcome.new or (file.paper if file else None)
        if paper and paper.key and not (before or told or outcome.held):
            yield stem, paper.key


def _alike(known: Known, outcomes: Mapping[str, _Outcome], distinct: Distinct) -> tuple[Proposal, ...]:
    """New papers that look like versions of one that is there, or of each other."""
    new = {stem: outcome.new for stem, outcome in outcomes.items() if outcome.new}
    if not new:
        return ()
    there = {stem: file.paper for stem, file in known.files.items() if file.paper}
    return proposed_for(new.keys(), {**there, **new}.items(), distinct)


def _report(
    readings: Sequence[ReadSource], said: SourceRecords, known: Known, outcomes: Mapping[str, _Outcome]
) -> ImportReport:
    each = outcomes.items()
    changed = [Change(stem, outcome.fields) for stem, outcome in each if outcome.text and outcome.new is None]
    touched = [stem for stem, outcome in each if outcome.text]
    members = {stem: {member: said.records.get(member, {}) for member in known.members(stem)} for stem in touched}
    doubts = {stem: _doubts(_work(by, said, known)) for stem, by in members.items()}
    problems: Iterable[Problem] = (problem for reading in readings for problem in reading.problems)
    return ImportReport(
        new=tuple(stem for stem, outcome in each if outcome.new is not None),
        changed=tuple(changed),
        kept=tuple(kept for _, outcome in each for kept in outcome.kept),
        unchanged=sum(not (outcome.text or outcome.deleted or outcome.held) for _, outcome in each),
        missing=said.missing,
        deleted=tuple(stem for stem, outcome in each if outcome.deleted),
        doubtful=tuple(Change(stem, fields) for stem, fields in doubts.items() if fields),
        problems=(*problems, *said.problems, *(outcome.held for _, outcome in each if outcome.held)),
    )

"""Plans an import without touching a file: what sources say × what they said last × your files → new texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from publist.editing import edited
from publist.errors import Problem, error, errors_in, warning
from publist.importreport import Change, ImportReport, Kept, field_name, text_of
from publist.knownpapers import File, Known, known_papers
from publist.ledger import Ledger, Record, Source
from publist.merging import Conflict, Flat, Merge, combine, flat, merge, nested, paper_of
from publist.model import Plain
from publist.paperfile import write
from publist.sourcepapers import Said, SourceReading, said_by


class Plan(NamedTuple):
    """The texts to write by stem, and the ledger to write after them."""

    texts: dict[str, str]
    ledger: Ledger
    report: ImportReport


class _Outcome(NamedTuple):
    """What becomes of one paper."""

    text: str = ""
    """To be written; empty: nothing."""
    new: bool = False
    fields: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    deleted: bool = False
    held: Problem | None = None
    """Why nothing was merged; what the sources say stays news."""


def plan_import(
    readings: Sequence[SourceReading], files: Mapping[str, str | None], ledger: Ledger, restore: Collection[str] = ()
) -> Plan:
    """Merge what the sources say into the files.

    ``files`` are the texts of content/papers by stem, None for one that is not UTF-8; ``restore`` names stems
    whose deleted files are wanted back.
    """
    known = known_papers(files, ledger)
    said = said_by(readings, known)
    said = said._replace(problems=(*said.problems, *_not_restored(restore, said, known)))
    outcomes = {stem: _outcome(stem, said, known, restore) for stem in sorted(said.records)}
    return Plan(
        {stem: outcome.text for stem, outcome in outcomes.items() if outcome.text},
        _ledger(readings, said, known, outcomes),
        _report(readings, said, outcomes),
    )


def _not_restored(restore: Collection[str], said: Said, known: Known) -> list[Problem]:
    problems = []
    for stem in sorted(restore):
        path = f"content/papers/{stem}.md"
        if stem in known.files:
            problems.append(warning(path, 0, 0, "nothing to bring back: the file is there"))
        elif stem not in known.records:
            problems.append(error(path, 0, 0, "cannot be brought back: no import has ever made this file"))
        elif stem not in said.records:
            hint = f"import it from {', '.join(sorted(known.records[stem]))}"
            problems.append(error(path, 0, 0, "cannot be brought back: no source of this import has it", hint))
    return problems


def _outcome(stem: str, said: Said, known: Known, restore: Collection[str]) -> _Outcome:
    before = known.records.get(stem, {})
    base = _combined(before, said.order)
    theirs = _combined({**before, **said.records[stem]}, said.order)
    file = known.files.get(stem)
    if file is None:
        if before and stem not in restore:
            return _Outcome(deleted=True)
        return _Outcome(_new_text(theirs, said), new=True, fields=_doubts(theirs))
    if theirs == base:
        return _Outcome()
    if file.paper is None:
        hint = "mend the file, then import again; nothing is lost"
        return _Outcome(held=warning(file.path, 0, 0, "left alone by the import: it has mistakes", hint))
    if not base:
        theirs.pop("review", None)  # the doubt is about the source's reading, not about what stands in your file
    merged = _possible(merge(base, theirs, flat(file.record)), said)
    return _edited(stem, file, merged, said)


def _combined(records: Mapping[str, Record], order: Mapping[str, int]) -> Flat:
    if not records:
        return {}
    return combine([records[source] for source in sorted(records, key=lambda name: (order.get(name, 0), name))])


def _new_text(fields: Flat, said: Said) -> str:
    record = nested(fields)
    return write(paper_of(record, said.abstracts.get(str(record.get("abstract")), "")))


def _possible(merged: Merge, said: Said) -> Merge:
    """Without an abstract whose text no source of this import holds (the ledger has but its digest)."""
    take = dict(merged.take)
    wanted = take.get("abstract")
    if wanted is not None and wanted not in said.abstracts:
        del take["abstract"]
    return Merge(take, merged.conflicts)


def _edited(stem: str, file: File, merged: Merge, said: Said) -> _Outcome:
    fields = tuple(map(field_name, merged.take))
    kept = tuple(_kept(stem, conflict, file, said) for conflict in merged.conflicts)
    if not merged.take:
        return _Outcome(kept=kept)
    body = said.abstracts.get(str(merged.take["abstract"]), "") if "abstract" in merged.take else None
    try:
        return _Outcome(edited(file.text, _changes(flat(file.record), merged.take), body), fields=fields, kept=kept)
    except ValueError as wrong:
        hint = f"put in by hand what you want of: {', '.join(fields)}"
        return _Outcome(held=warning(file.path, 0, 0, f"left alone by the import: {wrong}", hint))


def _changes(yours: Flat, take: Mapping[str, Plain]) -> dict[str, Plain]:
    """Fields to take as top-level keys: an entry of links or extra brings the whole mapping as it will be."""
    after = nested({field: value for field, value in {**yours, **take}.items() if value is not None})
    keys = dict.fromkeys(field.partition(".")[0] if field not in after else field for field in take)
    return {key: after.get(key) for key in keys if key != "abstract"}


def _kept(stem: str, conflict: Conflict, file: File, said: Said) -> Kept:
    if conflict.field == "abstract" and file.paper:
        return Kept(stem, "body", file.paper.abstract, said.abstracts.get(str(conflict.theirs), ""))
    return Kept(stem, conflict.field, text_of(conflict.yours), text_of(conflict.theirs))


def _doubts(fields: Flat) -> tuple[str, ...]:
    review = fields.get("review")
    return tuple(map(str, review)) if isinstance(review, list) else ()


def _ledger(readings: Sequence[SourceReading], said: Said, known: Known, outcomes: Mapping[str, _Outcome]) -> Ledger:
    """What the sources said last: papers that could not be merged keep what was said before."""
    records = {stem: dict(by_source) for stem, by_source in known.records.items()}
    held = {source for stem, outcome in outcomes.items() if outcome.held for source in said.records[stem]}
    for stem, by_source in said.records.items():
        if not outcomes[stem].held:
            records.setdefault(stem, {}).update(by_source)
    sources = dict(known.sources)
    for reading in readings:
        done = not errors_in(reading.problems) and reading.name not in held
        number = sum(reading.name in by_source for by_source in said.records.values())
        order = said.order[reading.name]
        digest = reading.digest if done else ""
        sources[reading.name] = Source(reading.name, reading.format, digest, reading.reader, order, number)
    return Ledger(sources, records)


def _report(readings: Sequence[SourceReading], said: Said, outcomes: Mapping[str, _Outcome]) -> ImportReport:
    each = outcomes.items()
    changed = [Change(stem, outcome.fields) for stem, outcome in each if outcome.text and not outcome.new]
    touched = [stem for stem, outcome in each if outcome.text]
    doubts = {stem: _doubts(_combined(said.records[stem], said.order)) for stem in touched}
    problems: Iterable[Problem] = (problem for reading in readings for problem in reading.problems)
    return ImportReport(
        new=tuple(stem for stem, outcome in each if outcome.new),
        changed=tuple(changed),
        kept=tuple(kept for _, outcome in each for kept in outcome.kept),
        unchanged=sum(not (outcome.text or outcome.deleted or outcome.held) for _, outcome in each),
        missing=said.missing,
        deleted=tuple(stem for stem, outcome in each if outcome.deleted),
        doubtful=tuple(Change(stem, fields) for stem, fields in doubts.items() if fields),
        problems=(*problems, *said.problems, *(outcome.held for _, outcome in each if outcome.held)),
    )

"""What sources say: their papers made plain, and each given the stem of the paper that it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from publist.content import front_matter, paper_file
from publist.content.schema.kinds import Fault
from publist.content.schema.paper import PAPER
from publist.importing.duplicates.recognition import (
    BETWEEN_SOURCES,
    WITHIN_A_SOURCE,
    Identity,
    identity,
    pairs,
    same_entry,
)
from publist.importing.fields import Fields, fields_from
from publist.importing.known_papers import Known
from publist.importing.report import Missing
from publist.importing.source import ReadSource, SourceLine
from publist.model.paper import Paper
from publist.model.problems import Problem, error, errors_in, warning
from publist.text import citation_keys
from publist.text.slugs import slugify

_SLUG_LENGTH = 60
_LEADING_ON = frozenset("a an and as at by for from in into is of on or the to towards via with".split())
_TAG = re.compile(r"</?(?:sup|sub)>")
_MAY_DIFFER = frozenset(("category", "review", "key"))


class SourceRecords(NamedTuple):
    """What the sources of an import say, by stem and source."""

    records: dict[str, dict[str, Fields]]
    abstracts: dict[str, str]
    """Digest to text."""
    order: dict[str, int]
    """The order in which sources were first imported."""
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]


class _Row(NamedTuple):
    fields: Fields
    identity: Identity
    place: SourceLine


def source_records(readings: Sequence[ReadSource], known: Known) -> SourceRecords:
    """Give every paper of the sources its stem: a known one where it is recognised, else a new one."""
    said = SourceRecords({}, {}, {name: source.order for name, source in known.sources.items()}, (), ())
    missing: list[Missing] = []
    problems: list[Problem] = []
    everyone = _AllIdentities(known)
    taken = set(known.taken)
    for reading in readings:
        said.order.setdefault(reading.source.name, max(said.order.values(), default=0) + 1)
        rows = _without_repeats(_rows(reading, said.abstracts, problems), problems)
        stems = _recognised(rows, reading.source.name, known, everyone)
        for number, row in rows.items():
            stem = stems.get(number)
            if stem is None:
                stem = _new_stem(row, taken)
                taken.add(stem)
            everyone.add(stem, row.identity)
            said.records.setdefault(stem, {})[reading.source.name] = row.fields
        if reading.whole and not errors_in(reading.problems):
            missing += _missing(reading.source.name, known, said)
    return said._replace(missing=tuple(missing), problems=tuple(problems))


class _AllIdentities:
    """Every identity that a known paper has: in its file, and in what each source says. Found out when asked for."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._found: list[tuple[str, Identity]] | None = None
        self._new: list[tuple[str, Identity]] = []

    def add(self, stem: str, identity: Identity) -> None:
        """A paper of this import."""
        self._new.append((stem, identity))

    def but(self, taken: Collection[str]) -> list[tuple[str, Identity]]:
        """The stems and identities of all papers but those."""
        if self._found is None:
            files = [(stem, identity(file.fields)) for stem, file in self._known.files.items() if file.paper]
            records = self._known.records.items()
            said = [(stem, identity(record)) for stem, by in records for record in by.values()]
            joined = [(stem, who) for stem, who in said if stem in self._known.joined]  # a version before its work
            self._found = joined + files + said
        return [(stem, identity) for stem, identity in (*self._found, *self._new) if stem not in taken]


def _recognised(rows: Mapping[str, _Row], source: str, known: Known, everyone: _AllIdentities) -> dict[str, str]:
    """The stems of the rows that are known: as this source's own of the last time, else as anyone's."""
    last = [(stem, by[source]) for stem, by in known.records.items() if source in by]
    same = {record_key(record): stem for stem, record in last}
    found = {number: same[key] for number, row in rows.items() if (key := record_key(row.fields)) in same}
    taken = set(found.values())
    left = {number: row.identity for number, row in rows.items() if number not in found}
    if left:
        before = [(stem, identity(record)) for stem, record in last if stem not in taken]
        found |= pairs(left, before, WITHIN_A_SOURCE)
        left = {number: row.identity for number, row in rows.items() if number not in found}
    if left:
        found |= pairs(left, everyone.but(set(found.values())), BETWEEN_SOURCES)
    return found


def record_key(record: Fields) -> str:
    """A text that equal records share."""
    return repr(sorted(record.items()))


def _rows(reading: ReadSource, abstracts: dict[str, str], problems: list[Problem]) -> dict[str, _Row]:
    rows = {}
    lines = (*reading.lines, *[0] * (len(reading.papers) - len(reading.lines)))
    for number, (paper, line) in enumerate(zip(reading.papers, lines, strict=True)):
        place, abstract = reading.place(line), front_matter.body_of(paper.abstract)
        fields = _checked(paper._replace(abstract=abstract), place, problems, alone=len(reading.papers) == 1)
        if fields:
            if abstract:
                abstracts[str(fields["abstract"])] = abstract
            rows[str(number)] = _Row(fields, identity(fields), place)
    return rows


def _checked(paper: Paper, place: SourceLine, problems: list[Problem], *, alone: bool) -> Fields:
    """What the paper's file would say, so that what is written reads back the same; nothing without a title.

    A source whose paper is ``alone`` is refused then.
    """
    faults: list[Fault] = []
    values = PAPER.values(paper_file.values_of(paper), (), faults)
    for fault in faults:
        left_out = "left out: " if fault.severity == "error" else ""
        problems.append(warning(*place, 0, left_out + fault.message, fault.hint))
    if (key := citation_keys.clean(paper.key)) != paper.key:
        message = f"the citation key {paper.key} cannot be written in BibTeX: exports have {key or 'another'} instead"
        problems.append(warning(*place, 0, message, "give the paper a `key:` of letters, digits and - _ . : + / &"))
    if values.get("title"):
        return fields_from(PAPER.written(values), paper.abstract)
    problems.append((error if alone else warning)(*place, 0, "a paper without a title cannot be imported"))
    return {}


def _without_repeats(rows: Mapping[str, _Row], problems: list[Problem]) -> dict[str, _Row]:
    """A paper that stands twice in a source is taken once, with all that is said of it, if that agrees."""
    kept: dict[str, _Row] = {}
    by_title: dict[str, list[str]] = {}
    for number, row in rows.items():
        alike = by_title.setdefault(row.identity.title, [])
        first = next((other for other in alike if _agree(row, kept[other])), None)
        if first is None:
            kept[number] = row
            alike.append(number)
        else:
            problems.append(_repeated(row.place, kept[first].place))
            kept[first] = _united(kept[first], row)
    return kept


def _repeated(place: SourceLine, first: SourceLine) -> Problem:
    where = f"line {first[1]}" if first[0] == place[0] and first[1] else ":".join(str(part) for part in first if part)
    return warning(*place, 0, f"the paper of {where} stands here again; it is imported once")


def _united(first: _Row, again: _Row) -> _Row:
    """The first row with what only the other one says."""
    said, more = first.fields, again.fields
    if more.keys() <= said.keys():
        return first
    fields = {**more, **said}
    return _Row(fields, identity(fields), first.place)


def _agree(one: _Row, other: _Row) -> bool:
    if not same_entry(one.identity, other.identity):
        return False
    said, again = one.fields, other.fields
    return all(said[field] == again[field] for field in said.keys() & again.keys() - _MAY_DIFFER)


def _new_stem(row: _Row, taken: Iterable[str]) -> str:
    """A free name made of the title's words; of two papers of one title the second has its year, or a number."""
    base = stem_of(row.fields)
    year = f"{base}-{row.identity.year}" if row.identity.year else base
    number = 2
    stem = base if base not in taken else year
    while stem in taken:
        stem, number = f"{base}-{number}", number + 1
    return stem


def stem_of(fields: Fields) -> str:
    """The name that a paper's title gives its file, if no other paper has it."""
    return _short(slugify(_TAG.sub("", str(fields["title"]))))


def _short(slug: str) -> str:
    """A slug's first words, not broken off after one that leads on to the next."""
    words = slug[: _SLUG_LENGTH + 1].split("-")
    if len(slug) <= _SLUG_LENGTH or len(words) < 3:
        return slug[:_SLUG_LENGTH].strip("-")
    words.pop()
    while len(words) > 1 and words[-1] in _LEADING_ON:
        words.pop()
    return "-".join(words)


def _missing(source: str, known: Known, said: SourceRecords) -> Iterator[Missing]:
    for stem, by_source in sorted(known.records.items()):
        work = known.joined.get(stem, stem)
        if source in by_source and work in known.files and source not in said.records.get(stem, ()):
            yield Missing(work, source)

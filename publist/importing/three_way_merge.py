"""The three-way merge of one paper, field by field: last import, what the sources say now, what the file says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publist.content.paper_file import values_of
from publist.content.schema.kinds import Fault
from publist.content.schema.paper import PAPER
from publist.importing.ledger import SourceRecord, digest_of
from publist.model.paper import Paper, Plain

Flat = dict[str, Plain]
"""Values by field; the entries of ``links`` and ``extra`` are fields of their own (``links.pdf``)."""

_NESTED = ("links", "extra")


class Conflict(NamedTuple):
    """A field that both sides changed; None where a side has no such field."""

    field: str
    yours: Plain
    theirs: Plain


class Merge(NamedTuple):
    """What to do to the file: fields to set (None: to remove), and what stays although the source differs."""

    take: Flat
    conflicts: tuple[Conflict, ...]


def merge(base: Mapping[str, Plain], theirs: Mapping[str, Plain], yours: Mapping[str, Plain]) -> Merge:
    """Take what the source changed and you did not; all else stays as it is in the file.

    A citation key that the source no longer says stays, too: people cite by it.
    """
    take: Flat = {}
    conflicts = []
    for field in [*theirs, *(field for field in base if field not in theirs)]:
        before, new, now = base.get(field), theirs.get(field), yours.get(field)
        if new in (before, now) or (field == "key" and new is None):
            continue
        if now == before:
            take[field] = new
        else:
            conflicts.append(Conflict(field, now, new))
    if take.get("et_al") and yours.get("authors") != theirs.get("authors") and "authors" not in take:
        del take["et_al"]  # the source cuts its own list short, not the one in your file
    return Merge(take, tuple(conflicts))


def record_of(paper: Paper) -> SourceRecord:
    """A paper as the ledger keeps it."""
    record = values_of(paper)
    if paper.abstract:
        record["abstract"] = digest_of(paper.abstract)
    return record


def paper_of(record: Mapping[str, Plain], abstract: str = "") -> Paper:
    """The paper that a record describes, with the abstract given."""
    faults: list[Fault] = []
    values = PAPER.values({name: value for name, value in record.items() if name != "abstract"}, (), faults)
    return Paper(**{"title": "", **values, "abstract": abstract})


def flat(record: Mapping[str, Plain]) -> Flat:
    """The record with the entries of links and extra as fields of their own."""
    fields: Flat = {}
    for name, value in record.items():
        if name in _NESTED and isinstance(value, dict):
            fields.update({f"{name}.{label}": item for label, item in value.items()})
        else:
            fields[name] = value
    return fields


def nested(fields: Mapping[str, Plain]) -> SourceRecord:
    """The opposite of ``flat``."""
    record: SourceRecord = {}
    for field, value in fields.items():
        name, dot, entry = field.partition(".")
        if dot and name in _NESTED:
            inside = record.setdefault(name, {})
            assert isinstance(inside, dict)  # noqa: S101 - a field of this name is only ever made above
            inside[entry] = value
        else:
            record[field] = value
    return record


def top_level(yours: Mapping[str, Plain], take: Mapping[str, Plain]) -> dict[str, Plain]:
    """Fields to take as top-level keys: an entry of links or extra brings the whole mapping as it will be."""
    after = nested({field: value for field, value in {**yours, **take}.items() if value is not None})
    keys = dict.fromkeys(field.partition(".")[0] if field not in after else field for field in take)
    return {key: after.get(key) for key in keys if key != "abstract"}


def combine(records: Sequence[Mapping[str, Plain]]) -> Flat:
    """What several sources say together, the first imported first.

    A later source fills what the earlier ones leave open. It is preferred for a field that an earlier one
    doubts (``review``), for authors that an earlier one cuts short (``et_al``), and for a date that it knows
    more exactly.
    """
    if len(records) == 1:
        return flat(records[0])
    fields: Flat = {}
    sides = [flat(record) for record in records]
    for field in dict.fromkeys(name for side in sides for name in side):
        side = _deciding_side(field, sides)
        if field not in ("review", "et_al"):
            fields[field] = side[field]
    if "status" in fields and "date" in fields and "status" not in _deciding_side("date", sides):
        del fields["status"]  # what has appeared is no longer in press
    authors = _deciding_side("authors", sides) if "authors" in fields else sides[0]
    if "et_al" in authors:
        fields["et_al"] = authors["et_al"]
    if "date" in fields:
        fields["date"] = _exact_date(str(fields["date"]), sides)
    doubts: list[Plain] = [field for field in fields if _doubts(_deciding_side(field, sides), field)]
    return fields | {"review": doubts} if doubts else fields


def _deciding_side(field: str, sides: list[Flat]) -> Flat:
    """The side whose word counts for a field."""
    having = [side for side in sides if field in side]
    sure = [side for side in having if not _doubts(side, field)] or having
    whole = [side for side in sure if "et_al" not in side] if field == "authors" else sure
    return (whole or sure)[0]


def _doubts(side: Flat, field: str) -> bool:
    review = side.get("review")
    return isinstance(review, list) and field in review


def _exact_date(date: str, sides: list[Flat]) -> str:
    finer = [str(side["date"]) for side in sides if str(side.get("date", "")).startswith(f"{date}-")]
    return max(finer, key=len, default=date)

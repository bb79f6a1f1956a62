"""The three-way merge of one paper, field by field: last import, what the sources say now, what the file says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from publist.importing.fields import Fields
from publist.model.paper import Plain


class Conflict(NamedTuple):
    """A field that both sides changed; None where a side has no such field."""

    field: str
    yours: Plain
    theirs: Plain


class Merge(NamedTuple):
    """What to do to the file: fields to set (None: to remove), and what stays although the source differs."""

    take: Fields
    conflicts: tuple[Conflict, ...]


def merge(base: Fields, theirs: Fields, yours: Fields) -> Merge:
    """Take what the source changed and you did not; all else stays as it is in the file.

    A citation key that the source no longer says stays, too: people cite by it.
    """
    take: Fields = {}
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


def combine(sides: Sequence[Fields]) -> Fields:
    """What several sources say together, the first imported first.

    A later source fills what the earlier ones leave open. It is preferred for a field that an earlier one
    doubts (``review``), for authors that an earlier one cuts short (``et_al``), and for a date that it knows
    more exactly.
    """
    if len(sides) == 1:
        return sides[0]
    fields: Fields = {}
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


def _deciding_side(field: str, sides: Sequence[Fields]) -> Fields:
    """The side whose word counts for a field."""
    having = [side for side in sides if field in side]
    sure = [side for side in having if not _doubts(side, field)] or having
    whole = [side for side in sure if "et_al" not in side] if field == "authors" else sure
    return (whole or sure)[0]


def _doubts(side: Fields, field: str) -> bool:
    review = side.get("review")
    return isinstance(review, list) and field in review


def _exact_date(date: str, sides: Sequence[Fields]) -> str:
    finer = [str(side["date"]) for side in sides if str(side.get("date", "")).startswith(f"{date}-")]
    return max(finer, key=len, default=date)

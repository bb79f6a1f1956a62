"""The rule by which two versions of a work become one paper: the publication leads, and what is yours comes first.

Type, date, venue, DOI and all else that belongs to a printing come from the publication (of two of a kind, from the
paper that stays); the other version keeps its own under ``versions``, with the name of the former page. Lists and
links are put together. Of other fields that counts which was edited by hand, then that of the paper that stays;
the title is the publication's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from publist.content.schema.paper import WORD_LISTS
from publist.importing.fields import Fields
from publist.importing.three_way_merge import Conflict
from publist.model.paper import Plain

PRINTED = frozenset(
    """type date status venue venue_short volume issue pages publisher place edition series number chapter genre event
    editors doi isbn issn pmid pmcid""".split()
)
_VERSION = ("type", "title", "date", "venue", "volume", "issue", "pages", "publisher", "doi", "arxiv", "key")
"""What an entry of ``versions`` can say."""
_LISTS = WORD_LISTS | {"corrections"}
_EITHER = frozenset(("code", "featured"))
_UNPRINTED = frozenset(("article", "manuscript", "report", "post", "webpage", "document"))


class Side(NamedTuple):
    """One of the two papers: what it says, and which fields of it were edited by hand."""

    fields: Fields
    edited: Collection[str] = ()


class Joined(NamedTuple):
    """The paper of both, and what of the other could stand nowhere in it."""

    fields: Fields
    left: tuple[Conflict, ...]


def work_of(members: Iterable[tuple[str, Fields]]) -> Fields:
    """What several papers, by the names of their pages, say of the one work that they are; the first stays."""
    work: Fields = {}
    for slug, fields in members:
        work = join(Side(work), Side(fields), slug).fields if work and fields else work or fields
    return work


def join(yours: Side, other: Side, slug: str) -> Joined:
    """One paper of two. ``slug`` is the name of the other's page, which goes."""
    lead, rest = (other, yours) if _is_ahead(other.fields, yours.fields) else (yours, other)
    names = [name for name in dict.fromkeys([*yours.fields, *other.fields]) if name not in ("versions", "et_al")]
    fields: Fields = {}
    for name in names:
        value = _value(name, yours, other, lead, rest)
        if value is not None:
            fields[name] = value
    if "et_al" in _authors(yours, other).fields:
        fields["et_al"] = "true"
    fields["versions"] = _versions(yours.fields, other.fields, _version(fields, lead.fields, rest.fields, slug))
    return Joined(fields, tuple(_left(fields, yours.fields, other.fields, rest.fields)))


def is_printed(kind: str) -> bool:
    """Whether papers of this type have been published."""
    return kind not in _UNPRINTED


def _is_ahead(other: Fields, yours: Fields) -> bool:
    """Whether the other is printed and yours is not."""
    return is_printed(str(other.get("type", "article"))) and not is_printed(str(yours.get("type", "article")))


def _value(name: str, yours: Side, other: Side, lead: Side, rest: Side) -> Plain:
    if name in _LISTS:
        return _together(yours.fields.get(name), other.fields.get(name))
    if name == "status" and name not in lead.fields and "date" in lead.fields:
        return None  # what has appeared is no longer in press
    if name == "added":  # the work is in the list since the first of the two is
        return min(str(side.fields[name]) for side in (yours, other) if name in side.fields)
    if name == "draft":
        return yours.fields.get(name) if name in other.fields else None
    if name == "type" or (name in PRINTED and name != "date" and not _alike(lead.fields, rest.fields)):
        return lead.fields.get(name)
    if name in PRINTED:
        return lead.fields.get(name, rest.fields.get(name))
    if name == "authors":
        return _authors(yours, other).fields.get(name)
    first, second = (lead, rest) if name == "title" else (yours, other)
    if name in yours.edited or (name in other.edited and name not in yours.fields):
        first, second = yours, other
    elif name in other.edited:
        first, second = other, yours
    return first.fields.get(name, second.fields.get(name))


def _alike(lead: Fields, rest: Fields) -> bool:
    """Whether both describe one printing, so that the one may fill what the other leaves open."""
    same = all(lead.get(name) == rest[name] for name in ("doi", "venue") if name in rest and name in lead)
    return same and lead.get("type", "article") == rest.get("type", "article")


def _authors(yours: Side, other: Side) -> Side:
    """The side whose authors count: edited by hand, else not cut short, else yours."""
    sides = [side for side in (yours, other) if "authors" in side.fields] or [yours]
    edited = [side for side in sides if "authors" in side.edited]
    whole = [side for side in sides if "et_al" not in side.fields]
    return (edited or whole or sides)[0]


def _together(yours: Plain, other: Plain) -> Plain:
    """Both lists, each item once."""
    first, second = (value if isinstance(value, list) else [] for value in (yours, other))
    return [*first, *(item for item in second if item not in first)]


def _version(fields: Fields, lead: Fields, rest: Fields, slug: str) -> dict[str, Plain]:
    """The version that does not lead: what it says otherwise than the paper does. People may cite by either key."""
    own = {"type": "article", **rest}
    if rest.get("key") == fields.get("key") and "key" in lead:
        own["key"] = lead["key"]
    paper = {"type": "article", **fields}
    differing = {name: own[name] for name in _VERSION if name in own and own[name] != paper.get(name)}
    if differing.keys() - {"key"}:
        differing |= {name: own[name] for name in ("type", "date", "arxiv") if name in own}
    return {name: differing[name] for name in _VERSION if name in differing} | {"slug": slug}


def _versions(yours: Fields, other: Fields, entry: dict[str, Plain]) -> list[Plain]:
    """The versions of both with this one; the former page of an entry is named once."""
    known = _together(yours.get("versions"), other.get("versions"))
    assert isinstance(known, list)  # noqa: S101 - two lists together are a list
    kept = [one for one in known if not isinstance(one, dict) or one.get("slug") != entry["slug"]]
    return [*kept, entry]


def _left(fields: Fields, yours: Fields, other: Fields, rest: Fields) -> Iterable[Conflict]:
    """What one of the papers said and the new one says nowhere."""
    for side in (yours, other):
        for name, value in side.items():
            kept = fields.get(name)
            in_version = name == "key" or (name in _VERSION and side is rest)
            if name in _LISTS or name in ("versions", "et_al", "draft", "added") or kept == value or in_version:
                continue
            if not (name == "authors" and "et_al" in side):
                yield Conflict(name, kept, value)


def edited_fields(fields: Fields, said: Fields) -> frozenset[str]:
    """What of a file is otherwise than its sources say; nothing where no source has it.

    The date on which the import ``added`` the paper is no edit.
    """
    told = said if "added" in said else {name: value for name, value in fields.items() if name == "added"} | said
    return frozenset(name for name in {*fields, *told} if fields.get(name) != told.get(name)) if said else frozenset()

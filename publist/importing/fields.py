"""A paper as fields: the one form that it has from the check of a source to the file, in the ledger and each merge."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from publist.content.paper_file import values_of
from publist.content.schema.paper import PAPER
from publist.model.paper import Paper, Plain

Fields = dict[str, Plain]
"""Front matter as the writer gives it, by field, never changed in place; ``abstract`` is a digest.

The entries of ``links`` and ``extra`` are fields of their own (``links.pdf``), so that each is merged by itself.
"""

_MAPPINGS = ("links", "extra")


def fields_of(paper: Paper) -> Fields:
    """What a paper says."""
    return fields_from(values_of(paper), paper.abstract)


def fields_from(front_matter: Mapping[str, Plain], abstract: str = "") -> Fields:
    """What front matter says as the writer gives it, and the abstract under it."""
    fields: Fields = {}
    for name, value in front_matter.items():
        if name in _MAPPINGS and isinstance(value, dict):
            fields.update({f"{name}.{label}": item for label, item in value.items()})
        else:
            fields[name] = value
    return fields | {"abstract": digest_of(abstract)} if abstract else fields


def digest_of(text: str) -> str:
    """The digest that stands for a long text."""
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def front_matter_of(fields: Mapping[str, Plain]) -> dict[str, Plain]:
    """The opposite of ``fields_from``; the digest of the abstract is still there."""
    values: dict[str, Plain] = {}
    for field, value in fields.items():
        name, dot, entry = field.partition(".")
        if dot and name in _MAPPINGS:
            inside = values.setdefault(name, {})
            assert isinstance(inside, dict)  # noqa: S101 - a field of this name is only ever made above
            inside[entry] = value
        else:
            values[field] = value
    return values


def paper_of(fields: Fields, abstract: str = "") -> Paper:
    """The paper that the fields describe, with the abstract given."""
    front_matter = front_matter_of({field: value for field, value in fields.items() if field != "abstract"})
    values = PAPER.values(front_matter, (), [])
    return Paper(**{"title": "", **values, "abstract": abstract})


def changed_keys(yours: Fields, take: Fields) -> dict[str, Plain]:
    """The keys of a file that change with fields to take (None: to remove), each whole as it will be."""
    after = front_matter_of({field: value for field, value in {**yours, **take}.items() if value is not None})
    keys = dict.fromkeys(field.partition(".")[0] if field not in after else field for field in take)
    return {key: after.get(key) for key in keys if key != "abstract"}

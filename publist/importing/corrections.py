"""What a corrected paste replaces: papers that its first try made, and that nobody has edited since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from publist import formats
from publist.content.paper_file import write
from publist.importing.fields import Fields
from publist.importing.join_versions import edited_fields
from publist.importing.known_papers import Known, combined_record
from publist.importing.report import text_of
from publist.importing.source import ReadSource
from publist.importing.source_papers import SourceRecords, stem_of

_Value = TypeVar("_Value")
_WORD = re.compile(r"\w+")
_SHARED = 0.6
"""The share of words that a paper has in common with itself, read rightly and read wrongly."""


def replaced_by(
    readings: Sequence[ReadSource], said: SourceRecords, known: Known, accompanied: Collection[str] = ()
) -> frozenset[str]:
    """The stems whose files go, since what they hold was read wrongly and is read otherwise now.

    Only papers of pasted sources, and only files as the import wrote them, with nothing beside them:
    ``accompanied`` names stems that have a PDF.
    """
    stems = (stem for reading in readings for stem in _corrected(reading, said, known))
    return frozenset(stem for stem in stems if stem not in accompanied and _is_untouched(stem, known))


def _corrected(reading: ReadSource, said: SourceRecords, known: Known) -> Iterator[str]:
    form, before = formats.named(reading.format), known.sources.get(reading.source.name)
    if not (form and form.pasted and before and reading.papers):
        return
    own = {stem: by[reading.source.name] for stem, by in known.records.items() if by.keys() == {reading.source.name}}
    now = {stem: by[reading.source.name] for stem, by in said.records.items() if reading.source.name in by}
    new = [_words(record) for stem, record in now.items() if stem not in known.records]
    for stem, record in own.items():
        if stem in now:
            named_otherwise = stem_of(record) != stem_of(now[stem])
            if named_otherwise and stem.startswith(stem_of(record)):
                yield stem
        elif before.format != reading.format or any(_alike(_words(record), other) for other in new):
            yield stem


def _words(record: Fields) -> frozenset[str]:
    """The words of title, authors and venue, in whichever of them they stand."""
    said = " ".join(text_of(record.get(field)) for field in ("title", "authors", "venue"))
    return frozenset(_WORD.findall(said.casefold()))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SHARED * len(one | other)


def _is_untouched(stem: str, known: Known) -> bool:
    """Whether the file is what the import wrote, to the letter."""
    file = known.files.get(stem)
    if file is None or file.paper is None or len(known.members(stem)) > 1 or stem in known.joined:
        return False
    order = {name: source.order for name, source in known.sources.items()}
    base = combined_record(known.records[stem], order, known.keys.get(stem, ""))
    return not edited_fields(file.fields, base) and write(file.paper) == file.text


def without(known: Known, stems: Collection[str]) -> Known:
    """What is known but for these papers, whose names are free again."""
    if not stems:
        return known

    def kept(values: Mapping[str, _Value]) -> dict[str, _Value]:
        return {stem: value for stem, value in values.items() if stem not in stems}

    taken = known.taken - {stem.lower() for stem in stems}
    return known._replace(
        files=kept(known.files), records=kept(known.records), keys=kept(known.keys), taken=frozenset(taken)
    )

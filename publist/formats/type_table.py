"""How types of work map, both ways, as the docs print it."""

from __future__ import annotations

from collections.abc import Mapping

from publist.formats import ris_tags, work_types
from publist.formats.bibtex import entry_types
from publist.model.paper import CSL_TYPES

_HEAD = "| type | BibTeX | BibLaTeX | RIS | read as well |\n|---|---|---|---|---|\n"


def types_table() -> str:
    """A row for each CSL type: what it is written as, and what else is read as it."""
    rows = [
        f"| {csl} | {_written(entry_types.CLASSIC, csl)} | {_written(entry_types.BIBLATEX, csl)} "
        f"| {ris_tags.FROM_CSL.get(csl, 'GEN')} | {', '.join(_others(csl))} |\n"
        for csl in sorted(CSL_TYPES)
    ]
    return _HEAD + "".join(rows)


def _written(types: Mapping[str, str], csl: str) -> str:
    own = f"@{types.get(csl, 'misc')}"
    return f"{own}, @proceedings, @manual" if csl == "book" else own


def _others(csl: str) -> list[str]:
    """Entry types, reference types and types of other systems that mean the same, each once."""
    written = {entry_types.CLASSIC.get(csl), entry_types.BIBLATEX.get(csl), ris_tags.FROM_CSL.get(csl)}
    entries = [f"@{name}" for name, found in entry_types.TO_CSL.items() if found == csl and name not in written]
    tags = [tag for tag, found in ris_tags.TO_CSL.items() if found == csl and tag not in written]
    return [*entries, *tags, *work_types.names_of(csl)]

"""content/imports.json: what each source said last about each paper.

A JSON array with one object a line, each line whole in itself and the lines sorted, so that git merges two
branches line by line (with ``merge=union`` in .gitattributes also where both add at one place); a line that
stands twice after such a merge is read without harm. Abstracts are kept as digests.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from publist.importing.fields import Fields, fields_from, front_matter_of
from publist.model.problems import Problem, error
from publist.text.characters import cleaned, name_of

_HEADER = '[{"publist imports": 1}'
_FOOTER = "]"
_HINT = "take content/imports.json from a commit where it was whole; it is written by imports, not by hand"


class ImportedSource(NamedTuple):
    """A source at its last import. ``digest`` is empty where not all of it could be imported."""

    name: str
    format: str
    digest: str
    reader: str
    """What read it: a source is read again when the reader has changed."""
    order: int
    """Its place in the order of first imports: what an earlier source says goes before what a later one says."""
    papers: int = 0


class Ledger(NamedTuple):
    """Sources by name, records by paper (stem of its file) and source, and papers that were joined with another.

    A joined paper has no file any more: what its sources say goes to the paper that it is a version of.
    ``keys`` are the citation keys that were made for papers when no source said one. ``begun`` is the day on which
    the list began with an import, where a command of that day made it.
    """

    sources: dict[str, ImportedSource]
    records: dict[str, dict[str, Fields]]
    joined: Mapping[str, str] = {}
    keys: Mapping[str, str] = {}
    pieces: Mapping[str, str] = {}
    """What else was moved from another site (a page, an entry of a file), by its place: its text, or its digest."""
    begun: str = ""


EMPTY = Ledger({}, {}, {}, {})
_PAIRS = {"joined": "into", "made for": "key", "piece": "text", "begun": "on"}
"""Lines that say one thing of a paper or a piece: the member with its name, and the member with what is said."""
_LIST = "list"
"""The name under which the whole list has begun."""


def read(text: str, *, path: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger; a damaged one is an error, never an empty ledger (that would bring deleted papers back)."""
    ledger, pairs = Ledger({}, {}), _no_pairs()
    for number, line in enumerate(text.split("\n"), 1):
        problem = _take(line.rstrip("\r"), number, ledger, pairs)
        if problem:
            return EMPTY, (error(path, number, 1, problem, _HINT),)
    made, pieces, begun = pairs["made for"], pairs["piece"], pairs["begun"].get(_LIST, "")
    return ledger._replace(joined=pairs["joined"], keys=made, pieces=pieces, begun=begun), ()


def read_sources(lines: Iterable[str]) -> dict[str, ImportedSource]:
    """The sources alone, from the beginning of the file; nothing where it is not as it should be."""
    ledger = Ledger({}, {})
    for number, line in enumerate(lines, 1):
        if line.startswith(tuple(f',{{"{kind}"' for kind in ("paper", *_PAIRS))):
            break
        if _take(line.rstrip("\r\n"), number, ledger, _no_pairs()):
            return {}
    return ledger.sources


def write(ledger: Ledger) -> str:
    """The text of the file; the same ledger gives the same bytes."""
    lines = [_HEADER]
    lines += [
        _line({"source": name, **source._asdict()}, drop="name") for name, source in sorted(ledger.sources.items())
    ]
    lines += [
        _line({"paper": stem, "source": source, "record": front_matter_of(record)})
        for stem, by_source in sorted(ledger.records.items())
        for source, record in sorted(by_source.items())
    ]
    begun = {_LIST: ledger.begun} if ledger.begun else {}
    said = {"joined": ledger.joined, "made for": ledger.keys, "piece": ledger.pieces, "begun": begun}
    for kind, pairs in said.items():
        lines += [_line({kind: stem, _PAIRS[kind]: said}) for stem, said in sorted(pairs.items())]
    return "\n".join((*lines, _FOOTER, ""))


def _line(row: Mapping[str, Any], drop: str = "") -> str:
    return "," + json.dumps({key: value for key, value in row.items() if key != drop}, ensure_ascii=False)


def _no_pairs() -> dict[str, dict[str, str]]:
    return {kind: {} for kind in _PAIRS}


def _take(line: str, number: int, ledger: Ledger, pairs: Mapping[str, dict[str, str]]) -> str:
    """Add what a line says to the ledger or to the pairs; what is wrong with the line, or nothing."""
    if number == 1:
        return "" if line == _HEADER else "this is no ledger of this version of publist"
    if line in (_FOOTER, ""):
        return ""
    unfit: set[str] = set()
    try:
        row = json.loads(line[1:]) if line.startswith(",") else None
        cleaned(row, unfit)
    except (ValueError, RecursionError):
        row = None
    if unfit:
        return f"the character {name_of(min(unfit))} cannot stand in a file"
    if isinstance(row, dict) and (_take_pair(row, pairs) or _take_row(row, ledger)):
        return ""
    return "a conflict of a merge is not resolved" if line[:7] in ("<<<<<<<", "=======", ">>>>>>>") else "broken line"


def _take_pair(row: dict[str, Any], pairs: Mapping[str, dict[str, str]]) -> bool:
    for kind, other in _PAIRS.items():
        if isinstance(stem := row.get(kind), str) and isinstance(said := row.get(other), str):
            pairs[kind][stem] = said
            return True
    return False


def _take_row(row: dict[str, Any], ledger: Ledger) -> bool:
    name = row.get("source")
    if not isinstance(name, str):
        return False
    if "paper" in row:
        stem, record = row["paper"], row.get("record")
        if not isinstance(stem, str) or not isinstance(record, dict):
            return False
        ledger.records.setdefault(stem, {})[name] = fields_from(record)
        return True
    source = _source(name, row)
    if source is None:
        return False
    known = ledger.sources.get(name)
    # Two states after a merge of two branches: neither can be trusted to be that of the merged source.
    ledger.sources[name] = source if known in (None, source) else source._replace(digest="")
    return True


def _source(name: str, row: dict[str, Any]) -> ImportedSource | None:
    texts = [row.get(key) for key in ("format", "digest", "reader")]
    numbers = [row.get(key) for key in ("order", "papers")]
    if all(isinstance(text, str) for text in texts) and all(type(number) is int for number in numbers):
        return ImportedSource(name, *texts, *numbers)  # type: ignore[arg-type]  # the line above has looked
    return None

"""What entries say once macros, crossref and xdata are resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from publist.formats.bibtex.blocks import BibEntry, Field, Sliced
from publist.formats.bibtex.macros import Macros, TooLongError
from publist.formats.dates_in_words import month_number
from publist.model.problems import Problem, error, warning

_OWN = frozenset(
    """crossref xref xdata key ids label options presort related sortkey sortname sorttitle shorttitle title subtitle
    titleaddon abstract keywords note annote annotation file doi url eprint pages author authors timestamp owner
    isbn10 entrysubtype type""".split()
)
"""Fields that an entry has of itself or not at all: a crossref does not hand them down."""
_PARTS = frozenset(
    ("inproceedings", "conference", "incollection", "inbook", "suppbook", "suppcollection", "inreference", "bookinbook")
)
_VOLUMES = frozenset(("book", "collection", "proceedings", "reference"))
"""What volumes of a work of several volumes (``mvbook``, ``mvproceedings``) are."""


class ResolvedEntry(NamedTuple):
    """An entry as texts: field to LaTeX text, without empty ones. ``doubts`` are fields that were mended."""

    type: str
    key: str
    line: int
    values: dict[str, str]
    doubts: tuple[str, ...] = ()


class ResolvedEntries(NamedTuple):
    """The entries of a file that are publications, and what was wrong with any."""

    records: tuple[ResolvedEntry, ...]
    problems: tuple[Problem, ...]


def records(cut: Sliced, source: str) -> ResolvedEntries:
    """The publications among the blocks."""
    known = Macros(cut.blocks, source)
    problems = known.problems
    entries = _of_bounded_length(
        [block for block in cut.blocks if isinstance(block, BibEntry)], known, source, problems
    )
    _unique_keys(entries, source, problems)
    inherited = _Inheritance(entries, source)
    done = [inherited.whole(record) for record in entries if record.type not in ("xdata", "set")]
    problems += inherited.problems
    problems += _unused(entries, inherited.used, source)
    return ResolvedEntries(tuple(done), tuple(problems))


def _of_bounded_length(
    entries: Iterable[BibEntry], known: Macros, source: str, problems: list[Problem]
) -> list[ResolvedEntry]:
    """The entries as texts; one of which macros make too much is left out, as the text would not be its own."""
    found = []
    for entry in entries:
        try:
            found.append(_evaluated(entry, known, source, problems))
        except TooLongError as wrong:
            message = f"the entry {entry.key} is left out: {wrong}"
            problems.append(error(source, entry.line, 0, message, "write the text where it is needed"))
    return found


def _evaluated(entry: BibEntry, known: Macros, source: str, problems: list[Problem]) -> ResolvedEntry:
    values: dict[str, str] = {}
    again = Counter[str]()
    doubts = list(entry.doubts)
    for field in entry.fields:
        text = _text(field, known, source, problems)
        if field.name in values and " ".join(text.split()) != " ".join(values[field.name].split()):
            message = f"a second {field.name} in the entry {entry.key}; the first is taken, this one kept beside it"
            problems.append(warning(source, field.line, 0, message))
            doubts.append(field.name)
            values.setdefault(_free(field.name, values, again), text)
        elif field.name in values:
            problems.append(warning(source, field.line, 0, f"{field.name} stands twice in the entry {entry.key}"))
        elif text.strip():
            values[field.name] = text
    return ResolvedEntry(entry.type, entry.key, entry.line, values, tuple(doubts))


def _text(field: Field, known: Macros, source: str, problems: list[Problem]) -> str:
    undefined: list[str] = []
    text = known.value(field.pieces, undefined)
    for name in undefined:
        if field.name != "month" or not month_number(name):
            message = f"the macro {name} is not defined; {field.name} keeps it as text"
            problems.append(warning(source, field.line, 0, message, f'define it: @string{{{name} = "…"}}'))
    return text


def _free(name: str, values: Mapping[str, str], again: Counter[str]) -> str:
    """A name for another value of a field; ``again`` counts those that there are already."""
    again[name] += 1
    while f"{name}-{again[name] + 1}" in values:
        again[name] += 1
    return f"{name}-{again[name] + 1}"


def _unique_keys(entries: list[ResolvedEntry], source: str, problems: list[Problem]) -> None:
    """Give the second entry of a key a key of its own, with a letter, and mark it for review."""
    lines: dict[str, int] = {}
    for at, record in enumerate(entries):
        first = lines.setdefault(record.key.lower(), record.line)
        if record.key and first != record.line:
            message = f"the key {record.key} is that of the entry in line {first} too"
            problems.append(warning(source, record.line, 0, message, "give one of the two another key"))
            letter = next((char for char in "bcdefghijklmnopqrstuvwxyz" if record.key.lower() + char not in lines), "")
            entries[at] = record._replace(key=record.key + letter, doubts=(*record.doubts, "key"))
            lines.setdefault(record.key.lower() + letter, record.line)


def _unused(entries: Iterable[ResolvedEntry], used: set[str], source: str) -> list[Problem]:
    return [
        warning(source, record.line, 0, f"the entry {record.key} (@{record.type}) is no publication and is left out")
        for record in entries
        if record.type in ("xdata", "set") and record.key not in used
    ]


class _Inheritance:
    """Fields handed down by crossref and xdata, wherever the parent stands in the file."""

    def __init__(self, entries: Iterable[ResolvedEntry], source: str) -> None:
        self.source = source
        self.by_key: dict[str, ResolvedEntry] = {}
        for record in entries:
            self.by_key.setdefault(record.key, record)
        self.by_folded = {key.lower(): record for key, record in reversed(self.by_key.items())}
        self.used: set[str] = set()
        self.problems: list[Problem] = []
        self._whole: dict[str, ResolvedEntry] = {}

    def whole(self, record: ResolvedEntry, above: tuple[str, ...] = ()) -> ResolvedEntry:
        """The record with what it inherits; ``above`` are the keys that are being resolved."""
        if "crossref" not in record.values and "xdata" not in record.values:
            return record
        values = dict(record.values)
        for name in ("xdata", "crossref"):
            for key in dict.fromkeys(key.strip() for key in values.get(name, "").split(",") if key.strip()):
                parent = self.parent(record, name, key, above)
                if parent:
                    handed = parent.values if name == "xdata" else _handed_down(parent, record)
                    values = {**handed, **values}
                    values.pop(name, None)
        return record._replace(values=values)

    def parent(self, record: ResolvedEntry, name: str, key: str, above: tuple[str, ...]) -> ResolvedEntry | None:
        found = self.by_key.get(key) or self.by_folded.get(key.lower())
        if found is None or found.key in (*above, record.key) or len(above) > 10:
            what = "there is no such entry" if found is None else "it leads back to itself"
            message = f"{name} of {record.key} names {key}: {what}"
            self.problems.append(warning(self.source, record.line, 0, message))
            return None
        self.used.add(found.key)
        # Each is resolved once: parents of parents of parents would else be as many as there are ways to them.
        if found.key not in self._whole:
            self._whole[found.key] = self.whole(found, (*above, record.key))
        return self._whole[found.key]


def _handed_down(parent: ResolvedEntry, child: ResolvedEntry) -> dict[str, str]:
    """What a child gets by crossref: the parent's title is its book title (BibLaTeX manual, appendix B).

    A subtitle goes with its title alone: a child that names another book gets none.
    """
    child_type = child.type
    handed = {name: text for name, text in parent.values.items() if name not in _OWN}
    into = ("main" if parent.type.startswith("mv") else "book") if child_type in _PARTS | _VOLUMES else ""
    into = "journal" if child_type == "article" else into
    if into and not (into == "book" and child_type in _VOLUMES):
        own = child.values.get(f"{into}title", handed.get(f"{into}title"))
        other = own is not None and own.strip("{} ") != parent.values.get("title", "").strip("{} ")
        for name in ("title",) if other else ("title", "subtitle", "titleaddon"):
            if name in parent.values:
                handed.setdefault(into + name, parent.values[name])
    if child_type == "inbook" and "author" in parent.values:
        handed["author"] = parent.values["author"]
    return handed

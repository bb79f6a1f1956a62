"""What of .bib files comes back when they are read and written: ``python -m tests.benchmarks.roundtrips FILE.bib…``.

Both sides are parsed by bibtexparser, so no reader of ours judges itself. Each field that went in is counted by what
became of it, in each format that is written; with ``--all`` each field that came back otherwise is printed, too.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

import bibtexparser
import rispy

from publist.formats import biblatex, bibtex, csl_json, ris
from publist.formats.dates_in_words import month_number
from publist.model.paper import Paper
from publist.model.settings import Exports
from publist.outputs.downloads.private import without_private
from publist.text import identifiers
from publist.text.decoding import decode

SAME, RENAMED, PARTS, SPELT = "same field", "another field", "its words in several fields", "said otherwise"
KEPT, TOLD, LOST = "kept in the paper's file", "told or to be reviewed", "LOST"
FATES = (SAME, RENAMED, PARTS, SPELT, KEPT, TOLD, LOST)
_SPELT = {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "ı": "i", "đ": "d"}
_LETTER = re.compile(r"\\(ss|aa|AA|ae|AE|oe|OE|[oOlLij])(?![A-Za-z])\s*")
_MACRO = re.compile(r"\\(?:[A-Za-z]+|.)")
_TAG = re.compile(r"</?[a-z]+>")
_STATUS = re.compile(r"in ?press|to appear|accepted|submitted|forthcoming|preparation", re.IGNORECASE)


class Entry(NamedTuple):
    """An entry as bibtexparser reads it, and the lines that it stands in."""

    key: str
    fields: Mapping[str, str]
    first: int
    last: int


class Fate(NamedTuple):
    """What became of a field."""

    file: str
    key: str
    field: str
    value: str
    fate: str


def entries(text: str) -> Iterator[Entry]:
    """The entries of a .bib in their order, also those whose key or field stands twice."""
    for block in bibtexparser.parse_string(text).blocks:
        entry = getattr(block, "ignore_error_block", None) or block
        if isinstance(entry, bibtexparser.model.Entry):
            fields = {field.key.lower(): str(field.value) for field in entry.fields if str(field.value).strip()}
            first = (entry.start_line or 0) + 1
            yield Entry(entry.key, fields, first, first + len((entry.raw or "").splitlines()))


def bare(text: str) -> str:
    """Letters and digits alone, so that braces, accents, dashes and markup make no difference."""
    text = _MACRO.sub("", _LETTER.sub(r"\1", _TAG.sub("", text).replace("^{\\circ}", "°").replace(r"^{\circ}", "°")))
    text = "".join(_SPELT.get(char, char) for char in text)
    plain = "".join(char for char in normalize("NFKD", text) if char.isalnum())
    return plain.casefold()


def _words(text: str) -> set[str]:
    text = text.replace("}{", " ")
    return {word for part in re.split(r"[^\w\\{}'\"~^`=.]+", text) if (word := bare(part)) and word != "and"}


def fate(field: str, value: str, out: Mapping[str, str], kept: str, told: str, review: Collection[str]) -> str:
    """What became of a value: where it stands among the fields that were written."""
    wanted = bare(value)
    if not wanted or wanted in bare(out.get(field, "")):
        return SAME
    if any(wanted in bare(other) for other in out.values()):
        return RENAMED
    everything = bare(" ".join(out.values()))
    if all(word in everything for word in _words(value)):
        return PARTS
    if _otherwise(field, value, out):
        return SPELT
    if wanted in bare(kept) or all(word in bare(kept) for word in _words(value)):
        return KEPT
    return TOLD if wanted[:40] in bare(told) or bare(field) in bare(told) or f"{field}s" in review else LOST


def _otherwise(field: str, value: str, out: Mapping[str, str]) -> bool:
    """Whether the value is there in other words: a month as its number, an address as its DOI, a status."""
    written = " ".join(out.values())
    if field in ("month", "date"):
        numbers = [number for word in re.findall(r"[A-Za-z]{3,}|\d+", value) if (number := month_number(word) or word)]
        said = [*map(str, map(int, re.findall(r"\d+", written))), *map(str, map(month_number, written.split()))]
        return all(str(number).lstrip("0") in said for number in numbers)
    if field in ("url", "doi", "eprint", "ee"):
        plain = value.strip(" {}")
        found = identifiers.doi(plain) or identifiers.arxiv(plain)
        return bool(found) and found.casefold() in unquote(written).replace("\\", "").casefold()
    if field in ("eprinttype", "archiveprefix"):
        return any(name.lower() in ("pmid", "eprint", "u1") for name in out) or "arxiv" in written.casefold()
    if field in ("journal", "journaltitle", "eprint"):
        return "arxiv" in value.casefold() and "arxiv" in written.casefold()
    if field == "pages" and not _STATUS.search(value):
        return [bare(number) for number in re.findall(r"\d+", value) if number not in written] == []
    if field == "author" and re.search(r"\band others\s*$", value):
        return "etal" in bare(written) or "True" in written
    return field == "crossref" or bool(_STATUS.search(value) and _STATUS.search(written))


def _written_bib(paper: Paper, write: Callable[[tuple[Paper, ...]], str]) -> Mapping[str, str]:
    (entry,) = entries(write((paper,)))
    return entry.fields


def _written_ris(paper: Paper) -> Mapping[str, str]:
    (record,) = map(dict, rispy.loads(ris.write((paper,))))
    flat = {**record, **record.pop("unknown_tag", {})}
    return {
        name: " and ".join(map(str, value)) if isinstance(value, list) else str(value) for name, value in flat.items()
    }


def _written_csl(paper: Paper) -> Mapping[str, str]:
    (item,) = json.loads(csl_json.write((paper,)))
    return {name: " ".join(_leaves(value)) for name, value in item.items()}


def _leaves(value: object) -> Iterator[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict | list):
        for one in inner:
            yield from _leaves(one)
    else:
        yield str(value)


WRITERS: Mapping[str, Callable[[Paper], Mapping[str, str]]] = {
    "bibtex": lambda paper: _written_bib(paper, bibtex.write),
    "biblatex": lambda paper: _written_bib(paper, biblatex.write),
    "ris": _written_ris,
    "csl-json": _written_csl,
}


def fates(path: Path) -> Iterator[tuple[str, Fate]]:
    """Format and fate of every field of a file."""
    text = decode(path.read_bytes()).text
    reading = bibtex.read(text, source=path.name)
    left: dict[str, list[Paper]] = defaultdict(list)
    for paper in reading.papers:
        left[paper.key].append(paper)
    for entry in entries(text):
        told = " ".join(problem.message for problem in reading.problems if entry.first <= problem.line <= entry.last)
        if not left[entry.key]:
            yield from ((name, Fate(path.name, entry.key, "(entry)", "", TOLD if told else LOST)) for name in WRITERS)
            continue
        paper = left[entry.key].pop(0)
        kept = f"{paper!r}"
        public = without_private(paper, Exports())
        for name, write in WRITERS.items():
            out = write(public)
            for field, value in entry.fields.items():
                yield name, Fate(path.name, entry.key, field, value, fate(field, value, out, kept, told, paper.review))


def main(arguments: list[str]) -> int:
    """Print a table of fates a format, and the fields that came back otherwise; 1 if a field is lost."""
    logging.disable(logging.CRITICAL)  # bibtexparser logs what it reports as well
    every = "--all" in arguments
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: Counter[tuple[str, str, str]] = Counter()
    lost = []
    for argument in arguments:
        for name, found in fates(Path(argument)) if argument != "--all" else ():
            counts[name][found.fate] += 1
            if found.fate not in (SAME, RENAMED):
                kinds[name, found.fate, found.field] += 1
            if found.fate == LOST or (every and found.fate != SAME):
                lost.append((name, found))
    for name, told in counts.items():
        print(f"{name:>9}: " + ", ".join(f"{told[fate]} {fate}" for fate in FATES))
    for (name, what, field), count in sorted(kinds.items(), key=lambda item: (item[0][:2], -item[1])):
        print(f"{name:>9}  {what:<28} {field:<20} {count}")
    for name, found in lost:
        print(f"{name:>9}  {found.file} {found.key} {found.fate}: {found.field} = {found.value[:200]!r}")
    return 1 if any(found.fate == LOST for _, found in lost) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

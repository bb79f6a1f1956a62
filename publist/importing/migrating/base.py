"""What moving a site gives: its papers as a source, and all else that it holds as files of content/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import Any, NamedTuple

from publist.formats import load
from publist.formats.normalising.steps import normalised
from publist.importing.source import Source, SourceLine
from publist.model.paper import Paper, Plain
from publist.model.problems import Problem

PaperObject = dict[str, Any]
"""A paper as the format ``json`` has it."""
Placed = tuple[PaperObject, SourceLine]
"""A record with the file and the line that it was read from."""


class Moved(NamedTuple):
    """What a site of another generator holds.

    ``source`` has its papers in the format ``json`` and knows where each was read; ``files`` are files to be copied, by
    their paths below content/assets; ``texts`` are files of content/ by their paths; ``people`` entries of people.yaml;
    ``settings`` keys of site.yaml. ``tally`` says how many of which kind came over; ``problems`` name files by their
    paths: a warning for what is lost, a suggestion for what is not needed.
    """

    source: Source
    files: Mapping[str, str] = {}
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = {}
    people: tuple[Mapping[str, Plain], ...] = ()
    settings: Mapping[str, Plain] = {}
    tally: Mapping[str, int] = {}


def source_of(name: str, records: Iterable[Placed], problems: list[Problem]) -> Source:
    """The records as a source, without what is empty in them, each thing where it belongs."""
    texts, places, line = [], {}, 2
    for record, place in records:
        texts.append(indent(json.dumps(_normalised(record, place, problems), ensure_ascii=False, indent=2), "  "))
        places[line] = place
        line += texts[-1].count("\n") + 1
    data = ("[\n" + ",\n".join(texts) + "\n]\n").encode("utf-8", "surrogatepass")
    return Source(name, data, "json", places)


def record_of(paper: Paper) -> PaperObject:
    """A paper as a record."""
    record: PaperObject = json.loads(load("json").write((paper,)))[0]
    return record


def _normalised(record: PaperObject, place: SourceLine, problems: list[Problem]) -> PaperObject:
    """The record as each format gives one: identifiers out of addresses, statuses out of venues and the like."""
    kept = {key: value for key, value in record.items() if value not in ("", None, [], {})}
    reading = load("json").read(json.dumps(kept), source=place[0])
    problems += [problem._replace(path=place[0], line=place[1]) for problem in reading.problems]
    return record_of(normalised(reading.papers[0])) if reading.papers else kept

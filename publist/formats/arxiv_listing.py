"""The pasted listing page of arXiv: a line with the identifier, then title, authors, comments, subjects and abstract.

    [1] arXiv:2309.09843 [pdf, html, other]
    Title: Instruction-Following Speech Recognition
    Cheng-I Jeff Lai, Zhiyun Lu, Liangliang Cao
    Comments: 8 pages
    Subjects: Computation and Language (cs.CL); Sound (cs.SD)

Pages of a list, of an author and of a search are read; the authors' label may be missing, as on pages of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats.arxiv_fields import paper_of
from publist.formats.base import Reading
from publist.formats.page_text import from_page
from publist.formats.pasted_lines import Line, lines_of, quoted
from publist.model.paper import Paper
from publist.model.problems import Problem, error, warning

_BEGINNING = 50_000
_HEAD = re.compile(
    r"(?:\[?\d+[\].]?\s*)?arXiv:(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?P<rest>\s.*|)"
)
_LABEL = re.compile(
    r"(?P<label>Title|Authors?|Comments?|Subjects?|Journal[- ]ref|Report-no|[A-Z]{3}-class|DOI|Related DOI|Abstract)"
    r"\s*:\s*(?P<text>.*)|(?P<other>Submitted)\s+(?P<date>\d.*)|(?P<doi>doi)\s+(?P<number>10\.\S+)"
)
_NUMBER_ALONE = re.compile(r"\[?\d+[\].]")
_AROUND = re.compile(
    r"\bentries\s?\)$|\bsubmissions(?: \(.*\))?$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d|^Total of \d|^Showing "
)
_LABELS = {"authors": "author", "comments": "comment", "subjects": "subject", "journal ref": "journal-ref"}
_LONG = 100


class _Entry(NamedTuple):
    """One paper: its first line, its identifier, what its lines say by label, those lines, lines without a place."""

    begin: Line
    id: str
    said: dict[str, list[str]]
    lines: list[Line]
    strays: list[Line]


def recognises(text: str) -> bool:
    """Whether the beginning has a line that starts with an arXiv identifier, and a label of arXiv's pages."""
    lines = lines_of(text[:_BEGINNING])
    heads = any(_is_head(line.text) for line in lines)
    return heads and any(_LABEL.fullmatch(line.text) for line in lines)


def read(text: str, *, source: str) -> Reading:
    """Every paper of the page; lines that belong to none are in a problem."""
    papers: list[Paper] = []
    begins: list[int] = []
    entries, problems = _entries(lines_of(text), source)
    for entry in entries:
        around = entry is entries[-1]
        problems += [_left_out(line, source, around=around or bool(_AROUND.search(line.text))) for line in entry.strays]
        problems += _missing(entry, source)
        if entry.said.get("title"):
            papers.append(from_page(paper_of(entry.id, entry.said)))
            begins.append(entry.begin.number)
    if not entries and text.strip():
        hint = "A paper begins with a line such as [1] arXiv:2309.09843 [pdf, html, other]."
        problems.append(error(source, 1, 1, "there is no paper in this text", hint))
    return Reading(tuple(papers), tuple(sorted(problems, key=lambda problem: problem.line)), tuple(begins))


def _is_head(text: str) -> bool:
    return bool(_HEAD.fullmatch(text))


def _entries(lines: Sequence[Line], source: str) -> tuple[list[_Entry], list[Problem]]:
    entries: list[_Entry] = []
    problems: list[Problem] = []
    label = ""
    for at, line in enumerate(lines):
        if head := _HEAD.fullmatch(line.text):
            entries.append(_Entry(line, head["id"], {"head": [head["rest"]]}, [], []))
            label = ""
        elif _NUMBER_ALONE.fullmatch(line.text) and at + 1 < len(lines) and _is_head(lines[at + 1].text):
            continue
        elif entries:
            label = _sort(line, entries[-1], label)
        else:
            problems.append(_left_out(line, source, around=True))
    return entries, problems


def _sort(line: Line, entry: _Entry, label: str) -> str:
    """Put the line where it belongs; ``label`` is that of the line before it, the result that of this one."""
    found = _LABEL.fullmatch(line.text)
    if found:
        named = (found["label"] or found["other"] or found["doi"]).lower()
        return _labelled(
            line, entry, _LABELS.get(named, named), found["text"] or found["date"] or found["number"] or ""
        )
    label = _unlabelled(line.text, entry.said, label)
    if label:
        entry.said.setdefault(label, []).append(line.text)
        entry.lines.append(line)
    else:
        entry.strays.append(line)
    return label


def _labelled(line: Line, entry: _Entry, label: str, text: str) -> str:
    """Take a line with a label; a label that the paper has already makes the line one too many."""
    if entry.said.get(label):
        entry.strays.append(line)
        return ""
    entry.lines.append(line)
    entry.said[label] = [text] if text else []
    return label


def _unlabelled(text: str, said: dict[str, list[str]], label: str) -> str:
    """Which field a line without a label belongs to, by what came before it; none if it is the page's own."""
    before = said.get(label, [])
    if _AROUND.search(text):
        return ""
    if label and not before:
        return label
    if not said.get("title"):
        return "title"
    if label == "title":
        return "title" if said.get("author") else "author"
    if label == "author" and before[-1].endswith(","):
        return "author"
    if label == "abstract" or (len(text) >= _LONG and "abstract" not in said):
        return "abstract"
    return label if label and (text[0].islower() or text[0] in "($") else ""


def _missing(entry: _Entry, source: str) -> Iterator[Problem]:
    line = entry.begin
    if not entry.said.get("title"):
        hint = "Add a line such as Title: Instruction-Following Speech Recognition."
        yield error(source, line.number, line.column, f"no title follows this line: {quoted(line.text)}", hint)
        for said in entry.lines:
            yield error(source, said.number, said.column, f"this belongs to a paper without title: {quoted(said.text)}")
    elif not entry.said.get("author"):
        yield warning(source, line.number, line.column, f"no authors are given for {quoted(entry.said['title'][0])}")


def _left_out(line: Line, source: str, *, around: bool) -> Problem:
    if around:
        return warning(source, line.number, line.column, f"left out, as it is not part of a paper: {quoted(line.text)}")
    hint = "Delete it, or join it to the line that it is a part of."
    return error(
        source, line.number, line.column, f"a line too many: it belongs to no paper: {quoted(line.text)}", hint
    )

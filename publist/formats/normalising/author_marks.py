"""Marks behind authors (``*``, ``†``) mean what the note says of them: who contributed equally, who corresponds."""

from __future__ import annotations

import re

from publist.model.paper import Name, Paper
from publist.text.author_marks import LEGENDS, MARK, STARS, lowered

_LEGEND = re.compile(
    rf"""[\s(]*(?P<mark>(?:\\?{MARK})+|)[\s:=-]*(?:\\?[*_])*
    (?:(?P<equal>(?:(?:these|the|both|all|first\ (?:two|three|four))\ )*(?:authors?\ )?
        (?:joint(?:ly)?\ |co-?)?(?:(?:have\ |has\ )?contributed\ equally|equal(?:ly)?[\s-]contribut\w*|equal\ contrib\w*
        |(?<=[*†‡§¶#✉☆★◊✝‖=:\s])equal(?:ly)?(?=\W*$)|first\ authors?)(?:\ to\ this\ (?:work|paper|study))?)
    |(?P<corresponding>corresponding\ authors?|correspondence))
    (?:\\?[*_])*[\s.)]*""",
    re.IGNORECASE | re.VERBOSE,
)


def explained(paper: Paper) -> Paper:
    """The paper whose authors' marks are flags where a note explains them; the note without that legend."""
    if any(name.note and _LEGEND.fullmatch(name.note) for name in paper.authors):
        paper = paper._replace(authors=tuple(map(_said, paper.authors)))
    if not paper.note or not any(name.note for name in paper.authors):
        return paper
    left = []
    for part in LEGENDS.split(paper.note):
        legend = _LEGEND.fullmatch(lowered(part).translate(STARS))
        changed = _marked(paper.authors, legend) if legend else paper.authors
        if changed == paper.authors:
            left.append(part)
        paper = paper._replace(authors=changed)
    return paper._replace(note="; ".join(left)) if len(left) < len(LEGENDS.split(paper.note)) else paper


def _said(name: Name) -> Name:
    """The name whose own note is such a legend, as LaTeX's ``thanks`` has it."""
    legend = _LEGEND.fullmatch(name.note) if name.note else None
    return _flagged(name, legend, "") if legend else name


def _flagged(name: Name, legend: re.Match[str], note: str) -> Name:
    if legend["equal"]:
        return name._replace(note=note, equal=True)
    return name._replace(note=note, corresponding=True)


def _marked(authors: tuple[Name, ...], legend: re.Match[str]) -> tuple[Name, ...]:
    mark = legend["mark"].replace("\\", "")
    return tuple(
        _flagged(name, legend, _without(name.note, mark)) if name.note and _bears(name.note, mark) else name
        for name in authors
    )


def _bears(note: str, mark: str) -> bool:
    """Whether this is the mark behind a name; a legend without a mark is about the only one there is."""
    marks = re.fullmatch(rf"[\d,\s]*({MARK}[\d,\s]*)+", note)
    return bool(marks) and (mark in note if mark else True)


def _without(note: str, mark: str) -> str:
    left = note.replace(mark, "", 1) if mark else re.sub(MARK, "", note)
    return left.strip(" ,")

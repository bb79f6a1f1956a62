"""Marks behind authors that no legend explains: readers see them, and nobody says what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from publist.checks.remarks import Remark
from publist.model.paper import Paper
from publist.text import author_marks


def unexplained_marks(path: str, paper: Paper) -> Iterator[Remark]:
    """One remark for each mark of a paper, at the first author who bears it.

    A number is explained where the paper has as many affiliations.
    """
    borne: dict[str, int] = {}
    for place, name in enumerate(paper.authors):
        for mark in author_marks.single(name.note):
            borne.setdefault(mark, place)
    if not borne:
        return
    found, _ = author_marks.legend(paper.note, "".join(borne))
    explained = "".join(mark for mark, _ in found)
    for mark, place in borne.items():
        if mark in explained or (mark.isdigit() and int(mark) <= len(paper.affiliations)):
            continue
        message = f"nothing says what the mark `{mark}` behind {paper.authors[place].name!r} means"
        example = mark if author_marks.has_legend(mark) else "*"
        hint = f'write `equal: true` or `corresponding: true` for the author, or `note: "{example} Equal contribution"`'
        yield Remark(path, ("authors", place), message, hint, "suggestion")

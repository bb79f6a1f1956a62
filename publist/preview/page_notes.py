"""What the preview says beside a page: mistakes with the line they stand in, the way to the file, doubts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from publist.content.content_folder import read_text
from publist.model.problem_list import foremost
from publist.model.problems import Problem, errors_in, shown
from publist.preview.editor_links import FileLine, address

Note = dict[str, Any]
"""Plain values for the script in the page."""

_WIDTH = 160


def problem_notes(site: str, editor: str, problems: Iterable[Problem]) -> list[Note]:
    """The first errors of each file, with the text of the line cut before the mark, under it and after it."""
    return [_note(site, editor, problem) for problem in foremost(errors_in(problems))[0]]


def _note(site: str, editor: str, problem: Problem) -> Note:
    before, mark, after = _marked(site, problem)
    place = FileLine(problem.path, problem.line)
    return {
        "path": shown(problem.path),
        "line": problem.line,
        "column": problem.column,
        "message": shown(problem.message),
        "hint": shown(problem.hint),
        "before": before,
        "mark": mark,
        "after": after,
        "edit": address(editor, site, place, problem.column) if problem.line else "",
    }


def _marked(site: str, problem: Problem) -> tuple[str, str, str]:
    """The line with the mistake; of a long one, the part around it."""
    if not problem.line:
        return "", "", ""
    lines = (read_text(site, problem.path)[0] or "").split("\n")
    line = lines[problem.line - 1].rstrip("\r") if problem.line <= len(lines) else ""
    at = max(problem.column - 1, 0)
    start = max(at - _WIDTH // 2, 0)
    before = ("…" if start else "") + line[start:at]
    after = line[at + 1 : start + _WIDTH] + ("…" if len(line) > start + _WIDTH else "")
    mark = line[at : at + 1] or " "
    return (shown(before), shown(mark), shown(after)) if problem.column else (shown(mark + after), "", "")

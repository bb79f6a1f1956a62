"""One page as it is served and as its open tabs should know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from publist.model.artifact import Artifact
from publist.model.problem_list import listed
from publist.model.problems import Problem, errors_in, shown
from publist.outputs.pages.paper import PaperInputs
from publist.preview.editor_links import address, file_line_of
from publist.preview.injection import pictures_of, print_of, styles_of
from publist.preview.last_build import remark
from publist.preview.page_notes import problem_notes
from publist.preview.routes import content_type
from publist.preview.state import Page, State
from publist.text.html_escaping import escape

_NOTHING_YET = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>publist: not yet</title>
</head>
<body>
<h1>There is nothing to show yet</h1>
{problems}
</body>
</html>
"""


class View(NamedTuple):
    """What identifies a page's content, its stylesheets, and what is said beside it."""

    print: str
    styles: list[str]
    notes: Mapping[str, Any]


class Served(NamedTuple):
    """An answer to a request; a page has a ``print``, which changes with what it shows."""

    status: int
    location: str
    type: str
    content: bytes
    print: str = ""


def serve_page(state: State, url: str) -> Served:
    """The answer for an address: the file as built, before anything is added to it."""
    page = state.page(url)
    if page.location:
        return Served(page.status, page.location, "", b"")
    if page.content is None:
        instead = _instead(state, page)
        return Served(503, "", content_type("index.html"), instead, print_of(instead))
    kind = content_type(page.path)
    mark = print_of(page.content, _pictures(state, page.content)) if kind.startswith("text/html") else ""
    return Served(page.status, "", kind, page.content, mark)


def _pictures(state: State, page: bytes) -> bytes:
    """The state of the site's own pictures on a page."""
    artifacts = state.snapshot.artifacts if state.snapshot else {}
    return b"".join(artifacts[path].fingerprint for path in pictures_of(page) if path in artifacts)


def _instead(state: State, page: Page) -> bytes:
    problems = state.problems.of(page.path) or errors_in(state.problems.standing())
    rows = "\n".join(f"<pre>{escape(text)}</pre>" for text in listed(problems))
    return _NOTHING_YET.format(problems=rows).encode()


def view_of(state: State, url: str) -> View:
    """What the tabs that show this address should know."""
    served = serve_page(state, url)
    content = served.content
    notes = _notes(state, url) | {"remark": remark(state.site, content)}
    return View(served.print, styles_of(content), notes)


def _notes(state: State, url: str) -> dict[str, Any]:
    snapshot = state.snapshot
    if snapshot is None:
        return {"problems": problem_notes(state.site, "", state.problems.standing()), "edit": "", "doubts": None}
    editor = snapshot.ready.scene.config.editor
    artifact = snapshot.artifacts.get(state.page_path(url))
    place = file_line_of(state.site, artifact) if artifact else None
    fields, readings = _review_flags(state, artifact)
    return {
        "problems": problem_notes(state.site, editor, state.problems.standing()),
        "edit": address(editor, state.site, place) if place else "",
        "doubts": {"fields": fields, "readings": readings} if fields else None,
    }


def _review_flags(state: State, artifact: Artifact | None) -> tuple[list[str], list[str]]:
    """The fields of a paper that nobody has checked yet, and how else they may be read."""
    if artifact is None or not isinstance(artifact.inputs, PaperInputs) or not state.snapshot:
        return [], []
    entry = state.snapshot.current(artifact.inputs.entry)
    if not entry.paper.review:
        return [], []
    from publist.preview.needs_review import review_notes_of

    notes = [_problem_text(problem) for problem in review_notes_of(state.site, entry.slug)]
    return list(entry.paper.review), notes


def _problem_text(problem: Problem) -> str:
    return shown(f"{problem.message}. {problem.hint}".strip())

"""The forms in which a CV can be written: one row each."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from publist.outputs.cv.document import Document


class Form(NamedTuple):
    """A form: its name, what it is, the module and function that write it, and the template that it fills.

    The function gets the document and, where there is a template, its text; of a PDF also the template's path.
    """

    name: str
    title: str
    module: str
    function: str = "write"
    template: str = ""


FORMS: tuple[Form, ...] = (
    Form("pdf", "PDF (needs the extra cv)", "pdf", "write_pdf", "cv.typ"),
    Form("typ", "Typst", "typst_source", template="cv.typ"),
    Form("tex", "LaTeX", "latex", template="cv.tex"),
    Form("biblatex", "LaTeX with BibLaTeX", "latex", "write_biblatex", "cv.tex"),
    Form("docx", "Word", "word"),
    Form("md", "Markdown", "markdown_text"),
    Form("html", "HTML", "html_page", template="cv.html"),
    Form("txt", "text", "plain_text"),
)
BY_NAME = {row.name: row for row in FORMS}


def own_template(name: str) -> str:
    """The text of publist's template of this name."""
    path = os.path.join(os.path.dirname(__file__), "templates", name)
    with open(path, encoding="utf-8") as file:
        return file.read()


def written(document: Document, name: str, template: str = "", path: str = "") -> bytes:
    """The document in a form. ``template`` stands in the place of publist's own, ``path`` is its place."""
    row = BY_NAME[name]
    write = cast("Callable[..., str | bytes]", getattr(import_module(f"publist.outputs.cv.{row.module}"), row.function))
    given = [document, *([template or own_template(row.template)] if row.template else [])]
    if name == "pdf":
        given.append(path)
    made = write(*given)
    return made if isinstance(made, bytes) else made.encode()

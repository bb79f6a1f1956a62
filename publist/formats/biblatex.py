"""BibLaTeX: read as BibTeX is, written with BibLaTeX's own fields and types, and in Unicode."""

from __future__ import annotations

from collections.abc import Iterable

from publist.formats import bibtex
from publist.formats.bibtex import writer
from publist.model.paper import Paper

read = bibtex.read
recognises = bibtex.recognises


def write(papers: Iterable[Paper]) -> str:
    """The papers as BibLaTeX."""
    return writer.write(papers, writer.BIBLATEX)

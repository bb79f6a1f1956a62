"""BibTeX and BibLaTeX: reads the files that people really have, writes classic BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.formats.bibtex import writing
from publist.model import Paper

_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether an entry opens near the beginning."""
    return _ENTRY.search(text, 0, 20_000) is not None


def write(papers: Iterable[Paper]) -> str:
    """The papers as classic BibTeX."""
    return writing.write(papers, writing.CLASSIC)

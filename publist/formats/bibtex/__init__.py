"""BibTeX and BibLaTeX: reads the files that people really have, writes classic BibTeX.

Not held: topics, affiliations, ``code``, versions, review marks, ``featured``, ``draft``, ``added``, summaries,
corrections; a category without an arXiv id; of a name its address, affiliation, note, and a printed form that its
parts do not show (BibLaTeX holds ORCID iDs and who contributed equally or corresponds); links whose label is no word;
lists and mappings in ``extra``; Markdown blocks other than paragraphs; formulas whose braces do not pair; the
difference between canonically equivalent characters of Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.formats.base import Reading
from publist.formats.bibtex import writer
from publist.model.paper import Paper
from publist.model.problems import Problem, warning

_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether an entry opens near the beginning."""
    return _ENTRY.search(text, 0, 20_000) is not None


def read(text: str, *, source: str) -> Reading:
    """Every entry as a paper; what is wrong with one is a warning with its line, and the paper's ``review``."""
    from publist.formats.bibtex import reader  # a build writes citations and reads none
    from publist.formats.bibtex.resolved_entries import records
    from publist.formats.bibtex.splitter import sliced

    cut = sliced(text, source)
    found = records(cut, source)
    papers, lines = [], []
    problems = [*cut.problems, *found.problems]
    for record in found.records:
        paper = reader.paper(record)
        if paper.title:
            papers.append(paper)
            lines.append(record.line)
        else:
            problems.append(_untitled(record.key, record.type, record.line, source))
    if not papers and not problems and text.strip():
        problems.append(warning(source, 1, 0, "there is no entry in this text", "an entry is written @article{key, …}"))
    problems.sort(key=lambda problem: problem.line)
    return Reading(tuple(papers), tuple(problems), tuple(lines))


def _untitled(key: str, entry_type: str, line: int, source: str) -> Problem:
    message = f"the entry {key} (@{entry_type}) has no title and is left out"
    return warning(source, line, 0, message, "give it one: title = {…},")


def write(papers: Iterable[Paper]) -> str:
    """The papers as classic BibTeX."""
    return writer.write(papers, writer.CLASSIC)

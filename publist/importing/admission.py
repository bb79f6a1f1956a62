"""The border of an import: what a source may bring into content/.

Characters that no file of a site may hold are replaced, and told; a paper over the limits is an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from publist.importing.source import ReadSource, Source
from publist.model.paper import Paper
from publist.model.problems import Problem, error, warning
from publist.text import limits
from publist.text.characters import cleaned, name_of

_HINT = "look at the paper's file; the source has them as escapes or as they are"


def oversized(source: Source, path: str) -> Problem | None:
    """The error that the source is larger than anything that is read."""
    if len(source.data) <= limits.SOURCE:
        return None
    message = f"the file has {len(source.data):,} bytes; at most {limits.SOURCE:,} are read"
    return error(path, 0, 0, message, "split it into several files")


def admitted(read: ReadSource) -> ReadSource:
    """The reading with papers that files may hold, and problems for what was replaced or is too much."""
    papers: list[Paper] = []
    problems: list[Problem] = []
    for number, paper in enumerate(read.papers):
        found: set[str] = set()
        fit = cleaned(paper, found)
        papers.append(fit)
        path, line = read.place(read.lines[number] if number < len(read.lines) else 0)
        if found:
            named = ", ".join(map(name_of, sorted(found)[:4])) + (", …" if len(found) > 4 else "")
            message = f"{fit.title[:80]!r} has characters that no file may hold, which were replaced: {named}"
            problems.append(warning(path, line, 0, message, _HINT))
        problems += _excessive(fit, path, line)
    return read._replace(papers=tuple(papers), problems=(*read.problems, *problems))


def _excessive(paper: Paper, path: str, line: int) -> Iterator[Problem]:
    for excess in limits.excess(paper._asdict()):
        message = f"{paper.title[:80]!r}: {excess}"
        yield error(path, line, 0, message, "shorten it; an honest record has far less")

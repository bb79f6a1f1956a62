"""Papers of a page with markup (HTML, Markdown): runs of text, marked or linked, to rows of lines with their links.

Where a paper stands on one line, its markup tells the title: the one marked or linked run that is no list of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from publist.formats.pasted_lines import Line
from publist.formats.webpage.bylines import byline_of
from publist.formats.webpage.headings import Heading
from publist.formats.webpage.rows import Row
from publist.text import identifiers

_LABELS = {
    "pdf": "pdf|paper|full text|fulltext|preprint|manuscript", "code": "code|github|source|source code|software",
    "slides": "slides?|presentation", "video": "video|talk|recording", "poster": "poster", "data": "data|dataset",
    "project": "project|project page|website|web|page|homepage", "bibtex": "bib|bibtex|cite|citation",
    "blog": "blog|blog post",
    "supplement": "supp|supplement|supplementary(?: material)?|appendix", "demo": "demo",
    "url": "link|url|doi|html|arxiv|publisher|"
    "acm|ieee|springer|journal|openreview|abs|abstract|proceedings|official",
}  # fmt: skip
_BUTTON = {label: re.compile(words, re.IGNORECASE) for label, words in _LABELS.items()}
_AROUND = " \t[](){}|·•,;:/–—-"
_PARTS = re.compile(r"(?<=\w{3})\.\s+|(?<=[\])])\.?\s+(?=[A-Z])|\s+[—–|]\s+|;\s+")


class Run(NamedTuple):
    """A piece of text of one look; a line feed alone is the end of a line."""

    text: str
    line: int
    marked: int = 0
    """How strongly: 2 in bold or in quotation marks, 1 in italics."""
    href: str = ""


def row_of(runs: Sequence[Run], heading: Heading) -> Row:
    """The lines and links of an item."""
    links: dict[str, str] = {}
    kept: list[Run] = []
    for run in runs:
        label = label_of(run.text)
        if run.href and label:
            links.setdefault(label, run.href)
        else:
            kept.append(run)
    lines = [list(line) for ends, line in groupby(kept, lambda run: run.text == "\n") if not ends]
    texts = [line for line in lines if _text(line).strip(_AROUND + ".")]
    if len(texts) == 1:
        texts = _parted(texts[0])
    title = next((run for line in texts for run in line if run.href and not byline_of(run.text)), None)
    if title:
        links.setdefault("url", title.href)
    made = [Line(line[0].line, 1, _text(line).strip().strip(",;:·|").strip()) for line in texts]
    made = [line for line in made if line.text]
    return Row(made, heading, links, made)


def label_of(text: str) -> str:
    """What a link with this text leads to, if it is a button beside a paper; empty if it is none."""
    plain = " ".join(text.strip(_AROUND).split())
    return next((label for label, words in _BUTTON.items() if words.fullmatch(plain)), "")


def with_identifiers(row: Row) -> Row:
    """The row with arXiv and DOI addresses under names of their own."""
    links = dict(row.links)
    for label, address in row.links.items():
        if "arxiv.org" in address and (number := identifiers.arxiv(address)):
            links["\0arxiv"] = number
        elif "doi.org/" in address and (number := identifiers.doi(address)):
            links["\0doi"] = number
            del links[label]
    return row._replace(links=links)


def _text(line: Sequence[Run]) -> str:
    text = re.sub(r"[\[(]\s*(?:[|,/·]\s*)*[\])]", "", "".join(run.text for run in line))
    return re.sub(r"\s+", " ", text).strip()


def _parted(line: Sequence[Run]) -> list[list[Run]]:
    """A line as what stands before its title, the title, and the parts behind it; as it is if no title is seen."""
    at = _title_at(line)
    if at is None:
        return [list(line)]
    behind = line[at + 1 :]
    text = _text(behind).strip(" .,;:")
    parts = list(_parts(text)) if at == 0 or not _text(line[:at]).strip(_AROUND + ".") else [text]
    number = behind[0].line if behind else line[at].line
    before = (
        [[Run(_text(line[:at]).rstrip(' .,;:“"'), line[0].line)]] if _text(line[:at]).strip(_AROUND + '.“"') else []
    )
    return [*before, [line[at]], *([Run(part, number)] for part in parts if part)]


def _title_at(line: Sequence[Run]) -> int | None:
    """The run that is the title: the only one that is linked, else in bold or quoted, else in italics."""
    may_be = [at for at, run in enumerate(line) if _may_be_title(run.text)]
    for kind in (lambda run: bool(run.href), lambda run: run.marked == 2, lambda run: run.marked == 1):
        found = [at for at in may_be if kind(line[at])]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _parts(text: str) -> Iterator[str]:
    """Authors and what follows them."""
    authors, *rest = _PARTS.split(text, maxsplit=1)
    yield authors
    yield from rest


def _may_be_title(text: str) -> bool:
    return len(text.split()) > 1 and not byline_of(text) and not re.fullmatch(r"[\W\d]*", text)

"""PubMed's text files: summaries (one paragraph a paper) and abstracts (several), as “Save” and “Display” give them.

1: Lee A, Roe M. Noise in long winters. J Winters. 2021 May;20(5):1-36. doi: 10.1000/x. PMID: 34567890.

1. J Winters. 2021 May;20(5):1-36. doi: 10.1000/x.

Noise in long winters.

Lee A(1), Roe M(2).

Author information: …

We hear it.

DOI: 10.1000/x
PMID: 34567890
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line, lines_of, quoted
from publist.formats.pubmed_citation import CITATION, bare_title, cited, numbered
from publist.formats.webpage.bylines import family_first
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of
from publist.model.paper import Paper

_SUMMARY = re.compile(r"\d+: (?:(?P<authors>(?:[^.]|(?<=\bSt)\.(?= ))+)\. )?(?P<title>.+?[.?!]\]?) " + CITATION.pattern)
_ABSTRACT = re.compile(r"\d+\. " + CITATION.pattern)
_BEGIN = re.compile(r"\d+[:.] \S.*")
_AFFILIATION = re.compile(r"\([\d,\s*#]+\)")
_IDENTIFIERS = re.compile(r"(?:(?:DOI|PMCID|PMID): \S+(?: \[.*?\])?\s*)+")
_ASIDE = re.compile(
    r"(?:Author information|Collaborators|Conflict of interest statement|Comment in|Comment on|Erratum (?:in|for)"
    r"|Update of"
    r"|Update in|Republished (?:in|from)|Corrected and republished.*|Trial registration|Contributed equally)\b.*"
    r"|(?:©|Copyright|\(c\)).*|Free (?:PMC )?article\.?",
    re.IGNORECASE,
)
_WIDTH = 74
_MISSING = "Save PubMed's results as “PubMed” or “Summary (text)”, or send them to “Citation manager” (.nbib)."


class _Paragraph(tuple[Line, ...]):
    """Lines without a blank line between them."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self)


def recognises(text: str) -> float:
    """How sure it is: whether paragraphs begin with a number and name journal and PMID as PubMed does."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper of the file."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    if "PMID:" not in text:
        return Page(())
    entries: list[Entry] = []
    strays: list[Line] = []
    for record in _records(_paragraphs(lines_of(text))):
        entry = _summary(record) or _abstract(record)
        if entry:
            entries.append(entry)
        taken = set(entry.lines) if entry else set()
        left = (paragraph for paragraph in record if not (entry and _ASIDE.fullmatch(paragraph.text)))
        strays += [line for paragraph in left for line in paragraph if line not in taken]
    return Page(entries, strays)


def _is_wrapped(paragraph: _Paragraph) -> bool:
    """Whether the lines of a paragraph were broken because the next word had no room, as PubMed does at 80 columns."""
    return all(len(line.text) + len(after.text.split()[0]) > _WIDTH for line, after in pairwise(paragraph))


def _paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and line.number == paragraphs[-1][-1].number + 1 and not re.match(r"\d+: \S", line.text):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_Paragraph(lines) for lines in paragraphs]


def _records(paragraphs: Sequence[_Paragraph]) -> Iterator[list[_Paragraph]]:
    """Paragraphs from one that begins with a number and is a citation to the next one."""
    record: list[_Paragraph] = []
    for paragraph in paragraphs:
        if _BEGIN.match(paragraph.text) and (_SUMMARY.fullmatch(paragraph.text) or _ABSTRACT.fullmatch(paragraph.text)):
            yield record
            record = []
        record.append(paragraph)
    yield record


def _summary(record: Sequence[_Paragraph]) -> Entry | None:
    found = _SUMMARY.fullmatch(record[0].text) if record else None
    if not found or "PMID:" not in found["rest"]:
        return None
    authors = family_first(found["authors"] or "")
    title = found["title"] if authors or not found["authors"] else f"{found['authors']}. {found['title']}"
    paper = numbered(cited(Paper(bare_title(title)), found), found["rest"])
    if not authors:
        doubt = Doubt(record[0][0], f"no authors are given for {quoted(paper.title)}")
        return Entry(record[0], doubtful(paper, "authors"), (doubt,))
    return Entry(record[0], paper._replace(authors=authors.authors, et_al=authors.et_al))


def _abstract(record: Sequence[_Paragraph]) -> Entry | None:
    found = _ABSTRACT.fullmatch(record[0].text) if record else None
    numbers = [
        at
        for at, paragraph in enumerate(record)
        if _IDENTIFIERS.fullmatch(paragraph.text) and "PMID:" in paragraph.text
    ]
    if not found or len(record) < 3 or not numbers:
        return None
    record = record[: numbers[0] + 1]
    paper = numbered(cited(Paper(bare_title(record[1].text)), found), record[-1].text)
    body = [paragraph for paragraph in record[2:-1] if not _ASIDE.fullmatch(paragraph.text)]
    authors = family_first(_AFFILIATION.sub("", body[0].text)) if body else None
    wrapped = all(map(_is_wrapped, (record[0], record[1], *body[:1])))
    if authors:
        body = body[1:]
    paper = paper._replace(abstract="\n\n".join(paragraph.text for paragraph in body))
    lines = [line for paragraph in record for line in paragraph]
    if not wrapped:
        paper = doubtful(paper, "title", "authors", "date", "venue")
    if not authors:
        doubt = Doubt(lines[0], f"no authors are given for {quoted(paper.title)}")
        return Entry(lines, doubtful(paper, "authors"), (doubt,))
    return Entry(lines, paper._replace(authors=authors.authors, et_al=authors.et_al))

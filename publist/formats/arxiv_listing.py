"""Pasted pages of arXiv: lists, authors' pages and search results.

    [1] arXiv:2309.09843 [pdf, html, other]
    Title: Instruction-Following Speech Recognition
    Cheng-I Jeff Lai, Zhiyun Lu, Liangliang Cao
    Comments: 8 pages
    Subjects: Computation and Language (cs.CL); Sound (cs.SD)

A search has subjects and DOI as badges behind the identifier and no label before the title; its authors have one
(arXiv/arxiv-search, search/templates/search/search-macros.html). The authors' label may be missing where the title
has one, as on lists of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publist.formats.arxiv_fields import CODE, MORE, paper_of
from publist.formats.base import Reading
from publist.formats.listing.prose import ends_sentence
from publist.formats.pasted_lines import Line, lines_of, quoted
from publist.formats.webpage.bylines import byline_of, is_foreign
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of

_HEAD = re.compile(
    r"(?:\[?\d+[\].]?\s*)?arXiv:(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?P<rest>\s.*|)"
)
_LABEL = re.compile(
    r"(?P<label>(?i:Title|Authors?)|Comments?|Subjects?|Journal[- ]ref|Report(?:-no| number)|[A-Z]{3}[- ][Cc]lass"
    r"|DOI|Related DOI|Abstract)\s*:\s*(?P<text>.*)"
)
_LABEL_WITHIN = re.compile(r"\s+(?=(?:Report number|[A-Z]{3} Class):\s)")
_SUBMITTED = re.compile(r"(?:Submitted|v1 submitted|originally announced|Latest version:)\b.*")
_DOI = re.compile(
    r"doi:?|(?:(?:doi:?\s{1,9})?(?:https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S{1,200}\s{0,9}){1,9}", re.IGNORECASE
)
_BADGES = re.compile(rf"(?:(?:{CODE})\s*)+")
_FILES = re.compile(r"[\[\],\s]*(?:(?:pdf|ps|html|other|src|tex|v\d+)\b[\[\],\s]*)*")
"""The links beside the identifier, together or each on a line."""
_NUMBER_ALONE = re.compile(r"\[?\d+[\].]")
_AROUND = re.compile(
    r".*\bentries\s?\)|.*\bsubmissions(?: \(.*\))?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d.*|Total of \d.*|Showing .*"
    r"|Authors and titles for .*|Previous|Next|Go|Search|Help|About|Contact|Subscribe|Donate|Log ?in|Copyright"
    r"|Privacy Policy|Web Accessibility Assistance|arXiv Operational Status|Search v[\d.]+.*|Feedback\??|\d{1,3}|…"
    r"|All fields|results per page\..*|Sort results by.*|Skip to main content|Help \| Advanced Search"
    r"|(?:Hide|Show) abstracts|Cornell University|We gratefully acknowledge .*|arxiv logo|contact arXiv.*"
    r"|(?:Click here to )?(?:contact|subscribe).*|Get status notifications.*|email|(?:or )?slack|Query: .*"
    r"|The web address for this page.*|See also ORCID.*|See author identifier help.*"
    r"|Search in archive.*|Author\(s\)|.*'s articles on arXiv|▽ More|△ Less"
)
_LABELS = {
    "authors": "author", "comments": "comment", "subjects": "subject", "journal ref": "journal-ref",
    "report number": "report-no", "msc class": "msc-class", "acm class": "acm-class",
}  # fmt: skip
_LONG = 100
_LONGEST_TITLE = 4
_MISSING = "A paper begins with a line such as [1] arXiv:2309.09843 [pdf, html, other]."


class _Block(NamedTuple):
    """One paper: its first line, identifier, what its lines say by label, those lines, and lines without a place."""

    begin: Line
    id: str
    said: dict[str, list[str]]
    lines: list[Line]
    strays: list[Line]


def recognises(text: str) -> float:
    """How sure it is: lines that begin with an arXiv identifier, titles and authors under them as arXiv has them."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every paper of the page; lines that belong to none are in a problem."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    entries: list[Entry] = []
    strays: list[Line] = []
    for block in _blocks(lines_of(text)):
        if block.said.get("title"):
            entries.append(_entry(block))
            strays += block.strays
        else:
            strays += sorted({*block.lines, *block.strays})
    return Page(entries, strays)


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    block = _Block(Line(0, 0, ""), "", {}, [], [])
    following: list[Line] = []
    for at, line in enumerate(lines):
        if head := _HEAD.fullmatch(line.text):
            yield _sorted(block, following)
            block = _Block(line, head["id"], {"head": [head["rest"]]}, [line], [])
            following = []
        elif not (_NUMBER_ALONE.fullmatch(line.text) and at + 1 < len(lines) and _HEAD.fullmatch(lines[at + 1].text)):
            following.append(line)
    yield _sorted(block, following)


def _sorted(block: _Block, lines: Sequence[Line]) -> _Block:
    """The block with the lines that follow its head put where they belong."""
    if not block.id:
        block.strays.extend(line for line in lines if not _AROUND.fullmatch(line.text))
        return block
    labels = {_label(line) for line in lines}
    label = "" if "title" in labels else "title" if "author" in labels else ""
    for line in (piece for whole in lines for piece in _parted(whole)):
        label = _sort(block, line, label, titled="title" in labels, named="author" in labels)
    return block


def _parted(line: Line) -> Iterator[Line]:
    """A line of several labels as several lines."""
    if not _LABEL.fullmatch(line.text):
        yield line
        return
    yield from (line._replace(text=piece) for piece in _LABEL_WITHIN.split(line.text))


def _label(line: Line) -> str:
    found = _LABEL.fullmatch(line.text)
    named = found["label"].lower() if found else ""
    return _LABELS.get(named, named)


def _sort(block: _Block, line: Line, label: str, *, titled: bool, named: bool) -> str:
    """Put the line where it belongs; ``label`` is that of the line before it, the result that of this one."""
    said = block.said
    own = _label(line)
    if _AROUND.fullmatch(line.text) and not own:
        return ""
    if own and not said.get(own):
        text = line.text.partition(":")[2].strip()
        said[own] = [text] if text else []
    elif not own and not said.get("author") and not said.get("abstract") and _is_badge(line.text):
        said.setdefault("doi" if _DOI.fullmatch(line.text) else "head", []).append(line.text)
        own = label
    elif not own and _SUBMITTED.fullmatch(line.text):
        said.setdefault("submitted", []).append(line.text)
        own = "submitted"
    elif not own and (own := _unlabelled(line.text, said, label, named=named, titled=titled)):
        said.setdefault(own, []).append(line.text)
    else:
        block.strays.append(line)
        return label if not _label(line) else ""
    block.lines.append(line)
    return own


def _is_badge(text: str) -> bool:
    return bool(_DOI.fullmatch(text) or _BADGES.fullmatch(text) or _FILES.fullmatch(text))


def _unlabelled(text: str, said: dict[str, list[str]], label: str, *, named: bool, titled: bool) -> str:
    """Which field a line without a label belongs to, by what stands before it; none if it has no place."""
    before = said.get(label, [])
    if label and not before:
        return label
    if label == "title":
        if not titled or (named and not said.get("author")):
            return "title" if len(before) < _LONGEST_TITLE else ""
        return "" if named else "author"
    if label == "author" and (before[-1].endswith((",", " and")) or text.startswith((",", "et al"))):
        return "author"
    if label == "author" and named and not titled and _is_one_name(before[-1]) and _is_one_name(text):
        return "author"
    if label and len(text) >= _LONG and text[0] not in "<@{[%" and "abstract" not in said and titled:
        return "abstract"
    if label == "abstract":
        return "" if ends_sentence(MORE.sub("", before[-1])) else "abstract"
    return label if label and label != "author" and (text[0].islower() or text[0] in "($") else ""


def _is_one_name(text: str) -> bool:
    """Whether the line is a name and nothing else, as where each author has a line."""
    byline = byline_of(text)
    return byline is not None and len(byline.names) == 1 and (" " in text or is_foreign(text))


def _entry(block: _Block) -> Entry:
    paper = paper_of(block.id, block.said)
    said = " ".join(block.said.get("author", ()))
    doubts = []
    if not paper.authors:
        doubts.append(Doubt(block.begin, f"no authors are given for {quoted(paper.title)}"))
    elif not byline_of(", ".join(map(str, paper.authors))):
        doubts.append(Doubt(block.begin, f"these may be no authors: {quoted(said)}"))
        paper = doubtful(paper, "title", "authors")
    if len(block.said["title"]) > 1:
        doubts.append(Doubt(block.begin, f"the title is put together of {len(block.said['title'])} lines"))
        paper = doubtful(paper, "title")
    if block.strays:
        paper = doubtful(paper, "title", "authors")
    return Entry(sorted(set(block.lines)), paper, tuple(doubts))

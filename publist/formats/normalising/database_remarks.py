"""What databases and reference managers write into the note for themselves: counts, dates of export, numbers, paths.

Stale the next day, and no remark of the author's; it is kept under ``extra``, which stays private.
"""

from __future__ import annotations

import re

from publist.formats.normalising.extra import with_extra
from publist.model.paper import Paper
from publist.text import local_paths

DATABASE_NOTE = "database_note"
_REMARK = re.compile(
    r"""(?:cited\ by\s*(?:\(since\ \d+\))?[\s:]*\d+ | times\ cited[\s:]*\d* | query\ date | export(?:ed)?\ date
    | cited\ references? | isi\ document\ delivery | accession\ number | ads\ bibcode | art(?:icle)?\.?\ no\b
    | correspondence\ address | funding\ details | funding\ text | from\ duplicate | date\ revised | last\ updated
    | copyright\ - | (?:name|date)\ -\ | tex\.\w+ | _?eprint:\ | company:
    | publisher:\ | place:\ (?-i:(?=[^\W\d_a-z])(?!First|Second|Third)) | citation\ key: | [gz]scc: | oclc: | qid:
    | citations:\ \d+
    | \d+\ cites:\ | publisher\ copyright: | funding\ information: | wos:\d+ | (?:e-?)?issn: | isbn:\ [\dX -]+$
    | original-date: | e-?mail: | (?:corresponding\ author's\ )?affiliation:
    | place\ of\ publication | conference\ (?:code|name|date)
    | number\ of\ references | nr[\s:]\d+ | tc[\s:]\d+ | pt[\s:]\ ?j | source[\s:]\ ?scopus | citation\ count
    | number[\s:]\ \d+\ publisher | read_status | \d+\ citations?\ \((?:crossref|semantic\ scholar|google))""",
    re.IGNORECASE | re.VERBOSE,
)
_LINE = re.compile(r"\s*[\r\n](?=\S)")
"""The end of a line, unless the next one is set in as what goes on."""
_AROUND = " *_\\"
_PART = re.compile(r"(?:\s*[;\n]\s*|<br ?/?>)+")


def lines_apart(note: str) -> str:
    """A note whose lines are remarks, as Zotero and EndNote write them, parted by semicolons; others as they are."""
    lines = _LINE.split(note)
    told = len(lines) > 1 and any(_REMARK.match(line.strip(_AROUND)) for line in lines)
    return "; ".join(line for line in lines if line.strip()) if told else note


def apart(paper: Paper) -> Paper:
    """The paper without such remarks in its note; a remark of the author's own beside them stays."""
    if not paper.note or not (_REMARK.search(paper.note) or local_paths.has_path(paper.note)):
        return paper
    parts = [part for part in _PART.split(paper.note) if part]
    remarks = [part for part in parts if _REMARK.match(part.strip(_AROUND)) or local_paths.has_path(part)]
    if not remarks:
        return paper
    left = "; ".join(part for part in parts if part not in remarks)
    return with_extra(paper._replace(note=left), DATABASE_NOTE, "; ".join(remarks))

"""How often a page says that a paper is cited: a number, or one with its label. Pages give no date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from publist.formats.pasted_lines import Line
from publist.model.paper import Citations, Paper

NUMBER = re.compile(r"(?P<count>\d{1,3}(?:[.,]\d{3})+|\d{1,7})")
LABELLED = re.compile(
    r"(?:[Cc]ited by:?(?: Papers)?|[Cc]ited(?: \(n\))?:|(?:Total )?Citations?:?)\s*"
    r"\(?(?P<count>[\d,]+)\)?(?:\s.*)?"
    r"|(?P<before>[\d,]+) [Cc]itations?\b.*"
)


def counted(paper: Paper, text: str, source: str) -> Paper:
    """The paper with a count that is all of the text (Scholar puts a star behind merged ones); 0 says none."""
    found = NUMBER.fullmatch(text.strip().rstrip("*"))
    count = int(re.sub(r"\D", "", found["count"])) if found else 0
    return paper._replace(citations=Citations(count, source)) if count else paper


def labelled(paper: Paper, lines: Iterable[Line], source: str) -> Paper:
    """The paper with the count that one of the lines gives with its label, or with the label on the next line."""
    texts = [line.text for line in lines]
    for text, after in pairwise((*texts, "")):
        if found := LABELLED.fullmatch(text):
            return counted(paper, found["count"] or found["before"], source)
        if NUMBER.fullmatch(text) and re.fullmatch(r"Citations?|Cited by", after):
            return counted(paper, text, source)
    return paper

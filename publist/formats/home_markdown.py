"""Publications in Markdown: items of a list, or paragraphs, with links and headings that give year, type and status.

## 2021

- **Noise in long winters**
  Ann Lee, Max Roe
  *Journal of Winters*, 2021 [[pdf](https://e.org/n.pdf)] [[code](https://e.org/c)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.formats.base import Reading
from publist.formats.pasted_lines import raw_lines
from publist.formats.webpage.headings import Heading, Headings, heading_of
from publist.formats.webpage.items import Run, row_of, with_identifiers
from publist.formats.webpage.pages import Page, certainty, reading_of
from publist.formats.webpage.rows import entries_of, linked

_LESS_THAN_A_SITE = 0.7
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.+?)\s*#*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+")
_MARKUP = re.compile(
    r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)"
    r"|\[(?P<linked>(?:[^\[\]]|\[[^\[\]]{0,500}\]){0,500})\]\((?P<href>[^()\s]{0,2000}(?:\([^()]{0,500}\)[^()\s]{0,500}){0,9})(?:\s{1,9}\"[^\"]{0,500}\")?\)"
    r"|\*\*(?P<bold>[^*]{1,500})\*\*|__(?P<bold2>[^_]{1,500})__|(?<![*\w])\*(?P<em>[^*\s][^*]{0,500})\*(?!\w)"
    r"|(?<!\w)_(?P<em2>[^_\s][^_]{0,500})_(?!\w)|<br\s{0,9}/?>(?P<br>)|[“\"](?P<quoted>[^”\"]{12,500}?)[,.]?[”\"]"
)
"""Each part is bounded: a mark that nobody closes would else be looked for to the end, once for each such mark."""
_SIGN = re.compile(
    r"\]\(\S{1,2000}\)|\*\*[^*\n]{1,500}\*\*|^#{1,6}\s|(?<!\w)[*_][^*_\n]{1,500}[*_](?!\w)", re.MULTILINE
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MISSING = "Write each paper as an item of a list, its title in bold or as a link, or its parts on lines of their own."


def recognises(text: str) -> float:
    """How sure it is: whether there is Markdown's markup, and its items are papers in one order."""
    return _LESS_THAN_A_SITE * certainty(_page(text)) if len(_SIGN.findall(text)) > 1 else 0.0


def read(text: str, *, source: str) -> Reading:
    """Every paper of the page."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    blocks = [row_of(runs, heading) for runs, heading in _items(_FRONT_MATTER.sub("", text))]
    rows = [with_identifiers(row) for row in blocks if len(row.lines) > 1]
    entries = [linked(entry, row) for entry, row in zip(entries_of(rows), rows, strict=False)]
    strays = [line for row in blocks if len(row.lines) < 2 or not entries for line in row.all_lines]
    return Page(entries, sorted(strays))


def _items(text: str) -> Iterator[tuple[list[Run], Heading]]:
    """The items and paragraphs with the headings above them."""
    headings, runs, blank = Headings(), list[Run](), True
    for number, raw in enumerate(raw_lines(text), 1):
        line = raw.strip()
        head = _HEADING.fullmatch(line)
        found = heading_of((head["text"] if head else line).strip("*_ "))
        item = _ITEM.match(line)
        if runs and (head or found or item or (blank and not raw.startswith((" ", "\t")))):
            yield runs, headings.current
            runs = []
        if found and not item:
            headings.add(found)
        elif line and not head and not re.fullmatch(r"[-=*_]{3,}", line):
            runs += [Run("\n", number)] if runs else []
            runs += _runs(line[item.end() :] if item else line, number)
        blank = not line
    if runs:
        yield runs, headings.current


def _runs(line: str, number: int) -> Iterator[Run]:
    at = 0
    for found in _MARKUP.finditer(line):
        yield from _plain(line[at : found.start()], number)
        at = found.end()
        if found["br"] is not None:
            yield Run("\n", number)
        elif found["href"] is not None:
            text = re.sub(r"[*_]", "", found["linked"])
            yield Run(text, number, 0, found["href"])
        else:
            name = next((name for name in ("bold", "bold2", "em", "em2", "quoted") if found[name]), "")
            if name:
                yield Run(found[name], number, 1 if name in ("em", "em2") else 2)
    yield from _plain(line[at:], number)


def _plain(text: str, number: int) -> Iterator[Run]:
    if text:
        yield Run(text.replace("\\", ""), number)

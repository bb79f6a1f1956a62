"""Pages whose papers are lines of a few kinds in a fixed order: the kinds are letters, a paper is a pattern of them.

``t`` stands for a line of no other kind, ``o`` for the page's own words. Whatever the pattern does not take is a line
without a place, so that a page in another order gives no papers instead of wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from publist.formats.pasted_lines import Line, lines_of, quoted
from publist.formats.webpage.pages import Doubt, Entry, Page, doubtful

AFTER = "after"
"""The group of the lines under a paper: buttons and counts."""
Fields = Mapping[str, Sequence[Line]]
"""The lines of a paper by the names of the groups that took them."""

_EVERYWHERE = re.compile(
    r"skip to (?:main )?(?:content|search.*|navigation|results)|sign ?(?:in|up|out)|log ?(?:in|out)|register|menu"
    r"|home|search"
    r"|(?:this (?:web)?site|we) uses? cookies\b.*|accept (?:all )?cookies|(?:accept|reject|allow) all"
    r"|cookie (?:settings|policy)"
    r"|manage (?:cookies|preferences)|privacy(?: policy)?|terms(?: (?:of|and) .*)?|help|contact(?: us)?"
    r"|about(?: us)?|feedback"
    r"|(?:©|copyright) .*|all rights reserved\.?|next(?: page)?|previous(?: page)?|first|last|page \d+(?: of \d+)?"
    r"|\d{1,3}"
    r"|(?:show|load|view) (?:more|less|all)|more|less|share|follow|export|download|print|filter|filters|sort"
    r"|sort by.*|…|·|•|\|",
    re.IGNORECASE,
)
"""What any site may have around its papers; a number alone counts papers or pages."""

_LONGEST = 1_000
"""Characters of a line of a kind of its own; only lists of names and texts are longer."""


class Shape(NamedTuple):
    """The kinds of lines of a page, tried in their order, and the order in which a paper has them."""

    sign: re.Pattern[str]
    """What a text of this form has in it; looked for first, as it is quick."""
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    paper: re.Pattern[str]
    """A pattern of the letters of kinds; its named groups are what ``entry_of`` gets."""
    anchors: str
    """Kinds that only a paper has: one that no paper takes is a paper that could not be read.

    So is a line of any kind right beside a paper: it may be a title that looks like something else.
    """
    lists: str = ""
    """Kinds that are lists of names, the only ones whose lines may be of any length."""


def page_of(text: str, shape: Shape, entry_of: Callable[[Fields], Entry | None]) -> Page:
    """The papers of a text in this shape; ``entry_of`` gives None for lines that are no paper after all."""
    if not shape.sign.search(text):
        return Page(())
    lines = lines_of(text)
    of_any_length = tuple(kind for kind in shape.kinds if kind[0] in shape.lists)
    letters = "".join(_kind(line.text, shape.kinds if len(line.text) <= _LONGEST else of_any_length) for line in lines)
    entries: list[Entry] = []
    taken: set[int] = set()
    for found in shape.paper.finditer(letters):
        fields = {name: lines[slice(*found.span(name))] for name, part in found.groupdict().items() if part}
        entry = entry_of(fields)
        if entry and any(map(str.isalnum, entry.paper.title)):
            if _holds_more(fields, lines[slice(*found.span())], shape.sign):
                doubt = Doubt(lines[found.start()], f"two lines may be joined here: {quoted(entry.paper.title)}")
                paper = doubtful(entry.paper, "title", "authors")
                entry = entry._replace(paper=paper, doubts=(*entry.doubts, doubt))
            entries.append(entry._replace(lines=lines[slice(*found.span())]))
            taken.update(range(*found.span()))
    left = [at for at in range(len(lines)) if at not in taken]
    strays = [lines[at] for at in left if letters[at] != "o"]
    lost = [at for at in left if letters[at] in shape.anchors or _touches(at, lines, letters, taken)]
    return Page(entries, strays, [lines[at] for at in lost])


def _holds_more(fields: Fields, lines: Sequence[Line], sign: re.Pattern[str]) -> bool:
    """Whether a line of the paper ends in what another says, or the title has signs of the page: two were joined."""
    ends = [line.text for line in lines]
    own = [line for name, group in fields.items() if name != AFTER for line in group]
    joined = (line.text.endswith(f" {text}") for line in own for text in set(ends))
    if any(ends.count(line.text) > 1 for line in fields.get("title", ())):
        return True
    return any(joined) or any(sign.search(line.text) for line in fields.get("title", ()))


def _touches(at: int, lines: Sequence[Line], letters: str, taken: set[int]) -> bool:
    """Whether a line without a place stands so close to a paper that it may be a part of it."""
    if letters[at] == "o":
        return False
    beside = [
        other for other in (at - 1, at + 1) if other in taken and abs(lines[other].number - lines[at].number) == 1
    ]
    return any(letters[at] != "t" or letters[other] == "t" for other in beside)


def said(fields: Fields, name: str) -> str:
    """The text of a group of lines, on one line; empty where the paper has none."""
    return " ".join(line.text for line in fields.get(name, ()))


def kinds(**patterns: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of a page, with what stands around papers on any site for the last."""
    return (*((letter, re.compile(pattern)) for letter, pattern in patterns.items()), ("o", _EVERYWHERE))


def _kind(text: str, known: Iterable[tuple[str, re.Pattern[str]]]) -> str:
    return next((letter for letter, pattern in known if pattern.fullmatch(text)), "t")

"""Cards of an HTML page: a paper whose title, authors, venue and year stand in blocks of their own within one block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.references.beginnings import is_whole
from publist.formats.references.headings import heading_of
from publist.formats.references.inline import plain
from publist.formats.references.numbers import YEAR

Lines = Sequence[tuple[int, str]]
_LEAST, _MOST = 2, 10
_LONGEST = 1500
"""A block of more lines, or longer, holds more than one paper."""
_FEW_WORDS = 4
"""The heading of a section has so many words at most, with its mark."""
_HASHES = re.compile(r"#+ ")
_BADGE = re.compile(rf"\W*{YEAR}\W*")
_WHOLE = 120
"""A line with a year that is so long is a reference by itself."""


def card_of(lines: Lines) -> list[tuple[int, str]]:
    """The lines of a block as one reference, if they are a card: its title first, and a year before it at its end."""
    full = [(number, text.strip().removeprefix("• ")) for number, text in lines if text.strip()]
    texts = [plain(text) for _, text in full]
    if not _LEAST <= len(full) <= _MOST or sum(map(len, texts)) > _LONGEST or _holds_others(texts):
        return list(lines)
    if _BADGE.fullmatch(texts[0]):
        full = [*full[1:], (full[0][0], texts[0])]
    shown = [_HASHES.sub("", text, count=1) for _, text in full]
    return [
        (number, f"{'  ' if at else '• '}{text}")
        for at, ((number, _), text) in enumerate(zip(full, shown, strict=True))
    ]


def _holds_others(texts: Sequence[str]) -> bool:
    """Whether the block is a section: it has the heading of one, or one below text, or holds whole references."""
    headings = [at for at, text in enumerate(texts) if _HASHES.match(text)]
    section = any(len(texts[at].split()) <= _FEW_WORDS and heading_of(texts[at]) for at in headings)
    below = any(at and not _BADGE.fullmatch(texts[at - 1]) for at in headings)
    whole = sum(is_whole(text) or (len(text) > _WHOLE and bool(re.search(YEAR, text))) for text in texts)
    return section or below or whole > 1

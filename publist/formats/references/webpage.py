"""The lines of an HTML page: each list item, paragraph and heading one line, with marks for italics, bold and links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.references.cards import card_of
from publist.formats.references.inline import (
    BOLD,
    BOLD_END,
    ITALIC,
    ITALIC_END,
    LINK,
    LINK_END,
    LINK_URL,
    MARKS,
    with_links,
)
from publist.text.html_markup import MarkupParser

_BLOCKS = frozenset(
    "p div li ul ol dl dt dd tr table section article header footer main blockquote h1 h2 h3 h4 h5 h6 body hr".split()
)
_SKIPPED = frozenset("script style head template noscript svg button nav".split())
_STYLES = {"i": ITALIC, "em": ITALIC, "cite": ITALIC, "b": BOLD, "strong": BOLD}
_ENDS = {ITALIC: ITALIC_END, BOLD: BOLD_END}
_ITEM = re.compile(
    r"(?:^|[\s_-])(?:item|entry|card|paper|pub|publication|reference|citation|media|row)(?:\s|$)", re.IGNORECASE
)
"""The class of a block that holds one paper."""
_BADGE = re.compile(r"\b(?:badge|label|tag|year|date|pill|chip|venue)\b", re.IGNORECASE)
"""The class of a word that stands apart from what follows it."""
_SEVERAL_ARTICLES = 3
_IS_PAGE = re.compile(r"<(?:!doctype html|html|li|p|ul|ol|h[1-6]|div|tr|dt|table)\b[^<>]*>", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Whether the text is HTML: elements of a page stand in it again and again."""
    return len(_IS_PAGE.findall(text[:100_000])) >= 3 or bool(re.match(r"\s*<(?:!doctype|html)", text, re.IGNORECASE))


_ARTICLE = ("article",)


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines, each with the number of the line of the source on which it begins."""
    page = _Page(cards=_ARTICLE if text.count("<article") >= _SEVERAL_ARTICLES else ())
    page.feed(text)
    page.close()
    page.end_line()
    return page.lines


class _Page(MarkupParser):
    """Collects text by blocks."""

    def __init__(self, cards: Sequence[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.cards = cards
        self.card: tuple[str, int] | None = None
        """The block that may be a card and stands open: its element, and how many lines came before it."""
        self.depth = 0
        self.badges: list[bool] = []
        self.lines: list[tuple[int, str]] = []
        self.pieces: list[str] = []
        self.number = 1
        self.skipped = 0
        self.prefix = ""
        self.urls: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped += 1
        elif tag in _BLOCKS:
            self.end_line()
            is_item = tag == "li" or tag in self.cards or bool(_ITEM.search(dict(attrs).get("class") or ""))
            self.begin_block(tag, is_item=is_item)
            self.prefix = (
                "• " if is_item else "#" * int(tag[1]) + " " if tag[0] == "h" and tag[1:].isdigit() else self.prefix
            )
            if is_item or tag in ("p", "h1", "h2", "h3", "h4", "dt", "tr"):
                self.lines.append((self.getpos()[0], ""))
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "a":
            self.urls.append(dict(attrs).get("href") or "")
            self.pieces.append(LINK)
        elif tag in _STYLES:
            self.pieces.append(_STYLES[tag])
        elif tag == "q":
            self.pieces.append("“")
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag == "span":
            self.badges.append(bool(_BADGE.search(dict(attrs).get("class") or "")))

    def begin_block(self, tag: str, *, is_item: bool) -> None:
        """A block that may be a card begins, or one within it; what holds another is none."""
        if is_item:
            self.card, self.depth = (tag, len(self.lines)), 1
        elif self.card and tag == self.card[0]:
            self.depth += 1

    def end_block(self, tag: str) -> None:
        """The block that ends is a card, perhaps: its lines are then one paper's."""
        if self.card is None or tag != self.card[0]:
            return
        self.depth -= 1
        if not self.depth:
            start = self.card[1]
            self.lines[start:] = card_of(self.lines[start:])
            self.card = None

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipped = max(0, self.skipped - 1)
        elif tag in _BLOCKS:
            self.end_line()
            self.end_block(tag)
        elif tag == "span":
            self.pieces.append(" " if self.badges and self.badges.pop() else "")
        elif tag == "a" and self.urls:
            self.pieces.append(f"{LINK_URL}{self.urls.pop()}{LINK_END}")
        elif tag in _STYLES:
            self.pieces.append(_ENDS[_STYLES[tag]])
        elif tag == "q":
            self.pieces.append("”")

    def handle_data(self, data: str) -> None:
        if self.skipped:
            return
        if not any(piece.strip() for piece in self.pieces):
            self.number = self.getpos()[0]
        self.pieces.append(with_links(re.sub(rf"[{MARKS}]", "", re.sub(r"\s+", " ", data))))

    def end_line(self) -> None:
        """The block that stood open becomes lines, if anything is in it."""
        text = "".join(self.pieces)
        self.pieces.clear()
        if text.strip(f" \n{MARKS}"):
            parts = [part.strip() for part in re.sub(r"[ \t]+", " ", text).split("\n")]
            whole = [part for part in parts if part]
            for at, part in enumerate(whole):
                self.lines.append(
                    (self.number, f"{self.prefix if not at else '  ' if self.prefix.startswith('•') else ''}{part}")
                )
            self.prefix = ""

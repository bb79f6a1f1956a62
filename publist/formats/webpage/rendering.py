"""A saved web page as the text that a browser would copy from it (blocks are lines, tabs part cells), and its links.

What a page hides is left out: scripts, ``hidden``, ``display: none``, and the second spelling that PubMed keeps for
narrow windows (``docsum-authors short-authors``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.text.html_markup import MarkupParser

_BLOCKS = frozenset(
    "address article aside blockquote body button cite dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5"
    " h6 header hr li main nav ol option p pre section select summary table tbody thead tr ul".split()
)
"""Elements that begin and end a line; dblp's ``cite`` is one, and buttons stand apart."""
_SKIPPED = frozenset("script style head template noscript svg".split())
_CELLS = frozenset(("td", "th"))
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDDEN = re.compile(r"display:\s*none", re.IGNORECASE)
_SECOND_SPELLINGS = frozenset(("short-authors", "short-journal-citation"))


class Link(NamedTuple):
    """An address, what is written on its link, and the line of the text on which that stands."""

    href: str
    text: str
    line: int


class Rendered(NamedTuple):
    """The text of a page, the line of the source on which each of its lines begins, and its links."""

    text: str
    places: tuple[int, ...]
    links: tuple[Link, ...]

    def place_of(self, link: Link) -> int:
        """The line of the source on which a link stands; the last one with text for a link behind all text."""
        return self.places[min(link.line, len(self.places)) - 1] if self.places else 1


def rendered(html: str) -> Rendered:
    """The page as it is copied; broken markup gives as much of it as can be seen."""
    page = _Page()
    page.feed(html)
    page.close()
    page.end_line()
    return Rendered("\n".join(page.lines), tuple(page.places), tuple(page.links))


class _Page(MarkupParser):
    """Collects lines, and what is linked on them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.places: list[int] = []
        self.links: list[Link] = []
        self._pieces: list[str] = []
        self._begin = 1
        self._open: list[tuple[str, bool]] = []
        """The elements that are open, and whether each is hidden."""
        self._hidden = 0
        self._href = ""
        self._linked = ""
        self._in_row = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.end_line()
        if tag in _EMPTY:
            return
        hides = tag in _SKIPPED or _is_hidden(dict(attributes))
        self._open.append((tag, hides))
        self._hidden += hides
        if tag in _BLOCKS:
            self.end_line()
            self._in_row &= tag != "tr"
        elif tag in _CELLS:
            self._pieces += ["\t"] if self._in_row else []
            self._in_row = True
        elif tag == "a":
            self._href, self._linked = dict(attributes).get("href") or "", ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href:
            self.links.append(Link(self._href, " ".join(self._linked.split()), len(self.lines) + 1))
            self._href = ""
        if any(tag == name for name, _ in self._open):
            while self._open:
                name, hides = self._open.pop()
                self._hidden -= hides
                if name == tag:
                    break
        if tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not any(piece.strip() for piece in self._pieces):
            self._begin = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        self._pieces.append(re.sub(r"\s+", " ", data))
        self._linked += data if self._href else ""

    def end_line(self) -> None:
        """Take what has come since the last block as a line; a tab before it says that a cell begins."""
        text = "".join(self._pieces)
        self._pieces = []
        if text.strip():
            self.lines.append(re.sub(r" *\t *", "\t", re.sub(r" +", " ", text)).strip(" "))
            self.places.append(self._begin)
        elif "\t" in text:
            self._pieces.append("\t")


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    classes = set((attributes.get("class") or "").split())
    return (
        "hidden" in attributes
        or bool(_HIDDEN.search(attributes.get("style") or ""))
        or not classes.isdisjoint(_SECOND_SPELLINGS)
    )

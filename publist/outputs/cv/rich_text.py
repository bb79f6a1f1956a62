"""HTML, as Markdown and references are made of, to the runs and blocks of a document."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import groupby

from publist.outputs.cv.document import Block, Line, Run

_BOLD, _ITALIC, _RAISED = ("b", "strong"), ("i", "em", "cite"), ("sup", "sub")
_BLOCKS = {"p": "p", "li": "li", "h2": "h", "h3": "h", "h4": "h", "h5": "h", "h6": "h", "blockquote": "p", "pre": "p"}
_BLOCKS |= {"dt": "p", "dd": "p", "tr": "p", "figcaption": "p"}
_UNSAID = frozenset(("annotation", "annotation-xml"))
"""Inside MathML: the source of a formula beside its characters."""


class _Reader(HTMLParser):
    """One pass over sanitised HTML: a stack of open looks, and the blocks so far."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, list[Run]]] = [("p", [])]
        self._open: list[tuple[str, Run]] = [("", Run(""))]
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        look = self._open[-1][1]
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag in _BLOCKS:
            self.blocks.append((_BLOCKS[tag], []))
        elif tag in ("br", "td", "th"):
            self.handle_data(" ")
        elif tag == "img":
            self.handle_data(dict(attrs).get("alt") or "")
        look = look._replace(
            bold=look.bold or tag in _BOLD,
            italic=look.italic or tag in _ITALIC,
            code=look.code or tag == "code",
            raised=tag if tag in _RAISED else look.raised,
            url=_address(dict(attrs).get("href")) if tag == "a" else look.url,
        )
        if tag not in ("br", "img", "hr", "mspace", "none", "mprescripts"):
            self._open.append((tag, look))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID:
            self._unsaid -= 1
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                break
        if tag in _BLOCKS:
            self.blocks.append(("p", []))

    def handle_data(self, data: str) -> None:
        if data and not self._unsaid:
            self.blocks[-1][1].append(self._open[-1][1]._replace(text=data))


def _address(href: str | None) -> str:
    """Where a link leads, if that is anywhere outside of the site."""
    return href if href and href.startswith(("https://", "http://", "mailto:")) else ""


def blocks_of(html: str) -> tuple[Block, ...]:
    """The paragraphs, list items and headings of HTML in order; empty ones are none."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = (Block(kind, _tidied(runs)) for kind, runs in reader.blocks)
    return tuple(block for block in found if block.line)


def line_of(html: str) -> Line:
    """The same for HTML that stands on one line."""
    parts = [block.line for block in blocks_of(html)]
    return tuple(run for number, line in enumerate(parts) for run in ([Run(" ")] * bool(number) + list(line)))


def _tidied(runs: list[Run]) -> Line:
    """Neighbours of one look joined, white space as single blanks, none at the ends."""
    tidy: list[Run] = []
    for look, same in groupby(runs, lambda run: run._replace(text="")):
        text = re.sub(r"[ \t\r\n]+", " ", "".join(run.text for run in same))
        if text.startswith(" ") and (not tidy or tidy[-1].text.endswith(" ")):
            text = text[1:]
        if text:
            tidy.append(look._replace(text=text))
    if tidy and tidy[-1].text.endswith(" "):
        last = tidy.pop()
        tidy += [last._replace(text=last.text[:-1])] if last.text[:-1] else []
    return tuple(tidy)

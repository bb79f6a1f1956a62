"""A document as text in lines of 78 characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from publist.outputs.cv.document import Document, Item, Line, Run, Section

_WIDTH = 78


def write(document: Document, template: str = "") -> str:
    """The text; there is no template for it."""
    del template
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield document.name
    yield "=" * max(3, len(document.name))
    yield from (line_text(line) for line in document.lines)
    for section in document.sections:
        yield from ("", "", section.heading, "-" * max(3, len(section.heading)))
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from ("", _wrapped(line_text(block.line), "- " if block.kind == "li" else ""))
    for entry in section.entries:
        yield from ("", _wrapped(line_text(entry.line), f"{entry.label}  " if entry.label else ""))
    for group in section.groups:
        if group.heading:
            yield from ("", group.heading)
        for item in group.items:
            yield from ("", _item(item, max(len(other.label) for other in group.items)))
    if section.legend:
        yield from ("", _wrapped(section.legend, ""))


def _item(item: Item, width: int) -> str:
    return _wrapped(line_text(item.line), f"{item.label.rjust(width)}. " if item.label else "")


def line_text(line: Line) -> str:
    """A line in this form."""
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    """The text; the address too, where the text does not say it."""
    address = run.url.removeprefix("mailto:")
    bare = address.removeprefix("https://").removeprefix("http://").removeprefix("doi.org/")
    return run.text if not run.url or bare.rstrip("/") in run.text else f"{run.text} <{address}>"


def _wrapped(text: str, label: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=label,
        subsequent_indent=" " * len(label),
        break_long_words=False,
        break_on_hyphens=False,
    )

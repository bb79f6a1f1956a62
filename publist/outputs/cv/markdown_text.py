"""A document as Markdown (CommonMark)."""

from __future__ import annotations

from collections.abc import Iterator

from publist.outputs.cv.document import Block, Document, Item, Line, Run, Section
from publist.text import inline_markdown


def write(document: Document, template: str = "") -> str:
    """The text; there is no template for it."""
    del template
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {inline_markdown.escape(document.name)}"
    if document.lines:
        yield from ("", "  \n".join(map(line_text, document.lines)))
    for section in document.sections:
        yield from ("", f"## {inline_markdown.escape(section.heading)}")
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from _blocks(section.blocks)
    if section.entries:
        yield ""
    for entry in section.entries:
        date = f"{inline_markdown.escape(entry.label)}: " if entry.label else ""
        yield f"- {date}{line_text(entry.line)}"
    for group in section.groups:
        if group.heading:
            yield from ("", f"### {inline_markdown.escape(group.heading)}")
        for item in group.items:
            yield from ("", _item(item))
    if section.legend:
        yield from ("", inline_markdown.escape(section.legend))


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    before = ""
    for block in blocks:
        if not before == block.kind == "li":
            yield ""
        yield {"p": "", "li": "- ", "h": "### "}[block.kind] + line_text(block.line)
        before = block.kind


def _item(item: Item) -> str:
    """A number that goes down is text in Markdown, whose lists only count up."""
    return (
        f"{inline_markdown.escape(item.label)}\\. {line_text(item.line)}" if item.label else f"- {line_text(item.line)}"
    )


def line_text(line: Line) -> str:
    """A line in this form."""
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    if run.url and run.url == run.text:
        return f"<{run.url}>"
    text = inline_markdown.code(run.text) if run.code else inline_markdown.escape(run.text)
    text = inline_markdown.wrapped(text, "*") if run.italic else text
    text = inline_markdown.wrapped(text, "**") if run.bold else text
    text = f"<{run.raised}>{text}</{run.raised}>" if run.raised else text
    return f"[{text}](<{run.url}>)" if run.url else text

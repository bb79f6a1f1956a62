"""A document as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from publist.outputs.cv.document import Block, Document, Item, Line, Run, Section
from publist.text.html_escaping import escape


def write(document: Document, template: str) -> str:
    """The page: ``template`` with language, title and body in the places of its markers."""
    body = "\n".join(_parts(document))
    head, _, tail = template.partition("@BODY@")
    head = head.replace("@LANGUAGE@", escape(document.language)).replace("@DIRECTION@", document.direction)
    head = head.replace("@TITLE@", escape(document.name))
    return f"{head}{body}{tail}"


def _parts(document: Document) -> Iterator[str]:
    yield f"<header>\n<h1>{escape(document.name)}</h1>"
    yield from (f"<p>{line_text(line)}</p>" for line in document.lines)
    yield "</header>"
    for section in document.sections:
        yield f"<section>\n<h2>{escape(section.heading)}</h2>"
        yield from _section(section)
        yield "</section>"


def _section(section: Section) -> Iterator[str]:
    yield from blocks_html(section.blocks)
    if section.entries:
        yield '<ul class="entries">'
        yield from (_item(entry, "") for entry in section.entries)
        yield "</ul>"
    for group in section.groups:
        if group.heading:
            yield f"<h3>{escape(group.heading)}</h3>"
        yield '<ul class="papers">'
        yield from (_item(item, ".") for item in group.items)
        yield "</ul>"
    if section.legend:
        yield f'<p class="legend">{escape(section.legend)}</p>'


def blocks_html(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Text of the author's own, element by element."""
    inside = False
    for block in blocks:
        if (block.kind == "li") != inside:
            yield "</ul>" if inside else "<ul>"
            inside = not inside
        tag = {"h": "h3"}.get(block.kind, block.kind)
        yield f"<{tag}>{line_text(block.line)}</{tag}>"
    if inside:
        yield "</ul>"


def _item(item: Item, mark: str) -> str:
    label = f"<span>{escape(item.label)}{mark}</span> " if item.label else ""
    return f'<li>{label}<div dir="auto">{line_text(item.line)}</div></li>'


def line_text(line: Line) -> str:
    """A line in this form."""
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    text = escape(run.text)
    for tag, wanted in (("code", run.code), ("i", run.italic), ("b", run.bold), (run.raised, bool(run.raised))):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="{escape(run.url)}">{text}</a>' if run.url else text

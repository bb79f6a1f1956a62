"""A document as LaTeX that any engine sets: plain, or with its papers as a bibliography of BibLaTeX."""

from __future__ import annotations

from collections.abc import Iterator

from publist.outputs.cv.document import Block, Document, Group, Item, Line, Run
from publist.outputs.cv.latex_letters import needed_by, spelt
from publist.text.latex import writer

_BIBER = (
    "\\begin{filecontents*}[overwrite]{biber.conf}\n"
    "<config><decodecharsset>null</decodecharsset></config>\n\\end{filecontents*}\n"
)
"""Without it biber makes letters of commands, and pdfLaTeX knows few letters."""
_LONG_WORD = 20
"""No longer word of a link can be kept on one line: that of a DOI is broken as an address is."""
_SHEETS = {"a4": "a4paper", "us-letter": "letterpaper"}


def write(document: Document, template: str) -> str:
    """The references as text."""
    return _filled(document, template)


def write_biblatex(document: Document, template: str) -> str:
    """The references as BibLaTeX sets them, from a ``.bib`` file that the source holds; ``biber`` must run."""
    bibliography = (
        "\\begin{filecontents*}[overwrite]{publications.bib}\n"
        f"{spelt(document.bibliography)}\\end{{filecontents*}}\n"
        f"{_BIBER}\\usepackage[backend=biber,style=numeric,sorting=none,maxbibnames=99]{{biblatex}}\n"
        "\\addbibresource{publications.bib}\n"
    )
    return _filled(document, template, bibliography)


def _filled(document: Document, template: str, preamble: str = "") -> str:
    """The template with its markers filled; with a ``preamble`` the references are those of BibLaTeX."""
    head, _, tail = template.partition("@BODY@")
    title, sheet = escaped(document.name), _SHEETS[document.sheet]
    body = "\n".join(_parts(document, biblatex=bool(preamble)))
    needed = needed_by(title + preamble + body)
    head = head.replace("@TITLE@", title).replace("@SHEET@", sheet).replace("@PREAMBLE@\n", needed + preamble)
    return f"{head}{body}{tail}"


def escaped(text: str) -> str:
    """Text as LaTeX says it."""
    return spelt(writer.from_text(text).replace("[", "{[}").replace("]", "{]}"))


def _parts(document: Document, *, biblatex: bool) -> Iterator[str]:
    lines = " \\\\ ".join(map(_line, document.lines))
    yield f"\\cvhead{{{escaped(document.name)}}}{{{lines}}}"
    for section in document.sections:
        yield f"\n\\section*{{{escaped(section.heading)}}}"
        yield from _blocks(section.blocks)
        yield from _entries(section.entries)
        for group in section.groups:
            yield from _cited(group) if biblatex else _papers(group)
        if section.legend and not biblatex:
            yield f"\n{{\\small {escaped(section.legend)}\\par}}"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    inside = False
    for block in blocks:
        if (block.kind == "li") != inside:
            yield "\\end{itemize}" if inside else "\\begin{itemize}"
            inside = not inside
        yield {"p": "\n{}\\par", "li": "\\item {}", "h": "\\subsection*{{{}}}"}[block.kind].format(_line(block.line))
    if inside:
        yield "\\end{itemize}"


def _entries(entries: tuple[Item, ...]) -> Iterator[str]:
    if entries:
        yield "\\begin{cventries}"
        yield from (f"\\item[{{{escaped(entry.label)}}}] {_line(entry.line)}" for entry in entries)
        yield "\\end{cventries}"


def _papers(group: Group) -> Iterator[str]:
    if group.heading:
        yield f"\\subsection*{{{escaped(group.heading)}}}"
    if group.items:
        yield "\\begin{cvpapers}"
        for item in group.items:
            yield f"\\item[{{{escaped(item.label)}{'.' if item.label else ''}}}] {_line(item.line)}"
        yield "\\end{cvpapers}"


def _cited(group: Group) -> Iterator[str]:
    """A bibliography of its own for each group, with the papers in their order."""
    heading = f"heading=subbibliography,title={{{escaped(group.heading)}}}" if group.heading else "heading=none"
    yield f"\\begin{{refsection}}\n\\nocite{{{','.join(group.keys)}}}"
    yield f"\\printbibliography[{heading}]\n\\end{{refsection}}"


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    text = escaped(run.text)
    commands = (("texttt", run.code), ("emph", run.italic), ("textbf", run.bold))
    for command, wanted in (
        *commands,
        ("textsuperscript", run.raised == "sup"),
        ("textsubscript", run.raised == "sub"),
    ):
        text = f"\\{command}{{{text}}}" if wanted else text
    if not run.url:
        return text
    # With \url an address can be broken at the end of a line; \href takes it as it is but for the signs of TeX.
    url = _address(run.url)
    if run.text == run.url:
        return f"\\url{{{url}}}"
    is_long = len(run.text) > _LONG_WORD and run.text.isascii() and " " not in run.text
    shown = f"\\nolinkurl{{{_address(run.text)}}}" if is_long else text
    return f"\\href{{{url}}}{{{shown}}}"


def _address(url: str) -> str:
    """An address, or a DOI, for commands that break it in lines."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace("%", "\\%").replace("#", "\\#")

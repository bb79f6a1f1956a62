"""The list, or a part of it, as references in a citation style, one a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from publist.build.export import chosen_entries, read_library
from publist.model.citation_styles import BUILT_IN
from publist.outputs.csl.references import CslReferences
from publist.outputs.cv import html_page, markdown_text, plain_text
from publist.outputs.cv.document import Line
from publist.outputs.cv.rich_text import line_of
from publist.outputs.pages.list_references import list_reference


class Form(NamedTuple):
    """A form of references: how one is written, how its file ends, and what stands around all and between two."""

    line: Callable[[Line], str]
    endings: tuple[str, ...]
    before: str = ""
    between: str = "\n"
    after: str = ""


FORMS: Mapping[str, Form] = {
    "text": Form(plain_text.line_text, (".txt",)),
    "markdown": Form(markdown_text.line_text, (".md",)),
    "html": Form(html_page.line_text, (".html", ".htm"), "<ul>\n<li>", "</li>\n<li>", "</li>\n</ul>\n"),
}


def reference_list(site: str, style: str, form: str, parts: Mapping[str, str]) -> str:
    """The papers that belong to every part, newest first, in a form of ``FORMS``.

    ``style`` is one of ``STYLES`` by its name, or the path of a CSL file; ``parts`` are as ``export`` has them.
    UsageError for a name that the site does not have; PublistError if the content has errors, or the style.
    """
    content, joined = read_library(site)
    entries = chosen_entries(joined, parts)
    if style in BUILT_IN:
        made = [str(list_reference(entry, style)) for entry in entries]
    else:
        from publist.outputs.csl.style_file import style_of

        made = CslReferences([style_of(style, "")], content.config.language).of(entries, style)
    line, _, before, between, after = FORMS[form]
    lines = [line(line_of(text)) for text in made]
    if before:
        return f"{before}{between.join(lines)}{after}" if lines else ""
    return between.join(f"{text}\n" for text in lines)

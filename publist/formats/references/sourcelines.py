"""The lines of a source, whether plain text, Markdown, HTML or LaTeX, with the same marks for its markup."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import normalize

from publist.formats.pasted_lines import WIDE
from publist.formats.references import frontmatter, webpage
from publist.formats.references.inline import marked
from publist.formats.references.latex import source

_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)
"""What a PDF prints as one letter; spaces of other widths are spaces."""


class SourceLines(NamedTuple):
    """The lines with their numbers (from 1), and whether they may have been broken at a width, as plain text is."""

    numbered: list[tuple[int, str]]
    may_be_wrapped: bool


def lines_of(text: str) -> SourceLines:
    """The lines of the source."""
    text = WIDE.sub(" " * 40, normalize("NFC", frontmatter.without(text)).translate(_LIGATURES))
    if webpage.is_page(text):
        return SourceLines(webpage.lines_of(text), may_be_wrapped=False)
    if source.is_tex(text):
        return SourceLines(source.lines_of(text), may_be_wrapped=False)
    numbered = [(number, marked(line)) for number, line in enumerate(text.splitlines(), start=1)]
    return SourceLines(numbered, may_be_wrapped=True)

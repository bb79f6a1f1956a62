"""The lines of a source, whether plain text, Markdown, HTML or LaTeX, with the same marks for its markup."""

from __future__ import annotations

from unicodedata import normalize

from publist.formats.pasted_lines import WIDE
from publist.formats.references import frontmatter, texsource, webpage
from publist.formats.references.inline import marked

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


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers (from 1)."""
    text = WIDE.sub(" " * 40, normalize("NFC", frontmatter.without(text)).translate(_LIGATURES))
    if webpage.is_page(text):
        return webpage.lines_of(text)
    if texsource.is_tex(text):
        return texsource.lines_of(text)
    return [(number, marked(line)) for number, line in enumerate(text.splitlines(), start=1)]

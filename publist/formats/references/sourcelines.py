"""The lines of a source, whether plain text, Markdown, HTML or LaTeX, with the same marks for its markup."""

from __future__ import annotations

import re
from unicodedata import normalize

from publist.formats.references import texsource, webpage
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

_WIDE = re.compile(r"[^\S\r\n]{41,}")
"""More blanks than part two columns; patterns that look for blanks take their square in time."""


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers (from 1)."""
    text = _WIDE.sub(" " * 40, normalize("NFC", text).translate(_LIGATURES))
    if webpage.is_page(text):
        return webpage.lines_of(text)
    if texsource.is_tex(text):
        return texsource.lines_of(text)
    return [(number, marked(line)) for number, line in enumerate(text.splitlines(), start=1)]

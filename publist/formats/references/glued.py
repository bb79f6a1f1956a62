"""Words that a style, or a careless paste, prints without a space between: a space is put where a part must begin.

So ``Do Mosses Need Rain?Journal of Moss, 3: 4–9doi: 10.1234/moss.3`` is read.
"""

from __future__ import annotations

import re

from publist.formats.references.letters import UPPER

_WORD = re.compile(r"\S{6,400}")
_ADDRESS = re.compile(r"://|www\.|/|@|^10\.\d{4}")
_GLUED = re.compile(
    rf"(?<=[a-z\d]{{2}}[?!])(?=[{UPPER}][a-z])"  # rain?Journal
    rf"|(?<=[a-z]{{5}}[.])(?=[{UPPER}][a-z]{{2}})"  # glaciers.Journal
    rf"|(?<=\d{{4}}[.])(?=[{UPPER}][a-z]{{2}})"  # 1914.Journal
    rf"|(?<=[.,?!][”»])(?=[{UPPER}][a-z]{{2}})"  # glaciers.”Journal
    r"|(?<=[a-z]{4})(?=(?:19|20)\d\d[.,;:)]*$)"  # glaciers2024
    r"|(?<=[a-z]{3})(?=(?:Master|Bachelor)[’']s$|PhD$|Doctoral$)"  # glaciersPhD thesis
)
_MAYBE = re.compile(
    r"[a-z\d][?!][^\W\d_a-z]|[a-z]{5}\.[^\W\d_a-z]|\d{4}\.[^\W\d_]|[”»][^\W\d_]|[a-z]{4}(?:19|20)\d\d|[a-z]{3}(?:Mas|Bac|PhD|Doc)"
    r"|[\s(][ab](?:19|20)\d\d|[a-zA-Z\d)]doi:|[a-zA-Z\d)]DOI:"
)
"""One look at the whole text: most references print their spaces."""
_DOI = re.compile(r"(?<=[a-zA-Z\d)])(?=(?:doi|DOI):\s?(?:10\.\d{4}|https?:))")
_LETTER_FIRST = re.compile(r"(?<=[\s(])[ab](?=(?:19|20)\d\d(?:[.,;)]|$))")
"""The letter of a year that a style prints before it: b2025."""


def parted(text: str) -> str:
    """The text with spaces between words that are glued; addresses stay as they are."""
    if not _MAYBE.search(text):
        return text
    text = _LETTER_FIRST.sub("", _DOI.sub(" ", text))
    return _WORD.sub(lambda match: match[0] if _ADDRESS.search(match[0]) else _GLUED.sub(" ", match[0]), text)

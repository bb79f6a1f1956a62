r"""Markup of other systems that readers would see as it is: ``\citep``, ``<jats:p>``, ``&amp;lt;``, ``$\less$``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publist.checks.markdown_texts import Prose
from publist.checks.positions import Positions
from publist.model.problems import Problem, warning

_ASIDE = re.compile(
    r"(?P<fence>^(?P<rail>```+|~~~+).*?^(?P=rail)[ ]*$)|(?P<ticks>`+).*?(?P=ticks)|<https?://[^\s<>]*>|https?://\S+"
    r"|\$\$[^$]+\$\$|(?<![\\$\w])\$(?:\\.|[^$\\])+?\$|\$[_^\\{](?:\\.|[^$\\])*?\$",
    re.DOTALL | re.MULTILINE,
)
"""Code, addresses and formulas, in which such marks are right."""
_LEFT = re.compile(
    r"""\\(?!\\)[A-Za-z]{2,}\*?(?:\{[^{}\n]{0,40}\})?
    | (?:<|&lt;)/?(?:jats|mml|m|scp|astrobj)\b:?\w*[^<>&\n]{0,40}(?:>|&gt;)?
    | &(?:amp;)+(?:lt|gt|amp|quot|\#\d+|[a-z]{2,6});
    | \$\\(?:less|greater|mathsemicolon)\$
    | \{\\["'`^~=.][^{}\n]{0,4}\}""",
    re.VERBOSE | re.IGNORECASE,
)


def leftovers(prose: Iterable[Prose], places: Positions) -> Iterator[Problem]:
    """A warning for each text that has any, at its first."""
    for piece in prose:
        found = left_in(piece.text)
        if found:
            line, column = (
                places.of_text(piece.path, found) if piece.at is None else places.of_key(piece.path, piece.at)
            )
            hint = "write it in Markdown, or delete it; maths stands between dollar signs"
            yield warning(piece.path, line, column, f"markup that readers see as it is: {found}", hint)


def left_in(text: str) -> str:
    """The first such mark of a Markdown text, empty if there is none."""
    if "\\" not in text and "&" not in text and "<" not in text:
        return ""
    found = _LEFT.search(_ASIDE.sub(lambda match: " " * len(match[0]) if "less$" not in match[0] else match[0], text))
    return found[0] if found else ""

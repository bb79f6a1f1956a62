r"""Formulas as TeX has them, where a ``$`` closes at the next one whatever follows: ``$\Sigma$$^{0}$``, ``$M_\odot$2``.

Our Markdown, which has prices to tell from formulas, wants two that touch to be one, and a group before a digit.
"""

from __future__ import annotations

import re

from publist.text import inline_markdown

_ENSURED = re.compile(r"\{\\ensuremath\{(?P<braced>[^{}$]{1,200})\}\}|\\ensuremath\s?\{(?P<bare>[^{}$]{1,200})\}")
_RUN = re.compile(r"(?<![\\$])(?:\$(?=[^\s$])(?:\\.|[^$\\\n]){0,2000}?(?<!\s)\$)+(?!\$)")
_TEX = re.compile(r"[\\^_{}]")
_SCRIPT = re.compile(r"[\^_](?:\{[^{}]*\}|\\?\w+)$")


def joined(first: str, second: str) -> str:
    """One formula of two that touch; a second raised or lowered text gets a place of its own."""
    again = second[:1] in ("^", "_") and _SCRIPT.search(first)
    parted = re.search(r"\\[A-Za-z]+$", first) and second[:1].isalpha()
    return f"{first}{'{}' if again else ' ' if parted else ''}{second}"


def as_markdown(text: str) -> str:
    r"""Plain text whose formulas Markdown reads as such; ``\ensuremath{…}`` is one, what stands between prices none."""
    if "\\ensuremath" in text:
        text = _ENSURED.sub(_ensured, text)
    return _RUN.sub(_one, text) if text.count("$") > 1 else text


def _ensured(match: re.Match[str]) -> str:
    source = match["braced"] or match["bare"]
    return f"${source}$" if _TEX.search(source) else f"${{{source}}}$"


def _one(match: re.Match[str]) -> str:
    whole = match[0]
    if not _TEX.search(whole):
        return whole
    source = ""
    for part in re.split(r"(?<!\\)\$\$", whole[1:-1]):
        source = joined(source, part) if source else part
    before = match.string[match.start() - 1 : match.start()] or " "
    after = match.string[match.end() : match.end() + 1] or " "
    return inline_markdown.formula(source, before, after)

"""LaTeX formulas to MathML that a strict content security policy lets through."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from publist.text.html_escaping import escape

_MACROS = {"ensuremath": "#1"}
_STYLE = re.compile(r' style="([^"]*)"')
_ADDRESS = re.compile(r' (?:id|href)="[^"]*"')
_CLASSES = {
    "text-align:left": "m-left",
    "text-align:right": "m-right",
    "padding-left:0": "m-open",
    "padding-right:0": "m-close",
    "border-left:0.05em solid currentcolor": "m-bar-left",
    "border-right:0.05em solid currentcolor": "m-bar-right",
    "border-top:0.05em solid currentcolor": "m-bar-top",
    "border-bottom:0.05em solid currentcolor": "m-bar-bottom",
}
"""Declarations that the converter writes into style attributes, and the theme's classes that say the same."""


class Setting(NamedTuple):
    """A formula as it will stand in the page, and why it stands there as its source ("" if it is set)."""

    html: str
    reason: str


class Formula(NamedTuple):
    """A formula that could not be set as MathML, with what the setter said of it."""

    source: str
    reason: str


def to_mathml(source: str, *, display: bool) -> Setting:
    """Set a formula (LaTeX without its dollars) as MathML Core; one that cannot be set shows its source."""
    try:
        html = _convert()(source, display)
    except Exception as problem:
        return _as_source(source, " ".join(str(problem).split()) or "the formula cannot be read")
    if "<merror" in html:
        return _as_source(source, "it has an unknown command")
    return Setting(_STYLE.sub(_without_style, _ADDRESS.sub("", html)), "")


def _as_source(source: str, reason: str) -> Setting:
    return Setting(f'<code class="maths">{escape(source, quote=False)}</code>', reason)


def _without_style(match: re.Match[str]) -> str:
    """Attributes that say what the style attribute said, as far as a page needs it."""
    classes, colour = [], ""
    for declaration in match[1].split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "color":
            colour = f' mathcolor="{value}"'
        elif f"{name}:{value}" in _CLASSES:
            classes.append(_CLASSES[f"{name}:{value}"])
    return (f' class="{" ".join(classes)}"' if classes else "") + colour


@lru_cache(maxsize=1)
def _convert() -> Callable[[str, bool], str]:
    """The converter, made once a process."""
    from math_core import LatexToMathML

    maker = LatexToMathML(
        macros=_MACROS,
        ignore_unknown_commands=True,
        allow_unreliable_rendering=True,
        fancy_error=False,
        annotation=True,
    )
    return lambda source, display: maker.convert_with_local_state(source, displaystyle=display)

"""LaTeX formulas as plain Unicode text, where neither markup nor LaTeX can be read: ``α``, ``x² < y``."""

from __future__ import annotations

import re

from publist.text import inline_markdown
from publist.text.latex.symbols import LETTERS, READ_ONLY, SYMBOLS

_STYLES = re.compile(
    r"""\\(?:math(?:cal|bb|rm|bf|sf|it|tt|frak|scr|op|bin|rel|ord)|text(?:rm|bf|it|sf|tt|normal)?|operatorname\*?
    |boldsymbol|bm|mbox|hbox|ensuremath|displaystyle|textstyle|limits|left|right|[bB]ig[lr]?|rm|bf|it|cal)
    (?![A-Za-z])\s*""",
    re.VERBOSE,
)
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
_SCRIPT = re.compile(r"([\^_])\s*(?:\{([^{}]*)\}|([^\s{}\\^_]))")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*|\\(.)", re.DOTALL)
_UP, _DOWN = "\ue000", "\ue001"
"""Stand for marks that stay, so that they are not taken for marks again."""
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_ODD = {"|": "‖", ",": " ", ";": " ", ":": " ", "!": "", " ": " ", "\\": " ", "{": "{", "}": "}"}
_NEST = 8
"""So many levels of fractions, roots and scripts are seen."""


def readable(source: str) -> str:
    """The formula (LaTeX without its dollars) as text; a command that has no character stands as its name."""
    text = _STYLES.sub("", source)
    text = _COMMAND.sub(_command, text)
    for _ in range(_NEST):
        before = text
        text = _SCRIPT.sub(_script, text)
        text = _FRACTION.sub(lambda match: f"{_bound(match[1])}/{_bound(match[2])}", text)
        text = _ROOT.sub(lambda match: f"√{_bound(match[1])}", text)
        if text == before:
            break
    text = text.replace(_UP, "^").replace(_DOWN, "_")
    return " ".join(re.sub(r"[{}\\]", "", text).split())


def without_markup(text: str) -> str:
    """Markdown text on one line, its markup taken off and its formulas readable."""
    return " ".join(inline_markdown.render(text, _TEXT).split())


_TEXT = inline_markdown.PLAIN._replace(maths=lambda source, _: readable(source))


def _command(match: re.Match[str]) -> str:
    """A command's character; those that take arguments wait for them."""
    if match[2]:
        return _ODD.get(match[2], match[2])
    name = match[1]
    if name in ("frac", "dfrac", "tfrac", "sqrt"):
        return match[0]
    symbol = SYMBOLS.get(name) or LETTERS.get(name) or READ_ONLY.get(name)
    parted = match[0][-1:].isspace() or (not symbol and match.string[match.end() : match.end() + 1] == "{")
    return f"{symbol or name}{' ' if parted else ''}"


def _script(match: re.Match[str]) -> str:
    """A raised or lowered text: in small characters where Unicode has them all, else after its mark."""
    text = match[2] if match[2] is not None else match[3]
    table = _RAISED if match[1] == "^" else _LOWERED
    if text and all(ord(char) in table for char in text):
        return text.translate(table)
    return (_UP if match[1] == "^" else _DOWN) + _bound(text)


def _bound(text: str) -> str:
    return text if len(text) < 2 or text.isalnum() else f"({text})"

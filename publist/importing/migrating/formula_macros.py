r"""Commands of its own that an old site's formulas use: defined in a text (``\newcommand``), in settings or in scripts.

MathJax (https://docs.mathjax.org/en/latest/input/tex/macros.html) and KaTeX (https://katex.org/docs/options.html) take
``macros`` as a table in their configuration, which templates, front matter or a file of JavaScript hold.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

BRACES = r"\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}"
"""A group in braces, with groups in it."""
DEFINITION = re.compile(
    r"\\(?:re)?(?:newcommand|providecommand)\*?\s*\{?\s*(?P<name>\\[A-Za-z]+)\s*\}?\s*(?:\[(?P<count>\d)\])?\s*"
    rf"{BRACES}|\\def\s*(?P<short>\\[A-Za-z]+)\s*{BRACES}"
    rf"|\\DeclareMathOperator\*?\s*\{{\s*(?P<operator>\\[A-Za-z]+)\s*\}}\s*{BRACES}"
)
_TABLE = re.compile(r"\bmacros[\"']?\s*[:=]\s*\{", re.IGNORECASE)
_TEXT = r"(?:\"((?:[^\"\\\n]|\\.){0,500})\"|'((?:[^'\\\n]|\\.){0,500})')"
_ENTRY = re.compile(
    rf"(?:\s|,|//[^\n]*)*[\"']?\\*(?P<name>[A-Za-z]+)[\"']?\s*:\s*(?:{_TEXT}|\[\s*{_TEXT}\s*(?:,\s*(?P<count>\d)[^\]]*)?\])"
)
_PLACES = ("_config.yml", "_includes", "_layouts", "layouts", "config", "assets/js", "static/js")
_ENDINGS = (".html", ".liquid", ".js", ".yml", ".yaml", ".toml")
_LARGEST = 60_000
_DEPTH = 6


class Macro(NamedTuple):
    """A command: how many arguments it takes, and what it stands for."""

    takes: int
    means: str


def _macro(means: str, takes: int = 0) -> Macro:
    return Macro(max([takes, *map(int, re.findall(r"#(\d)", means))]), means)


COMMON = {
    name: _macro(means)
    for name, means in {
        "\\abs": r"\left|#1\right|", "\\norm": r"\left\|#1\right\|", "\\hbox": r"\text{#1}",
        "\\LaTeX": r"\text{LaTeX}", "\\TeX": r"\text{TeX}", "\\substack": r"\begin{matrix}#1\end{matrix}",
        "\\subscript": "_{#1}", "\\superscript": "^{#1}",
        "\\bra": r"\langle{#1}|", "\\ket": r"|{#1}\rangle", "\\braket": r"\langle{#1}\rangle",
    }.items()
}  # fmt: skip
"""Commands that MathJax or KaTeX know, and what sets formulas here does not."""


def macros_in(text: str) -> dict[str, Macro]:
    """The commands that a text defines, by their names with the backslash."""
    found: dict[str, Macro] = {}
    for match in DEFINITION.finditer(text):
        if match["name"]:
            found[match["name"]] = Macro(int(match["count"] or 0), match[3])
        elif match["short"]:
            found[match["short"]] = Macro(0, match[5])
        else:
            kind = "mathop" if "\\" in match[7] else "operatorname"
            found[match["operator"]] = Macro(0, f"\\{kind}{{{match[7]}}}")
    return found


def declared(values: Any, depth: int = _DEPTH) -> dict[str, Macro]:
    """The commands in tables named ``macros`` of front matter or settings, however deep they stand."""
    found: dict[str, Macro] = {}
    for key, value in values.items() if isinstance(values, Mapping) and depth else ():
        if str(key).lower() == "macros" and isinstance(value, Mapping):
            found |= {f"\\{str(name).lstrip(chr(92))}": macro for name, said in value.items() for macro in _said(said)}
        else:
            found |= declared(value, depth - 1)
    return found


def _said(value: Any) -> Iterator[Macro]:
    """What a command stands for: a text, or a list of it and the number of arguments."""
    means, takes = (value[0], value[1]) if isinstance(value, list) and len(value) > 1 else (value, 0)
    if isinstance(means, str):
        yield _macro(means, int(takes) if str(takes).isdigit() else 0)


def of_site(root: str) -> dict[str, Macro]:
    """The commands that the templates, settings and scripts of a site define for all of its pages."""
    found: dict[str, Macro] = {}
    for path in _files(root):
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        found |= {**macros_in(text), **entries(text)}
    return found


def entries(script: str) -> dict[str, Macro]:
    """The commands in the tables of a file of JavaScript."""
    found: dict[str, Macro] = {}
    for table in _TABLE.finditer(script):
        at = table.end()
        while match := _ENTRY.match(script, at):
            means = next(said for said in match.groups()[1:5] if said is not None)
            found[f"\\{match['name']}"] = _macro(re.sub(r"\\(.)", r"\1", means), int(match["count"] or 0))
            at = match.end()
    return found


def _files(root: str) -> Iterator[str]:
    for place in _PLACES:
        path = os.path.join(root, *place.split("/"))
        below = [os.path.join(above, name) for above, _, names in os.walk(path) for name in sorted(names)]
        for file in below or [path]:
            is_text = file.endswith(_ENDINGS) and ".min." not in file and os.path.isfile(file)
            if is_text and os.path.getsize(file) <= _LARGEST:
                yield file

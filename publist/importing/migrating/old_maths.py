r"""Formulas that MathJax or KaTeX set on the old site, as publist sets them: between dollars, without macros.

A page may define commands (``\newcommand``), number and name its equations (``\label``, ``\eqref``), and write an
environment without dollars; what Markdown made of backslashes there was undone by writing more of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import unquote

from publist.importing.migrating.formula_macros import BRACES, DEFINITION, Macro
from publist.text.markdown import unset_formulas

_NUMBERED = "equation|split|align|eqnarray|gather|multline|displaymath|math|alignat|flalign"
FORMULA = re.compile(
    r"\$\$(?P<block>[^$]+?)\$\$"
    r"|(?<![\\$\w])\$(?P<inline>(?=[^\s$])(?:\\.|[^$\\\n]|\n(?!\s*\n)){0,600}?(?:\\.|[^\s$\\]))\$(?![\w$])"
    rf"|(?P<bare>\\begin\{{(?P<name>(?:{_NUMBERED})\*?)\}}(?:(?!\\begin\{{(?P=name)).)*?\\end\{{(?P=name)\}})"
    r"|\\\\\((?P<round>(?:(?!\n\s*\n).){1,600}?)\\\\\)|\\\\\[(?P<square>(?:(?!\n\s*\n).){1,4000}?)\\\\\]",
    re.DOTALL,
)
"""A formula between dollars, in an environment that needs none, or between the brackets of LaTeX, escaped."""
_ENVIRONMENT = re.compile(rf"\\(begin|end)\{{(?:{_NUMBERED})\*?\}}")
_LONE = re.compile(r"(?<!\\)((?:\\\\)*)\\[ \t]*(?=\n|\Z)")
"""A backslash at the end of a line, half of one that breaks it."""
_REFERENCE = re.compile(r"\\{1,2}(?P<kind>eq)?ref\{(?P<label>[^{}\n]+)\}")
_DRAWN = r"https?://(?:latex\.codecogs\.com/[\w./]*\?|render\.githubusercontent\.com/render/math\?math=)"
_PICTURE = re.compile(
    rf"(?:<a\b[^<>]*\bcodecogs\.com[^<>]*>\s*)?(?:<img\b[^<>]*\bsrc\s*=\s*[\"']{_DRAWN}(?P<tex>[^\"']+)[\"'][^<>]*>"
    rf"|!\[[^\[\]\n]*\]\({_DRAWN}(?P<said>[^\s()]+)\))(?:\s*</a>)?",
    re.IGNORECASE,
)
"""A formula as a picture that a server draws of the TeX in its address."""
_TITLE = re.compile(r"\btitle\s*=\s*\"([^\"]+)\"")
_OF_PICTURE = re.compile(r"\\(?:inline|dpi\{\w*\}|bg_\w+|fn_\w+|large|LARGE|small)(?![A-Za-z])\s*")
_COMMAND = re.compile(r"\\[A-Za-z]")
_ROUNDS, _LONGEST, _MOST = 6, 20_000, 20
_TICKS = 1_000
"""A text of so many backticks is shown as it is, formulas and all."""
"""So often commands within commands are written out, and so long a formula may become by that."""


def numbers_of(formulas: list[str]) -> dict[str, str]:
    """The numbers of the equations that have a name: their tags, else counted from the first one that has a name."""
    numbers: dict[str, str] = {}
    for formula in formulas:
        tag = re.search(rf"\\tag\*?{BRACES}", formula)
        for label in re.finditer(rf"\\label{BRACES}", formula):
            numbers.setdefault(label[1], tag[1] if tag else str(len(numbers) + 1))
    return numbers


def written(match: re.Match[str], macros: Mapping[str, Macro], numbers: Mapping[str, str], *, alone: bool) -> str:
    """A formula between dollars, or nothing if it did no more than define commands.

    One of two dollars in the midst of a line is none that stands alone (kramdown).
    """
    said = next(match[name] for name in ("block", "inline", "bare", "round", "square") if match[name] is not None)
    display = match["inline"] is None and match["round"] is None and (alone or bool(match["bare"] or match["square"]))
    tex = _plain(html.unescape(DEFINITION.sub("", said)), macros, numbers, in_line=not display)
    if not tex:
        return ""
    if not display:
        return f"${' '.join(tex.split())}$"
    return f"$$\n{tex}\n$$" if "\n" in tex or match["bare"] else f"$${tex}$$"


def _plain(tex: str, macros: Mapping[str, Macro], numbers: Mapping[str, str], *, in_line: bool) -> str:
    tex = _without_escapes(tex, in_line=in_line)
    for _ in range(_ROUNDS):
        expanded = _expanded(tex, macros)
        if expanded == tex or len(expanded) > _LONGEST:
            break
        tex = expanded
    label = re.search(rf"\\label{BRACES}", tex)
    shown = f"({numbers[label[1]]})" if label and label[1] in numbers else ""
    if tag := re.search(rf"\\tag\*?{BRACES}", tex):
        shown = f"({tag[1]})" if tag[1][:1] != "[" else ""
    tex = re.sub(rf"\\(?:label|tag\*?){BRACES}|\\(?:nonumber|notag)(?![A-Za-z])", "", tex)
    tex = re.sub(rf"\\(?:eq)?ref{BRACES}", lambda match: f"({numbers.get(match[1], '?')})", tex)
    tex = _LONE.sub(r"\1", _aligned(tex).strip())
    tex = re.sub(r"\n\s*\n", "\n", tex).strip()
    return f"{tex} \\qquad {shown}" if shown and tex and not in_line else tex


def _expanded(tex: str, macros: Mapping[str, Macro]) -> str:
    """The formula with each command of the page's own written out once."""

    def once(match: re.Match[str]) -> str:
        macro = macros.get(match["command"])
        if macro is None:
            return match[0]
        rest = tex[match.end() :]
        arguments, length = _arguments(rest, macro.takes)
        if len(arguments) < macro.takes:
            return match[0]
        taken.append(match.end() + length)
        means = (
            re.sub(r"#(\d)", lambda number: arguments[int(number[1]) - 1], macro.means) if arguments else macro.means
        )
        return means if means[:1] in ("_", "^", "") else f"{{{means}}}"

    pieces, at = list[str](), 0
    for match in re.finditer(r"(?P<command>\\[A-Za-z]+)", tex):
        if match.start() < at:
            continue
        taken = list[int]()
        new = once(match)
        pieces += [tex[at : match.start()], new]
        at = taken[0] if taken else match.end()
    return "".join(pieces) + tex[at:]


def _arguments(rest: str, count: int) -> tuple[list[str], int]:
    """What follows a command as its arguments, and how much of the text that is."""
    found, at = list[str](), 0
    for _ in range(count):
        match = re.compile(rf"\s*(?:{BRACES}|(\\[A-Za-z]+|[^\s\\{{}}]))").match(rest, at)
        if not match:
            break
        found.append(match[1] if match[1] is not None else match[2])
        at = match.end()
    return found, at


def _without_escapes(tex: str, *, in_line: bool) -> str:
    r"""Without the backslashes that kept Markdown away: ``\_`` and ``\*``, three or four for two."""
    tex = re.sub(r"\\([_~])(?![A-Za-z]*\})", r"\1", re.sub(r"(?<!\\)\\\*", "*", tex))
    tex = tex.replace(r"\\|", r"\|") if tex.count(r"\\|") % 2 == 0 else tex
    tex = re.sub(r"\\{3,4}(?=[\s&]|$)", r"\\\\", tex)
    tex = re.sub(r"\\\\(?=[{}])", r"\\", tex)
    tex = re.sub(r"\\\[", "[", re.sub(r"\\\]", "]", tex)) if not in_line else re.sub(r"\\{1,2}([\[\]])", r"\1", tex)
    tex = re.sub(r"\\(?:text)?color\{#?\w+\}", "", tex)  # what sets formulas here knows few colours
    return tex.replace("\\middle\\|", "\\|")


def _aligned(tex: str) -> str:
    """Environments that number their lines as the one that stands in a formula; one line alone needs none."""
    if not _ENVIRONMENT.search(tex):
        return tex
    if "eqnarray" in tex:
        tex = re.sub(r"&\s*([^&\\\n]{0,12}?)\s*&", r"&\1 ", tex)
    lines = "&" in re.sub(r"\\begin\{(?:array|\w*matrix|cases|aligned)\}.*?\\end", "", tex, flags=re.DOTALL)
    if not lines and "\\\\" not in tex:
        return _ENVIRONMENT.sub("", tex)
    return _ENVIRONMENT.sub(r"\\\1{aligned}", tex) if lines else _ENVIRONMENT.sub(r"\\\1{gathered}", tex)


def referring(text: str, numbers: Mapping[str, str]) -> str:
    """The text with the numbers of equations where it refers to them outside of formulas."""

    def number(match: re.Match[str]) -> str:
        found = numbers.get(match["label"])
        return match[0] if found is None else f"({found})" if match["kind"] else found

    return _REFERENCE.sub(number, text)


def of_pictures(text: str) -> str:
    """The text with formulas where a server drew them as pictures, which pages do not load."""

    def formula(match: re.Match[str]) -> str:
        title = _TITLE.search(match[0])
        said = html.unescape(title[1] if title else unquote(match["tex"] or match["said"])).replace("&space;", " ")
        tex = " ".join(_OF_PICTURE.sub("", html.unescape(said)).split())
        return f"${tex}$" if tex and "$" not in tex else match[0]

    return _PICTURE.sub(formula, text)


def without_prices(text: str) -> str:
    """The text with a backslash before dollars that would begin a formula, and are prices or the names of variables."""
    for _ in range(_MOST if text.count("`") < _TICKS else 0):
        found = [formula.source for formula in unset_formulas(text) if not _COMMAND.search(formula.source)]
        if not found:
            break
        for source in found:
            text = text.replace(f"${source}$", f"\\${source}$", 1)
    return text

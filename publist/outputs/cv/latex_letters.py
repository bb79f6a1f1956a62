"""Characters as every TeX sets them: pdfLaTeX knows those of its encoding T1, and few others."""

from __future__ import annotations

import re
from unicodedata import name, normalize

from publist.text.latex import writer
from publist.text.latex.symbols import ACCENTS, SYMBOLS

_KNOWN = frozenset(chr(code) for code in range(0xA0, 0x180)) - frozenset("ĦħĸĿŀŉŦŧſ") | frozenset(
    "ȘșȚțǦǧǪǫǍǎǏǐǑǒǓǔ–—‘’‚“”„†‡•…‰‹›€™"
)
"""What the kernel declares for T1 and its symbols (t1enc.dfu, ts1enc.dfu); tried out with TeX Live 2022."""
_MATHS = {
    char: command
    for command, char in reversed(SYMBOLS.items())
    if char not in _KNOWN and not char.isascii() and not command.startswith("text")
}
_PLAIN = {
    "‐": "-", "‑": "-", "‒": "--", "―": "---", "−": r"\ensuremath{-}", "′": r"\ensuremath{'}",
    "″": r"\ensuremath{''}", "\u2009": r"\,", "\u202f": r"\,", "\u200a": r"\,", "\u2060": "",
    "\u200b": r"\hspace{0pt}", "ʻ": "`", "ʼ": "'", "׳": "'", "√": r"\ensuremath{\surd}",
    "⁻": r"\textsuperscript{\ensuremath{-}}", "₋": r"\textsubscript{\ensuremath{-}}",
    "⁺": r"\textsuperscript{+}", "₊": r"\textsubscript{+}", "Ħ": r"\=H", "ħ": r"\ensuremath{\hbar}",
}  # fmt: skip
_COMMANDS = {mark: command for command, mark in ACCENTS.items()}
_DOTLESS = re.compile(r"ı(?=[\u0300-\u0308])")
"""What LaTeX calls ``\\'\\i`` is an i with its dot, to Unicode."""
_MARKED = re.compile(f"([A-Za-z])([{''.join(_COMMANDS)}])")
_UNKNOWN = re.compile(f"[^\\x00-\\x7f{re.escape(''.join(sorted(_KNOWN)))}]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_T2A = r"""\newcommand{\cvcyrillic}[1]{#1}
\ifPDFTeX
  \usepackage[T2A,T1]{fontenc}
  \renewcommand{\cvcyrillic}[1]{{\fontencoding{T2A}\selectfont #1}}
\fi
"""
"""Cyrillic has an encoding of its own, which pdfLaTeX must be told to take: for each word, since names are parted."""


def spelt(latex: str) -> str:
    """LaTeX with commands in the place of what pdfLaTeX does not know; letters of other scripts than Latin stay."""
    if latex.isascii():
        return latex
    text = normalize("NFC", _DOTLESS.sub("i", latex))
    text = _MARKED.sub(lambda match: f"{{\\{_COMMANDS[match[2]]}{{{match[1]}}}}}", text)
    text = _UNKNOWN.sub(lambda match: _spelt(match[0]), text)
    return _CYRILLIC.sub(lambda match: f"{{\\cvcyrillic{{{match[0]}}}}}", text)


def needed_by(latex: str) -> str:
    """What a preamble must hold for letters that ``spelt`` has left or made, "" for most texts."""
    needed = "\\usepackage{amssymb}\n" if "\\ensuremath" in latex else ""
    if any(not _CYRILLIC.match(match[0]) for match in _UNKNOWN.finditer(latex)):
        needed += "\\RequireTUTeX % pdfLaTeX has not all letters: run XeLaTeX or LuaLaTeX, with a font that has them\n"
    return needed + (_T2A if _CYRILLIC.search(latex) else "")


def _spelt(char: str) -> str:
    if char in _PLAIN:
        return f"{{{_PLAIN[char]}}}" if _PLAIN[char].startswith("\\") else _PLAIN[char]
    if char in _MATHS:
        return f"{{\\ensuremath{{\\{_MATHS[char]}}}}}"
    if (accented := writer.from_text(char, accents=True)) != char:
        return accented
    plain = normalize("NFKC", char)
    if plain == char or _UNKNOWN.search(plain):
        return char
    kind = name(char, "")
    command = "textsuperscript" if "SUPERSCRIPT" in kind else "textsubscript" if "SUBSCRIPT" in kind else ""
    return f"{{\\{command}{{{plain}}}}}" if command else plain

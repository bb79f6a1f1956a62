r"""Addresses and identifiers as LaTeX spells them: ``\~{}``, ``$\sim$``, ``{\&}``, ``\url{…}`` and their like.

People write so in every format, since their reference manager shows what the ``.bib`` had.
"""

from __future__ import annotations

import re

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_MACRO = re.compile(r"\\(?:url|path|nolinkurl)\s*(?=\{)")
_IN_ADDRESS = re.compile(
    r"""\{?\\raise[^{}\\]*\\hbox\{\$(?:\\scriptstyle)?\s*(?:\\sim|~)\s*\$\}\}?
    | \{?\\(?:lower|raise)[^{}\\]*\\(?:textasciitilde|~\{\})\}?
    | \{?\\char(?:`\\?~|"7E|'176|126)\s?(?:\{\})?\}? | \\symbol\{(?:126|"7E)\} | \$\{?\\tilde\s*(?:\{[ ~]?\})?\s*\}?\$
    | \{?\\texttildelow\b\s*(?:\{\})?\}?
    | \{?\\(?:string)?(?P<sign>[%#&_~$^])(?:\{[ ]?\})?\}?
    | \{?\\(?P<name>textasciitilde|textasciicircum|textunderscore|textless|textgreater|textbackslash|sim|slash)\b
      \s*(?:\{\})?\}?
    | \$\{?\\(?P<maths>sim|less|greater|lt|gt)\b\s*(?:\{\})?\s*\}?\$ | \$(?P<bare>[<>~_^])\$
    | \{(?P<held>[~_%&\#$])\}""",
    re.VERBOSE,
)
_SIGNS = {
    "textasciitilde": "~", "sim": "~", "textasciicircum": "^", "textunderscore": "_", "textless": "<", "less": "<",
    "lt": "<", "textgreater": ">", "greater": ">", "gt": ">", "textbackslash": "\\", "slash": "/",
}  # fmt: skip


def plain(text: str) -> str:
    """The address or identifier without LaTeX; braces around the whole group and are none of its signs."""
    text = without_braces(_MACRO.sub("", text.strip(), count=1))
    return _IN_ADDRESS.sub(_sign, text).strip() if "\\" in text or "{" in text or "$" in text else text


def without_braces(text: str) -> str:
    """The text without pairs of braces around all of it, which only group in BibTeX."""
    while text[:1] == "{" and _closing(text) == len(text):
        text = text[1:-1].strip()
    return text


def _closing(text: str) -> int:
    """The place behind the brace that closes the first one; -1 if none does."""
    depth = 0
    for match in _BRACES.finditer(text, 0, 4000):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return -1


def _sign(match: re.Match[str]) -> str:
    name = match["name"] or match["maths"]
    return _SIGNS[name] if name else match["sign"] or match["bare"] or match["held"] or "~"

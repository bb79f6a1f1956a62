r"""LaTeX in Markdown: abstracts that somebody pasted by hand, or into a reference manager whose formats have none.

A text is taken for such only where it has a command or a formula that nothing else looks like: ``\emph{…}``,
``\cite{…}``, ``\(x^2\)``. Then ``95\%`` and ``quotes'' are LaTeX, too. Code and formulas stay as they are.
"""

from __future__ import annotations

import re

_SURE = re.compile(
    r"\\(?:emph|textit|textbf|textsc|texttt|textrm|cite[a-z]{0,5})\{[^{}\n]{1,300}\}"
    r"|\\{1,2}\([^()\n]{0,300}?[\\^_=<>][^()\n]{0,300}?\\{1,2}\)"
)
_REMAINS = re.compile(
    r"""(?P<whole>^(?P<rail>```+|~~~+)[\s\S]{0,20000}?^(?P=rail)|\$\$?[^$]+\$\$?|(?<!\\)`[^`]+`)
    | \\(?:emph|textit)\{(?P<emphasis>[^{}\n]{1,300})\}
    | \\textbf\{(?P<strong>[^{}\n]{1,300})\}
    | \\(?:textsc|texttt|textrm)\{(?P<text>[^{}\n]{1,300})\}
    | \\{1,2}\((?P<formula>[^\n]{1,600}?)\\{1,2}\)
    | (?:\\?`){2}(?P<quoted>[^`\n]{1,600}?)(?:''|")
    | \\(?P<sign>[%&\#])""",
    re.VERBOSE | re.MULTILINE,
)


def read(text: str) -> str:
    r"""The text with Markdown where it had LaTeX; ``\cite{…}`` and unknown commands stay, for ``check`` to name."""
    if "\\" not in text:
        return text
    outside = re.sub(r"\$[^$]*\$", "", text)
    return _REMAINS.sub(_markdown, text) if _SURE.search(outside) else text


def _markdown(match: re.Match[str]) -> str:
    kind = "whole" if match["whole"] else match.lastgroup or ""
    said = match[kind]
    match kind:
        case "emphasis":
            return f"*{said}*"
        case "strong":
            return f"**{said}**"
        case "formula":
            return f"${said.strip()}$"
        case "quoted":
            return f"“{said}”"
    return said

r"""LaTeX in texts of formats that have none: abstracts that somebody pasted into a reference manager.

Such a text is read as LaTeX only where it has a command or a formula that nothing else looks like: ``\emph{…}``,
``\cite{…}``, ``\(x^2\)``. Then ``95\%`` and ``quotes'' are LaTeX, too.
"""

from __future__ import annotations

import re

from publist.model.paper import Paper

_SURE = re.compile(
    r"\\(?:emph|textit|textbf|textsc|texttt|textrm|cite[a-z]{0,5})\{[^{}\n]{1,300}\}"
    r"|\\{1,2}\([^()\n]{0,300}?[\\^_=<>][^()\n]{0,300}?\\{1,2}\)"
)
_REMAINS = re.compile(
    r"""(?P<whole>\$\$?[^$]+\$\$?|(?<!\\)`[^`]+`)
    | \\(?:emph|textit)\{(?P<emphasis>[^{}\n]{1,300})\}
    | \\textbf\{(?P<strong>[^{}\n]{1,300})\}
    | \\(?:textsc|texttt|textrm)\{(?P<text>[^{}\n]{1,300})\}
    | \\{1,2}\((?P<formula>[^\n]{1,600}?)\\{1,2}\)
    | (?:\\?`){2}(?P<quoted>[^`\n]{1,600}?)(?:''|")
    | \\(?P<sign>[%&\#])""",
    re.VERBOSE,
)


def read(paper: Paper) -> Paper:
    """The paper whose title and abstract have Markdown where they had LaTeX; citations stay for ``check`` to name."""
    if "\\" not in paper.abstract and "\\" not in paper.title:
        return paper
    return paper._replace(title=_read(paper.title), abstract=_read(paper.abstract))


def _read(text: str) -> str:
    outside = re.sub(r"\$[^$]*\$", "", text)
    return _REMAINS.sub(_markdown, text) if _SURE.search(outside) else text


def _markdown(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
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

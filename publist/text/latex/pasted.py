r"""LaTeX in Markdown: abstracts that somebody pasted by hand, or into a reference manager whose formats have none.

A text is taken for such only where it has a command, a formula or quotes that nothing else looks like:
``\emph{…}``, ``\cite{…}``, ``\(x^2\)``. Then ``{\em …}``, ``\"o`` and ``---`` are LaTeX, too. Code and formulas stay as
they are. A backslash before ``%`` and ``&`` is none that a reader should see in any text (CommonMark 2.4).
"""

from __future__ import annotations

import re

_ACCENT = (
    r"""\{\\["'`^~=.uvHck]\s?\{?\\?[A-Za-z]\}?\} | \\["'`^~=.]\{\\?[A-Za-z]\} | \\["'^~](?=[A-Za-z])[A-Za-z]"""
    r""" | \\`[AEIOUaeiou]"""
    r""" | \\(?:l?dots|(?:La|Bib)?TeX|text(?:endash|emdash|trademark|registered))\b(?:\{\}|\\(?=\s)|[ ])?"""
    r""" | \\[uvHck]\{[A-Za-z]\} | \{?\\(?:ss|aa|AA|ae|AE|oe|OE|[oOlLi])(?:\{\}|\}|\b(?!\{)[ ]?)"""
)
_SURE = re.compile(
    r"""\\(?:emph|text(?:it|bf|sc|tt|rm|super-?script|sub-?script)|underline|href|cite[a-z]{0,5})\{[^{}\n]{1,300}\}
    | \\{1,2}[(\[][^()\[\]\n]{0,300}?[\\^_=<>][^()\[\]\n]{0,300}?\\{1,2}[)\]]
    | \{\\(?:em|it|bf|sc|tt)\b\s?[^{}\n]{1,300}\}
    | (?<![`\\])``(?!`)[^`\n]{1,600}?''
    | \{\\["'`^~=.uvHck]\s?\{?\\?[A-Za-z]\}?\} | \\["'`^~=.cvuHk]\{\\?[A-Za-z]\} | \\(?:ss|aa|AA|ae|AE|oe|OE|[oOlL])\{\}
    | \\(?:ldots|LaTeX|BibTeX)\b | \\begin\{equation\*?\}""",
    re.VERBOSE,
)
_WHOLE = r"(?P<whole>^(?P<rail>```+|~~~+)[\s\S]{0,20000}?^(?P=rail)|\$\$?[^$]+\$\$?|(?<![\\`])`[^`]+`(?!`))"
_REMAINS = re.compile(
    rf"""{_WHOLE}
    | \\begin\{{equation\*?\}}(?P<display>[^$]{{1,2000}}?)\\end\{{equation\*?\}}
    | \\{{1,2}}\[(?P<shown>[^\n$]{{1,600}}?)\\{{1,2}}\]
    | \\{{1,2}}\((?P<formula>[^\n]{{1,600}}?)\\{{1,2}}\)
    | \\(?:emph|textit)\{{(?P<emphasis>[^{{}}\n]{{1,300}})\}} | \{{\\(?:em|it)\b\s?(?P<slanted>[^{{}}\n]{{1,300}})\}}
    | \\textbf\{{(?P<strong>[^{{}}\n]{{1,300}})\}} | \{{\\bf\b\s?(?P<bold>[^{{}}\n]{{1,300}})\}}
    | \\(?:textsc|texttt|textsf|textrm|text|mbox|underline)\{{(?P<text>[^{{}}\n]{{1,300}})\}}
    | \{{\\(?:sc|tt)\b\s?(?P<plain>[^{{}}\n]{{1,300}})\}}
    | \\textsuperscript\{{(?P<raised>[^{{}}\n]{{1,100}})\}} | \\textsubscript\{{(?P<lowered>[^{{}}\n]{{1,100}})\}}
    | \\href\{{(?P<address>https?://[^{{}}\s]{{1,300}})\}}\{{(?P<label>[^{{}}\n]{{1,300}})\}}
    | \\url\{{(?P<url>https?://[^{{}}\s]{{1,300}})\}}
    | (?:\\?`){{2}}(?P<quoted>[^`\n]{{1,600}}?)(?:''|")
    | (?<![\w`\\])`(?P<single>[^`'\n]{{1,300}})'(?!\w)
    | (?P<accent>{_ACCENT})
    | (?<=[\w)”’ ])(?P<dash>---?)(?=[\w(“‘ ])
    | (?<=[\w.,)])(?P<tie>~)(?=[\w$])
    | \\(?P<space>[,\ ])
    | \\(?P<sign>[%&\#])""",
    re.VERBOSE | re.MULTILINE,
)
_DEPTH = 3
_UNNUMBERED = re.compile(r"\\(?:label\{[^{}]*\}|nonumber\b|notag\b)")
"""What an equation says of its number, which it does not have on a page."""
_SIGN = re.compile(rf"{_WHOLE}|\\(?P<sign>[%&])", re.MULTILINE)

_WRITTEN = {
    "emphasis": "*{}*", "slanted": "*{}*", "strong": "**{}**", "bold": "**{}**",
    "raised": "<sup>{}</sup>", "lowered": "<sub>{}</sub>",
    "formula": "${}$", "display": "$${}$$", "shown": "$${}$$",
    "label": "[{}]({address})", "url": "<{}>", "quoted": "“{}”", "single": "‘{}’", "tie": "\N{NO-BREAK SPACE}",
}  # fmt: skip
"""What each piece of LaTeX is in Markdown, with what it says in the place of the braces."""


def read(text: str) -> str:
    r"""The text with Markdown where it had LaTeX; ``\cite{…}`` and unknown commands stay, for ``check`` to name."""
    if "\\" not in text and "``" not in text:
        return text
    outside = re.sub(r"\$[^$]*\$", "", text)
    if ("\\" in outside or "``" in outside) and _SURE.search(outside):
        for _ in range(_DEPTH):  # commands stand in each other's braces
            text, before = _REMAINS.sub(_markdown, text), text
            if text == before:
                break
        return text
    return _SIGN.sub(lambda match: match["whole"] or match["sign"], text) if "\\%" in text or "\\&" in text else text


def _markdown(match: re.Match[str]) -> str:
    """The Markdown of one piece of LaTeX; code and formulas as they are."""
    kind = "whole" if match["whole"] else match.lastgroup or ""
    said = match[kind]
    if kind == "accent":
        from publist.text.latex import reader  # most abstracts have none

        return reader.to_text(said)
    if kind in ("display", "shown"):
        said = _UNNUMBERED.sub("", said)
    if kind == "space":
        return "\N{NARROW NO-BREAK SPACE}" if said == "," else " "
    if kind == "dash":
        return "—" if said == "---" else "–"
    written = _WRITTEN.get(kind)
    if written == "*{}*" and "*" in said:
        written = "_{}_"  # around words that are set apart themselves
    return written.format(said.strip(), address=match["address"]) if written else said

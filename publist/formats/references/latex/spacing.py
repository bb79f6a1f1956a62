"""Commands of LaTeX that print nothing: lengths, sizes, colours, rules, icons; of boxes, all but their text."""

from __future__ import annotations

import re

_TWO_LENGTHS = r"setlength|addtolength|setcounter|addtocounter|rule|fontsize|renewcommand|newcommand|hypersetup"
_LENGTH = (
    r"[vh]space\*?|label|color|addfontfeature|pagestyle|thispagestyle|includegraphics|hypersetup|setstretch|linespread"
    r"|[lcr](?:head|foot)|fancy(?:head|foot|hf)|phantom|pdfbookmark|columnratio|addcontentsline|usecounter|footnotemark"
    r"|selectlanguage|pagenumbering|titleformat|enlargethispage|columnbreak|needspace|pic|nocite|bibliographystyle"
)
_LENGTHS = re.compile(
    rf"\\(?:{_TWO_LENGTHS})\*?(?![a-zA-Z])\s*(?:\[[^\[\]]*\]|\{{[^{{}}]*\}}){{1,3}}"
    rf"|\\(?:{_LENGTH})(?![a-zA-Z])\s*(?:\[[^\[\]]*\]){{0,2}}\s*(?:\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})?"
    r"|\\(?:kern|hskip|vskip|hrule|vrule|raise|lower|itemsep|parsep|topsep|parskip|parindent|hangindent|hangafter)"
    r"(?![a-zA-Z])(?:\s*(?:height|width|depth)?\s*=?\s*-?[\d.]+\s*\\?(?:true)?(?:pt|em|ex|in|cm|mm|[a-z]+width)?)?"
)
_BOXED = re.compile(
    r"\\(?:textcolor|colorbox|raisebox|parbox|scalebox|resizebox|rotatebox|hypertarget|hyperlink|multicolumn|multirow"
    r"|makebox|framebox|fcolorbox|foreignlanguage|texttt)\s*(?:\[[^\[\]]*\]\s*){0,2}(?:\{[^{}]*\}\s*){0,2}(?=\{)"
)
"""Commands whose last argument is the text that they print."""
_LAYOUT = re.compile(
    r"\\(?:newblock|noindent|indent|[vhd]\w*fill|q?quad|protect|leavevmode|unskip|ignorespaces|ragged\w+|centering|strut"
    r"|null|relax|today|make(?:title|cv)\w*|tableofcontents|tiny|scriptsize|small|normalsize|large|Large|LARGE|huge|Huge"
    r"|(?:begin|end)group|xspace|tikz|kill|fi|else|if[a-z]+|(?:fa|ai)[A-Z]\w*|lasthline|selectfont|normalfont|divider"
    r"|[a-zA-Z]*(?:page|rule|hline|size|width|height|skip|space|break|symbol|Start|End|Font|Color|Style))(?![a-zA-Z])"
    r"(?:\{\})?"
)
"""Other commands without an argument stay as they are: they may stand for a name that another file gives."""


def without(text: str) -> str:
    """The text without what only places it."""
    return _LAYOUT.sub(" ", _BOXED.sub("", _LENGTHS.sub(" ", text)))

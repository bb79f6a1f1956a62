"""LaTeX text to Markdown and to plain text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.text import markdown
from publist.text.latex.reader import to_markdown, to_text

CASES = {
    r"68.78\% and 8.5% relative": "68.78% and 8.5% relative",
    r"the \texttt{RLHF} method": "the `RLHF` method",
    "4%--5% --- so": "4%–5% — so",
    "a ~3 billion (~4)": "a ~3 billion (~4)",
    "Fig.~1": "Fig.\xa01",
    r"{\em all} and {\bf x y }z": "*all* and **x y** z",
    r"\textit{a \textbf{b} c}": "*a **b** c*",
    r"D{\"{o}}rsam M\"{u}ller \'{\i} \v{s} \c c J\o rgensen": "Dörsam Müller í š ç Jørgensen",
    r"medici\'on, medici\' on, {\'\i}": "medición, medición, í",
    r"\(x^2\) and \[a_b\] and $ y^2 $": "$x^2$ and $$a_b$$ and $y^2$",
    r"\begin{align*}a&=b\end{align*}": r"$$\begin{aligned}a&=b\end{aligned}$$",
    r"\url{http://x.y/a_b%20c~d}": "<http://x.y/a_b%20c~d>",
    r"\href{http://a.b/\%20c}{text}": "[text](http://a.b/%20c)",
    "``quoted'' and `single' don't": "“quoted” and ‘single’ don't",
    r"?`Cómo!": "¿Cómo!",
    r"see \cite{a,b}": "see [a,b]",
    r"costs \$5 and $10": r"costs \$5 and $10",
    r"costs \$\textbf{5} or \$6 and {\$}7{\$}": r"costs \$**5** or \$6 and \$7\$",
    r"7 mW/ \${\mathrm{m}}^{2}\$ of {\$}{\mathrm{CO}}{_2}{\$}": r"7 mW/ ${\mathrm{m}}^{2}$ of ${\mathrm{CO}}{_2}$",
    "A* search": "A* search",
    "A* and B* _x_ snake_case": r"A\* and B\* \_x\_ snake_case",
    "a<b or <b>bold</b>": "a&lt;b or **bold**",
    "https://github.com/a_b/~x--y": "https://github.com/a_b/~x--y",
    r"\ours is {good": r"\ours is {good",
    "1. We show": r"1\. We show",
    r"\# 1 and a\_b": r"\# 1 and a_b",
    r"\begin{itemize}\item a \item b\end{itemize}": "- a \n- b",
    r"CO\textsubscript{2}": "CO<sub>2</sub>",
    r"10\,km": "10\u202fkm",
    "plain & simple; AT&T": "plain & simple; AT&T",
}


@pytest.mark.parametrize("source", CASES)
def test_latex_becomes_markdown(source: str) -> None:
    """Each construct reads as its Markdown."""
    assert to_markdown(source) == CASES[source]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\emph{IEEE} \textbf{(TCAD)}", "IEEE (TCAD)"),
        (r"98$^{\circ}$ Reuni\'on, 5$^{\textrm{th}}$", "98° Reunión, 5th"),
        (r"Conf.~on $x^2$", "Conf. on $x^2$"),
        (
            r"The Art ({{\upshape\textlangle}Code{\upshape\textrangle}}) \textlangle x\textrangle",
            "The Art (⟨Code⟩) ⟨x⟩",
        ),
        (r"{\cyrchar\CYRT}{\cyrchar\cyre}{\cyrchar\cyro}{\cyrchar\cyrr}\cyri\cyrya", "Теория"),
        (
            r"an O(n \log n) rule of 5\,\textperthousand, F\sharp{} and {\textnumero}3",
            "an O(n log n) rule of 5 ‰, F♯ and №3",
        ),
    ],
)
def test_latex_becomes_plain_text(source: str, text: str) -> None:
    """Plain fields have no markup, ordinary spaces, and formulas only where they are maths."""
    assert to_text(source) == text


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=1).map(" ".join))
def test_plain_prose_stays(text: str) -> None:
    """Words are not touched."""
    assert to_markdown(text) == text
    assert to_text(text) == text


@given(st.text("\\{}$~-`'*_<[]()ab \n\"^%&#emph"))
def test_anything_is_converted(text: str) -> None:
    """Whatever is thrown at it, it neither fails nor loses a letter that is part of no command."""
    kept = to_markdown(text)
    if "\\" not in text:
        assert [char for char in kept if char in "abemph"] == [char for char in text if char in "abemph"]


@pytest.mark.parametrize("source", ["{", "{a", "$ {", "\\url{", "\\emph{a", '\\"{', "`a", "$a", "["])
def test_time_is_linear(source: str) -> None:
    """Text that opens and never closes, 200,000 times, ends."""
    assert to_markdown(source * 200_000)


def test_a_formula_right_after_a_word_is_set() -> None:
    """An index on a word is maths; prices are not."""
    html = markdown.inline(to_markdown(r"H$_2$O costs US$5 and A$6, 2$\pm$1"))
    assert "<msub>" in html
    assert "2±1" in re.sub(r"<annotation.*?</annotation>|<[^>]*>|\\$", "", html)
    assert "US$5 and A$6" in html

"""Formulas side by side, HTML that databases escaped, MathML: maths and emphasis on the page and in exports."""

from __future__ import annotations

import json

import pytest

from publist.formats import bibtex, crossref, ris
from publist.text.html_text import to_markdown as from_html
from publist.text.latex.reader import to_markdown, to_text
from publist.text.latex.writer import from_markdown
from publist.text.markdown import inline


@pytest.mark.parametrize(
    ("latex", "markdown"),
    [
        (r"Search for $\Sigma$$^{0}$ here", r"Search for $\Sigma^{0}$ here"),
        (r"A line at (3{\ensuremath{-}}2)", r"A line at (3${-}$2)"),
        ("A line at (3$-$2)", "A line at (3${-}$2)"),
        ("$-$2 and z$=$6", "${-}$2 and z${=}$6"),
        ("$a$$b$$^2$", "$ab^2$"),
        (r"$\alpha$$x$", r"$\alpha x$"),
        (r"$x^2$$^3$", "$x^2{}^3$"),
        (r"K$^{*}$$\mu^+$$\mu^-$", r"K$^{*}\mu^+\mu^-$"),
        (r"10 $\sim$20", r"10 $\sim$20"),
        (r"$^{13}$C$^{18}$O", r"$^{13}$C$^{18}$O"),
        (r"\(x\)$y$", "$xy$"),
        ("US$5 and US$6", "US$5 and US$6"),
    ],
)
def test_formulas_side_by_side(latex: str, markdown: str) -> None:
    """Each formula of the source is one in our Markdown, whose rule is narrower, and again in BibTeX."""
    assert to_markdown(latex) == markdown
    if markdown != latex:
        assert "$" not in inline(markdown).replace("application/x-tex", "")
        assert inline(markdown).count("<math>") == markdown.count("$") // 2
        assert r"\$" not in from_markdown(markdown)
        assert to_markdown(from_markdown(markdown)) == markdown


@pytest.mark.parametrize(
    ("litter", "markdown"),
    [
        (r"A $\less$em$\greater$Moss$\less$/em$\greater$ of caves", "A *Moss* of caves"),
        (r"{\textless}i{\textgreater}Moss{\textless}/i{\textgreater} of caves", "*Moss* of caves"),
        (r"\textlessi\textgreaterMoss\textless/i\textgreater of caves", "*Moss* of caves"),
        (
            r"{\&}lt$\mathsemicolon$b{\&}gt$\mathsemicolon$Moss{\&}lt$\mathsemicolon$/b{\&}gt$\mathsemicolon$",
            "**Moss**",
        ),
        ("CO$\\less$sub$\\greater$2$\\less$/sub$\\greater$", "CO<sub>2</sub>"),
        (r"Moss &amp; Fern", "Moss & Fern"),
        (r"Moss {\&}amp$\mathsemicolon$ Fern", "Moss & Fern"),
        (r"Moss \&amp; Fern", "Moss & Fern"),
        ("<jats:p>Of <jats:italic>moss</jats:italic>.</jats:p>", "Of *moss*."),
        ("The <ASTROBJ>NGC 1</ASTROBJ> in H<SUB>2</SUB>", "The NGC 1 in H<sub>2</sub>"),
        ("The <scp>RNA</scp> of moss", "The RNA of moss"),
        (r"p {\textless} 0.05", "p &lt; 0.05"),
        ("a < b and List<T>", "a < b and List&lt;T>"),
        (r"$x \less y$", r"$x \less y$"),
    ],
)
def test_html_that_was_escaped_into_latex(litter: str, markdown: str) -> None:
    """What Crossref, doi.org, Mendeley and ADS leave is emphasis or plain text; lone signs stay signs."""
    assert to_markdown(litter) == markdown
    assert "amp;" not in to_text(litter)


def test_one_venue_for_one_journal() -> None:
    """An ampersand in three spellings is one."""
    text = "".join(
        f"@article{{k{number}, title={{T{number}}}, journal={{Moss {sign} Fern}}}}\n"
        for number, sign in enumerate((r"\&", "&amp;", r"{\&}amp$\mathsemicolon$"))
    )
    assert {paper.venue for paper in bibtex.read(text, source="x").papers} == {"Moss & Fern"}


@pytest.mark.parametrize(
    ("inside", "tex"),
    [
        ("<msup><mn>10</mn><mn>19</mn></msup>", "${10}^{19}$"),
        ("<msub><mi>x</mi><mn>2</mn></msub>", "$x_{2}$"),
        ("<msubsup><mi>B</mi><mi>s</mi><mn>0</mn></msubsup>", "$B_{s}^{0}$"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", r"$\frac{1}{2}$"),
        ("<msqrt><mi>s</mi></msqrt>", r"$\sqrt{s}$"),
        ("<mover><mi>ν</mi><mo>¯</mo></mover>", r"$\overline{ν}$"),
        ("<mrow><mi>a</mi><mo>+</mo><msup><mi>b</mi><mn>2</mn></msup></mrow>", "$a+b^{2}$"),
        ("<mi>α</mi>", "α"),
        ("<mn>10</mn>", "10"),
        ("<msup><mn>10</mn>", "10"),
    ],
)
def test_mathml_keeps_its_powers(inside: str, tex: str) -> None:
    """A power is no digit more; what has no structure is its characters, and so is what cannot be read."""
    assert from_html(f"<math>{inside}</math>") == tex
    prefixed = inside.replace("<m", "<mml:m").replace("</m", "</mml:m")
    assert from_html(f'<mml:math xmlns:mml="http://w3.org/m">{prefixed}</mml:math>') == tex


def test_mathml_beside_words() -> None:
    """A formula that touches a word or a digit is still one."""
    marked = from_html("E<math><msup><mn>10</mn><mn>2</mn></msup></math>5")
    assert inline(marked).count("<math>") == 1


def test_abstracts_are_text() -> None:
    """Emphasis, percent signs, TeX's maths and quotes are what they stand for."""
    text = r"@article{k, title={T}, abstract={We \emph{show} 95\% of \(x\) in ``moss'' and $\alpha$.}}"
    (paper,) = bibtex.read(text, source="x").papers
    assert paper.abstract == r"We *show* 95% of $x$ in “moss” and $\alpha$."


def test_titles_of_services() -> None:
    """Crossref's titles have HTML and MathML."""
    title = (
        "<i>Moss</i> at <mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>3</mml:mn></mml:msup></mml:math> K &amp; more"
    )
    answer = {"message": {"items": [{"DOI": "10.1234/1", "indexed": {}, "title": [title]}]}}
    (paper,) = crossref.read(json.dumps(answer), source="x").papers
    assert paper.title == "*Moss* at ${10}^{3}$ K & more"
    (again,) = ris.read(ris.write([paper]), source="x").papers
    assert "<" not in again.title

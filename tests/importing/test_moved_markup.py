"""Markup of old sites that pages do not have, and formulas that were set by another programme."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.importing.migrating import formula_macros, old_maths
from publist.importing.migrating.old_markup import as_markdown
from publist.text.markdown import unset_formulas


def _text(text: str) -> str:
    return as_markdown(text, lambda url: url).text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<details><summary>More</summary>\nText.\n</details>", "**More**\n\nText."),
        ('<video controls><source src="/a/film.mp4"></video>', "[film.mp4](/a/film.mp4)"),
        ('as shown <d-cite key="lee20"></d-cite><d-footnote>A note.</d-footnote>', "as shown [lee20] (A note.)"),
        ('<a href="/x"><svg viewBox="0 0 1 1"><path d="M0"></path></svg> Next</a>', '<a href="/x"> Next</a>'),
        ("He said &amp;ldquo;no&amp;rdquo;.", "He said &ldquo;no&rdquo;."),
        ("```\n{{ kept }} <div>\n```", "```\n{{ kept }} <div>\n```"),
        ("{% highlight python %}\nx = '{{ y }}'\n{% endhighlight %}", "```python\nx = '{{ y }}'\n```"),
        ("<ann@uni.edu>", "[ann@uni.edu](mailto:ann@uni.edu)"),
        ("Shown by {% cite lee2020 roe2021 --prefix a %}.", "Shown by [lee2020, roe2021]."),
        ('{{< figure src="a (1).png" title="A [crane](/x)" >}}', "![A crane](a%20(1).png)\nA [crane](/x)"),
        ('{% include figure.liquid path="a.png" title="not shown" %}', "![not shown](a.png)"),
        ('| {{< figure src="a.png" caption="A crane" >}} |', "| ![A crane](a.png) |"),
        ('<blockquote class="x"><p>Said</p>\n\nThe **end**.', "<p>Said</p>\n\nThe **end**."),
        ("[a]((https://example.org/)) b", "[a](https://example.org/) b"),
        ("[comment]:[unseen](/x)\nSeen.", "Seen."),
        ("[//]: # (unseen)\n\nSeen.", "[//]: # (unseen)\n\nSeen."),
        (
            "3. Do\n    ```bash\n    $ a <int>\n\n      b\n```\n4. Then",
            "3. Do\n\n```bash\n$ a <int>\n\n  b\n```\n\n4. Then",
        ),
        ("One<p>two<p>three", "One\n\ntwo\n\nthree"),
        ("<table><tr><td><p>a</td></tr></table>", "<table><tr><td><p>a</td></tr></table>"),
        ("1. Do\n\n    {% highlight sh %}\n    $ a\n      b\n    {% endhighlight %}", "1. Do\n\n```sh\n$ a\n  b\n```"),
        ("Plans\n" + "-" * 90 + "\n\nText.", "Plans\n---\n\nText."),
        ("A {% for p in site.x %}<b>{{ p.n }}</b>{% endfor %}b", "A b"),
        (
            '<iframe width="9" src="//www.youtube.com/embed/x1"></iframe>',
            '<iframe src="https://www.youtube-nocookie.com/embed/x1" width="9"></iframe>',
        ),
    ],
)
def test_markup_that_pages_do_not_have(old: str, new: str) -> None:
    """Its text stays, as pages can show it."""
    assert _text(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"\begin{equation}a=b\end{equation}", "$$\na=b\n$$"),
        (r"$\color{#1864AB}{X}$ in $a\subscript{1}$", "${X}$ in $a_{1}$"),
        (r"$$\DeclareMathOperator*{\E}{\mathbb{E}}$$ of $\E[a]$", r"of ${\mathop{\mathbb{E}}}[a]$"),
        (r"so $$a$$ is small", "so $a$ is small"),
        (r"\\(a_1\\) holds", "$a_1$ holds"),
        ("$$\\newcommand{\\br}{\\mathbf{r}}$$\n\nof $\\br_1$", r"of ${\mathbf{r}}_1$"),
        ("$$\\newcommand{\\k}[1]{|#1\\rangle}$$\n\nof $\\k{x}$", r"of ${|x\rangle}$"),
        (r"$x\_1$ and $t\\[X]$", "$x_1$ and $t[X]$"),
        ("$$a=b\\label{one}$$\n\nby \\eqref{one}, \\ref{one}", "$$a=b \\qquad (1)$$\n\nby (1), 1"),
        (r"of $\bra{a}$, $\braket{a|b}$", r"of ${\langle{a}|}$, ${\langle{a|b}\rangle}$"),
        ("$\\newcommand{\\b}{\\mathbf{b}}a\\\\\\b$", r"$a\\{\mathbf{b}}$"),
        ("$$a.\\\n\\label{x}$$", "$$a. \\qquad (1)$$"),
        (
            '<img src="https://latex.codecogs.com/svg.latex?a&amp;space;=&amp;space;\\frac{1}{b}" />',
            r"$a = \frac{1}{b}$",
        ),
        (r"$a^{\*}$ $\\|a\\|$", r"$a^{*}$ $\|a\|$"),
        ("![e](https://render.githubusercontent.com/render/math?math=x%5E2)", "$x^2$"),
        ("db.x([{$group:{_id:'$k', n:{$sum:1}}}])", r"db.x([{\$group:{_id:'\$k', n:{$sum:1}}}])"),
        ("$$a=b\\label{one}$$\n\nby $\\eqref{one}$", "$$a=b \\qquad (1)$$\n\nby $(1)$"),
        (r"$\mathbf{{x}}$ in {{ page.title }}", r"$\mathbf{{x}}$ in"),
        ("It costs $5 and {{ price.now }} in $ here.", "It costs $5 and  in $ here."),
    ],
)
def test_formulas_of_old_sites(old: str, new: str) -> None:
    """They stand between dollars, with what the page defined written out, and can be set."""
    assert _text(old) == new
    assert not unset_formulas(_text(old))


def test_settings_define_commands() -> None:
    """Those of MathJax and KaTeX, in front matter and in scripts; what a page defines itself goes before them."""
    values = {"katex": {"macros": {"\\R": "\\mathbb{R}", "two": ["{#1}+{#2}", 2]}}, "macros": "none"}
    script = """MathJax = {tex: {macros: { // of ours
        bold: ["{\\\\bf #1}", 1], "\\\\half": '\\\\tfrac12', }}};"""
    found = {**formula_macros.declared(values), **formula_macros.entries(script)}
    assert found == {
        "\\R": (0, "\\mathbb{R}"), "\\two": (2, "{#1}+{#2}"), "\\bold": (1, "{\\bf #1}"), "\\half": (0, "\\tfrac12"),
    }  # fmt: skip
    text = as_markdown("$\\R \\two ab$ $\\newcommand{\\half}{h}$ $\\half$", str, found).text
    assert text == r"${\mathbb{R}} {{a}+{b}}$  ${h}$"


@given(st.text(alphabet="$\\{}[]()<>a1 \nbegineqatord%#_^&", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    """Damaged formulas and markup make no crash, and invent no letter."""
    new = _text(text)
    letters = {char for char in new if char.isalpha()} - {char for char in text if char.isalpha()}
    assert letters <= set("alignedgathroperatornamextqufML")


def test_a_command_that_names_itself_ends() -> None:
    """Written out a few times, it stays."""
    macros = formula_macros.macros_in(r"\newcommand{\a}{\a\a}")
    match = old_maths.FORMULA.search(r"$\a$")
    assert match
    assert len(old_maths.written(match, macros, {}, alone=False)) < 30_000


UNCLOSED = (
    "  ```a\n", "  ````a\n```b\n", "[x]: a b", "<p>", "{% cite a", "$a \\begin{split}", "<blockquote>",
    "<details><summary>a", "<d-footnote>a", "```a\n", "`a\n", "{% highlight a %}", "<svg>a", "<video>a",
    "<a href='x'>a", "[a](", "![](<a", "$$a", "\\[a", "\\begin{x}a", "<!-- a", "{{< gallery a", "<iframe src='a'>",
)  # fmt: skip


@pytest.mark.parametrize("mark", UNCLOSED)
def test_marks_that_nobody_closes_are_read_once(mark: str) -> None:
    """Nor looked for to the end of the text from each of them; what stands behind them is there."""
    assert "the end" in _text(mark * (150_000 // len(mark)) + "\n\nthe end")

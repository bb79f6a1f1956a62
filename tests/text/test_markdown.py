"""Markdown with maths becomes safe HTML; the short way for plain prose gives the bytes of the long one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.text import markdown
from publist.text.latex.plain_maths import without_markup

CHARACTERS = st.sampled_from("abc XY.,;:!?'\"()-–=#@~{}^%+/0123 \n\té中”“\u3000\xa0\u2028<*_`[]$&\\|\ue000\ue001")
PIECES = st.sampled_from(
    [
        "*word*",
        "**two words**",
        "`code`",
        "`f(x, y)`",
        "$x$",
        "$x_i < 3$",
        "a",
        "The b",
        " ",
        " ",
        "\n",
        "\n\n",
        ".",
        ", ",
        "(",
        ")",
        "- ",
        "1. ",
        "*",
        "`",
        "$",
        "**",
        "$$",
        "***",
        "*a *",
        "` b`",
        "$ c$",
        "\\$",
        "&",
        "<",
        "# ",
        "> ",
        "    ",
    ]
)
PROSE = st.one_of(st.text(CHARACTERS, max_size=60), st.lists(PIECES, max_size=14).map("".join))


@given(PROSE)
def test_plain_prose_has_one_html(text: str) -> None:
    """Where the short way for blocks answers, it answers what Markdown and the sanitiser would."""
    short = markdown._short_way(text)
    if short is not None:
        assert short == markdown._convert(text, markdown._block_converter, None)


@given(PROSE)
def test_plain_titles_have_one_html(text: str) -> None:
    """The short way for titles gives the same bytes as the long one."""
    long = markdown._convert(" ".join(text.split()), markdown._inline_converter, None)
    assert markdown.inline(text) == long.removeprefix("<p>").removesuffix("</p>")


@given(st.text(st.sampled_from("<>&\"'/= abscriptonclikimg$\\`*_[]()!:#\n\ue000\ue0010"), max_size=80))
def test_no_text_makes_a_script_or_a_handler(text: str) -> None:
    """Whatever a text holds, its HTML has no element or attribute that could run something."""
    for html in (markdown.block(text), markdown.inline(text)):
        assert "<script" not in html
        assert "<style" not in html
        bare = "".join(part.split(">", 1)[0] for part in html.split("<")[1:])
        assert " on" not in bare
        assert "javascript:" not in bare


CASES = {
    "*emphasis* and `code`": "<p><em>emphasis</em> and <code>code</code></p>",
    "a <script>alert(1)</script> b": "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>",
    "H<sub>2</sub>O": "<p>H<sub>2</sub>O</p>",
    "costs $5 and $10": "<p>costs $5 and $10</p>",
    r"costs \$5": "<p>costs $5</p>",
    "Text.\n\n   # Indented\n\nMore": "<p>Text.</p>\n<h2>Indented</h2>\n<p>More</p>",
    "  #5 in the ranking": "<p>#5 in the ranking</p>",
    "    # code": "<pre><code># code\n</code></pre>",
    "`$x$`": "<p><code>$x$</code></p>",
    "[x](javascript:alert(1))": "<p><a>x</a></p>",
    "[x](https://e.org/a?b=1&c=2)": '<p><a href="https://e.org/a?b=1&amp;c=2">x</a></p>',
    "![x](https://elsewhere.example/spy.png)": '<p><img alt="x"></p>',
    "~3 billion": "<p>~3 billion</p>",
    "if a < b and c > d": "<p>if a &lt; b and c &gt; d</p>",
}


@pytest.mark.parametrize("text", CASES)
def test_blocks(text: str) -> None:
    """What common pieces of an abstract look like in the page."""
    assert markdown.block(text) == CASES[text]


def test_a_title_is_never_a_block() -> None:
    """A title that begins like a list, a heading or a quotation is still a title."""
    assert markdown.inline("1. First things") == "1. First things"
    assert markdown.inline("# 1 Problem") == "# 1 Problem"
    assert markdown.inline("> 9000") == "&gt; 9000"


def test_maths_is_set_without_style_attributes() -> None:
    """A strict content security policy forbids style attributes; formulas come without them."""
    html = markdown.block(r"$$\begin{aligned}a&=b\\c&=d\end{aligned}$$ and $\textcolor{red}{x}$")
    assert html.count("<math") == 2
    assert " style=" not in html


def test_a_formula_that_cannot_be_set_shows_its_source() -> None:
    """An unknown command is no reason to lose the formula; what is wrong with it can be asked for."""
    text = r"the $\unheardof{x}$ operator"
    assert r'<code class="maths">\unheardof{x}</code>' in markdown.block(text)
    assert [formula.source for formula in markdown.unset_formulas(text)] == [r"\unheardof{x}"]


@pytest.mark.parametrize("piece", ["[", "`", "*", "<!", "> ", "$", "\\", "\\\\\\!", "![", "((", "a*b_c"])
def test_hostile_repetition_is_text(piece: str) -> None:
    """Ten thousand openings of anything come back as text (two backslashes are one, as ever in Markdown)."""
    html = markdown.block(piece * 10_000)
    assert len(html) >= 5_000


def test_thousands_of_commands_in_formulas_are_no_hostile_text() -> None:
    """Only what Markdown itself has to look at counts: a page of a lecture may be full of formulas."""
    html = markdown.block(r"Some words and $\alpha + \beta$. " * 800 + "*So* it is.")
    assert html.count("<math") == 800
    assert "<em>So</em>" in html


def test_relative_addresses_are_rewritten() -> None:
    """Links within content are handed to the page, which knows where it stands."""
    html = markdown.block("[CV](../assets/cv.pdf) [top](#top) [out](https://e.org)", lambda url: f"HERE/{url}")
    assert 'href="HERE/../assets/cv.pdf"' in html
    assert 'href="#top"' in html
    assert 'href="https://e.org"' in html


@pytest.mark.parametrize("text", ["word [a " * 900, "x](a (b " * 900, "] [ " * 999, "[a](b " * 400 + "c" * 20_000])
def test_brackets_that_never_close_are_text(text: str) -> None:
    """From each of them the end would be looked for to the end of the text: beyond a second of work it is shown."""
    assert "<a " not in markdown.block(text)


def test_thousands_of_lines_in_one_list_are_text() -> None:
    """Beyond two seconds of work the lines are shown as they are; a thousand items are a list."""
    assert "<li>" not in markdown.block("- an item of a list\n" * 5_000)
    assert markdown.block("- an item of a list\n" * 1_000).count("<li>") == 1_000


def test_many_links_on_a_long_page_are_links() -> None:
    """A page of links is no attack, however long it is."""
    text = "\n\n".join(
        f"- [paper {number}](https://example.org/{number}) (read)" + " words" * 30 for number in range(400)
    )
    assert markdown.block(text).count("<a ") == 400


@pytest.mark.parametrize("length", [1, 20, 61, 500])
def test_backticks_open_code_alike_in_pages_and_in_plain_text(length: int) -> None:
    """A run of more than sixty is text in both: to look for the end of each of a thousand lengths takes too long."""
    ticks = "`" * length
    shown = markdown.block(f"A {ticks}thin ice{ticks} here")
    assert ("<code>" in shown) == (length <= 60)
    assert (ticks in without_markup(f"A {ticks}thin ice{ticks} here")) == (length > 60)


def test_a_backtick_that_nobody_closes_ends_with_its_paragraph() -> None:
    """LaTeX begins quotations with one: formulas behind it, and in all paragraphs after it, are set."""
    shown = markdown.block("It `hops' by $x$.\n\nThen $y$ and `code $z$` and a `second' one.\n\nThe $end$.")
    assert shown.count("<math") == 3
    assert "<code>code $z$</code>" in shown

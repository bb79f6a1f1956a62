"""``publist cv --style FILE.csl``: references as a CSL style has them."""

from __future__ import annotations

import re

import pytest

from tests.cli.test_cv import SITE
from tests.conftest import Site

STYLE = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>Invented</title><id>http://example.org/invented</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation disambiguate-add-year-suffix="true"><layout><text variable="title"/></layout></citation>
<bibliography{more}>
<layout suffix=".">{number}
<names variable="author"><name name-as-sort-order="all" initialize-with="." and="text" delimiter="; "/></names>
<date variable="issued" prefix=" [" suffix="] "><date-part name="year"/></date>
<text variable="title" font-style="italic"/><text variable="DOI" prefix=" doi "/>
</layout></bibliography></style>
"""
DEPENDENT = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>A journal</title>
<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>
"""


@pytest.fixture
def styled(site: Site) -> Site:
    """A site of four papers with styles beside it."""
    pytest.importorskip("pypandoc", reason="the extra `styles` brings pandoc")
    numbered = STYLE.format(more=' second-field-align="flush"', number='<text variable="citation-number"/>')
    plain = STYLE.format(more="", number="")
    wrong = {"dependent.csl": DEPENDENT, "odd.csl": "<style/>", "torn.csl": "<style>"}
    site.write({**SITE, **wrong, "plain.csl": plain, "numbered.csl": numbered})
    return site


def test_references_are_those_of_the_style(styled: Site) -> None:
    """The owner's family name in bold, awards behind, a link on the DOI, no letter behind years, our own numbers."""
    for style in ("plain.csl", "numbered.csl"):
        made = styled.run("cv", "--style", style, "--format", "md", "-o", "-")
        assert made.returncode == 0, made.stderr
        line = "3\\. **Solano**, M.; Chen, B.; and Lovelace, A. [2021] *Work 3* doi [10.1000/3](<https://doi.org/10.1000/3>)."
        assert line in made.stdout
        assert "[2020] *Work 2*" in made.stdout
        assert "**Best paper award.**" in made.stdout
        assert "Equal contribution" not in made.stdout


def test_formulas_are_characters(styled: Site) -> None:
    """As in every reference."""
    text = str(SITE["content/papers/two.md"]).replace("title: Work 2", r"title: On $x^2 \\le \\alpha$ & [more]")
    styled.write({"content/papers/two.md": text.replace(r"\\", "\\")})
    said = styled.run("cv", "--style", "plain.csl", "--format", "txt", "-o", "-").stdout
    assert "On x² ≤ α & [more]" in said


@pytest.mark.parametrize(
    ("style", "code", "said"),
    [
        ("dependent.csl", 1, "dependent.csl: error: the style only names another: http://www.zotero.org/styles/nature"),
        ("odd.csl", 1, "odd.csl: error: this is no CSL style with a bibliography"),
        ("torn.csl", 1, "torn.csl:1:8: error: this is no XML"),
        ("missing.csl", 1, "missing.csl: error: the file cannot be read"),
        ("harvard", 2, "--style must be apa, ieee, chicago, vancouver, mla, acm, nature or a file that ends in .csl"),
    ],
)
def test_what_is_no_style_is_told(styled: Site, style: str, code: int, said: str) -> None:
    """And nothing is written."""
    done = styled.run("cv", "--style", style, "-o", "cv.txt")
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert not (styled.folder / "cv.txt").exists()


def test_a_style_that_pandoc_refuses_is_told(styled: Site) -> None:
    """With what pandoc says of it."""
    styled.write({"broken.csl": re.sub("<citation .*?</citation>", "", STYLE.format(more="", number=""))})
    done = styled.run("cv", "--style", "broken.csl", "-o", "cv.txt")
    assert done.returncode == 1
    assert "broken.csl: error: pandoc refuses it" in done.stderr

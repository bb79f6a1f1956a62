"""Citation styles in CSL: on paper pages, in printed lists, in the CV and by ``export``."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from publist.build import render
from publist.build.builder import build
from publist.build.export import read_library
from publist.build.run import Options
from publist.model.citation_styles import STYLES
from publist.outputs.csl import engine
from publist.outputs.csl.references import CslReferences
from publist.outputs.csl.style_file import style_of
from tests.cli.test_cv_styles import STYLE
from tests.conftest import ROOT, Site

CSL = tuple(row.name for row in STYLES if row.csl)
OWN = STYLE.format(more="", number="").replace("<title>Invented<", "<title>Journal of  Inventions<")
WORK = """\
---
title: {title}
authors: [Ada Lovelace, Grace Hopper]
date: 2020-01-01
type: article-journal
venue: Journal of Engines
volume: {volume}
links: {{url: https://example.org/x}}
---
An abstract.
"""


@pytest.fixture
def styled(site: Site) -> Site:
    """A site of three papers of one author and one year, which citations in a text would tell apart by letters."""
    pytest.importorskip("pypandoc", reason="the extra `styles` brings pandoc")
    papers = {f"content/papers/p{n}.md": WORK.format(title=f"On engines {n}", volume=n) for n in (1, 2, 3)}
    site.write({**papers, "content/mine.csl": OWN})
    return site


def settle(site: Site, more: str) -> None:
    site.write({"content/site.yaml": f"title: Papers\nowner: Ada Lovelace\nsearch: false\n{more}\n"})


def references(site: Site, name: str = "p1") -> dict[str, str]:
    """The references of a paper's page by their anchors, as readers see them."""
    page = site.page(f"papers/{name}/index.html")
    found = re.findall(r'<section id="([\w-]+)"[^>]*>\s*<h3>[^<]*</h3>\s*<p>(.*?)</p>', page, re.DOTALL)
    return {anchor: unescape(re.sub(r"<[^>]+>", "", html)) for anchor, html in found}


def test_paper_pages_have_the_styles_that_settings_name(styled: Site) -> None:
    """In that order, an own file under its title; nobody in bold, and neighbours of a list leave no trace."""
    settle(styled, "references: [mla, apa, content/mine.csl, chicago]")
    styled.build()
    found = references(styled)
    assert list(found) == ["mla", "apa", "mine", "chicago"]
    assert found["mla"] == "Lovelace, Ada, and Grace Hopper. “On Engines 1.” Journal of Engines, vol. 1, Jan. 2020."
    assert found["chicago"] == "Lovelace, Ada, and Grace Hopper. 2020. “On Engines 1.” Journal of Engines 1 (January)."
    assert found["mine"] == "Lovelace, A. and Hopper, G. [2020] On engines 1."
    assert "<h3>Journal of Inventions</h3>" in styled.page("papers/p1/index.html")
    assert "<b>" not in styled.page("papers/p1/index.html")
    settle(styled, "references: [ieee]")
    styled.build()
    assert list(references(styled)) == ["ieee"]


def test_printed_lists_and_fragments_have_a_style(styled: Site) -> None:
    """The owner in bold; no address that is not printed."""
    settle(styled, "index: {style: vancouver}\nembed: true")
    styled.build()
    line = "<b>Lovelace</b> A, Hopper G. On engines 2. Journal of Engines. 2020 Jan 1;2."
    for path in ("papers/page/all/index.html", "embed/list.html"):
        assert line in styled.page(path)


def test_the_cv_of_a_site_has_a_style(styled: Site) -> None:
    """A file beside cv.yaml, too; the command and the site agree."""
    pypdf = pytest.importorskip("pypdf", reason="the extra `cv-import` brings pypdf")
    pytest.importorskip("typst", reason="the extra `cv` brings typst")
    styled.write({"content/cv.yaml": "style: mine.csl\n"})
    settle(styled, "cv: true")
    styled.build()
    said = " ".join(pypdf.PdfReader(styled.output / "cv.pdf").pages[0].extract_text().split())
    assert "Lovelace, A. and Hopper, G. [2020] On engines 1." in said
    styled.run("cv", "-o", "cv.pdf")
    assert (styled.folder / "cv.pdf").read_bytes() == (styled.output / "cv.pdf").read_bytes()
    assert "mine.csl" not in styled.run("check").stdout


def formatted_in(site: Site, monkeypatch: pytest.MonkeyPatch, *, clean: bool = False) -> list[str]:
    """The slugs of the papers that a build has formatted."""
    slugs: list[str] = []
    real = engine.formatted

    def counted(entries: Any, *rest: Any) -> list[str]:
        slugs.extend(entry.slug for entry in entries)
        return real(entries, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(engine, "formatted", counted)
        render._context.cache_clear()  # as in another process
        build(Options(str(site.folder), str(site.output), jobs=1, clean=clean))
    return slugs


def test_a_reference_is_made_once(styled: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build has made stays for the next; an edit makes that of its paper, and gives a clean build's bytes."""
    settle(styled, "references: [chicago]")
    assert formatted_in(styled, monkeypatch) == ["p1", "p2", "p3"]
    settle(styled, "references: [chicago]\nbyline: 3")
    assert formatted_in(styled, monkeypatch) == []
    styled.write({"content/papers/p2.md": WORK.format(title="On looms", volume=2)})
    assert formatted_in(styled, monkeypatch) == ["p2"]
    edited = styled.snapshot()
    assert formatted_in(styled, monkeypatch, clean=True) == ["p1", "p3", "p2"]  # in the order of titles
    assert styled.snapshot() == edited


def test_an_edited_style_is_shown(styled: Site) -> None:
    """The file of a style is an input of the pages."""
    settle(styled, "references: [mine.csl]")
    styled.build()
    styled.write({"content/mine.csl": OWN.replace('prefix=" [" suffix="] "', 'prefix=" &lt;" suffix="&gt; "')})
    styled.build()
    assert "<2020>" in references(styled)["mine"]


def test_a_style_that_cannot_be_had_is_told_where_it_is_asked_for(styled: Site) -> None:
    """With its place in the settings; the site stays as it was."""
    settle(styled, "references: [apa, missing.csl]")
    done = styled.run("build")
    assert done.returncode == 1
    assert "content/site.yaml:4:19: error: missing.csl: the file cannot be read" in done.stderr
    settle(styled, "references: [apa, ../x/mine.csl]\nindex: {style: harvard}")
    done = styled.run("build")
    assert "put the file into content/, and write its name alone" in done.stderr
    assert "`index.style` cannot be 'harvard'" in done.stderr
    assert not styled.output.exists()


def test_without_the_extra_the_way_is_told(styled: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, and what needs nothing."""
    from publist.model.problems import PublistError
    from publist.outputs.csl import style_file

    monkeypatch.setattr(style_file, "find_spec", lambda _: None)
    settle(styled, "references: [nature]")
    with pytest.raises(PublistError) as told:
        build(Options(str(styled.folder), str(styled.output), jobs=1))
    assert str(told.value.problems[0]).startswith("content/site.yaml:4:14: error: nature: a CSL style needs the extra")
    assert "or choose apa or ieee" in told.value.problems[0].hint


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--style", "nature"), "Lovelace, A. & Hopper, G. On engines 1. Journal of Engines 1, (2020).\n"),
        (("--style", "acm", "-o", "x.md"), "**Lovelace** and Grace Hopper. 2020. On engines 1. *Journal of Engines* 1"),
        (("--style", "mine.csl", "--format", "html"), "<li><b>Lovelace</b>, A. and Hopper, G. [2020] <i>On engines 1"),
        (("--style", "ieee", "--year", "2020"), "A. Lovelace and G. Hopper, “On engines 1,” Journal of Engines"),
    ],
    ids=str,
)
def test_export_prints_references(styled: Site, options: tuple[str, ...], said: str) -> None:
    """In any style, as text, Markdown or HTML, as the file ends."""
    settle(styled, "")
    styled.write({"mine.csl": OWN})
    done = styled.run("export", *options)
    assert done.returncode == 0, done.stderr
    made = (styled.folder / "x.md").read_text(encoding="utf-8") if "-o" in options else done.stdout
    assert said in made


def test_export_refuses_what_is_no_form_of_references(styled: Site) -> None:
    """And names those that are."""
    settle(styled, "")
    done = styled.run("export", "--style", "apa", "--format", "ris")
    assert (done.returncode, "--style prints references as text, markdown, html" in done.stderr) == (2, True)


def test_many_at_once_are_what_each_is_alone() -> None:
    """A reference depends on its paper alone: so builds may keep it. In each style that comes with publist."""
    pytest.importorskip("pypandoc", reason="the extra `styles` brings pandoc")
    content, joined = read_library(str(ROOT))
    entries = joined.entries[:8]
    assert len(entries) == 8
    for name in CSL:
        style = style_of(name, "")
        together = CslReferences([style], content.config.language).of(entries, name)
        alone = [CslReferences([style], content.config.language).of([entry], name)[0] for entry in entries[::3]]
        assert together[::3] == alone


def test_the_styles_are_as_their_authors_left_them() -> None:
    """With their names and licence in each, as the licence asks."""
    folder = ROOT / "publist/outputs/csl/styles"
    assert {path.name for path in folder.glob("*.csl")} == {row.csl for row in STYLES if row.csl}
    for path in folder.glob("*.csl"):
        text = path.read_text(encoding="utf-8")
        assert "<author>" in text
        assert 'license="http://creativecommons.org/licenses/by-sa/3.0/"' in text
    assert "https://citationstyles.org/" in (folder / "LICENSE.md").read_text(encoding="utf-8")

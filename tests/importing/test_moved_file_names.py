"""Files of a moved site are found whatever their names hold, and however links, front matter and BibTeX write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.importing.migrating.old_markup import as_markdown
from tests.conftest import Site

FILES = {
    "Notes (1).pdf": ["Notes (1).pdf", "Notes%20(1).pdf", "<Notes (1).pdf>", "Notes \\(1\\).pdf", "notes (1).PDF"],
    "State space(9-11).pdf": ["State space(9-11).pdf", "State%20space%289-11%29.pdf"],
    "Deep (a (b) c).pdf": ["Deep (a (b) c).pdf"],
    "Final [v2].pdf": ["Final [v2].pdf", "<Final [v2].pdf>", "Final%20%5Bv2%5D.pdf"],
    "half(open.pdf": ["half\\(open.pdf", "<half(open.pdf>", "half%28open.pdf"],
    "Heron's flight.pdf": ["Heron's flight.pdf", "Heron's%20flight.pdf", 'Heron\'s flight.pdf "Its title (x)"'],
    "under_line_d.pdf": ["under_line_d.pdf", "under\\_line\\_d.pdf"],
    "half 50%.pdf": ["half 50%.pdf", "half%2050%25.pdf"],
    "wings&feet.pdf": ["wings&feet.pdf", "wings&amp;feet.pdf", "wings%26feet.pdf"],
    "Grüße.pdf": ["Grüße.pdf", normalize("NFD", "Grüße.pdf"), "Gr%C3%BC%C3%9Fe.pdf", "GRÜSSE.pdf"],
    "sharp#1.pdf": ["sharp%231.pdf", "sharp#1.pdf"],
}
"""Names of files, and how a link of Markdown leads to each."""


@pytest.fixture
def other(tmp_path: Path) -> Site:
    return Site(tmp_path / "other")


def _move(site: Site, other: Site) -> str:
    done = site.run("import", str(other.folder), "--all")
    assert done.returncode == 0, done.stderr
    return done.stderr


def _has(site: Site, names: list[str]) -> None:
    """Each file is copied, with what it held, and the built site has no link that leads nowhere."""
    copied = {normalize("NFC", path.name): path for path in (site.folder / "content/assets").rglob("*.pdf")}
    for name in names:
        assert copied[normalize("NFC", name)].read_text(encoding="utf-8") == name
    site.build()
    assert "leads nowhere" not in site.run("check", "--all").stdout


def _page(links: list[str]) -> str:
    return "---\ntitle: Files\npermalink: /files/\n---\n" + "\n".join(links) + "\n"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_links_of_markdown_find_their_files(site: Site, other: Site, form: Literal["NFC", "NFD"]) -> None:
    """Spaces, brackets, escapes, entities, another case, the letters composed or not."""
    links = [
        f"[a](/files/{said})" if said[0] != "<" else f"[a](</files/{said[1:]})"
        for name in FILES
        for said in FILES[name]
    ]
    other.write(
        {
            **{f"files/{normalize(form, name)}": name for name in FILES},
            "_publications/x.md": PAPER,
            "_pages/f.md": _page(links),
        }
    )
    assert "there is no file" not in _move(site, other)
    assert (site.folder / "content/pages/files.md").read_text(encoding="utf-8").count("](assets/") == len(links)
    _has(site, [*FILES])


PAPER = "---\ntitle: Cranes in fog\nauthors: Ann Lee\ndate: 2020-01-01\nvenue: Birds\n---\nThey fly.\n"


def test_links_of_html_find_their_files(site: Site, other: Site) -> None:
    """In either kind of quotes or none, with entities; a file that frames show, too."""
    links = [
        '<a href="/files/Notes (1).pdf">a</a>', "<a href='/files/wings&amp;feet.pdf'>b</a>",
        '<a href="/files/Heron\'s flight.pdf">c</a>', "<a href=/files/under_line_d.pdf>d</a>",
        '<embed src="/files/Final [v2].pdf">', '<a href="https://example.org/?a=1&amp;b=2">e</a>',
    ]  # fmt: skip
    names = ["Notes (1).pdf", "wings&feet.pdf", "Heron's flight.pdf", "under_line_d.pdf", "Final [v2].pdf"]
    other.write({**{f"files/{name}": name for name in names}, "_publications/x.md": PAPER, "_pages/f.md": _page(links)})
    assert "there is no file" not in _move(site, other)
    page = (site.folder / "content/pages/files.md").read_text(encoding="utf-8")
    assert '<a href="https://example.org/?a=1&amp;b=2">e</a>' in page
    _has(site, names)


def test_definitions_of_links_lead_on(site: Site, other: Site) -> None:
    """They may hold spaces; where the file is not there the words stay and nothing of the label."""
    text = [
        "[one][1], [two], [gone words][no], ![gone][no] and a footnote[^n].\n",
        '[1]: /files/Notes (1).pdf "Its title"', "[two]: </files/Final [v2].pdf>",
        "[no]: /files/gone.pdf", "[^n]: Yes.",
    ]  # fmt: skip
    names = ["Notes (1).pdf", "Final [v2].pdf"]
    other.write({**{f"files/{name}": name for name in names}, "_publications/x.md": PAPER, "_pages/f.md": _page(text)})
    assert _move(site, other).count("there is no file '/files/gone.pdf'") == 1
    page = (site.folder / "content/pages/files.md").read_text(encoding="utf-8")
    assert "[one][1], [two], gone words,  and a footnote[^n]." in page
    assert '[1]: assets/files/Notes%20%281%29.pdf "Its title"' in page
    _has(site, names)


def test_bibtex_and_front_matter_find_their_files(site: Site, other: Site) -> None:
    """BibTeX writes some characters with a backslash; a file's name may differ in case only."""
    bib = r"""@article{a, title={Cranes}, author={Lee, Ann}, year=2020, pdf={notes (1).pdf},
        slides={under\_line\_d.pdf}, poster={half 50\%.pdf}, supp={Final [v2].pdf}, code={https://example.org/a\_b}}"""
    names = ["Notes (1).pdf", "under_line_d.pdf", "half 50%.pdf", "Final [v2].pdf"]
    other.write(
        {**{f"assets/pdf/{name}": name for name in names}, "_config.yml": "title: A\n", "_bibliography/papers.bib": bib}
    )
    assert "there is no file" not in _move(site, other)
    paper = (site.folder / "content/papers/cranes.md").read_text(encoding="utf-8")
    assert "code: https://example.org/a_b" in paper
    _has(site, names)


def test_front_matter_finds_its_files(site: Site, other: Site) -> None:
    """Also where what names the file has spaces; one that is not there is told in any case."""
    values = "url_pdf: Notes (1).pdf\nurl_slides: FINAL [v2].pdf\nurl_poster: no such file.pdf\n"
    text = PAPER.replace("Ann Lee", "[Ann Lee]").replace("---\nThey", f"{values}---\nThey")
    names = ["Notes (1).pdf", "Final [v2].pdf"]
    other.write({**{f"static/{name}": name for name in names}, "content/publication/x/index.md": text})
    assert "'no such file.pdf' of the link 'poster' was not found" in _move(site, other)
    _has(site, names)


def test_two_files_of_one_name_are_told_apart(site: Site, other: Site) -> None:
    """By their case where the link has it; one that could mean either finds none, and is told."""
    other.write({"files/A.pdf": "A.pdf", "files/a.pdf": "a.pdf", "_publications/x.md": PAPER})
    if len([*(other.folder / "files").iterdir()]) < 2:
        pytest.skip("this disk minds no case")
    other.write({"_pages/f.md": _page(["[1](/files/A.pdf) [2](/files/a.pdf) [3](/files/a.PDF)"])})
    assert "there is no file '/files/a.PDF'" in _move(site, other)
    copied = sorted(path.read_text(encoding="utf-8") for path in (site.folder / "content/assets").rglob("*.pdf"))
    assert copied == ["A.pdf", "a.pdf"]
    names = [str(path.relative_to(site.folder)).casefold() for path in (site.folder / "content/assets").rglob("*.pdf")]
    assert len({*names}) == 2


def _noting(asked: list[str], answer: str) -> Callable[[str], str]:
    def link(url: str) -> str:
        asked.append(url)
        return answer

    return link


@given(st.text(alphabet="ab()[]<>\\ '\"&;%#.!", max_size=60))
@settings(max_examples=150, deadline=None)
def test_a_damaged_link_makes_no_crash(said: str) -> None:
    """And what is taken for an address is a part of the text."""
    asked: list[str] = []
    text = f"[x]({said}) and [y]: {said}\n[z]: {said}\n<a href={said}>w</a>"
    as_markdown(text, _noting(asked, ""))
    assert all({*url} <= {*text} for url in asked)


def test_labels_within_labels_are_read_once() -> None:
    """Many links behind a bracket that nobody closes cost no more than their number."""
    asked: list[str] = []
    text = as_markdown("[" + "[x](y) " * 3000, _noting(asked, "y")).text
    assert text.count("[x](y)") == 3000
    assert {*asked} == {"y"}
    assert unquote(text) == text

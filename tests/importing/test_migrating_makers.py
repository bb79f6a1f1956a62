"""Each maker's site moves over with nothing lost."""

from __future__ import annotations

import pytest

from publist.importing.migrating import citation_lines
from publist.importing.migrating.author_names import printed_names
from tests.conftest import Site
from tests.support.moved_sites import ACADEMICPAGES, AL_FOLIO, CITE, HUGO, PNG, TOML, other, papers

__all__ = ["other"]  # a fixture


def test_al_folio_moves(site: Site, other: Site) -> None:
    """Its own fields become links and flags; what publist has no place for is kept."""
    other.write({"_bibliography/papers.bib": AL_FOLIO, "assets/pdf/notes.pdf": b"%PDF"})
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    assert "there is no file 'lost.pdf'" in done.stderr
    values, body = papers(site)["Notes on the Engine"]
    assert values["authors"] == ["Ada Lovelace", "Grace Hopper"]
    assert (values["venue"], values["volume"], values["issue"], values["pages"]) == (
        *("Physical Review Letters", "12", "3"),
        "1-10",
    )
    assert (values["date"], values["doi"], values["key"]) == ("1843-09", "10.5555/1843", "lovelace1843notes")
    assert values["links"]["pdf"] == "assets/notes.pdf"
    assert values["links"]["code"] == "https://example.org/code"
    assert "https://example.org/notes" in values["links"].values()
    assert values["featured"] == "true"
    assert (values["venue_short"], values["awards"]) == ("PRL", ["Best notes"])
    assert {values["extra"][key] for key in ("slides", "preview")} == {"lost.pdf", "notes.png"}
    assert body == "About $x^2$ and more."
    assert (site.folder / "content/assets/notes.pdf").read_bytes() == b"%PDF"


def test_al_folio_finds_pages_where_it_serves_them(site: Site, other: Site) -> None:
    """A page of ``html`` lies in assets/html, as the template has it."""
    other.write({"_bibliography/papers.bib": AL_FOLIO.replace("https://example.org/notes", "notes.html")})
    other.write({"assets/html/notes.html": "<p>Notes"})
    site.run("import", "other")
    assert papers(site)["Notes on the Engine"][0]["links"]["html"] == "assets/notes.html"
    assert (site.folder / "content/assets/notes.html").read_text() == "<p>Notes"


def test_academic_moves(site: Site, other: Site) -> None:
    """Pages in folders of their own, people by name, the citation and the files beside a page."""
    folder = "content/publication/compilers"
    other.write(
        {
            f"{folder}/index.md": HUGO,
            f"{folder}/cite.bib": CITE,
            f"{folder}/compilers.pdf": b"%PDF",
            f"{folder}/slides.pdf": b"%PDF slides",
            f"{folder}/featured.jpg": PNG,
            "content/publication/older.md": TOML,
            "content/publication/_index.md": "---\ntitle: Publications\n---\n",
            "content/authors/admin/_index.md": "---\ntitle: Grace Hopper\n---\n",
        }
    )
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    assert "the file 'uploads/lost.pdf' of the link 'poster' was not found" in done.stderr
    found = papers(site)
    assert set(found) == {"Compilers: an *introduction*", "An older page"}
    values, body = found["Compilers: an *introduction*"]
    assert values["authors"] == [{"name": "Grace Hopper", "equal": "true"}, "Ada Lovelace"]
    assert (values["date"], values["type"], values["venue"]) == (
        *("2019-06-01", "paper-conference"),
        "Conference of Examples",
    )
    assert (values["pages"], values["publisher"], values["key"]) == (
        *("5-9", "Examples Press"),
        "hopper2019compilers",
    )
    assert values["links"] == {
        "pdf": "assets/compilers.pdf",
        "code": "https://example.org/compiler",
        "slides": "assets/slides.pdf",
        "blog": "https://example.org/blog",
    }
    assert values["topics"] == ["Compilers"]
    assert values["featured"] == "true"
    assert (values["venue_short"], values["image"]) == ("CoE", "assets/compilers/featured.jpg")
    assert body == "The abstract with $y^2$.\n\nSupplementary notes."
    older, text = found["An older page"]
    assert (older["date"], older["type"], older["venue"]) == ("2015-03-02", "article-journal", "Journal of Examples")
    assert text == "Its text."


def test_academic_in_sections_moves(site: Site, other: Site) -> None:
    """Pages may lie in sections; files are found by the address that Hugo gives them, and may have spaces."""
    page = """\
---
title: A paper
authors: [Ada Lovelace]
date: 2020-01-01
publication_types: ['9', '2']
publication: "In *[Conf_of_the_year](https://conf.example/a_b_c/)*"
url_pdf: /publication/journal/one/My paper.pdf
url_slides: '#'
url_video: lost.mp4
selected: true
url_custom: [{name: Poster, url: 'https://example.org/poster'}, {name: Poster, url: 'https://example.org/second'}]
---
The abstract.
"""
    folder = "content/publication/journal/one"
    other.write({f"{folder}/index.md": page, f"{folder}/My paper.pdf": b"%PDF", f"{folder}/notes.md": "No page.\n"})
    other.write({"content/publication/journal/_index.md": "---\ntitle: Articles\n---\n"})
    other.write({"content/publication/book/two.md": "---\ntitle: A book\npublication_types: [book]\n---\n"})
    other.write({"content/publication/book/three.md": "---\ndate: 2020-01-01\n---\nText.\n"})
    done = site.run("import", "other")
    assert done.returncode == 0
    assert "three.md: warning: a page without a title is no paper: it was left out" in done.stderr
    assert "the publication type '9' is not known" in done.stderr
    assert "notes.md: suggestion: no link names this file" in done.stderr
    found = papers(site)
    assert set(found) == {"A paper", "A book"}
    values, body = found["A paper"]
    assert (values["type"], values["venue"], values["featured"], body) == (
        *("document", "Conf_of_the_year", "true"),
        "The abstract.",
    )
    assert values["links"] == {
        "pdf": "assets/publication/journal/one/My%20paper.pdf",
        "poster": "https://example.org/poster",
        "poster 2": "https://example.org/second",
        "publication": "https://conf.example/a_b_c/",
    }
    assert values["extra"] == {"publication_types": ["9", "2"], "url_video": "lost.mp4"}
    site.build()
    assert (site.output / "assets/publication/journal/one/My paper.pdf").read_bytes() == b"%PDF"
    assert (site.output / "papers/a-paper/a-paper.pdf").read_bytes() == b"%PDF"
    assert "dead" not in site.run("check").stdout


def test_academicpages_moves(site: Site, other: Site) -> None:
    """Authors come out of the citation, and are flagged only where that is unsure; the citation is kept."""
    other.write({"_publications/2009-10-01-paper.md": ACADEMICPAGES, "files/paper1.pdf": b"%PDF"})
    done = site.run("import", "other/_publications")
    assert done.returncode == 0, done.stderr
    values, body = papers(site)["Paper & title"]
    assert values["authors"] == ["A. Lovelace", "G. Hopper"]
    assert "review" not in values
    assert (values["date"], values["type"], values["venue"]) == (
        *("2009-10-01", "paper-conference"),
        "Journal of Examples",
    )
    assert (values["volume"], values["issue"], values["pages"]) == ("4", "2", "7-9")
    assert values["links"] == {"pdf": "assets/files/paper1.pdf", "slides": "http://example.org/slides.pdf"}
    assert values["extra"]["citation"].startswith("Lovelace, A.")
    assert values["aliases"] == ["publication/2009-10-01-paper"]
    assert body == "The abstract."


def test_the_own_files_of_the_template_are_no_links(site: Site, other: Site) -> None:
    """Each copy of academicpages has them under each paper; a file of the same name that somebody has is theirs."""
    page = "---\ntitle: {0}\nauthors: Ann Lee\ndate: 2020-01-01\nvenue: Ice\npaperurl: '{1}'\nslidesurl: '{2}'\n---\n"
    nobodys = "http://academicpages.github.io/files"
    other.write(
        {
            "_config.yml": "title: Ann\n",
            "_publications/a.md": page.format("Noise", f"{nobodys}/paper1.pdf", f"{nobodys}/slides1.pdf"),
            "_publications/b.md": page.format("Frost", "https://ann.example/files/paper1.pdf", ""),
        }
    )
    site.run("import", "other")
    noise = (site.folder / "content/papers/noise.md").read_text(encoding="utf-8")
    assert "academicpages.github.io" not in noise
    frost = (site.folder / "content/papers/frost.md").read_text(encoding="utf-8")
    assert "https://ann.example/files/paper1.pdf" in frost


@pytest.mark.parametrize(
    ("line", "people", "doubt"),
    [
        ("authors: [Ada Lovelace, '**Grace Hopper**']", ["Ada Lovelace", "Grace Hopper"], False),
        (
            "author: '**Ada Lovelace**, Grace Hopper, and Emmy Noether'",
            ["Ada Lovelace", "Grace Hopper", "Emmy Noether"],
            False,
        ),
    ],
)
def test_academicpages_with_authors_of_their_own(
    site: Site, other: Site, line: str, people: list[str], doubt: bool
) -> None:
    """A list of authors, which many sites have added, goes before the citation and is not in doubt."""
    text = ACADEMICPAGES.replace("collection:", f"{line}\ncollection:").replace("conferences", "matters")
    other.write({"_publications/a.md": text})
    assert site.run("import", "other").returncode == 0
    values, _ = papers(site)["Paper & title"]
    assert values["authors"] == people
    assert ("review" in values) == doubt
    assert values["type"] == "article-journal"
    assert values["extra"]["category"] == "matters"


@pytest.mark.parametrize(
    ("citation", "people", "more"),
    [
        ('Roe, Max. (2009). "Title."', ["Max Roe"], False),
        ("Ada Lovelace and Grace Hopper (2010).", ["Ada Lovelace", "Grace Hopper"], False),
        ("Lovelace, A., Hopper, G. M., & Noether, E. (2011).", ["A. Lovelace", "G. M. Hopper", "E. Noether"], False),
        ("Ada Lovelace, Grace Hopper, et al. (2011).", ["Ada Lovelace", "Grace Hopper"], True),
        ('Ada Lovelace, "Title", 2012', ["Ada Lovelace"], False),
        ("Lovelace, Ada; Hopper, Grace (2012)", ["Ada Lovelace", "Grace Hopper"], False),
        ("No year at all", [], False),
        ("", [], False),
    ],
)
def test_authors_of_a_citation(citation: str, people: list[str], more: bool) -> None:
    """The usual forms are read; what cannot be told stays empty."""
    found = citation_lines.read(citation, "Title").names
    assert (printed_names([*found.authors]), found.et_al) == (people, more)

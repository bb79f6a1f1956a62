"""Sites of other makers, small ones in their documented layouts, move over with nothing lost."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from publist.migrating.academicpages import authors_of
from tests.conftest import Site

AL_FOLIO = """\
---
---

@string{prl = {Physical Review Letters}}

@article{lovelace1843notes,
  abbr={PRL},
  bibtex_show={true},
  title={Notes on the {Engine}},
  author={Lovelace, Ada and Hopper, Grace},
  journal=prl,
  volume={12}, number={3}, pages={1--10}, year={1843}, month={9},
  abstract={About $x^2$ and more.},
  doi={10.5555/1843},
  html={https://example.org/notes},
  pdf={notes.pdf},
  slides={lost.pdf},
  code={https://example.org/code},
  selected={true},
  preview={notes.png},
  award={Best notes}
}
"""
HUGO = """\
---
title: 'Compilers: an *introduction*'
authors:
- admin
- Ada Lovelace
author_notes:
- 'Equal contribution'
date: '2019-06-01T00:00:00Z'
publishDate: '2020-01-01T00:00:00Z'
publication_types: ['1']
publication: In *Conference of Examples*
publication_short: CoE
abstract: The abstract with $y^2$.
tags: [Compilers]
featured: true
url_pdf: ''
url_code: https://example.org/compiler
url_slides: slides.pdf
url_poster: uploads/lost.pdf
links:
- name: Blog
  url: https://example.org/blog
image:
  caption: A picture
projects: [one]
---
Supplementary notes.
"""
TOML = """\
+++
title = "An older page"
authors = ["Ada Lovelace"]
date = 2015-03-02
publication_types = ["2"]
publication = "_Journal of Examples_"
selected = true
+++

Its text.
"""
CITE = """\
@inproceedings{hopper2019compilers,
  title={Compilers}, author={Hopper, Grace}, pages={5--9}, year={2019}, publisher={Examples Press}
}
"""
ACADEMICPAGES = """\
---
title: "Paper &amp; title"
collection: publications
category: conferences
permalink: /publication/2009-10-01-paper
excerpt: 'About things.'
date: 2009-10-01
venue: 'Journal of *Examples*'
slidesurl: 'http://example.org/slides.pdf'
paperurl: '/files/paper1.pdf'
citation: 'Lovelace, A., &amp; Hopper, G. (2009). &quot;Paper and title.&quot; <i>Journal of Examples</i>. 4(2): 7-9.'
---
The abstract.

Recommended citation: Lovelace, A. (2009).
"""


def papers(site: Site) -> dict[str, tuple[dict[str, Any], str]]:
    """Front matter and body of each paper by its title."""
    found = {}
    for path in (site.folder / "content/papers").glob("*.md"):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        values = yaml.load(head, yaml.BaseLoader)  # noqa: S506 (plain text only)
        found[values["title"]] = (values, body.strip())
    return found


@pytest.fixture
def other(site: Site) -> Site:
    """A folder for another maker's site, beside the site that takes it."""
    site.write({"content/site.yaml": "title: Papers\n"})
    return Site(site.folder / "other")


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
    assert {values["extra"][key] for key in ("abbr", "award", "slides", "preview")} == {
        *("PRL", "Best notes"),
        *("lost.pdf", "notes.png"),
    }
    assert body == "About $x^2$ and more."
    assert (site.folder / "content/assets/notes.pdf").read_bytes() == b"%PDF"


def test_academic_moves(site: Site, other: Site) -> None:
    """Pages in folders of their own, people by name, the citation and the files beside a page."""
    folder = "content/publication/compilers"
    other.write(
        {
            f"{folder}/index.md": HUGO,
            f"{folder}/cite.bib": CITE,
            f"{folder}/compilers.pdf": b"%PDF",
            f"{folder}/slides.pdf": b"%PDF slides",
            f"{folder}/featured.jpg": b"jpg",
            "content/publication/older.md": TOML,
            "content/publication/_index.md": "---\ntitle: Publications\n---\n",
            "content/authors/admin/_index.md": "---\ntitle: Grace Hopper\n---\n",
        }
    )
    done = site.run("import", "other")
    assert done.returncode == 0, done.stderr
    assert "the file 'uploads/lost.pdf' of the link 'poster' was not found" in done.stderr
    assert "featured.jpg: warning: no link names this file" in done.stderr
    found = papers(site)
    assert set(found) == {"Compilers: an *introduction*", "An older page"}
    values, body = found["Compilers: an *introduction*"]
    assert values["authors"] == [{"name": "Grace Hopper", "note": "Equal contribution"}, "Ada Lovelace"]
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
    assert values["extra"]["publication_short"] == "CoE"
    assert values["extra"]["body"] == "Supplementary notes."
    assert body == "The abstract with $y^2$."
    older, text = found["An older page"]
    assert (older["date"], older["type"], older["venue"]) == ("2015-03-02", "article-journal", "Journal of Examples")
    assert text == "Its text."


def test_academicpages_moves(site: Site, other: Site) -> None:
    """Authors come out of the citation and are flagged; the citation is kept."""
    other.write({"_publications/2009-10-01-paper.md": ACADEMICPAGES, "files/paper1.pdf": b"%PDF"})
    done = site.run("import", "other/_publications")
    assert done.returncode == 0, done.stderr
    values, body = papers(site)["Paper & title"]
    assert values["authors"] == ["A. Lovelace", "G. Hopper"]
    assert values["review"] == ["authors"]
    assert (values["date"], values["type"], values["venue"]) == (
        *("2009-10-01", "paper-conference"),
        "Journal of Examples",
    )
    assert (values["volume"], values["issue"], values["pages"]) == ("4", "2", "7-9")
    assert values["links"] == {"pdf": "assets/files/paper1.pdf", "slides": "http://example.org/slides.pdf"}
    assert values["extra"]["citation"].startswith("Lovelace, A.")
    assert values["extra"]["permalink"] == "/publication/2009-10-01-paper"
    assert body == "The abstract."


def test_a_second_import_changes_nothing(site: Site, other: Site) -> None:
    """Moving again takes over what is new there, and keeps what was edited here."""
    other.write({"_bibliography/papers.bib": AL_FOLIO})
    site.run("import", "other")
    path = next((site.folder / "content/papers").glob("*.md"))
    path.write_text(path.read_text().replace("Best notes", "Best notes of all"), encoding="utf-8")
    before = path.read_text()
    assert site.run("import", "other").returncode == 0
    assert path.read_text() == before
    more = AL_FOLIO + "@misc{x, title={Another}, author={Ada Lovelace}, year={1844}}\n"
    other.write({"_bibliography/papers.bib": more})
    assert "1 new" in site.run("import", "other").stdout
    assert path.read_text() == before


def test_a_moved_site_builds(site: Site, other: Site) -> None:
    """What was moved is a site."""
    other.write({"_bibliography/papers.bib": AL_FOLIO, "assets/pdf/notes.pdf": b"%PDF"})
    other.write({"content/publication/compilers/index.md": HUGO, "_publications/a.md": ACADEMICPAGES})
    assert site.run("import", "other").returncode == 0
    site.build()
    assert site.page("assets/notes.pdf") == "%PDF"
    assert 'notes-on-the-engine.pdf"' in site.page("papers/notes-on-the-engine/index.html")


def test_a_dry_run_copies_nothing(site: Site, other: Site) -> None:
    """Neither papers nor files appear."""
    other.write({"_bibliography/papers.bib": AL_FOLIO, "assets/pdf/notes.pdf": b"%PDF"})
    assert "1 new" in site.run("import", "other", "--dry-run").stdout
    assert not (site.folder / "content/assets").exists()
    assert not (site.folder / "content/papers").exists()


def test_files_outside_of_the_site_are_not_taken(site: Site, other: Site) -> None:
    """A link that leads out of the other site's folder is not followed."""
    site.write({"secret.pdf": b"secret"})
    other.write({"_bibliography/papers.bib": AL_FOLIO.replace("{notes.pdf}", "{../../../secret.pdf}")})
    assert "there is no file '../../../secret.pdf'" in site.run("import", "other").stderr
    assert not (site.folder / "content/assets").exists()


def test_a_file_of_the_same_name_stays(site: Site, other: Site) -> None:
    """An asset that is there already is not overwritten, and the difference is told."""
    site.write({"content/assets/notes.pdf": b"mine"})
    other.write({"_bibliography/papers.bib": AL_FOLIO, "assets/pdf/notes.pdf": b"%PDF"})
    assert "is another file and stays" in site.run("import", "other").stderr
    assert (site.folder / "content/assets/notes.pdf").read_bytes() == b"mine"


def test_a_folder_that_is_no_site_is_explained(site: Site, other: Site) -> None:
    """The layouts that are known are named."""
    other.write({"notes.txt": "nothing"})
    done = site.run("import", "other")
    assert done.returncode == 1
    assert "_bibliography/*.bib" in done.stderr


@pytest.mark.parametrize(
    ("citation", "people", "more"),
    [
        ('Your Name, You. (2009). "Title."', ["You Your Name"], False),
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
    assert authors_of(citation) == (people, more)

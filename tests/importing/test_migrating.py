"""Moving a site over: what holds for sites of any maker."""

from __future__ import annotations

import re

from tests.conftest import Site
from tests.support.moved_sites import ACADEMICPAGES, AL_FOLIO, HUGO, other, papers

__all__ = ["other"]  # a fixture


def test_what_is_wrong_is_named_where_it_stands(site: Site, other: Site) -> None:
    """By file and line of the other site; a repeat in a second file adds what only it says."""
    again = AL_FOLIO.replace("bibtex_show={true}", "note={Second print}")
    other.write({"_bibliography/papers.bib": AL_FOLIO, "_bibliography/second.bib": "\n" + again})
    done = site.run("import", "other", "--all")
    assert re.search(r"second\.bib:7: warning: the paper of \S+papers\.bib:6 stands here again", done.stderr)
    assert re.search(r"papers\.bib:6: warning: there is no file 'lost.pdf' .slides of lovelace1843notes.", done.stderr)
    values, _ = papers(site)["Notes on the Engine"]
    assert (values["note"], values["extra"]["bibtex_show"]) == ("Second print", "true")


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
    assert "1 paper" in site.run("import", "other").stdout
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
    assert "1 paper" in site.run("import", "other", "--dry-run").stdout
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

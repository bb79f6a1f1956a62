"""Sources that are refused, read in part, or corrected: all or nothing, and always a way forward."""

from __future__ import annotations

import pytest

from publist.formats.unread import likeness
from tests.conftest import Site
from tests.support.content_files import edit, papers, text

WRONG = """\
arXiv:2204.10749
Authors: Ann Lee, Shu-yin Chan
Title: doi
"""
RIGHT = WRONG.replace("doi", "Cutting up Long Speech")
GOOD = "@article{a, title = {One}, author = {Ann Lee}, year = 2020}\n"
BROKEN = '{"title": "One", "authors": ["Ann Lee"]}\n{"title": \n'


@pytest.fixture
def empty(site: Site) -> Site:
    """A site without a paper."""
    site.write({"content/site.yaml": "title: P\n"})
    return site


def test_a_refused_import_writes_nothing(empty: Site) -> None:
    """Neither a paper nor the ledger; what is there already stays as it is."""
    empty.write({"words.txt": "Hello there.\nIt is late.\n", "good.bib": GOOD})
    done = empty.run("import", "good.bib", "words.txt")
    assert (done.returncode, done.stdout) == (
        1,
        "Nothing was imported. To import the other files, leave out those with errors.\n",
    )
    assert sorted(path.name for path in (empty.folder / "content").iterdir()) == ["site.yaml"]
    assert empty.run("import", "good.bib").returncode == 0


def test_a_file_that_is_not_there_keeps_the_others_from_being_imported(empty: Site) -> None:
    """It may be a slip of the keyboard; nothing is half done."""
    empty.write({"good.bib": GOOD})
    done = empty.run("import", "good.bib", "goood.bib")
    assert (done.returncode, "goood.bib: error" in done.stderr, papers(empty)) == (1, True, [])


def test_what_is_certain_of_a_source_that_is_read_in_part_is_imported_and_the_rest_told(empty: Site) -> None:
    """The exit code is 0, the line is named, and it is told again by the next import."""
    empty.write({"list.json": BROKEN})
    for _ in range(2):
        done = empty.run("import", "list.json")
        assert (done.returncode, papers(empty)) == (0, ["one"])
        assert "list.json:3" in done.stderr


def test_a_corrected_paste_replaces_what_its_first_try_made(empty: Site) -> None:
    """The file has the name of the right title; the wrong one is gone, and is told."""
    empty.write({"page.txt": WRONG})
    empty.run("import", "page.txt")
    assert papers(empty) == ["doi"]
    empty.write({"page.txt": RIGHT})
    done = empty.run("import", "page.txt")
    assert (done.returncode, papers(empty)) == (0, ["cutting-up-long-speech"])
    assert "replaced doi" in done.stdout
    assert empty.run("import", "page.txt").stdout == "Already up to date.\n"


def test_a_listing_whose_title_is_corrected_names_its_file_anew(empty: Site) -> None:
    """Also where the paper is known by its abstract: nobody has edited it."""
    record = (
        "CLSep 18, 2023\n{}Jane Doe, Max Roe\nWe listen well and often, and what we hear is told here at some length.\n"
    )
    for title in ("Learning to Listen with Many Ears", "On Ears"):
        empty.write({"page.txt": record.format(title)})
        assert empty.run("import", "page.txt").returncode == 0
    assert papers(empty) == ["on-ears"]


def test_a_corrected_paste_leaves_alone_what_was_edited(empty: Site) -> None:
    """The file keeps its name and what was written by hand; the title, which was not, is corrected."""
    empty.write({"page.txt": WRONG})
    empty.run("import", "page.txt")
    edit(empty, "doi", "type: article\n", "type: article\ntopics: [speech]\n")
    empty.write({"page.txt": RIGHT})
    empty.run("import", "page.txt")
    assert papers(empty) == ["doi"]
    assert "title: Cutting up Long Speech\n" in text(empty, "doi")
    assert "topics: [speech]\n" in text(empty, "doi")


def test_a_corrected_paste_in_another_form_replaces_all_that_the_first_try_made(empty: Site) -> None:
    """What was read of the wrong form is no paper that went missing."""
    empty.write({"page.txt": WRONG})
    empty.run("import", "page.txt")
    empty.write({"page.txt": "On Ice\nA Lee, M Roe\nJ Winters 3\n12\t2020\n"})
    empty.run("import", "page.txt")
    assert papers(empty) == ["on-ice"]


def test_a_paper_with_its_pdf_beside_it_is_not_replaced(empty: Site) -> None:
    """Somebody has put it there."""
    empty.write({"page.txt": WRONG})
    empty.run("import", "page.txt")
    empty.write({"content/papers/doi.pdf": "%PDF-1.4", "page.txt": RIGHT})
    empty.run("import", "page.txt")
    assert papers(empty) == ["doi"]


def test_two_forms_in_one_file_are_refused_with_the_line_of_the_second(empty: Site) -> None:
    """Each of them alone would be read."""
    scholar = "On Ice\nA Lee, M Roe\nJ Winters 3\n12\t2020\nOn Snow\nA Lee\nJ Winters 4\n\t2021\n"
    for first, second, line in ((scholar, RIGHT, 9), (RIGHT, scholar, 4)):
        empty.write({"both.txt": first + second})
        done = empty.run("import", "both.txt")
        assert (done.returncode, papers(empty)) == (1, [])
        assert f"both.txt:{line}:1: error: this looks like" in done.stderr


TEXTS = {
    "a dblp page": "dblp\nAnn Lee\nelectronic edition via DOI\npersistent URL:\nhttps://dblp.org/rec/x",
    "a PubMed page": "Ice.\nLee A.\nPMID: 1234567",
    "a list of references (APA, IEEE, …)": (
        "Lee, A. B., & Roe, M. (2021). The labour of keeping snow. Winter, 5(1), 1–28.\n"
        "Lee, A. B. (2011). The lives of flakes. In G. Lovell (Ed.), Snow (pp. 78–93). Cold.\n"
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_form_that_is_not_read_is_named(name: str) -> None:
    """By its signs."""
    alike = likeness(TEXTS[name])
    assert alike is not None
    assert alike.name == name


def test_an_import_without_files_says_what_lies_in_the_sources(small_site: Site) -> None:
    """A build imports content/sources; what in it is no list is named."""
    small_site.write({"content/sources/photo.png": "x", "content/sources/film.mp4": "x"})
    done = small_site.run("import")
    assert done.returncode == 2
    assert "film.mp4, photo.png" in done.stderr
    small_site.write({"content/sources/list.bib": "@article{x, title={Snow}, author={Lee, Ann}, year={2020}}\n"})
    done = small_site.run("import")
    assert (done.returncode, "is imported by publist build" in done.stderr) == (2, True)

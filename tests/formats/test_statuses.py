"""In press and the like: wherever somebody has written it, the paper says so, and every format says it again."""

from __future__ import annotations

import json

import pytest

from publist.formats import biblatex, bibtex, csl_json, csv_table, nbib, ris
from publist.model.paper import STATUSES, Date, Name, Paper
from tests.conftest import Site
from tests.formats.test_values import entry, item, record


@pytest.mark.parametrize(
    ("paper", "status"),
    [
        (entry("journal={J}, year={In press}"), "in press"),
        (entry("journal={J}, year={forthcoming}"), "in press"),
        (entry("journal={J}, year={2024 (submitted)}"), "submitted"),
        (entry("journal={J}, year=2024, note={In press.}"), "in press"),
        (entry("journal={J}, year=2024, note={Accepted for publication in J}"), "accepted"),
        (entry("journal={J}, year=2024, pages={to appear}"), "in press"),
        (entry("journal={Moss (in press)}, year=2024"), "in press"),
        (entry("journal={To appear in Moss}, year=2024"), "in press"),
        (entry("journal={J}, pubstate={inpress}, date={2024}"), "in press"),
        (entry("journal={J}, pubstate={inpreparation}"), "in preparation"),
        (item(issued={"literal": "in press"}), "in press"),
        (item(status="under review"), "under review"),
        (record("PY  - in press"), "in press"),
        (record("N1  - Forthcoming"), "in press"),
        (record("PY  - 2024", "INPR"), "in press"),
        (record("M3  - Article in Press"), "in press"),
        (record("N1  - Accepted, to appear"), "in press"),
        (item(note="status: in press"), "in press"),
        (entry("journal={J}, year={待刊}"), "in press"),
        (item(genre="submitted"), "submitted"),
        (item(genre="Manuscript submitted for publication"), "submitted"),
        (entry("howpublished={Manuscript in preparation}", "misc"), "in preparation"),
        (entry("howpublished={Submitted to Moss}", "misc"), "submitted"),
        (entry("journal={J}, year=2024, publication_stage={Article in Press}"), "in press"),
    ],
)
def test_statuses_are_read(paper: Paper, status: str) -> None:
    """From the year, the note, the pages, the journal, BibLaTeX's pubstate, CSL's status, RIS's type."""
    assert (paper.status, paper.note, paper.pages, paper.extra, paper.review) == (status, "", "", {}, ())


@pytest.mark.parametrize(
    "paper",
    [
        entry("journal={J}, year=2024, note={with an appendix, to appear later}"),
        entry("journal={J}, year=2008, volume=3, pages={1-2}, note={to appear}"),
        entry("journal={Journal of Press Studies}, year=2024"),
        entry("eprint={2101.00001}, year=2021, note={Submitted to Moss}", "misc"),
        entry("eprint={2101.00001}, eprinttype={arXiv}, date={2021}, pubstate={prepublished}", "online"),
    ],
)
def test_what_only_sounds_like_a_status_is_none(paper: Paper) -> None:
    """A remark of several words, a paper with volume and pages, a preprint's old hopes."""
    assert paper.status == ""


@pytest.mark.parametrize("date", [None, Date(2024)])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("format_", [bibtex, csl_json, ris])
def test_statuses_come_back(format_: object, status: str, date: Date | None) -> None:
    """With a date or without one."""
    paper = Paper("T", (Name("Ann Lee"),), date=date, status=status, type="article-journal", venue="J", key="k")
    text = format_.write([paper])  # type: ignore[attr-defined]  # a module of formats
    assert format_.read(text, source="x").papers == (paper,)  # type: ignore[attr-defined]  # as above


def test_biblatex_has_a_word_of_its_own() -> None:
    """``pubstate`` is a key that BibLaTeX prints in the document's language."""
    paper = entry("journal={J}, year={in press}")
    assert "pubstate = {inpress}" in biblatex.write([paper])
    assert json.loads(csl_json.write([paper]))[0]["status"] == "in press"


def test_a_paper_in_press_is_the_newest_of_all(site: Site) -> None:
    """It stands before the dated ones, the list says so, and so does its reference."""
    site.write(
        {
            "content/site.yaml": "title: Papers\n",
            "in.bib": "@article{a, author={Ann Lee}, title={Growing}, journal={J}, year={In press}}\n"
            "@article{c, author={Ann Lee}, title={Grown}, journal={J}, year={1973}}\n",
        }
    )
    assert site.run("import", "in.bib").returncode == 0
    site.build()
    page = site.page("index.html")
    assert page.index("Growing") < page.index("Grown")
    assert ">In press<" in page
    assert "Lee, A. (in press). Growing." in site.page("papers/growing/index.html")


def test_stages_of_tables_and_pubmed() -> None:
    """Scopus's stage in a table, PubMed's in its citations; what has a volume has appeared."""
    table = 'Authors,Title,Year,Source title,Publication Stage\n"Lee, A.",A thing,2024,J,{}\n'
    (paper,) = csv_table.read(table.format("Article in press"), source="x").papers
    assert (paper.status, paper.extra) == ("in press", {})
    (paper,) = csv_table.read(table.format("Final"), source="x").papers
    assert paper.status == ""
    citation = "PMID- 1\nTI  - A thing.\nDP  - 2024\nJT  - J\nPST - aheadofprint\n"
    assert nbib.read(citation, source="x").papers[0].status == "in press"
    assert nbib.read(f"{citation}VI  - 12\n", source="x").papers[0].status == ""

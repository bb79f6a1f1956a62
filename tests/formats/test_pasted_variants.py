"""Other settings, languages and layouts of what people paste: read right, flagged, or refused with a way forward."""

from __future__ import annotations

import pytest

from publist.formats import load
from publist.formats.recognition import recognised
from publist.importing.read_source import read_source
from publist.importing.source import Source

ROWS = (
    "Noise in long winters\nA Lee, M Roe\nJournal of Ice 12 (3), 45-67, 2021\n23\t2021\n"
    "Ice and its sounds\nA Lee, J Poe, B Ek\nProceedings of Snow, 1-9\n5*\t2019\nSnow\nA Lee\n2017\n"
)
HEADS = {
    "de": "Universität\nBestätigte E-Mail-Adresse bei oulu.fi\nFolgen\nTitel\tZitiert von\tJahr",
    "fr": "Université\nAdresse e-mail validée de oulu.fi\nSuivre\nTitre\tCitée par\tAnnée",
    "es": "Universidad\nDirección de correo verificada de oulu.fi\nSeguir\nTítulo\tCitado por\tAño",
    "zh": "大学\n在 oulu.fi 的电子邮件经过验证\n关注\n标题\t引用次数\t年份",
    "ja": "大学\n確認したメール アドレス: oulu.fi\nフォロー\nタイトル\t引用先\t年",
}


@pytest.mark.parametrize("language", HEADS)
def test_the_owner_above_a_scholar_table_is_no_paper(language: str) -> None:
    """In whatever language and script the page is: three papers, and none by the name of the university."""
    reading = load("scholar-profile").read(f"Ann Lee\n{HEADS[language]}\n{ROWS}", source="x")
    assert [paper.title for paper in reading.papers] == ["Noise in long winters", "Ice and its sounds", "Snow"]


def test_two_columns_give_no_papers() -> None:
    """Two papers side by side on each line would become one: the text is refused."""
    gap = " " * 20
    text = (
        f"Noise in long winters{gap}Ice and its sounds\nA. Lee, M. Roe{gap}A. Lee, J. Poe\nIce, 2021{gap}Snow, 2019\n\n"
        f"Snow is cold{gap}Frost at night\nB. Ek, A. Lee{gap}A. Lee\nSnow, 2017{gap}Night, 2016\n"
    )
    assert not read_source(Source("x.txt", text.encode()), path="x.txt").papers


def test_volume_and_issue_stand_close_together() -> None:
    """`Journal 12(3), 45-67` is volume 12, issue 3, as it is with a space."""
    first_paper = "A. Lee, M. Roe\nNoise in long winters\nIce 12(3), 45-67, 2021\n"
    text = f"{first_paper}\nB. Ek, A. Lee\nSnow is cold\nSnow 3, 1-9, 2019\n"
    found = recognised(text).format
    assert found
    first = load(found.name).read(text, source="x").papers[0]
    assert (first.venue, first.volume, first.issue, first.pages) == ("Ice", "12", "3", "45-67")


def test_old_records_of_pubmed_have_initials_behind_the_name() -> None:
    """A record with AU alone gives `AB Lee`."""
    papers = (
        load("nbib").read("PMID- 1\nTI  - Noise.\nAU  - Lee AB\nAU  - van der Berg L\nDP  - 1999\n", source="x").papers
    )
    assert [str(name) for name in papers[0].authors] == ["AB Lee", "L van der Berg"]


@pytest.mark.parametrize(
    "headings",
    [
        "Autoren\tTitel\tZeitschrift\tJahr",
        "Auteurs\tTitre\tRevue\tAnnée",
        "Autores\tTítulo\tRevista\tAño",
        "作者\t标题\t期刊\t年份",
    ],
)
def test_tables_have_headings_in_other_languages(headings: str) -> None:
    """Cells that are copied from a spreadsheet: authors, title, journal and year are found."""
    text = f"{headings}\nLee, A.; Roe, M.\tNoise in long winters\tJournal of Ice\t2021\nEk, B.\tSnow\tSnow\t2019\n"
    found = recognised(text).format
    assert found
    paper = load(found.name).read(text, source="x").papers[0]
    assert (paper.title, str(paper.date), paper.venue) == ("Noise in long winters", "2021", "Journal of Ice")


def test_a_running_number_is_no_issue() -> None:
    """The column No. of a table counts its rows."""
    headings = "No.\tAuthors\tTitle of paper\tVenue\tYear\n"
    text = f"{headings}1\tLee, A.; Roe, M.\tNoise\tIce\t2021\n2\tEk, B.\tSnow\tSnow\t2019\n"
    papers = load("csv").read(text, source="x").papers
    assert [paper.issue for paper in papers] == ["", ""]
    assert papers[0].title == "Noise"


UNREAD = {
    "RT Journal Article\nA1 Lee, Ann\nT1 Noise in long winters\nJF Journal of Ice\nYR 2020\n": "RefWorks",
    "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle/></PubmedArticleSet>": "PubMed",
    "<modsCollection xmlns='http://www.loc.gov/mods/v3'><mods/></modsCollection>": "MODS",
    "<rdf:RDF xmlns:bib='http://purl.org/net/biblio#'></rdf:RDF>": "RDF",
    "<rss version='2.0'><channel><title>x</title></channel></rss>": "feed",
    "cff-version: 1.2.0\ntitle: Noise\n": "citation file",
    "- title: Noise in long winters\n  author: [Ann Lee]\n  year: 2020\n": "YAML",
}


@pytest.mark.parametrize("text", UNREAD)
def test_files_that_are_not_read_are_named_with_their_way(text: str) -> None:
    """The message says what the file seems to be, and its hint what to do."""
    read = read_source(Source("x.txt", text.encode()), path="x.txt")
    assert not read.papers
    assert UNREAD[text] in read.problems[0].message
    assert "import" in read.problems[0].hint

"""The pasted Google Scholar profile: cells of a table, one work after another."""

from __future__ import annotations

import pytest

from publist.formats import listing, scholar_profile
from publist.formats.base import Reading
from publist.model.paper import Date
from tests.support.works import read_as

PROFILE = """\
Ada Byron
University of Somewhere
Verified email at somewhere.edu
Machine Learning
\tAll\tSince 2020
Citations\t1234\t900
h-index\t12\t11
Title
Cited by
Cited by
Year
Foundation models of speech
A Byron, PQ Chan, J van der Berg, ...
arXiv preprint arXiv:2407.21075, 2024
118
2024
How to scale kernels
A Byron, M O’Brien, K Liu
Journal of Kernels 12 (3), 45-67, 2014\t94*\t2014
A Survey
JP Dupont
IEEE Access
2019
Compact networks
A Byron, TN Sainath
2016 IEEE International Conference on Acoustics, Speech and Signal …, 2016
Cited by 150
2016
Kernels and their use
A Byron
University of Somewhere
2018
Engine for numbers
A Byron, C Babbage
US Patent 10,123,456, 2018
3
2018
Articles 1–6
Show more
"""


def read(text: str) -> Reading:
    return scholar_profile.read(text, source="profile.txt")


def test_a_profile_is_read_work_by_work() -> None:
    """Titles, authors as printed, the mark of more authors, and years are those of the table, in its order."""
    reading = read(PROFILE)
    found = [(paper.title, [str(name) for name in paper.authors], paper.et_al, paper.date) for paper in reading.papers]
    assert found == [
        ("Foundation models of speech", ["A Byron", "PQ Chan", "J van der Berg"], True, Date(2024)),
        ("How to scale kernels", ["A Byron", "M O’Brien", "K Liu"], False, Date(2014)),
        ("A Survey", ["JP Dupont"], False, Date(2019)),
        ("Compact networks", ["A Byron", "TN Sainath"], False, Date(2016)),
        ("Kernels and their use", ["A Byron"], False, Date(2018)),
        ("Engine for numbers", ["A Byron", "C Babbage"], False, Date(2018)),
    ]
    assert reading.lines == (12, 17, 20, 24, 29, 33)


def test_venues_become_fields() -> None:
    """A venue line says type, venue, volume, issue and pages, or which preprint, thesis or patent it is."""
    preprint, article, plain, conference, thesis, patent = read(PROFILE).papers
    assert (preprint.type, preprint.arxiv, preprint.venue) == ("article", "2407.21075", "")
    assert (article.type, article.venue) == ("article-journal", "Journal of Kernels")
    assert (article.volume, article.issue, article.pages) == ("12", "3", "45-67")
    assert (plain.type, plain.venue) == ("article", "IEEE Access")
    assert conference.type == "paper-conference"
    assert (thesis.type, thesis.publisher) == ("thesis", "University of Somewhere")
    assert (patent.type, patent.venue, patent.number) == ("patent", "US Patent", "10,123,456")


def test_a_venue_that_scholar_cut_asks_for_a_review() -> None:
    """The ellipsis stays in the venue, and a warning names the line."""
    reading = read(PROFILE)
    assert [paper.review for paper in reading.papers] == [(), (), (), ("venue",), (), ()]
    assert [problem.line for problem in reading.problems if "cut this venue" in problem.message] == [26]


def test_the_page_around_the_table_is_left_out() -> None:
    """Menus and counts are passed over; what only this page has, as name and affiliation, is told of in one line."""
    problems = [problem for problem in read(PROFILE).problems if "cut this venue" not in problem.message]
    assert [(problem.severity, problem.line) for problem in problems] == [("warning", 1)]
    assert "“Ada Byron”, “University of Somewhere”, “Machine Learning”" in problems[0].message


def test_a_work_without_authors_or_year_is_kept_with_a_warning() -> None:
    """Scholar has works without authors; the paper asks for a review."""
    reading = read(
        "A first one\nA Byron\n2001\nAn anonymous pamphlet\nSome Press\n1999\nThe last one\nA Byron\nNotes\n"
    )
    first, anonymous, last = reading.papers
    assert (anonymous.title, anonymous.authors, anonymous.venue) == ("An anonymous pamphlet", (), "Some Press")
    assert (anonymous.review, anonymous.date) == (("authors",), Date(1999))
    assert (last.title, last.date) == ("The last one", None)
    assert first.review == last.review == ()
    assert {problem.line for problem in reading.problems} == {4, 7}


def test_a_line_too_many_makes_its_neighbours_doubtful() -> None:
    """A line that is neither title, authors nor venue is quoted, and the papers around it ask for a review."""
    reading = read("One\nA Byron\n2001\nA stray line\nTwo\nA Byron, B Chan\nSome Journal 1\n2002\n")
    assert [paper.title for paper in reading.papers] == ["One", "Two"]
    assert all("title" in paper.review for paper in reading.papers)
    (problem,) = reading.problems
    assert (problem.line, "“A stray line”" in problem.message) == (4, True)


def test_years_that_stand_above_the_papers_are_not_scholars() -> None:
    """A list with years as headings is not taken for a profile, whose years would be those of the next heading."""
    rows = ["2019", "Noise in long winters", "A Lee, M Roe", "J Winters 20", "2016", "Ice", "M Roe, A Lee", "IceConf"]
    assert not scholar_profile.recognises("\n".join(["Publications", *rows]))
    assert not scholar_profile.recognises("\n".join(rows))
    dated = [
        f"{row}, {year}" if row.startswith(("J ", "Ice")) else row
        for row, year in zip(rows, [2019] * 4 + [2016] * 4, strict=True)
    ]
    assert not scholar_profile.recognises("\n".join([*dated, "2014"]))


@pytest.mark.parametrize("between", ["57\t2019", "57\n2019", "57 2019", "\t\t2019", "57*\t2019"])
def test_counts_and_years_stand_behind_tabs_or_on_lines(between: str) -> None:
    """As browsers and editors leave them."""
    text = f"Noise in long winters\nA Lee, M Roe\nJ Winters 20\n{between}\nIce\nA Lee\nIceConf\n\t\t2016\n"
    assert scholar_profile.recognises(text) == 1
    assert [(paper.title, paper.date) for paper in read(text).papers] == [
        ("Noise in long winters", Date(2019)), ("Ice", Date(2016)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "authors",
    ["ATLAS Collaboration", "李明, 王芳", "А Петров, И Ёлкин", "أحمد علي, M Roe", "A Lee, ATLAS Collaboration, ..."],
)
def test_groups_and_names_in_other_scripts_are_authors(authors: str) -> None:
    """They stand where authors stand, and none of them asks for a review."""
    text = f"Noise in long winters\nA Lee, M Roe\nJ Winters 20\n57\t2019\nIce\n{authors}\nIceConf\n3\t2016\n"
    _, paper = read(text).papers
    assert [str(name) for name in paper.authors] == authors.removesuffix(", ...").split(", ")
    assert paper.review == ()


@pytest.mark.parametrize("text", ["", "Dear Ada,\nit is 2019\n", "CLSep 18, 2023\nSpeech ModelsAda Byron\nWe model.\n"])
def test_other_texts_are_not_recognised(text: str) -> None:
    """Neither prose nor a listing of the other flavour is taken for a profile, nor the reverse."""
    assert scholar_profile.recognises(PROFILE)
    assert not scholar_profile.recognises(text)
    assert not listing.recognises(PROFILE)


IN_OTHER_LANGUAGES = {
    "de": "TITEL\nSORTIEREN\nZITIERT VON\nJAHR\n{}\nZitiert von\nAlle\tSeit 2019\nZitate\t16\t12\nKoautoren\nHilfe",
    "es": "Título\nOrdenar\nCitado por\nAño\n{}\nMostrar más\nCitas\t16\t12\nÍndice h\t2\t2\nCoautores\nAyuda",
    "fr": "Titre\nTrier\nCitée par\nAnnée\n{}\nAfficher plus\nindice h\t2\t2\nCoauteurs\nConfidentialité\nAide",
    "zh": "标题\n排序\n引用次数\n年份\n{}\n展开\n引用\t16\t12\nh 指数\t2\t2\n合著者\n隐私权\n条款",
}


@pytest.mark.parametrize("language", IN_OTHER_LANGUAGES)
def test_the_words_of_a_profile_in_other_languages_are_the_pages_own(language: str) -> None:
    """They are no titles, and make no paper doubtful."""
    rows = "On peat\nN Adeyemi, K Roe\nJournal of Peat 12 (3), 1-20\n14\t2020\n"
    rows += "On bogs\nN Adeyemi\nBogs 4, 2-9\n1.204\t2018"
    papers = read_as("scholar-profile", IN_OTHER_LANGUAGES[language].format(rows)).papers
    assert [(paper.title, paper.review) for paper in papers] == [("On peat", ()), ("On bogs", ())]
    assert [paper.citations.count for paper in papers if paper.citations] == [14, 1204]


def test_years_between_blank_lines_are_headings() -> None:
    """A home page of short names is no profile whose years stand behind the papers."""
    row = "On peat.\nN. Adeyemi and K. Roe.\nAnnals of Peat."
    other = "On bogs.\nN. Adeyemi.\nAnnals of Peat."
    papers = read_as("home-page", f"2023\n\n{row}\n\n2021\n\n{other}\n\n{other.replace('bogs', 'fens')}\n").papers
    assert [paper.date and paper.date.year for paper in papers] == [2023, 2021, 2021]
    assert [str(name) for name in papers[0].authors] == ["N. Adeyemi", "K. Roe"]

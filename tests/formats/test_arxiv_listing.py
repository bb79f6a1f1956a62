"""The pasted arXiv listing page, of today and of before, and of a search."""

from __future__ import annotations

import pytest

from publist.formats import arxiv_listing, listing, scholar_profile
from publist.formats.base import Reading
from publist.model.paper import Date, Paper

LIST = """\
Computation and Language
Authors and titles for recent submissions
Mon, 18 Sep 2023 (showing first 25 of 100 entries )
[1] arXiv:2309.09843 [pdf, html, other]
Title: Following Spoken Instructions
Mei-Ling Chan, Ada Byron, Paul van der Berg
Comments: 8 pages, 3 figures
Subjects: Computation and Language (cs.CL); Sound (cs.SD); Audio and Speech Processing (eess.AS)
[2]
arXiv:2309.00001v2 (cross-list from cs.LG) [pdf, ps, other]
Title:
Learning: A Study
Authors:
John Byron (MIT), Jane Doe Jr. ((1) CMU, (2) ETH), and Bob Roe
Subjects: Machine Learning (cs.LG)
Journal-ref: J. Learn. 12 (2023) 3
DOI: 10.1000/xyz
MSC-class: 68T50
We learn at length, in an abstract of more than a hundred characters, as the page of new submissions shows it below.
Sun, 17 Sep 2023 (showing 1 of 1 entries )
[3] arXiv:hep-th/9301001 [pdf]
Title: Old Strings
Authors: E. Byron et al. (3 additional authors not shown)
Report-no: IAS-1
Subjects: High Energy Physics - Theory (hep-th)
Total of 100 entries
"""

SEARCH = """\
Showing 1–1 of 1 results
1. arXiv:2309.09843 [pdf, other] cs.CL cs.SD eess.AS
doi 10.1109/SPEECH.2023
Following Spoken Instructions
Authors: Mei-Ling Chan, Ada Byron
Abstract: We follow instructions with $x$. ▽ More
Submitted 18 September, 2023; originally announced September 2023.
Comments: Accepted
"""


def read(text: str) -> Reading:
    return arxiv_listing.read(text, source="arxiv.txt")


def names(paper: Paper) -> list[str]:
    return [str(name) for name in paper.authors]


def test_a_list_is_read_paper_by_paper() -> None:
    """Identifiers, titles, authors and subjects are those of the page; the identifier gives the month."""
    reading = read(LIST)
    first, second, third = reading.papers
    assert reading.lines == (4, 10, 21)
    assert (first.arxiv, first.title, first.date) == ("2309.09843", "Following Spoken Instructions", Date(2023, 9))
    assert names(first) == ["Mei-Ling Chan", "Ada Byron", "Paul van der Berg"]
    assert (first.category, first.keywords) == ("cs.CL", ("Sound", "Audio and Speech Processing"))
    assert first.note == "8 pages, 3 figures"
    assert (second.arxiv, second.title) == ("2309.00001", "Learning: A Study")
    assert names(second) == ["John Byron", "Jane Doe Jr.", "Bob Roe"]
    assert second.note == "Journal reference: J. Learn. 12 (2023) 3; MSC: 68T50"
    assert (second.doi, second.abstract[:15]) == ("10.1000/xyz", "We learn at len")
    assert (third.arxiv, third.date, third.category) == ("hep-th/9301001", Date(1993, 1), "hep-th")
    assert (names(third), third.et_al, third.number) == (["E. Byron"], True, "IAS-1")


def test_a_page_of_search_results_is_read() -> None:
    """The title has no label there; day, category and abstract stand in other places."""
    (paper,) = read(SEARCH).papers
    assert (paper.title, names(paper)) == ("Following Spoken Instructions", ["Mei-Ling Chan", "Ada Byron"])
    assert (paper.date, paper.category, paper.doi) == (Date(2023, 9, 18), "cs.CL", "10.1109/SPEECH.2023")
    assert (paper.abstract, paper.note) == ("We follow instructions with $x$.", "Accepted")


def test_the_page_around_is_left_out() -> None:
    """Headings, dates and counts that arXiv has on its pages are passed over; what is not known is told of."""
    assert [(problem.severity, problem.line) for problem in read(LIST).problems] == [("warning", 1)]


def test_a_paper_without_title_is_left_out_and_one_without_authors_kept() -> None:
    """The lines of the one are told of; the other asks for a review."""
    reading = read(
        "arXiv:2309.00001\nSubjects: Sound (cs.SD)\n"
        "arXiv:2309.00002\nTitle: Alone\nSubjects: Sound (cs.SD)\n"
    )  # fmt: skip
    assert [(paper.title, paper.review) for paper in reading.papers] == [("Alone", ("authors",))]
    assert reading.strays == (1, 2)
    assert [(problem.severity, problem.line) for problem in reading.problems] == [("warning", 1), ("warning", 3)]


def test_a_line_too_many_makes_its_neighbours_doubtful() -> None:
    """A line without a label where none can stand is quoted, and the papers around it ask for a review."""
    reading = read(LIST.replace("[3] arXiv", "A stray line\n[3] arXiv"))
    (problem,) = (problem for problem in reading.problems if problem.line == 21)
    assert "“A stray line”" in problem.message
    assert [bool(paper.review) for paper in reading.papers] == [False, True, True]
    assert [paper._replace(review=()) for paper in reading.papers] == list(read(LIST).papers)


BADGES = """\
arXiv:2204.10749v3  [pdf, other]
cs.SD
cs.CL eess.AS
doi
10.1000/Speech.2022
Cutting up Long Speech:
A Study
Authors:
Ann Lee,
Shu-yin Chan,
Max Roe
Abstract: We cut. ▽ More
Submitted 3 May, 2023; v1 submitted 22 April, 2022;
originally announced April 2022.
Comments: Speech 2022
Report number: R-1 ACM Class: I.2.7
Journal ref: Proc. Speech 2022
"""


def test_badges_and_broken_lines_of_a_search_are_read() -> None:
    """Categories and DOI stand on lines of their own; the date is that of the first version."""
    reading = read(BADGES)
    (paper,) = reading.papers
    assert (paper.title, names(paper)) == ("Cutting up Long Speech: A Study", ["Ann Lee", "Shu-yin Chan", "Max Roe"])
    assert (paper.doi, paper.category, paper.date) == ("10.1000/Speech.2022", "cs.SD", Date(2022, 4, 22))
    assert (paper.abstract, paper.number, paper.review) == ("We cut.", "R-1", ("title",))
    assert paper.note == "Speech 2022; Journal reference: Proc. Speech 2022; ACM class: I.2.7"
    assert [problem.message for problem in reading.problems] == ["the title is put together of 2 lines"]


@pytest.mark.parametrize("badges", ["", "doi\n", "doi 10.1000/x\n", "10.1000/x\n", "cs.SD\n", "math.AG hep-th\n"])
@pytest.mark.parametrize(
    "authors", ["Authors: Ann Lee, Max Roe", "Authors:\nAnn Lee, Max Roe", "Authors: ATLAS Collaboration"]
)
def test_the_line_of_authors_is_never_passed_over(badges: str, authors: str) -> None:
    """Whatever stands between identifier and title, the labelled authors are the authors."""
    (paper,) = read(f"arXiv:2204.10749\n{badges}Long Speech\n{authors}\nSubmitted 22 April, 2022\n").papers
    assert paper.title == "Long Speech"
    assert names(paper) == authors.split(":")[1].strip().split(", ")
    assert paper.review == ()


@pytest.mark.parametrize("text", ["", "See arXiv:2309.09843 for more.\n", "CLSep 18, 2023\nSpeech ModelsAda Byron\n"])
def test_other_texts_are_not_recognised(text: str) -> None:
    """Both pages are recognised by this flavour alone."""
    for page in (LIST, SEARCH):
        assert arxiv_listing.recognises(page)
        assert not listing.recognises(page)
        assert not scholar_profile.recognises(page)
    assert not arxiv_listing.recognises(text)


def test_the_link_to_more_of_an_abstract_is_passed_over() -> None:
    """It may stand on a line of its own, as some browsers copy it."""
    text = "arXiv:2204.10749\nLong Speech\nAuthors: Ann Lee\nAbstract: We cut it. …\n▽ More\nSubmitted 22 April, 2022\n"
    (paper,) = read(text).papers
    assert (paper.abstract, paper.review) == ("We cut it. …", ())

"""The pasted Google Scholar profile: cells of a table, one work after another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.formats import listing, scholar_profile
from publist.formats.base import Reading
from publist.formats.pasted_lines import cells_of
from publist.model.paper import Date
from publist.model.problems import errors_in

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


def test_the_page_around_the_table_is_left_out_with_warnings() -> None:
    """Head, counts and buttons are quoted, and none of them is an error."""
    problems = read(PROFILE).problems
    assert errors_in(problems) == []
    told = {problem.line for problem in problems}
    assert set(range(1, 12)) <= told
    assert {38, 39} <= told


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


def test_a_line_too_many_between_works_is_an_error() -> None:
    """A line that is neither title, authors nor venue is quoted with its line."""
    reading = read("One\nA Byron\n2001\nA stray line\nTwo\nA Byron, B Chan\nSome Journal 1\n2002\n")
    assert [paper.title for paper in reading.papers] == ["One", "Two"]
    (problem,) = errors_in(reading.problems)
    assert (problem.line, "“A stray line”" in problem.message) == (4, True)


@pytest.mark.parametrize("text", ["", "Dear Ada,\nit is 2019\n", "CLSep 18, 2023\nSpeech ModelsAda Byron\nWe model.\n"])
def test_other_texts_are_not_recognised(text: str) -> None:
    """Neither prose nor a listing of the other flavour is taken for a profile, nor the reverse."""
    assert scholar_profile.recognises(PROFILE)
    assert not scholar_profile.recognises(text)
    assert not listing.recognises(PROFILE)


@settings(max_examples=200, deadline=None)
@given(st.permutations(PROFILE.splitlines()[8:]), st.integers(0, 30))
def test_every_cell_is_part_of_a_paper_or_in_a_problem(lines: list[str], count: int) -> None:
    """Whatever the order of the lines, nothing is lost in silence; counts alone are not kept."""
    text = "\n".join(lines[:count])
    reading = read(text)
    told = {problem.line for problem in reading.problems}
    kept = " ".join(str(value) for paper in reading.papers for value in paper)
    for cell in cells_of(text):
        if cell.number not in told and not cell.text.removeprefix("Cited by ").rstrip("*").isdigit():
            first = cell.text.split(",")[0].split(" (")[0].split(" 12")[0].removeprefix("arXiv preprint arXiv:")
            assert first.removesuffix(" 10") in kept

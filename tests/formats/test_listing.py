"""The pasted listing: what a page says comes out to the letter, and what is unclear is said with its line."""

from __future__ import annotations

import pytest

from publist.formats import listing
from publist.formats.base import Reading
from publist.model.paper import Date, Paper
from publist.model.problems import Problem, errors_in

PAGE = """\
CLSep 18, 2023
Following Spoken InstructionsMei-Ling T. Chan, Ada Byron, Paul van der Berg et al. · mit, apple-ml
We follow instructions that are spoken by people, with an accuracy of 68.78\\% on $x_1$.
SDApr 2, 2022Code
Joint Segmenting and Decoding for Long-Form ASRW. Ronny Byron, Shuo-yiin Chan, David Rybach
Segmenting audio is hard; our ASR does it jointly with decoding, without any second pass.
THMay 13, 1993
Is There Life on the Brane?Ada Byron
We ask whether there is any, and we answer by a proof that nobody has asked for before.
"""


def read(text: str) -> Reading:
    return listing.as_pasted(text, source="page.txt")


def names(paper: Paper) -> list[str]:
    return [str(name) for name in paper.authors]


def seam(line: str, abstract: str = "") -> tuple[str, list[str]]:
    """Title and authors of a page with this one paper."""
    paper = read(f"CLSep 18, 2023\n{line}\n{abstract}\n").papers[0]
    return paper.title, names(paper)


def test_a_page_comes_out_to_the_letter() -> None:
    """Every field is as the page has it, in order, without a problem, and with the line on which each paper begins."""
    reading = read(PAGE)
    assert reading.problems == ()
    assert reading.lines == (1, 4, 7)
    first, second, third = reading.papers
    assert first.title == "Following Spoken Instructions"
    assert names(first) == ["Mei-Ling T. Chan", "Ada Byron", "Paul van der Berg"]
    assert (first.et_al, first.affiliations, first.code) == (True, ("mit", "apple-ml"), False)
    assert (first.category, first.date) == ("CL", Date(2023, 9, 18))
    assert first.abstract.endswith("68.78\\% on $x_1$.")
    assert second.title == "Joint Segmenting and Decoding for Long-Form ASR"
    assert names(second) == ["W. Ronny Byron", "Shuo-yiin Chan", "David Rybach"]
    assert (second.code, second.et_al, second.affiliations) == (True, False, ())
    assert (third.title, names(third)) == ("Is There Life on the Brane?", ["Ada Byron"])
    assert not any(paper.review for paper in reading.papers)


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Tech Report 2025", "Ethan Li, Anders Boesen Lindbo Byron"),
        ("Acoustic Representations in RNN-T", "Chao Chan, Bo Byron"),
        ("Training of GANs", "McKinley O'Brien"),
        ("Strings, Branes, and Gravity", "Ada Byron"),
        ("Softly Broken QCD", "L. Byron-Gaume, M. Chan"),
        ("Gravity in Two Dimensions", "J.S.Byron, A. Chan"),
        ("On the Symmetry of $SU(3)$", "R. P. Byron"),
        ("The Algebra W_{1+infinity}", "Victor G. Byron, Ivan T. Chan"),
        ("Models (and How to Train Them)", "YANRAN BYRON, James O'Keeffe"),
        ("A Study of Speech Recognition", "Jean-Pierre de la Fontaine, Émile Ünal, Łukasz Żak"),
        ("A Study of Speech Recognition", "Robert L. Byron Jr., Ada King III"),
        ("A Study of Speech Recognition", "MohammadReza Byron"),
        ("“What Is Speech?”", "Ada Byron"),
        ("Pages That Name All", "Ada Byron, Alan Bell, Emmy Artin, Paul van der Berg, Li Wu"),
    ],
)
def test_the_seam_is_found(title: str, authors: str) -> None:
    """Title ends of every kind part from names of every kind."""
    assert seam(f"{title}{authors}") == (title, authors.split(", "))


def test_the_abstract_decides_between_two_seams() -> None:
    """The title ends with the word that the abstract uses."""
    abstract = "We present AnyLogic, which simulates {}. It does so faster than all that came before it."
    assert seam("Simulations with AnyLogicAda Byron", abstract) == ("Simulations with AnyLogic", ["Ada Byron"])
    abstract = "We simulate the manifold. We do so faster than all that came before it, and more exactly."
    assert seam("On a ManifoldYoungJoon Chan", abstract) == ("On a Manifold", ["YoungJoon Chan"])


def test_a_name_seen_elsewhere_on_the_page_decides() -> None:
    """The owner of the page is known from the other papers, also where the seam alone says nothing."""
    others = "".join(f"CLSep {day}, 2023\nSpeech Study {day}: ModelsLi Wu, JoonHo Chan\n" for day in range(1, 4))
    paper = read(f"{others}CLMay 1, 2020\nSpeech SynthJoonHo Chan, Li Wu\n").papers[-1]
    assert (paper.title, names(paper)) == ("Speech Synth", ["JoonHo Chan", "Li Wu"])


def test_a_doubt_is_flagged_with_both_readings() -> None:
    """The paper asks for a review, and the warning has the line, the column of the seam, and the other reading."""
    reading = read("CLSep 18, 2023\nA ZorkJunHo Kim\n")
    assert reading.papers[0].review == ("title", "authors")
    doubt = reading.problems[-1]
    assert (doubt.severity, doubt.line, doubt.column) == ("warning", 2, 1 + len(reading.papers[0].title))
    both = doubt.message + doubt.hint
    assert "“A Zork” by JunHo Kim" in both
    assert "“A ZorkJun” by Ho Kim" in both


def test_a_line_without_authors_keeps_its_title() -> None:
    """A title alone is imported, without authors and with a request to look."""
    paper = read("CLSep 18, 2023\na title of small words alone\n").papers[0]
    assert paper.title == "a title of small words alone"[: len(paper.title)]
    assert paper.review == ("title", "authors")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n", " \n", "\u00a0\t\n", "\n\u200b\n"])
def test_what_pasting_does_to_white_space_changes_nothing(ending: str) -> None:
    """Line ends of other systems, blank lines and trailing space give the same papers."""
    assert read(PAGE.replace("\n", ending)).papers == read(PAGE).papers
    assert read(PAGE.replace(" ", "\u00a0")).papers == read(PAGE).papers
    assert read("\ufeff" + PAGE).papers == read(PAGE).papers


def test_missing_abstracts_are_a_warning() -> None:
    """A paper without abstract is imported; one warning tells of it, one of all if no paper has an abstract."""
    lines = PAGE.splitlines()
    reading = read("\n".join(lines[:8]))
    assert [paper.title for paper in reading.papers] == [paper.title for paper in read(PAGE).papers]
    assert [(problem.severity, problem.line) for problem in reading.problems] == [("warning", 8)]
    bare = read("\n".join(line for at, line in enumerate(lines) if at % 3 < 2))
    assert [names(paper) for paper in bare.papers] == [names(paper) for paper in read(PAGE).papers]
    assert [problem.message for problem in bare.problems if "abstract" in problem.message] == [
        "none of the 3 papers has an abstract"
    ]


@pytest.mark.parametrize("width", [30, 60, 80])
def test_an_abstract_broken_at_a_width_is_mended(width: int) -> None:
    """Lines of a column are one abstract again."""
    sentence = "We break this abstract at a width. It has several sentences, some of which are rather short. So it is. "
    words, lines = (sentence * 3).split(), [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    broken = "\n".join(lines)
    reading = read(f"CLSep 18, 2023\nBroken LinesAda Byron\n{broken}\n{PAGE}")
    assert reading.papers[0].abstract == " ".join(words)
    assert len(reading.papers) == 4
    assert not errors_in(reading.problems)


def test_text_around_listings_is_left_out_with_a_warning_each() -> None:
    """Menus, counts and buttons before, between and behind two listings are quoted; no paper is harmed."""
    other = (
        PAGE.replace("Following Spoken", "Ignoring Spoken").replace("Joint Seg", "Apart Seg").replace("Is T", "Was T")
    )
    above, between = ["Ada Byron", "Home | Papers | About", "3 papers"], ["Show more", "Somebody Else"]
    text = "\n".join([*above, PAGE.strip(), *between, other.strip(), "© 2025 X"])
    reading = read(text)
    assert reading.papers == read(PAGE).papers + read(other).papers
    assert {problem.severity for problem in reading.problems} == {"warning"}
    for line in [*above, *between, "© 2025 X"]:
        assert any(f"“{line}”" in problem.message for problem in reading.problems)


def test_a_repeated_paper_is_taken_once() -> None:
    """The second time is a warning that names both lines."""
    reading = read(PAGE + "\n".join(PAGE.splitlines()[:3]))
    assert reading.papers == read(PAGE).papers
    assert [(problem.severity, problem.line) for problem in reading.problems] == [("warning", 10)]
    assert "line 1" in reading.problems[0].message


@pytest.mark.parametrize(
    ("header", "date"),
    [
        ("CLSep 18, 2023", Date(2023, 9, 18)),
        ("CL September 18, 2023", Date(2023, 9, 18)),
        ("CL18 Sept. 2023", Date(2023, 9, 18)),
        ("cs.CL · 2023-09-18", Date(2023, 9, 18)),
        ("hep-th 18.09.2023", Date(2023, 9, 18)),
        ("CL09/18/2023", Date(2023, 9, 18)),
        ("CL18/09/2023", Date(2023, 9, 18)),
        ("AIMay 2023", Date(2023, 5)),
        ("CL2023", Date(2023)),
        ("Sep 18, 2023", Date(2023, 9, 18)),
    ],
)
@pytest.mark.parametrize("code", ["", "Code", " · Code"])
def test_dates_in_other_usual_forms(header: str, date: Date, code: str) -> None:
    """Each form is a header, with or without the mark of code behind it."""
    paper = read(f"{header}{code}\nSpoken InstructionsAda Byron\n").papers[0]
    assert (paper.date, paper.code) == (date, bool(code))


def test_a_date_with_two_readings_keeps_what_is_sure() -> None:
    """Day and month cannot be told apart in 09/08/2023: the year is taken, and the paper asks for a review."""
    reading = read("CL09/08/2023\nSpoken InstructionsAda Byron\n")
    assert (reading.papers[0].date, reading.papers[0].review) == (Date(2023), ("date",))
    assert any("2023-08-09 or 2023-09-08" in problem.message for problem in reading.problems)


def broken(at: int, *lines: str, remove: int = 0) -> Problem:
    """The first error of the page with these lines put in at a place, counted from 0."""
    page = PAGE.splitlines()
    page[at : at + remove] = lines
    return errors_in(read("\n".join(page)).problems)[0]


@pytest.mark.parametrize("line", ["A stray line", "This line does not belong here.", "x", "EXTRA LINE"])
@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6])
def test_a_line_too_many_is_an_error_with_its_text(line: str, at: int) -> None:
    """Wherever it stands in the listing, the error names its line and quotes it."""
    problem = broken(at, line)
    assert problem.line == at + 1
    assert f"“{line}”" in problem.message


@pytest.mark.parametrize("at", range(9))
def test_a_line_that_is_there_twice_is_an_error(at: int) -> None:
    """Header, title or abstract: a second copy right behind the first is reported on one of the two lines."""
    assert broken(at, PAGE.splitlines()[at]).line in (at + 1, at + 2)


def test_a_header_too_few_is_an_error_and_the_paper_is_kept() -> None:
    """The title line is named; what the record says otherwise is read, with a request to look at the date."""
    page = PAGE.splitlines()
    reading = read("\n".join(page[:3] + page[4:]))
    assert [problem.line for problem in errors_in(reading.problems)] == [4]
    assert [paper.title for paper in reading.papers] == [paper.title for paper in read(PAGE).papers]
    assert reading.papers[1].review == ("date",)


@pytest.mark.parametrize("at", [1, 4, 7])
def test_a_title_too_few_is_an_error(at: int) -> None:
    """The header that lacks its title is named, and the abstract that is left over as well."""
    page = PAGE.splitlines()
    del page[at]
    reading = read("\n".join(page))
    assert [problem.line for problem in errors_in(reading.problems)] == [at, at + 1]
    assert len(reading.papers) == 2


@pytest.mark.parametrize("header", ["CLFeb 30, 2023", "CLSep 0, 2023", "CLFoo 12, 2023Code", "CL2023-13-01"])
def test_an_impossible_date_is_an_error_and_the_paper_is_kept(header: str) -> None:
    """The error quotes the line; the paper has no date."""
    reading = read(PAGE.replace("CLSep 18, 2023", header))
    assert [problem.line for problem in errors_in(reading.problems)] == [1]
    assert f"“{header}”" in reading.problems[0].message
    assert (reading.papers[0].date, reading.papers[0].review) == (None, ("date",))


def test_a_text_without_papers_is_an_error() -> None:
    """Prose is no listing: not recognised, and if it is read all the same, each line is told of."""
    prose = "Dear Ada,\nthank you for your letter of Sep 18, 2023.\n"
    assert not listing.recognises(prose)
    reading = read(prose)
    assert reading.papers == ()
    assert len(errors_in(reading.problems)) == 1
    assert {problem.line for problem in reading.problems} == {1, 2}
    assert read("") == read(" \n\n") == Reading((), ())


def test_a_listing_is_recognised_below_a_menu() -> None:
    """The header of a record tells, wherever it stands in the beginning."""
    assert listing.recognises("Home\nPapers\n\n" + PAGE)

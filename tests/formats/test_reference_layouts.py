# ruff: noqa: E501 - references stand as people print them: each on one line
"""Reference lists as pastes and PDFs lay them out: glued words, page ends inside a reference, numbers that begin a line."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.formats.references.glued import parted
from publist.formats.references.hyphens import wrapped
from publist.formats.references.lines import line_of, width_of
from publist.model.paper import Paper


def papers_in(text: str) -> tuple[Paper, ...]:
    return references.read(text, source="cv.txt").papers


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Do mosses need rain?Journal of Moss", "Do mosses need rain? Journal of Moss"),
        ("Rain and moss, 1871–1914.Annals of Moss", "Rain and moss, 1871–1914. Annals of Moss"),
        ("Moss 3, 114720doi: 10.1234/moss.3", "Moss 3, 114720 doi: 10.1234/moss.3"),
        ("Rain over glaciers2024.", "Rain over glaciers 2024."),
        ("Rain over glaciersMaster’s thesis", "Rain over glaciers Master’s thesis"),
        ("set. b2025.", "set. 2025."),
        ("see https://example.org/rain?Moss and ada@example.Org2024", "see https://example.org/rain?Moss and ada@example.Org2024"),
        ("Node.js, J.Phys.Chem. and ICML2024", "Node.js, J.Phys.Chem. and ICML2024"),
    ],
)  # fmt: skip
def test_glued_words_are_parted(glued: str, apart: str) -> None:
    """A space is put where a part must begin, and nowhere else."""
    assert parted(glued) == apart


def test_glued_parts_of_a_reference_are_read() -> None:
    """Title, venue, pages and DOI, though the style prints nothing between some of them."""
    text = """\
Bell C, Byron A (2021). On the shape of rivers?Journal of River Science, 88(2): 104567doi: 10.1234/rivers.21

Byron A (2019). Water and time, 1871–1914.Journal of River History, 4(1): 1–30doi: 10.1234/time.19

Byron A, Bell C (2016). Do slow flows need us?Annual Review of Slow Mechanics, 12(3): 45–67doi: 10.1234/slow.16
"""
    assert [(paper.title, paper.venue, paper.pages, paper.doi) for paper in papers_in(text)] == [
        ("On the shape of rivers?", "Journal of River Science", "104567", "10.1234/rivers.21"),
        ("Water and time, 1871–1914", "Journal of River History", "1–30", "10.1234/time.19"),
        ("Do slow flows need us?", "Annual Review of Slow Mechanics", "45–67", "10.1234/slow.16"),
    ]


def test_a_reference_goes_on_after_the_end_of_a_page() -> None:
    """What stands without a number under a page's foot belongs to the reference above it, names too."""
    text = """\
1. Bell, C. & Byron, A. (2021). On the shape of rivers and of the valleys they
run in. Journal of River Science 88(7): 101–119.
2. Byron, A., Bell, C., Ivanova, O., Okafor, M., Lindqvist, E., Brun, S., Ito, K.

Curriculum Vitae – 3

& Zhang, W. (2019). Water and time in the long summers of the north, and what is
left of them. Journal of River History 4: 1–30.
3. Byron, A. & Bell, C. (2016). Dualities of slow flows through the narrow gates
of old harbours. Annual Review of Slow Mechanics 12: 45–67.
"""
    assert [len(paper.authors) for paper in papers_in(text)] == [2, 8, 2]


def test_a_number_that_begins_a_line_begins_no_reference() -> None:
    """Issue and pages that stand first on a wrapped line are neither marks of the list nor page numbers."""
    text = """\
- Bell, Charles and Ada Byron (2021). On the shape of rivers and of the valleys
they run in, seen from far above. Geochemistry and Geography of Running Water 88
(7), pp. 101–119.
- Byron, Ada (2019). Water and time. A study of summers. Journal of River Ice 4 (2), pp.
407.
- Byron, Ada and Charles Bell (2016). Dualities of slow flows through the narrow
gates of old harbours. Annual Review of Slow Mechanics 12 (1), pp. 45–67.
"""
    papers = papers_in(text)
    assert [(paper.volume, paper.issue, paper.pages) for paper in papers] == [
        ("88", "7", "101–119"),
        ("4", "2", "407"),
        ("12", "1", "45–67"),
    ]


def test_a_year_like_volume_before_pages_is_a_volume() -> None:
    """The year of the paper stands behind the names already."""
    text = """\
Bell C, Byron A (2021). On the shape of rivers. Journal of River Science 88, 101–119.

Byron A (2017). Water and time. Contributions of the Institute of Ice 1986, 7125.

Byron A, Bell C (2016). Dualities of slow flows. Annual Review of Slow Mechanics 12, 45–67.
"""
    paper = papers_in(text)[1]
    assert (str(paper.date), paper.volume, paper.pages) == ("2017", "1986", "7125")


def test_a_part_of_a_title_is_no_venue() -> None:
    """What stands behind the full stop goes on with the title: Part II."""
    text = """\
Bell C, Byron A. On the shape of rivers. Part II: The valleys they run in. 2021.

Byron A. Water and time. Journal of River History 4, 1–30, 2019.

Byron A, Bell C. Dualities of slow flows. Annual Review of Slow Mechanics 12, 45–67, 2016.
"""
    paper = papers_in(text)[0]
    assert (paper.title, paper.venue) == ("On the shape of rivers. Part II: The valleys they run in", "")


@pytest.mark.parametrize(
    ("where", "volume", "issue", "pages"),
    [
        ("Transactions on River Software. 51, 4 (Dec. 2021), 28.", "51", "4", "28"),
        ("Transactions on River Software. 51, 4 (2021), e28012.", "51", "4", "e28012"),
        ("Transactions on River Software. 171, 6 (May 2021).", "171", "6", ""),
        ("Transactions on River Software. Vol. 58(1), 492–518, 2021.", "58", "1", "492–518"),
        ("Transactions on River Software, 46, 3 : 45, 2021.", "46", "3", "45"),
        ("Transactions on River Software 21, 5-6, 835–848, 2021.", "21", "5-6", "835–848"),
        ("Transactions on River Software 83.3–4 (2021): 636–69.", "83", "3–4", "636–69"),
        ("Transactions on River Software, vol. 199, no. sup1, 2021.", "199", "sup1", ""),
        ("Transactions on River Software 188, rixy203, 2021.", "188", "", "rixy203"),
    ],
)
def test_volume_issue_and_pages_in_rarer_orders(where: str, volume: str, issue: str, pages: str) -> None:
    """Dates in brackets, double issues, supplements, colons and article numbers of letters and digits."""
    text = f"Byron, A. and Bell, C. Dualities of slow flows. {where}\n\n" + "\n\n".join(
        f"Bell, C. and Byron, A. {title}. Journal of River Science, 88, 101–119, 2020."
        for title in ("On the shape of rivers", "Rivers and the sea", "What rivers carry")
    )
    paper = next(paper for paper in papers_in(text) if paper.title == "Dualities of slow flows")
    assert (paper.volume, paper.issue, paper.pages) == (volume, issue, pages)
    assert str(paper.date).startswith("2021")


@pytest.mark.parametrize(
    "title",
    [
        "A discretisation framework for functional renormalisation group flows",
        "A cryptographic service for neural networks",
        "Manuals for the whole design team",
    ],
)
def test_groups_in_titles_are_words_of_them(title: str) -> None:
    """What is done "for" a group names no collaboration, unless it is set apart as one."""
    text = f"""\
Bell C, Byron A. {title}. Journal of River Science 88, 101–119, 2021.

Byron A, on behalf of the ICEFLOW Collaboration. Water and time. Journal of River History 4, 1–30, 2019.
"""
    first, second = papers_in(text)
    assert (first.title, first.collaboration) == (title, ())
    assert second.collaboration == ("ICEFLOW Collaboration",)


def test_editors_and_series_are_told_apart_from_the_book() -> None:
    """Whether the editors stand before or behind the book, and whatever the series is set apart by."""
    text = """\
Bell, C., and Byron, A. (2021). "On the shape of rivers," in The River Companion, eds. T. Roe and Y. Poe (Oslo: North Press), 332–352.

Byron, A. (2019). "Water and time," in Numerical Rivers, edited by Ada Roe and Tim Poe, 33–52. Oslo: North Press.

Byron, A., and Bell, C. (2016). "Dualities of slow flows," in Handbook of Slow Mechanics. Lecture Notes in Ice, pp. 45–67.
"""
    papers = papers_in(text)
    assert [paper.venue for paper in papers] == [
        "The River Companion",
        "Numerical Rivers",
        "Handbook of Slow Mechanics",
    ]
    assert [len(paper.editors) for paper in papers] == [2, 2, 0]
    assert papers[2].series == "Lecture Notes in Ice"


def test_pages_may_stand_before_the_book() -> None:
    """``Title, p. 12–19. In Book`` has its pages before "In"."""
    text = """\
Bell C, Byron A. 2021. On the shape of rivers, p. 101–119. In Proceedings of the Congress of Rivers. North Press, Oslo.

Byron A. 2019. Water and time, p. 1–30. In Proceedings of the Symposium on Ice. North Press, Oslo.

Byron A, Bell C. 2016. Dualities of slow flows, p. 45–67. In Proceedings of the Workshop on Slow Mechanics. North Press, Oslo.
"""
    papers = papers_in(text)
    assert [paper.title for paper in papers] == ["On the shape of rivers", "Water and time", "Dualities of slow flows"]
    assert [paper.pages for paper in papers] == ["101–119", "1–30", "45–67"]


def test_legends_and_page_numbers_are_told() -> None:
    """What marks mean, and the numbers of pages, are left out, and the report says so."""
    text = """\
Bell C*, Byron A*. On the shape of rivers. Journal of River Science 88, 101–119, 2021.

- 1 -

Byron A. Water and time. Journal of River History 4, 1–30, 2019.

* equal contribution
"""
    read = references.read(text, source="cv.txt")
    assert [paper.title for paper in read.papers] == ["On the shape of rivers", "Water and time"]
    assert {problem.line for problem in read.problems} >= {3, 7}
    assert all(author.equal for author in read.papers[0].authors)


def test_a_reference_without_a_date_in_the_style_of_its_list_comes_in_with_a_question() -> None:
    """It has authors and a title as the others have them: only the date is asked for."""
    text = """\
1. Bell C, Byron A. On the shape of rivers. Journal of River Science. 2021;88:101–119.
2. Byron A. Water and time. Journal of River History. 2019;4:1–30.
3. Byron A, Ivanova O. What becomes of rivers in old maps and new ones.
4. Byron A, Bell C. Dualities of slow flows. Annual Review of Slow Mechanics. 2016;12:45–67.
"""
    paper = papers_in(text)[2]
    assert (paper.title, len(paper.authors)) == ("What becomes of rivers in old maps and new ones", 2)
    assert "date" in paper.review


def test_references_without_a_year_of_their_own_begin_with_their_names() -> None:
    """Where the year stands in the heading, each line that names begin is a reference, be it short or by one author."""
    text = (
        "Publications\n\n--- 2022 ---\n"
        "Raman P, Okafor J. What harbours hear. Ocean Letters 7:33-51.\n"
        "Silva L, Raman P. A tide table without tables. Coast 3(1):1-9.\n\n"
        "--- 2019 ---\n"
        "Okafor J, Raman P, Silva L. Mixing at the mouth of a slow estuary. Journal of Coastal Things 14(2):101-119.\n"
        "Raman P. On quays. Quay Studies 2:5-11.\n"
    )
    papers = references.read(text, source="x.txt").papers
    assert [(paper.title, paper.date and paper.date.year, len(paper.authors)) for paper in papers] == [
        ("What harbours hear", 2022, 2),
        ("A tide table without tables", 2022, 2),
        ("Mixing at the mouth of a slow estuary", 2019, 3),
        ("On quays", 2019, 1),
    ]


def test_a_line_longer_than_the_width_leaves_the_others_wrapped() -> None:
    """An address cannot be parted: a few lines that it makes longer do not say that the list is not wrapped."""
    entry = """\
• Byron A, Bell C, Weiss E. On the Shape of Rivers Between High Walls and
Old Lakes {n}. Journal of the Society for River Science.
2021;12(3):45-67. doi:10.1234/rivers.{n}

"""
    long = """\
• Bell C, Byron A. Water and Time {n} in the North. Journal of River
History. 2020;4(2):1-30. A long read. doi:10.1234/history.of.rivers.and.lakes.and.of.all.that.swims.{n}

"""
    text = "".join(entry.format(n=n) + (long.format(n=n) if n in (3, 9) else "") for n in range(22))
    assert width_of([line_of(number, line) for number, line in enumerate(text.splitlines(), 1)]) == 73
    assert len(references.read(text, source="cv.txt").papers) == 24


def test_the_end_of_a_bracket_is_no_heading() -> None:
    """(Best paper award) may be wrapped within: what follows stands under no heading of awards."""
    text = """\
Publications

1.	Byron, A. & Bell, C. (2021). On the shape of rivers and of lakes in the
north. Journal of River Science, vol. 88, pp. 101-119. (Best paper

1

award)
2.	Byron, A. (2019). Water and time. Journal of River History, vol. 4, no.
2, pp. 1-30.
3.	Byron, A. & Bell, C. (2016). Dualities of slow flows. Annual Review of
Slow Mechanics, vol. 12, pp. 45-67.
"""
    assert len(references.read(text, source="cv.txt").papers) == 3


def test_references_without_a_mark_among_marked_ones() -> None:
    """Lists that grew by hand lose a mark here and there: whole names or a quoted title begin a reference as well."""
    text = """\
[1] A. Byron and C. Bell (2021). On the shape of rivers. Journal of River Science, 88, 101–119.
Ada Byron, Carl Bell, and Emil Weiss. 2019. Water and time in the north. Journal of River History 4, 1–30.
“Dualities of slow flows in the north” (with C. Bell). Annual Review of Slow Mechanics, 12, 45–67, 2016.
[2] A. Byron (2015). Ice on the rivers of the north. Journal of River Science, 82, 11–19.
"""
    assert len(references.read(text, source="cv.txt").papers) == 4


@pytest.mark.parametrize(
    ("text", "more", "whole"),
    [
        ("see doi:10.1234/rivers-2021-", "-0081.", "see doi:10.1234/rivers-2021-0081."),
        ("see doi:10.1234/rivers-2021-", "0081.", "see doi:10.1234/rivers-2021-0081."),
    ],
)
def test_an_address_that_is_broken_at_a_hyphen_keeps_one(text: str, more: str, whole: str) -> None:
    """Some programs print it at the end of the line and again on the next one."""
    assert wrapped(text, more) == whole

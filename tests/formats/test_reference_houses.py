# ruff: noqa: E501 - references stand as people print them: each on one line
"""Where a work came out, in references: journals with a part's number, books and their houses, reports, Brazilian lists."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.model.paper import Paper

OTHERS = """\
Byron, A., & Bell, C. (2021). On the shape of rivers. Journal of River Science, 88(2), 101–119.

Bell, C., & Byron, A. (2019). Water and time. Journal of River History, 4(1), 1–30.

Byron, A. (2016). Dualities of slow flows. Annual Review of Slow Mechanics, 12(3), 45–67.

Poe, D., Bell, C., & Byron, A. (2015). Rivers in the dark. Journal of River Science, 82(1), 5–17.
"""


def last_of(reference: str) -> Paper:
    """The paper of this reference, which stands below others of the style of the American Psychological Association."""
    return references.read(f"{OTHERS}\n{reference}\n", source="cv.txt").papers[-1]


@pytest.mark.parametrize(
    ("reference", "venue", "volume"),
    [
        ("Poe, D. (2014). How deep is a lake. Annals of Ice, Part 2, 87, 31–39.", "Annals of Ice, Part 2", "87"),
        ("Poe, D. (2014). How deep is a lake. Continuous Flows - S, 15(8), 31–39.", "Continuous Flows - S", "15"),
    ],
)
def test_part_of_a_journal_is_in_its_name(reference: str, venue: str, volume: str) -> None:
    """The number of a part is no volume, and a letter behind a dash is no other field."""
    paper = last_of(reference)
    assert (paper.title, paper.venue, paper.volume, paper.pages) == ("How deep is a lake", venue, volume, "31–39")


def test_house_and_place_of_a_book_are_no_venue() -> None:
    """Publisher and place behind a title make a book."""
    paper = last_of(
        "Poe, D. (2014). A long history of lakes and of those who swam in them. (Cambridge University Press, London)."
    )
    assert (paper.type, paper.venue, paper.publisher, paper.place) == (
        "book",
        "",
        "Cambridge University Press",
        "London",
    )


def test_number_of_a_report_is_no_part_of_its_title() -> None:
    """A style prints it before the title."""
    paper = last_of("Poe, D. (2014). TR-97: What rivers tell us. Technical report. Institute of Rivers.")
    assert (paper.type, paper.title, paper.publisher) == ("report", "What rivers tell us", "Institute of Rivers")


def test_stop_and_dash_end_a_title() -> None:
    """Some journals print both between title and venue."""
    text = """\
Byron, A. & C. Bell (2021): On the shape of rivers.- Journal of River Science 88: 101–119.

Bell, C. & A. Byron (2019): Water and time.- Journal of River History 4: 1–30.

Byron, A. (2016): Dualities of slow flows.- Annual Review of Slow Mechanics 12: 45–67.
"""
    papers = references.read(text, source="cv.txt").papers
    assert [(paper.title, paper.venue) for paper in papers] == [
        ("On the shape of rivers", "Journal of River Science"),
        ("Water and time", "Journal of River History"),
        ("Dualities of slow flows", "Annual Review of Slow Mechanics"),
    ]


def test_list_of_the_brazilian_standard() -> None:
    """Capitals, labels of numbers and places in Portuguese, a thesis with its leaves, a book with its house."""
    text = """\
BYRON, Ada; BELL, Charles. On the shape of rivers in winter. Journal of River Science, Oslo, v. 25, n. 3, p. 708-720, jan./mar. 2012.
BELL, Charles; BYRON, Ada; POE, Dora. Water and time on small islands. In: CONGRESSO DE RIOS, 4., 2010, Recife. Anais [...]. Recife: SBR, 2010. p. 101-110.
POE, Dora. Dualities of slow flows. 2009. 120 f. Tese (Doutorado em Geografia) – Universidade de Nenhures, Recife, 2009.
BYRON, Ada; POE, Dora. How deep is a lake. Revista de Rios, São Paulo, v. 24, p. 55-60, 2008. DOI: https://doi.org/10.1234/jrs.24. Acesso em: 3 maio 2020.
POE, Dora; BELL, Charles. O tempo da água. 2. ed. São Paulo: Editora dos Rios, 2006.
"""
    papers = references.read(text, source="cv.txt").papers
    assert [paper.type for paper in papers] == [
        "article-journal",
        "paper-conference",
        "thesis",
        "article-journal",
        "book",
    ]
    assert [paper.title for paper in papers] == [
        "On the shape of rivers in winter",
        "Water and time on small islands",
        "Dualities of slow flows",
        "How deep is a lake",
        "O tempo da água",
    ]
    assert [(paper.volume, paper.issue, paper.pages) for paper in papers[:2]] == [
        ("25", "3", "708-720"),
        ("4", "", "101-110"),
    ]
    assert (papers[2].genre, papers[2].volume, papers[2].pages) == ("Tese (Doutorado em Geografia)", "", "")
    assert papers[3].doi == "10.1234/jrs.24"
    assert (papers[4].publisher, papers[4].place) == ("Editora dos Rios", "São Paulo")


@pytest.mark.parametrize("authors_last", [False, True])
def test_lines_of_one_length_are_no_wrapped_text(authors_last: bool) -> None:
    """Each line holds a reference, with commas between all parts and the DOI before the year."""
    rows = [
        (
            "Ada Byron, Charles Bell",
            "On the shape of rivers in winter, Journal of River Science, 25, 708, doi:10.1234/jrs.25, 2012",
        ),
        (
            "Charles Bell, Ada Byron, Dora Poe",
            "Water and time on small islands, River Letters, 4, 101, doi:10.1234/rl.4, 2010",
        ),
        ("Dora Poe", "Dualities of slow flows, Annals of Slow Mechanics, 12, 1345, doi:10.1234/asm.12, 2009"),
        ("Ada Byron, Dora Poe", "How deep is a lake, Journal of River Science, 24, 55, doi:10.1234/jrs.24, 2008"),
    ]
    lines = [f"{rest}, {names}" if authors_last else f"{names}, {rest}." for names, rest in rows]
    papers = references.read("\n".join(lines), source="cv.txt").papers
    assert [(paper.title, paper.volume, paper.pages, str(paper.date)) for paper in papers] == [
        ("On the shape of rivers in winter", "25", "708", "2012"),
        ("Water and time on small islands", "4", "101", "2010"),
        ("Dualities of slow flows", "12", "1345", "2009"),
        ("How deep is a lake", "24", "55", "2008"),
    ]
    assert [paper.venue for paper in papers] == [
        "Journal of River Science",
        "River Letters",
        "Annals of Slow Mechanics",
        "Journal of River Science",
    ]
    assert [len(paper.authors) for paper in papers] == [2, 3, 1, 2]


def test_last_page_cut_to_one_digit_is_no_doubt() -> None:
    """2837–9 is a range as medical journals print it."""
    text = "\n\n".join(
        f"Byron A, Bell C. {title}. J River Sci. 20{year};12(3):28{year}-{year % 10 + 1}."
        for year, title in (
            (11, "On the shape of rivers in winter"),
            (13, "Water and time on islands"),
            (15, "Dualities of slow flows"),
            (17, "How deep a lake is"),
        )
    )
    assert [paper.review for paper in references.read(text, source="cv.txt").papers] == [()] * 4


def test_editors_before_their_book() -> None:
    """A medical style prints them between In and the book, with their mark first; a house behind them is no venue."""
    text = """\
Byron A, Bell C. On the shape of rivers. In: eds. Poe D, Roe E. Handbook of Rivers: A Companion. North Press; 2021:101-119.

Bell C, Byron A. Water and time. In: ed. van Poe D. Islands in Time. North Press; 2019:1-30.

Byron A. Dualities of slow flows. J River Sci. 2016;12(3):45-67.

Poe D, Byron A. Rivers in the dark. J River Sci. 2015;11(1):5-17.
"""
    papers = references.read(text, source="cv.txt").papers
    assert [paper.title for paper in papers[:2]] == ["On the shape of rivers", "Water and time"]
    assert [paper.venue for paper in papers[:2]] == ["Handbook of Rivers: A Companion", "Islands in Time"]


def test_what_is_no_reference_makes_others_no_doubt() -> None:
    """Numbers that a page prints on lines of their own, between its papers."""
    text = "\n\n".join(
        f"20{year} · {year}\n\nByron A, Bell C. {title}. Journal of River Science. 20{year};12(3):28{year}-28{year + 9}."
        for year, title in (
            (11, "On the shape of rivers in winter"),
            (13, "Water and time on islands"),
            (15, "Dualities of slow flows"),
            (17, "How deep a lake is"),
            (19, "Rivers in the dark"),
        )
    )
    papers = references.read(text, source="cv.txt").papers
    assert [paper.review for paper in papers] == [()] * 5


@pytest.mark.parametrize(
    ("reference", "venue"),
    [
        ("Poe, D. (2016). How deep is a lake. In Ice Cup 2016: World Forum XX. Ice Press.", "Ice Cup 2016: World Forum XX"),
        ("Poe, D. (2016). How deep is a lake. In Ice Cup 2016: 9th World Forum, pp. 31–39.", "Ice Cup 2016: 9th World Forum"),
        ("Poe, D. (2016). How deep is a lake. In ICE MEETING 2016 forum, pp. 31–39.", "ICE MEETING 2016 forum"),
    ],
)  # fmt: skip
def test_the_year_of_a_meeting_within_its_name_ends_no_venue(reference: str, venue: str) -> None:
    """Words go on behind it."""
    paper = last_of(reference)
    assert (paper.venue, str(paper.date)) == (venue, "2016")


def test_an_initial_of_an_editor_ends_no_venue() -> None:
    """Names with initials before "(Eds.)" are editors whatever the words of their book look like."""
    book = "Progress in the modelling of rivers made by hand through based and adaptive methods"
    paper = last_of(f"Poe, D. (2016). How deep is a lake. In A. Roe & J. Drummond (Eds.), {book} (pp. 31–39).")
    assert (paper.venue, [name.name for name in paper.editors]) == (book, ["A. Roe", "J. Drummond"])


def test_a_house_without_a_word_for_houses_stands_behind_a_known_place() -> None:
    """Oslo: Amundsen and Sons is no venue."""
    paper = last_of("Poe, D. (2016). How deep is a lake. Oslo: Amundsen and Sons.")
    assert (paper.venue, paper.place, paper.publisher) == ("", "Oslo", "Amundsen and Sons")

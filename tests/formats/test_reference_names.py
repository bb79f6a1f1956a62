# ruff: noqa: E501 - references stand as people print them: each on one line
"""Names in reference lists: which word is the family name where no comma tells, and labels of names before them."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.formats.base import Reading
from publist.text.names import parts

FAMILY_FIRST = """\
Bell Charles, Ivanova Olga. On the shape of rivers. Journal of River Science, 88, 101–119, 2021.

Brun Sven, Müller Anna, Zhang Wei. Slow flows in wide valleys. Journal of River Science, 89, 1–19, 2022.

Okafor Michael. Water and time. Journal of River History, 4, 1–30, 2019.
"""


def test_family_names_first_without_a_comma() -> None:
    """Where no comma parts the names, well-known given names of the whole list tell which of them is which."""
    papers = read(FAMILY_FIRST).papers
    assert [[str(name) for name in paper.authors] for paper in papers] == [
        ["Charles Bell", "Olga Ivanova"],
        ["Sven Brun", "Anna Müller", "Wei Zhang"],
        ["Michael Okafor"],
    ]


def test_family_names_in_capitals() -> None:
    """Capitals tell the family name, before and after the given one, and of several words."""
    text = """\
BELL Charles et LE GOFF Ines. On the shape of rivers. Journal of River Science, 88, 101–119, 2021.

Ada BYRON. Water and time. Journal of River History, 4, 1–30, 2019.

Olga IVANOVA and Ada BYRON. Water and space. Journal of River History, 5, 31–60, 2020.
"""
    names = [[parts(name).family for name in paper.authors] for paper in read(text).papers]
    assert names == [["BELL", "LE GOFF"], ["BYRON"], ["IVANOVA", "BYRON"]]


def test_a_label_of_names_and_year_is_not_the_authors() -> None:
    """Of "Bell, Ivanova 2021 : C. Bell, O. Ivanova" the authors are those behind the colon, and the year is the paper's."""
    text = """\
Bell, Ivanova 2021 : C. Bell, O. Ivanova, « On the shape of rivers », Journal of River Science, 88, p. 101-119.

Byron et alii 2019 : A. Byron, C. Bell, O. Ivanova, « Water and time », Journal of River History, 4, 2, p. 1-30.
"""
    papers = read(text).papers
    assert [(paper.title, str(paper.date), len(paper.authors)) for paper in papers] == [
        ("On the shape of rivers", "2021", 2),
        ("Water and time", "2019", 3),
    ]


def test_particles_in_capitals() -> None:
    """LE, DE LA and TEN in capitals belong to the family name, before and behind a comma, with initials, too."""
    text = """\
FERNÁNDEZ DE LA CRUZ, ANNA, ADA BELL, and TIM TEN BRINK. 2021. On the shape of rivers. Journal of River Science 88: 101–119.

LE ROUX, TIM, and ANNA FERNÁNDEZ DE LA CRUZ. 2019. Water and time. Journal of River History 4: 1–30.

TEN BRINK, TIM. 2016. Dualities of slow flows. Annual Review of Slow Mechanics 12: 45–67.
"""
    papers = read(text).papers
    assert [paper.title for paper in papers] == ["On the shape of rivers", "Water and time", "Dualities of slow flows"]
    assert [str(name) for name in papers[0].authors] == ["ANNA FERNÁNDEZ DE LA CRUZ", "ADA BELL", "TIM TEN BRINK"]
    assert [str(name) for name in papers[1].authors] == ["TIM LE ROUX", "ANNA FERNÁNDEZ DE LA CRUZ"]


def test_a_title_in_capitals_behind_initials_is_not_their_family() -> None:
    """Where "Bell, Charles A." ends the names, the capitalised words behind it begin the title."""
    text = """\
BYRON, Ada; BELL, Charles A. On Slow Rivers and What They Carry. Journal of River Science, v. 88, p. 101-119, 2021.

BYRON, Ada. Water and Time. Journal of River History, v. 4, n. 2, p. 1-30, 2019.

BELL, Charles A.; IVANOVA, O. P. Dualities of Slow Flows. Annual Review of Slow Mechanics, v. 12, p. 45-67, 2016.
"""
    papers = read(text).papers
    assert [paper.title for paper in papers] == [
        "On Slow Rivers and What They Carry",
        "Water and Time",
        "Dualities of Slow Flows",
    ]
    assert [len(paper.authors) for paper in papers] == [2, 1, 2]


def test_names_behind_the_venue_are_read_from_the_first_one_on() -> None:
    """The first of several authors who come last is no part of the venue or of a date."""
    text = """\
"On the shape of rivers". Journal of River Science 88, 101–119, 2021. Bell C.; Byron* A.; Ivanova O..

"Water and time". Journal of River History 4 (2), 1–30, 2019. Byron* A.; de la Cruz X..

"Dualities of slow flows". Annual Review of Slow Mechanics 12, 45–67, 2016. Ivanova O.; Bell C.; Byron* A..
"""
    assert [[name.family for name in map(parts, paper.authors)] for paper in read(text).papers] == [
        ["Bell", "Byron", "Ivanova"],
        ["Byron", "Cruz"],
        ["Ivanova", "Bell", "Byron"],
    ]


def test_family_names_known_from_other_references() -> None:
    """In a list of several styles, names with initials tell which words of the whole names are family names."""
    text = """\
Lindqvist Sascha; Okonkwo Nnamdi and Achterberg Wiebe. On the shape of rivers. Journal of River Science, 88, 101–119, 2021.

S. Lindqvist, N. Okonkwo. Water and time. Journal of River History, 4, 1–30, 2019.

W. Achterberg, S. Lindqvist. Dualities of slow flows. Annual Review of Slow Mechanics, 12, 45–67, 2016.
"""
    assert [str(name) for name in read(text).papers[0].authors] == [
        "Sascha Lindqvist",
        "Nnamdi Okonkwo",
        "Wiebe Achterberg",
    ]


def test_family_names_in_capitals_before_given_names_are_one_name_each() -> None:
    """Of "BELL Charles, BYRON Ada" the comma parts two names, not a family name from a given one."""
    text = """\
BELL Charles, BYRON Ada, and LOVELL S. M. 2021. «On the shape of rivers». Journal of River Science 88, 101–119.

BYRON Ada, and BELL Charles. 2019. «Water and time». Journal of River History 4, 1–30.
"""
    assert [[str(name) for name in paper.authors] for paper in read(text).papers] == [
        ["Charles BELL", "Ada BYRON", "S. M. LOVELL"],
        ["Ada BYRON", "Charles BELL"],
    ]


def read(text: str) -> Reading:
    return references.read(text, source="list.txt")


def test_capitals_of_one_style_say_nothing_of_names_in_another() -> None:
    """In a list of several styles, BYRON Ada does not turn the names of references that print Carl Bell."""
    text = """\
[1] On the shape of rivers. By FEI Fan, & CHOO Jinhyun. Journal of River Science, 2021.
[2] Water and time in the north. By WANG Zhuoran, & LIU Jiangguo. Journal of River History, 2020.
[3] Ilmari Bonito; Oona Girault and Endre Sorsa. Dualities of slow flows. Annual Review of Slow Mechanics, pp. 2–8, 2019.
[4] Ice on the rivers of the north. By KYZA Irene, & METCALFE Stephen. Journal of River Science, 2018.
[5] Timo Heister and Olga Wick. A framework for slow rivers. Annual Review of Slow Mechanics, pp. 10–18, 2017.
"""
    papers = references.read(text, source="cv.txt").papers
    assert [name.name for name in papers[2].authors] == ["Ilmari Bonito", "Oona Girault", "Endre Sorsa"]
    assert parts(papers[0].authors[0]).family.casefold() == "fei"


OTHERS = [
    "et al.", "and others", "und andere", "u. Mitarb.", "et collab.", "y cols.", "e colaboradores", "e altri", "e.a.",
    "och andra", "og andre", "mfl.", "ja muut", "a další", "i wsp.", "i sur.", "in drugi", "és mtsai", "și colab.",
    "ve diğerleri", "и др.", "и соавт.", "та ін.", "κ.ά.", "ほか", "等", "외 3인", "& al.",
]  # fmt: skip


@pytest.mark.parametrize("others", OTHERS)
def test_the_other_authors_are_left_out_in_every_language(others: str) -> None:
    """Who is not named is said to be there, and none of the words is a name or a title."""
    text = f"""\
Byron, A., Bell, C., {others} (2021). On the shape of slow rivers in old towns. Journal of River Science, 88(2), 101–119.
Bell, C., Byron, A. (2019). Rain over old glaciers and what it carries. Journal of Moss, 12, 45–67.
Okafor, M., Bell, C. (2018). The weight of rain and of those who carry it. Journal of Rain, 3(1), 33–49.
"""
    paper = read(text).papers[0]
    assert ([name.name for name in paper.authors], paper.et_al) == (["A. Byron", "C. Bell"], True)
    assert paper.title == "On the shape of slow rivers in old towns"


def test_family_names_of_several_words_come_before_the_given_name() -> None:
    """Of names without a comma, a well-known given name shows where the family name ends, particles or not."""
    text = """\
Lucero Lorca Jose Pablo, García Márquez Gabriel, Bell Charles (2021). On the shape of slow rivers in old towns. Journal of River Science, 88(2), 101–119.
De la Fuente Saez Ana, Lucero Lorca Jose Pablo (2019). Rain over old glaciers and what it carries. Journal of Moss, 12, 45–67.
García Márquez Gabriel, De la Fuente Saez Ana, Bell Charles (2018). The weight of rain and of those who carry it. Journal of Rain, 3(1), 33–49.
"""
    assert [[name.name for name in paper.authors] for paper in read(text).papers] == [
        ["Jose Pablo Lucero Lorca", "Gabriel García Márquez", "Charles Bell"],
        ["Ana De la Fuente Saez", "Jose Pablo Lucero Lorca"],
        ["Gabriel García Márquez", "Ana De la Fuente Saez", "Charles Bell"],
    ]

# ruff: noqa: E501 - references stand as people print them: each on one line
"""Names in reference lists: which word is the family name where no comma tells, and labels of names before them."""

from __future__ import annotations

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


def read(text: str) -> Reading:
    return references.read(text, source="list.txt")

# ruff: noqa: E501 - references stand as people print them: each on one line
"""Numbered lists in which a number is missing: its reference is no part of the one before."""

from __future__ import annotations

import pytest

from publist.formats import references

RIVERS = "Bell, C., & Byron, A. (2021). On the shape of rivers. Journal of River Science, 88, 101–119."
FLOWS = "Byron, A., & Bell, C. (2016). Dualities of slow flows. Annual Review of Slow Mechanics, 12(3), 45–67."
TITLES = ["On the shape of rivers", "Water and time", "Dualities of slow flows"]


def titles_in(text: str) -> list[str]:
    return [paper.title for paper in references.read(text, source="cv.txt").papers]


@pytest.mark.parametrize(
    "unmarked",
    [
        "Byron, Ada; Bell, Charles; Ito, Ken. Water and time. In Journal of River History, pages 1–30, 2019.",
        "Water and time. Ada Byron, Charles Bell. Journal of River History, pages 1–30, 2019.",
        "Ada Byron, Charles Bell: Water and time. Journal of River History, pages 1–30, 2019.",
    ],
    ids=["whole names between semicolons", "title first", "a colon behind names"],
)
def test_a_reference_whose_number_is_missing_is_no_part_of_the_one_before(unmarked: str) -> None:
    """The numbers leave out one where it stands."""
    assert titles_in(f"1. {RIVERS}\n{unmarked}\n3. {FLOWS}\n") == TITLES


def test_a_number_may_be_missing_where_the_year_stands_in_the_heading() -> None:
    """The references need not tell it, and their lines may be broken."""
    rivers, flows = RIVERS.replace("(2021). ", ""), FLOWS.replace("(2016). ", "")
    water = "Byron, A. Water and time. Journal of River History, 4(2), 1–30."
    assert titles_in(f"2021\n\n1. {rivers}\n{water}\n3. {flows}\n") == TITLES
    lines = "A title that stands on a line of its own, and is long\nAda Byron, Charles Bell\nJournal of River History 4, 1–30"
    assert len(titles_in(f"2021\n\n1. {lines}\n3. {lines.replace('A title', 'Another title')}\n")) == 2

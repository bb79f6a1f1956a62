# ruff: noqa: E501 - references stand as people print them: each on one line
"""Reference lists as pastes and PDFs lay them out: glued words, page ends inside a reference, numbers that begin a line."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.formats.references.glued import parted
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

# ruff: noqa: E501 - references stand as people print them: each on one line
"""Lines within a reference that look like something else: headings, page ends, remarks, lines of HTML."""

from __future__ import annotations

from publist.formats import references
from publist.model.paper import Paper


def papers_in(text: str, source: str = "cv.txt") -> tuple[Paper, ...]:
    return references.read(text, source=source).papers


def names(paper: Paper) -> list[str]:
    return [name.name for name in paper.authors]


def test_a_title_on_a_line_of_its_own_is_no_heading() -> None:
    """Networks are no works, and what stands in quotation marks or goes on with a marked line heads no section."""
    text = """\
1. Byron, A.; Bell, C. and Ivanova, O.
Robust control of river networks
In Journal of River Science, pages 101–119, 2021

2. Ivanova, O. and Bell, C.
Conference rooms as slow water
In Annual Review of Slow Mechanics, pages 45–67, 2016

3. Okafor, M.
“What mosses tell us about service”
In Journal of Moss, pages 3–9, 2018

4. Bell, C.
Rain over old glaciers
In Journal of Ice, pages 33–39, 2019
"""
    assert [(paper.title, names(paper)[-1]) for paper in papers_in(text)] == [
        ("Robust control of river networks", "O. Ivanova"),
        ("Conference rooms as slow water", "C. Bell"),
        ("What mosses tell us about service", "M. Okafor"),
        ("Rain over old glaciers", "C. Bell"),
    ]


def test_a_quoted_title_heads_no_section_without_references() -> None:
    """A title that begins a list and has a word of other sections takes no reference with it."""
    text = """\
‘What slow rivers tell us about students’
Byron, A. and Bell, C.
Journal of River Science 88, 101–119, 2021

Bell C, Byron A (2019) Water and time in old towns. Journal of River History 4: 1–30

Ivanova, O., and Bell, C. (2018). The weight of rain. Journal of Rain, 12, 33–49.
"""
    assert len(papers_in(text)) == 3


def test_the_venue_goes_on_after_the_end_of_a_page() -> None:
    """What stands below a page's number and reads like a heading is the rest of the reference above."""
    text = """\
- Bell, C. et al. (2022) “Numbers of slow rivers and of the valleys that
they run in,” Journal of River Science. Available at:
https://doi.org/10.1234/rivers.22.

- Byron, A. et al. (2021) “A long view of the water that runs in Ice

7

Sheets,” Proceedings of the Northern Conference on Slow Mechanics
(NCSM). Available at: https://doi.org/10.1234/ice.21.

- Okafor, M. et al. (2020) “Rain over old glaciers and the mosses that
drink it,” Journal of Moss. Available at: https://doi.org/10.1234/moss.
"""
    papers = papers_in(text)
    assert [paper.doi for paper in papers] == ["10.1234/rivers.22", "10.1234/ice.21", "10.1234/moss"]
    assert papers[1].title == "A long view of the water that runs in Ice Sheets"


def test_an_address_alone_behind_the_end_of_a_page_belongs_to_the_reference_before() -> None:
    """No reference begins with a DOI."""
    text = """\
Byron, A.; Bell, C. On the shape of rivers and of the valleys that they run
in. Journal of River Science 2021, 88 (7).

12

https://doi.org/10.1234/rivers.21.

Bell, C.; Ivanova, O. Rain over old glaciers and the mosses that drink it,
and nothing else. Journal of Moss 2019, 12, 45–67.

Ivanova, O.; Okafor, M. The weight of rain in old towns, and how the people
who live there carry it. Journal of Rain 2018, 3, 33–49.
"""
    assert [paper.doi for paper in papers_in(text)] == ["10.1234/rivers.21", "", ""]


_CARDS = """\
<ul class="papers">
<li><div class="paper-title"><a href="https://doi.org/10.1234/rivers.21">On the shape of rivers</a></div>
<div class="paper-meta">with Ada Byron and Charles Bell. <em>Journal of River Science</em>, 2021, 88(7): 101–119.</div></li>
<li><div class="paper-title"><a href="https://doi.org/10.1234/moss.19">Rain over old glaciers</a></div>
<div class="paper-meta">with Olga Ivanova. <em>Journal of Moss</em>, 2019, 12: 45–67.</div>
<div class="paper-press">Press: <a href="https://news.example.org/">The Moss Times</a></div></li>
<li><div class="paper-title"><a href="https://doi.org/10.1234/rain.18">The weight of rain</a></div>
<div class="paper-meta">with Mary Okafor. <em>Journal of Rain</em>, 2018, 3(1): 33–49.</div></li>
</ul>
"""


def test_lines_of_html_are_never_broken_at_a_width() -> None:
    """The blocks of a reference stay apart, however long they are: title, coauthors and venue, press."""
    papers = papers_in(_CARDS, "papers.html")
    assert [(paper.title, names(paper), paper.venue, paper.publisher) for paper in papers] == [
        ("On the shape of rivers", ["Ada Byron", "Charles Bell"], "Journal of River Science", ""),
        ("Rain over old glaciers", ["Olga Ivanova"], "Journal of Moss", ""),
        ("The weight of rain", ["Mary Okafor"], "Journal of Rain", ""),
    ]


def test_a_remark_below_a_reference_is_no_publisher() -> None:
    """A line that tells who wrote about the paper has colons, too."""
    text = """\
[2] On the shape of rivers
A. Byron and C. Bell, Journal of River Science 88, 101 (2021).
The paper is featured in Slow News: Rivers Have Corners and in The Moss Times: A river that turns.

[1] Rain over old glaciers
O. Ivanova, A. Byron and M. Okafor, Journal of Moss 12, 45 (2019).
"""
    assert [(paper.venue, paper.publisher, paper.place) for paper in papers_in(text)] == [
        ("Journal of River Science", "", ""),
        ("Journal of Moss", "", ""),
    ]


def test_coauthors_alone_ask_for_a_review() -> None:
    """Whose list it is stands nowhere in it: no paper comes in without its owner in silence."""
    assert all("authors" in paper.review for paper in papers_in(_CARDS, "papers.html"))


def test_an_owner_among_those_behind_with_asks_for_none() -> None:
    """Where one name is in most papers, nobody is left out."""
    owned = _CARDS.replace("with Olga", "with Ada Byron and Olga").replace("with Mary", "with Ada Byron and Mary")
    assert not any("authors" in paper.review for paper in papers_in(owned, "papers.html"))


def test_a_link_below_a_reference_is_no_heading() -> None:
    """The word arXiv heads preprints; as a link below a paper it is one more address of that."""
    text = """\
<html><body><h2>Journal articles</h2>
<p>[2] On the shape of rivers<br>A. Byron and C. Bell, <i>Journal of River Science</i> <b>88</b>, 101 (2021).<br>
<a href="https://arxiv.org/abs/2101.00001">arXiv</a></p>
<p>[1] Rain over old glaciers<br>O. Ivanova and M. Okafor, <i>Journal of Moss</i> <b>12</b>, 45 (2019).</p>
</body></html>
"""
    assert [paper.type for paper in papers_in(text, "papers.html")] == ["article-journal", "article-journal"]


def test_a_reference_without_the_marker_of_the_one_above_begins_with_its_names() -> None:
    """In a list of many styles no paper is lost in another's lines, whatever stands between its names."""
    text = """\
* Okafor M, Bell C, Ivanova O. Rain over old glaciers. In: *Northern Congress on Moss.* Quito; 2018.
A. Byron - C. Bell - O. Ivanova*, *The shape of slow rivers in old towns*, in *Second Meeting on Rivers*, Quito, 2018
Lindqvist, E./Brun, S. A./Ito, K. (2020), The weight of rain and of those who carry it. Journal of Rain, 11, 3–9
Brun S. et E.C. Lindqvist, « Eau et temps dans les villes anciennes », Revue des rivières, 12, 2018, p. 33–49.
• Bell C. Water and time. In: *Third Meeting on Rivers*. Graz; 2019.
"""
    assert [paper.title for paper in papers_in(text)] == [
        "Rain over old glaciers",
        "The shape of slow rivers in old towns",
        "The weight of rain and of those who carry it",
        "Eau et temps dans les villes anciennes",
        "Water and time",
    ]

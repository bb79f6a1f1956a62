# ruff: noqa: E501 - references stand as people print them: each on one line
"""Reference lists in any style: each invented list comes out as the papers that it tells of, whatever its form."""

from __future__ import annotations

import pytest

from publist.formats import recognition, references
from publist.formats.base import Reading
from publist.model.paper import Date
from publist.text.names import parts

APA = """\
Publications

Byron, A., van der Berg, P., & Bell, C. D. (2023). Dualities of slow flows: A survey. Annual Review of Slow Mechanics, 12(3), 45–67. https://doi.org/10.1234/arsm.2023.045

Bell, C. D., & Byron, A. (2021). On the shape of rivers. Journal of River Science, 88, 101–119.

Byron, A. (2019). Water and time. Journal of River History, 4(2), 1–30. https://doi.org/10.1234/jrh.2019.1
"""

IEEE = """\
[1] A. Byron, P. van der Berg, and C. D. Bell, “Dualities of slow flows: A survey,” Annual Review of Slow Mechanics, vol. 12, no. 3, pp. 45–67, Mar. 2023, doi: 10.1234/arsm.2023.045.
[2] C. D. Bell and A. Byron, “On the shape of rivers,” Journal of River Science, vol. 88, pp. 101–119, 2021.
[3] A. Byron, “Water and time,” Journal of River History, vol. 4, no. 2, pp. 1–30, 2019, doi: 10.1234/jrh.2019.1.
"""

VANCOUVER = """\
1. Byron A, van der Berg P, Bell CD. Dualities of slow flows: a survey. Annu Rev Slow Mech. 2023;12(3):45-67. doi:10.1234/arsm.2023.045
2. Bell CD, Byron A. On the shape of rivers. J River Sci. 2021;88:101-119.
3. Byron A. Water and time. J River Hist. 2019;4(2):1-30. doi:10.1234/jrh.2019.1
"""

CHICAGO = """\
Byron, Ada, Paul van der Berg, and Charles D. Bell. 2023. “Dualities of Slow Flows: A Survey.” Annual Review of Slow
    Mechanics 12 (3): 45–67. https://doi.org/10.1234/arsm.2023.045.
Bell, Charles D., and Ada Byron. 2021. “On the Shape of Rivers.” Journal of River Science 88: 101–119.
Byron, Ada. 2019. “Water and Time.” Journal of River History 4 (2): 1–30. https://doi.org/10.1234/jrh.2019.1.
"""

NATURE = """\
1. Byron, A., van der Berg, P. & Bell, C. D. Dualities of slow flows: a survey. *Annu. Rev. Slow Mech.* **12**, 45–67 (2023).
2. Bell, C. D. & Byron, A. On the shape of rivers. *J. River Sci.* **88**, 101–119 (2021).
3. Byron, A. Water and time. *J. River Hist.* **4**, 1–30 (2019).
"""

TITLE_FIRST = """\
**Dualities of Slow Flows: A Survey**<br>
Ada Byron, Paul van der Berg and Charles D. Bell<br>
*Annual Review of Slow Mechanics*, vol. 12, pp. 45–67, 2023

**On the Shape of Rivers**<br>
Charles D. Bell and Ada Byron<br>
*Journal of River Science*, vol. 88, pp. 101–119, 2021

**Water and Time**<br>
Ada Byron<br>
*Journal of River History*, vol. 4, pp. 1–30, 2019
"""

PAGE = """\
<h2>Journal articles</h2>
<ul>
<li>Byron, A., van der Berg, P., &amp; Bell, C. D. (2023). <a href="https://example.org/flows.pdf">Dualities of slow flows: A survey</a>. <em>Annual Review of Slow Mechanics</em>, 12(3), 45–67.</li>
<li>Bell, C. D., &amp; Byron, A. (2021). On the shape of rivers. <em>Journal of River Science</em>, 88, 101–119.</li>
<li>Byron, A. (2019). Water and time. <em>Journal of River History</em>, 4(2), 1–30.</li>
</ul>
"""

LATEX = r"""\section*{Publications}
\begin{enumerate}
\item A. Byron, P. van der Berg, and C. D. Bell, ``Dualities of slow flows: A survey,'' \emph{Annual Review of Slow
  Mechanics}, vol. 12, no. 3, pp. 45--67, 2023.
\item C. D. Bell and A. Byron, ``On the shape of rivers,'' \emph{Journal of River Science}, vol. 88, pp. 101--119, 2021.
\item A. Byron, ``Water and time,'' \emph{Journal of River History}, vol.~4, no.~2, pp. 1--30, 2019.
\end{enumerate}
"""

STYLES = {
    "APA": APA, "IEEE": IEEE, "Vancouver": VANCOUVER, "Chicago": CHICAGO, "Nature": NATURE, "title first": TITLE_FIRST,
    "HTML": PAGE, "LaTeX": LATEX,
}  # fmt: skip


def read(text: str) -> Reading:
    return references.read(text, source="cv.txt")


@pytest.mark.parametrize("style", STYLES)
def test_the_same_papers_come_out_of_every_style(style: str) -> None:
    """Titles, authors, years and pages are those of the three papers, whatever the style prints them in."""
    papers = read(STYLES[style]).papers
    assert [paper.title.lower() for paper in papers] == [
        "dualities of slow flows: a survey", "on the shape of rivers", "water and time",
    ]  # fmt: skip
    families = [[parts(name).family for name in paper.authors] for paper in papers]
    assert families == [["Byron", "Berg", "Bell"], ["Bell", "Byron"], ["Byron"]]
    assert [paper.date.year for paper in papers if paper.date] == [2023, 2021, 2019]
    assert [paper.volume for paper in papers] == ["12", "88", "4"]
    assert [paper.pages.replace("-", "–") for paper in papers] == ["45–67", "101–119", "1–30"]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_recognised(style: str) -> None:
    """The content tells that a text is a list of references, also where a home page's reader finds rows in it."""
    found = recognition.recognise(STYLES[style], "cv.txt")
    assert found is not None
    assert found.name == "references"


@pytest.mark.parametrize(
    ("style", "venues"),
    [
        ("APA", ["Annual Review of Slow Mechanics", "Journal of River Science", "Journal of River History"]),
        ("Chicago", ["Annual Review of Slow Mechanics", "Journal of River Science", "Journal of River History"]),
        ("Vancouver", ["Annu Rev Slow Mech", "J River Sci", "J River Hist"]),
        ("Nature", ["Annu. Rev. Slow Mech.", "J. River Sci.", "J. River Hist."]),
    ],
)
def test_the_venue_ends_where_the_numbers_begin(style: str, venues: list[str]) -> None:
    """The venue is the journal's name alone, abbreviated or not."""
    assert [paper.venue for paper in read(STYLES[style]).papers] == venues


def test_identifiers_and_dates_are_taken() -> None:
    """A DOI is bare, a month is part of the date."""
    first, _, third = read(IEEE).papers
    assert (first.doi, third.doi) == ("10.1234/arsm.2023.045", "10.1234/jrh.2019.1")
    assert first.date == Date(2023, 3)


def test_each_paper_has_the_line_on_which_it_begins() -> None:
    """The lines are those of the source, also where references are wrapped."""
    assert read(CHICAGO).lines == (1, 3, 4)
    assert read(APA).lines == (3, 5, 7)


CV = """\
Ada Byron
Curriculum Vitae

I study flows and their duals, and I have done so since 2004, when I took my degree at the University of Somewhere.

Education
2004 PhD in Mathematics, University of Somewhere

Journal articles (* equal contribution)

1. Bell, C.*, & Byron, A.* (2021). On the shape of rivers. Journal of River Science, 88, 101–119.
2. Byron, A. (2019). Water and time. Journal of River History, 4(2), 1–30.
3. Byron, A., & Chan, K. (2018). Streams without end. Journal of River Science, 85, 11–19.

Submitted

4. Byron, A., & Chan, K. (2024). A note on puddles. Journal of River Science.

Page 1 of 2
"""


def test_what_is_no_reference_is_left_out_and_told() -> None:
    """The biography and the degree become no papers, and a warning says so with the line."""
    reading = read(CV)
    assert len(reading.papers) == 4
    told = {problem.line for problem in reading.problems if "left out" in problem.message}
    assert {1, 4} <= told
    assert all(problem.severity == "warning" for problem in reading.problems)


def test_headings_give_type_and_status() -> None:
    """What stands under "Submitted" is submitted, what stands under "Journal articles" is an article in a journal."""
    papers = read(CV).papers
    assert [paper.status for paper in papers] == ["", "", "", "submitted"]
    assert {paper.type for paper in papers[:3]} == {"article-journal"}


def test_marks_mean_what_the_legend_says() -> None:
    """A star behind a name is an equal contribution where the list says so."""
    first, second, *_ = read(CV).papers
    assert [name.equal for name in first.authors] == [True, True]
    assert [name.equal for name in second.authors] == [False]


def test_a_year_may_stand_in_the_heading_only() -> None:
    """References under a year have that year."""
    text = (
        "2021\n\n- C. Bell, A. Byron. On the shape of rivers. Journal of River Science, 88:101–119.\n\n"
        "2019\n\n- A. Byron. Water and time. Journal of River History, 4:1–30.\n"
    )
    assert [paper.date for paper in read(text).papers] == [Date(2021), Date(2019)]


def test_wrapped_lines_page_numbers_and_parted_words_are_mended() -> None:
    """A list copied from a PDF: hyphens at line ends go, a page number within a reference is none of its words."""
    text = """\
1. A. Byron, P. van der Berg, and C. D. Bell, “Dualities of slow flows and of sedi-
   ments: A survey,” Annual Review of Slow Mechanics, vol. 12, no. 3, pp. 45–67,
   2023.
2. C. D. Bell and A. Byron, “On the shape of rivers, of lakes, and of the seas
page 2
   between them,” Journal of River Science, vol. 88, pp. 101–119, 2021.
3. A. Byron, “Water and time in the mountains of the north,” Journal of River His-
   tory, vol. 4, no. 2, pp. 1–30, 2019.
"""
    papers = read(text).papers
    assert [paper.title for paper in papers] == [
        "Dualities of slow flows and of sediments: A survey",
        "On the shape of rivers, of lakes, and of the seas between them",
        "Water and time in the mountains of the north",
    ]
    assert papers[2].venue == "Journal of River History"


def test_links_awards_and_status_are_no_part_of_the_venue() -> None:
    """What stands behind a reference is told where it belongs."""
    text = """\
- **A. Byron**, C. Bell. *Types for Tides.* In ESOP 2023. **Distinguished Paper Award**. [[pdf](https://example.org/t.pdf)]
- **A. Byron**, K. Chan. *Verified Dams.* In POPL 2022 (to appear). [[code](https://example.org/code)]
- C. Bell, **A. Byron**. *Flow-Sensitive Flows.* In PLDI 2021, pages 100–115.
"""
    first, second, third = read(text).papers
    assert (first.venue, first.awards, dict(first.links)) == (
        "ESOP",
        ("Distinguished Paper Award",),
        {"pdf": "https://example.org/t.pdf"},
    )
    assert (second.status, dict(second.links)) == ("in press", {"code": "https://example.org/code"})
    assert third.pages == "100–115"


def test_et_al_is_no_author() -> None:
    """In whatever words: the list of authors is open."""
    text = """\
1. Byron A, Bell CD, et al. Dualities of slow flows. J River Sci. 2023;12:45-67.
2. Bell CD, Byron A, and others. On the shape of rivers. J River Sci. 2021;88:101-119.
3. Byron A, Chan K. Water and time. J River Hist. 2019;4:1-30.
"""
    papers = read(text).papers
    assert [paper.et_al for paper in papers] == [True, True, False]
    assert [len(paper.authors) for paper in papers] == [2, 2, 2]


def test_chinese_references_are_read() -> None:
    """The national standard GB/T 7714: names without spaces, a mark of the kind behind the title."""
    text = """\
[1] 张伟, 李娜, 王小明. 基于深度学习的河流识别方法[J]. 计算机学报, 2021, 44(3): 512-525.
[2] 李娜, 张伟. 水文知识图谱构建综述[J]. 软件学报, 2019, 30(8): 2301-2320.
"""
    first, second = read(text).papers
    assert [name.name for name in first.authors] == ["张伟", "李娜", "王小明"]
    assert (first.title, first.venue, first.volume, first.issue, first.pages) == (
        "基于深度学习的河流识别方法", "计算机学报", "44", "3", "512-525",
    )  # fmt: skip
    assert second.date == Date(2019)


def test_doubt_is_said_with_the_reference_as_printed() -> None:
    """A reference in a form of its own keeps its text in extra.printed, and a warning names its line."""
    text = APA + "\nByron A and others, Rivers; lakes, ponds: 2017, Collected Notes of a Summer, Somewhere\n"
    reading = read(text)
    doubtful = [paper for paper in reading.papers if paper.review]
    refused = [problem for problem in reading.problems if "left out" in problem.message]
    assert doubtful or refused
    assert all(paper.extra.get("printed") for paper in doubtful)
    assert not any(paper.review for paper in reading.papers[:3])


def test_a_paper_that_is_there_twice_is_taken_once() -> None:
    """The second is told with the line of the first."""
    reading = read(IEEE + IEEE.splitlines()[1].replace("[2]", "[4]") + "\n")
    assert len(reading.papers) == 3
    assert any("already on line 2" in problem.message for problem in reading.problems)


@pytest.mark.parametrize(
    "text",
    [
        "@article{byron2023, title = {On Rivers}, year = 2023}\n",
        "TY  - JOUR\nTI  - On Rivers\nPY  - 2023\nER  - \n",
        '[{"type": "article", "title": "On Rivers", "issued": {"date-parts": [[2023]]}}]',
        "A letter that I wrote in 2023. It has no references; it goes on about rivers, and about the weather.\n",
        "",
    ],
)
def test_other_texts_are_not_claimed(text: str) -> None:
    """Databases, letters and nothing are no lists of references."""
    assert not references.recognises(text)


def test_a_text_with_other_things_between_its_references_is_in_doubt_whole() -> None:
    """Where every third entry is none, what looks like a title may be the end of something else."""
    listed = "Byron, A., & Bell, C. ({0}). On {1}. Journal of Flows, {0}(3), 4–15."
    rows = [listed.format(2010 + n, subject) for n, subject in enumerate(("duality", "rivers", "winds", "tides"))]
    others = [
        "Bring the good boat and two coats",
        "Return of the coats, with the boat",
        "Bring back both coats, please",
    ]
    mixed = [line for pair in zip(rows, [*others, others[0]], strict=True) for line in pair]
    assert all(paper.review for paper in read("\n\n".join(mixed)).papers)
    assert not any(paper.review for paper in read("\n\n".join([*others, *rows])).papers)

# ruff: noqa: E501 - references stand as people print them: each on one line
"""Kinds of reference lists that were once misread: marks, labels, running heads, numbers, publishers, names."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.model.paper import Date, Paper


def papers_in(text: str) -> tuple[Paper, ...]:
    return references.read(text, source="cv.txt").papers


def titles_in(text: str) -> list[str]:
    return [paper.title for paper in papers_in(text)]


RIVERS = "Bell, C., & Byron, A. (2021). On the shape of rivers. Journal of River Science, 88, 101–119."
WATER = "Byron, A. (2019). Water and time. Journal of River History, 4(2), 1–30."
FLOWS = "Byron, A., & Bell, C. (2016). Dualities of slow flows. Annual Review of Slow Mechanics, 12(3), 45–67."
TITLES = ["On the shape of rivers", "Water and time", "Dualities of slow flows"]


@pytest.mark.parametrize(
    "text",
    [
        f"• \n{RIVERS}\n\n•\n{WATER}\n\n•   \n{FLOWS}\n",
        f"1\\. {RIVERS}\n\n2\\. {WATER}\n\n3\\. {FLOWS}\n",
        f"1. 4. {RIVERS}\n\n2. {WATER}\n\n3. [7] {FLOWS}\n",
        f"1. {RIVERS}\n{WATER}\n{FLOWS}\n",
    ],
    ids=["bullets on lines of their own", "escaped numbers", "numbers of another list behind these", "one number"],
)
def test_marks_of_lists_are_no_part_of_references(text: str) -> None:
    """Bullets and numbers tell where a reference begins, wherever copying has left them."""
    assert titles_in(text) == TITLES
    assert all(paper.authors for paper in papers_in(text))


def test_a_year_behind_a_bullet_is_the_year() -> None:
    """It is no number of the list."""
    text = """\
- 2021. C. Bell and A. Byron. On the shape of rivers. Journal of River Science, pp. 101–119.
- 2019. A. Byron. Water and time. Journal of River History, pp. 1–30.
- 2016. A. Byron and C. Bell. Dualities of slow flows. Annual Review of Slow Mechanics, pp. 45–67.
"""
    assert titles_in(text) == TITLES
    assert [paper.date for paper in papers_in(text)] == [Date(2021), Date(2019), Date(2016)]


def test_a_label_that_repeats_the_first_author_is_no_name() -> None:
    """What stands before the name, "Bell (2021):" for one: "Bell, C." is what citations in the text point at."""
    text = """\
Bell/Byron (2021): Bell, C./Byron, A.: On the shape of rivers, in: Journal of River Science, Vol. 88, 2021, pp. 101–119.

Byron (2019): Byron, A.: Water and time, in: Journal of River History, Vol. 4, 2019, pp. 1–30.

Byron/Bell (2016): Byron, A./Bell, C.: Dualities of slow flows, in: Annual Review of Slow Mechanics, Vol. 12, 2016, pp. 45–67.
"""
    assert titles_in(text) == TITLES
    assert [len(paper.authors) for paper in papers_in(text)] == [2, 1, 2]


def test_a_running_head_that_comes_once_parts_nothing() -> None:
    """The title of a CV with a page's number is left out; what follows is still a list of references."""
    text = f"1. {RIVERS}\n2. {WATER}\n\nCurriculum Vitae – 1\n\n3. {FLOWS}\n"
    assert titles_in(text) == TITLES


def test_last_lines_that_differ_in_numbers_alone_are_no_running_heads() -> None:
    """A line such as "Mathematics, 121, 149–169." ends a reference, though another ends nearly so."""
    text = """\
Byron, A., Bell, C. & Okafor, K. (2017). The rivers of the north and of the south in
   one model of slow flows, with a survey of what is known. Journal of Numerical
   Mathematics, 25, 137–146.

Bell, C. & Byron, A. (2016). An adaptive method for all the rivers of the south, and
   for some of the others, with a proof that it ends. Applied Numerical
   Mathematics, 121, 149–169.

Okafor, K., Byron, A. & Bell, C. (2015). A survey of all that is known of slow flows,
   with a list of open problems that are worth a student's time. Numerical
   Mathematics, 12, 201–269.
"""
    assert [(paper.volume, paper.pages) for paper in papers_in(text)] == [
        ("25", "137–146"),
        ("121", "149–169"),
        ("12", "201–269"),
    ]


@pytest.mark.parametrize(
    ("where", "volume", "issue", "pages"),
    [
        ("Journal of River Science. 88, 4 (Apr. 2021), 101–119.", "88", "4", "101–119"),
        ("Journal of River Science. 88.101–119 (2021).", "88", "", "101–119"),
        ("Journal of River Science, vol. 88, 2021, 104567.", "88", "", "104567"),
        ("Journal of River Science, 2021, e7649.", "", "", "e7649"),
        ("Journal of River Science, årg. 88, nr. 4, s. 101–119, 2021.", "88", "4", "101–119"),
    ],
)
def test_numbers_are_what_their_order_says(where: str, volume: str, issue: str, pages: str) -> None:
    """Volume, issue and pages, whatever stands between them."""
    text = f"{RIVERS}\n\nByron, A. and Bell, C. Dualities of slow flows. {where}\n\n{WATER}\n"
    paper = next(paper for paper in papers_in(text) if paper.title == "Dualities of slow flows")
    assert (paper.volume, paper.issue, paper.pages) == (volume, issue, pages)
    assert paper.venue == "Journal of River Science"


def test_a_volume_in_the_italics_of_the_venue_is_the_volume() -> None:
    """Some styles set both in italics."""
    text = """\
1. Bell, C. & Byron, A. 2021: On the shape of rivers. *Journal of River Science 88*, 101–119.
2. Byron, A. 2019: Water and time. *Journal of River History 4*, 1–30.
3. Byron, A. & Bell, C. 2016: Dualities of slow flows. *Annual Review of Slow Mechanics 12*, 45–67.
"""
    read = [(paper.venue, paper.volume) for paper in papers_in(text)]
    assert read[:2] == [("Journal of River Science", "88"), ("Journal of River History", "4")]


def test_the_publisher_behind_a_venue_is_no_part_of_it() -> None:
    """Neither is the publisher's place."""
    text = """\
[1] C. Bell, A. Byron, On the shape of rivers, in: Handbook of River Science, Cambridge University Press, London, 2021, pp. 101–119.
[2] A. Byron, Water and time, in: Essays on River History, MIT Press, Cambridge, MA, 2019, pp. 1–30.
[3] A. Byron, C. Bell, Dualities of slow flows, in: Handbook of Slow Mechanics, Oxford University Press, Oxford, 2016, pp. 45–67.
"""
    assert [paper.venue for paper in papers_in(text)] == [
        "Handbook of River Science",
        "Essays on River History",
        "Handbook of Slow Mechanics",
    ]


def test_names_with_apostrophes_and_hyphens_are_names() -> None:
    """A particle before a curly apostrophe, and initials with a hyphen and one stop."""
    text = """\
Bell C, dell’Acqua K, Byron A. On the shape of rivers. J River Sci. 2021;88:101-119.

Byron A, O’Hara U. Water and time. J River Hist. 2019;4(2):1-30.

dell’Acqua K, Bell C. Dualities of slow flows. Annu Rev Slow Mech. 2016;12(3):45-67.
"""
    assert titles_in(text) == TITLES
    assert [len(paper.authors) for paper in papers_in(text)] == [3, 2, 2]
    hyphened = "J-P. V. Pelletier and A. Byron. Water and time. Journal of River History, pp. 1–30, 2019.\n\n"
    plain = "C. Bell and A. Byron. On the shape of rivers. Journal of River Science, pp. 101–119, 2021.\n"
    assert len(papers_in(hyphened + plain)[0].authors) == 2


def test_the_month_in_the_brackets_of_the_year_is_the_month() -> None:
    """The brackets hold both, and the title begins behind them."""
    read = papers_in(f"{RIVERS}\n\n{WATER}\n\nByron, A. (2016, September). Dualities of slow flows. Slow Press.\n")
    assert (read[2].title, read[2].date) == ("Dualities of slow flows", Date(2016, 9))


def test_the_year_of_a_thesis_may_follow_its_title() -> None:
    """Where no other year is printed, the one that ends the title is its date."""
    text = """\
3. BELL, C.; BYRON, A. On the shape of rivers. Journal of River Science, v. 88, p. 101–119, 2021.
2. BYRON, A. Water and time. Journal of River History, v. 4, p. 1–30, 2019.
1. BYRON, A. Dualities of slow flows and of fast ones, 2016. PhD thesis, University of Somewhere.
"""
    thesis = papers_in(text)[2]
    assert (thesis.title, thesis.date) == ("Dualities of slow flows and of fast ones", Date(2016))


def test_a_year_that_ends_a_wrapped_reference_is_no_heading() -> None:
    """A heading has nothing before it that goes on; what follows keeps its own year."""
    text = """\
1. C. Bell and A. Byron. On the shape of rivers. Journal of River Science, 88, pp. 101–119,
2021.
2. A. Byron. Water and time, and what they have in common. Journal of River History, 4,
pp. 1–30, 2019.
3. A. Byron and C. Bell. Dualities of slow flows. Annual Review of Slow Mechanics, 45–67,
2016.
"""
    assert [paper.date for paper in papers_in(text)] == [Date(2021), Date(2019), Date(2016)]


@pytest.mark.parametrize(
    "form",
    [
        "{title}. By {authors}. {venue}, {year}.",
        "{title} with {authors}. {venue}, {year}.",
        "“{title}” with {authors}. {venue} ({year}).",
        "{authors}. {title} ({venue}, {year})",
    ],
)
def test_irregular_joints(form: str) -> None:
    """Authors may be led up to by "by" or "with", and the venue may stand in brackets with its year."""
    rows = (
        ("On the shape of rivers", "C. Bell and A. Byron", "Journal of River Science", "2021"),
        ("Water and time", "A. Byron", "Annals of River History", "2019"),
        ("Slow flows in wide valleys", "A. Byron, C. Bell and O. Ivanova", "Journal of River Science", "2022"),
    )
    keys = ("title", "authors", "venue", "year")
    text = "\n\n".join(form.format(**dict(zip(keys, row, strict=True))) for row in rows) + "\n"
    papers = references.read(text, source="cv.txt").papers
    assert [(paper.title, len(paper.authors), paper.venue, str(paper.date)) for paper in papers] == [
        (title, authors.count("."), venue, year) for title, authors, venue, year in rows
    ]


def test_a_month_and_a_year_lead_up_to_the_venue() -> None:
    """Of "July 2021; In: Journal" the parts are a date and a venue, as research portals print them."""
    text = """\\
- Bell, Charles; Byron, Ada / On the shape of rivers. July 2021; In: Journal of River Science. Vol. 88, No. 1, pp. 101-119
- Byron, Ada; Ivanova, Olga / Water and time. May 2019; In: Annals of River History. Vol. 4, No. 2, pp. 1-30
"""
    papers = references.read(text, source="cv.txt").papers
    assert [(paper.title, paper.venue, str(paper.date)) for paper in papers] == [
        ("On the shape of rivers", "Journal of River Science", "2021-07"),
        ("Water and time", "Annals of River History", "2019-05"),
    ]


def test_co_authors_who_come_last_in_brackets() -> None:
    """What stands in brackets behind the venue (With Charles Bell and Olga Ivanova.) names all the authors that are printed."""
    text = """\\
- On the shape of rivers, *Journal of River Science*, Vol. 88, May 2021. (With Charles Bell, Sven Brun, and Olga Ivanova.)
- Water and time, *Annals of River History*, Vol. 4, October 2019, pp. 1-30. (With Charles Bell and Sven Brun.)
"""
    papers = references.read(text, source="cv.txt").papers
    assert [(paper.title, len(paper.authors)) for paper in papers] == [
        ("On the shape of rivers", 3),
        ("Water and time", 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[1] A. Byron, "Slow flows," Journal of Ice, vol. 5, no. 1, pp. 1–28, 2021.\n'
        '[2] C. Bell, "The lives of flows," in Flows: A primer, A. Byron and O. Ivanova, Eds. Turku: Institute of Ice,'
        " 2011, pp. 78–93.\n",
        "1. Byron A. Slow flows. J Ice. 2021;5(1):1-28.\n"
        "2. Bell C. The lives of flows. In: Byron A, Ivanova O, editors. Flows: A primer. Turku: Institute of Ice; 2011."
        " p. 78–93.\n",
        "1. Byron A. Slow flows. J Ice. 2021;5(1):1-28.\n"
        "2. Bell C. The lives of flows. In: Byron A, Ivanova O, editors. Flows: A primer. 2nd ed. Turku: Institute of Ice;"
        " 2011. p. 78–93.\n",
    ],
)
def test_a_chapter_of_a_book_with_editors(text: str) -> None:
    """Its venue is the book alone: editors before or behind it, place, publisher and edition have fields of their own."""
    paper = references.read(text, source="cv.txt").papers[1]
    assert (paper.title, paper.type, paper.venue, paper.volume) == (
        "The lives of flows",
        "chapter",
        "Flows: A primer",
        "",
    )
    assert [str(name) for name in paper.editors] in (["A. Byron", "O. Ivanova"], ["A Byron", "O Ivanova"])
    assert (paper.place, paper.publisher, paper.pages) == ("Turku", "Institute of Ice", "78–93")


def test_the_article_of_a_title_is_no_given_name() -> None:
    """Of "BELL, Charles B. La vie" the title begins at "La"."""
    text = """BELL, Charles B., BYRON, Ada. Le travail de la glace. Revue d'hiver, 2021, vol. 5, p. 1-28.
BELL, Charles B. La vie des fleuves. Revue d'hiver, 2011, vol. 6, p. 78-93.
"""
    paper = references.read(text, source="cv.txt").papers[1]
    assert ([str(name) for name in paper.authors], paper.title) == (["Charles B. BELL"], "La vie des fleuves")


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
    assert all(paper.review for paper in papers_in("\n\n".join(mixed)))
    assert not any(paper.review for paper in papers_in("\n\n".join([*others, *rows])))

"""Lists of one person that name the coauthors only: the site's settings or the top of the list say whose it is."""

from __future__ import annotations

import pytest

from publist.formats import references
from tests.conftest import Site

_LIST = """\
{head}
## Publications

* On the shape of rivers (with Charles Bell), *Journal of River Science*, Vol. 88, No. 2, May 2021, pp. 101–119
* Rain over old glaciers (joint with Olga Ivanova and C. Bell), *Journal of Moss*, Vol. 12, 2019, pp. 45–67
* The weight of rain, *Journal of Rain*, Vol. 3, No. 1, 2018, pp. 33–49
* Water and time in old river towns (with Mary Okafor), *Journal of River History*, Vol. 4, 2016, pp. 1–30
"""
AUTHORS = [["Charles Bell"], ["Olga Ivanova", "C. Bell"], [], ["Mary Okafor"]]
TITLES = ["On the shape of rivers", "Rain over old glaciers", "The weight of rain", "Water and time in old river towns"]


def authors(text: str, owner: str = "") -> list[list[str]]:
    """The authors of each paper."""
    papers = references.read(text, source="cv.md", owner=owner).papers
    assert [paper.title for paper in papers] == TITLES
    return [[name.name for name in paper.authors] for paper in papers]


@pytest.mark.parametrize(
    "head",
    ["# Ada Byron\n", "Ada Byron\n", "**Ada Byron**\nUniversity of Ice\n", "# Curriculum vitae of Ada Byron\n",
     "# Ada Byron's publications\n", "# ADA BYRON, Ph.D.\n", "# Publications – Ada Byron\n"],
)  # fmt: skip
def test_the_name_at_the_top_is_the_first_author(head: str) -> None:
    """A newcomer's list says at its top whose it is: no paper comes in without them, and none is in doubt for it."""
    text = _LIST.format(head=head)
    assert authors(text) == [["Ada Byron", *others] for others in AUTHORS]
    papers = references.read(text, source="cv.md").papers
    assert not any("authors" in paper.review for paper in papers)


@pytest.mark.parametrize("head", ["# Department of Ice\n", "# Moss and Rain\n", "# Selected Papers\n", "\n"])
def test_without_a_name_the_authors_are_in_doubt(head: str) -> None:
    """What stands above a list is not always a name."""
    text = _LIST.format(head=head)
    assert authors(text) == AUTHORS
    assert all("authors" in paper.review for paper in references.read(text, source="cv.md").papers)


def test_the_owner_that_is_given_counts_more_than_the_top() -> None:
    """The settings of a site are its owner's own."""
    assert authors(_LIST.format(head="# Ada Byron\n"), "Ada M. Byron")[0] == ["Ada M. Byron", "Charles Bell"]


def test_an_owner_who_is_named_is_named_once() -> None:
    """A list that prints all its authors has nobody to add, even where some stand behind "with"."""
    text = _LIST.replace("(with ", "(with A. Byron, ").replace("(joint with ", "(with A. Byron, ")
    papers = references.read(text.format(head="# Ada Byron\n"), source="cv.md").papers
    assert [name.name for name in papers[0].authors] == ["A. Byron", "Charles Bell"]


@pytest.mark.parametrize(
    "command",
    [r"\author{Ada Byron}", r"\name{Ada}{Byron}", r"\def\name{Ada Byr\'{o}n}",
     r"\firstname{Ada}\familyname{Byron}", r"\newcommand{\myname}{Ada Byron}"],
)  # fmt: skip
def test_commands_of_latex_say_whose_list_it_is(command: str) -> None:
    """So does the author of a document, and the name of a class for CVs."""
    items = [line.replace("* ", r"\item ", 1) for line in _LIST.format(head="").splitlines() if line.startswith("* ")]
    source = (
        rf"\documentclass{{article}}{command}\begin{{document}}\section{{Publications}}"
        "\n" + "\n".join(items).replace("*", "") + r"\end{document}"
    )
    papers = references.read(source, source="cv.tex").papers
    assert all(str(paper.authors[0]).startswith("Ada Byr") for paper in papers)
    assert len(papers) == len(TITLES)


def test_the_site_says_whose_list_it_is(site: Site) -> None:
    """The import takes the owner of the settings."""
    site.write({"content/site.yaml": "owner: Ada Byron\n", "cv.md": _LIST.format(head="")})
    assert site.run("import", "cv.md").returncode == 0
    papers = [path.read_text(encoding="utf-8") for path in sorted((site.folder / "content/papers").glob("*.md"))]
    assert len(papers) == len(TITLES)
    assert all("Ada Byron" in text for text in papers)


_APART = r"""\documentclass{article}\author{Ada Byron}\begin{document}
\section*{Publications}
``On the shape of rivers''

with C. Bell, \textit{Journal of River Science}, 2021, 88(2), 101--119

``Rain over old glaciers''

with O. Ivanova and C. Bell, \textit{Journal of Moss}, 2019, 12(4), 45--67

``Water and time in old river towns''

with M. Okafor, \textit{Journal of River History}, 2016, 4(1), 1--30
\end{document}
"""


def test_coauthors_in_a_paragraph_of_their_own_belong_to_the_title_above() -> None:
    """No title is lost for the blank line behind it."""
    papers = references.read(_APART, source="cv.tex").papers
    assert [paper.title for paper in papers] == [TITLES[0], TITLES[1], TITLES[3]]
    assert [[name.name for name in paper.authors] for paper in papers] == [
        ["Ada Byron", "C. Bell"],
        ["Ada Byron", "O. Ivanova", "C. Bell"],
        ["Ada Byron", "M. Okafor"],
    ]


def test_published_and_accepted_papers_are_not_all_to_come() -> None:
    """A heading over both says nothing of each."""
    text = _LIST.format(head="# Ada Byron\n").replace("## Publications", "## Published and accepted papers")
    assert not any(paper.status for paper in references.read(text, source="cv.md").papers)


_HEADINGS = """\
# Ada Byron
## Papers
### Slow rivers
with Charles Bell
*Journal of River Science*, May 2021

### Rain over old glaciers and the moss that waits for it
with Olga Ivanova and Charles Bell
*Journal of Moss*, 2019

### The weight of rain and of those who carry it home
with Mary Okafor
*Journal of Rain*, 2018

### Water and time in old river towns of the north
with Mary Okafor
*Journal of River History*, 2016
"""


def test_a_short_title_among_headings_that_are_titles_is_one() -> None:
    """The paper is not read without its title."""
    papers = references.read(_HEADINGS, source="cv.md").papers
    assert [paper.title for paper in papers][:2] == [
        "Slow rivers",
        "Rain over old glaciers and the moss that waits for it",
    ]
    assert [paper.venue for paper in papers][:2] == ["Journal of River Science", "Journal of Moss"]

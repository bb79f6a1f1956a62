"""One person's initials are set in many ways; what joins them keeps what the author wrote, and joins nobody else."""

from __future__ import annotations

import pytest

from publist.library.people import fold, identify
from publist.model.paper import Name
from tests.conftest import Site


@pytest.mark.parametrize(
    "spellings",
    [
        ["P Lindqvist", "P. Lindqvist"],
        ["PJ Lindqvist", "P.J. Lindqvist", "P. J. Lindqvist", "P.-J. Lindqvist", "P J Lindqvist", "P.J Lindqvist"],
        ["Ann B Lee", "Ann B. Lee"],
        ["É. Dubois", "É Dubois"],
        ["L. van der Berg", "L van der Berg"],
    ],
)
def test_initials_with_and_without_full_stops_are_one_person(spellings: list[str]) -> None:
    """Vancouver has `PJ Lindqvist`, APA `P. J. Lindqvist`: one person with one page."""
    assert len({fold(spelling) for spelling in spellings}) == 1
    found = identify([(str(at), (Name(name),)) for at, name in enumerate(spellings)], (), "")
    assert len({person.path for person in found.refs.values()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. O. Smith", "Jo Smith"), ("L. I. Wei", "Li Wei"), ("P. Lindqvist", "Per Lindqvist"),
        ("A. Lee", "A. B. Lee"), ("Ann B. Lee", "A. B. Lee"), ("M. Ali", "Ma Li"), ("J. Lee", "J. Leer"),
    ],
)  # fmt: skip
def test_initials_are_no_names(one: str, other: str) -> None:
    """Whether two are one person where only one has a given name, or fewer initials, is asked and not assumed."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), [("LI Wei", "Li Wei"), ("ANN LEE", "Ann Lee"), ("ED LEE", "Ed Lee")])
def test_names_in_capitals_stay_those_of_their_people(one: str, other: str) -> None:
    """A family name or a whole name in capitals is no row of initials."""
    assert fold(one) == fold(other)


def test_each_paper_keeps_the_name_that_its_author_wrote(site: Site) -> None:
    """One page for the person, and on each paper the initials as printed."""
    site.write(
        {
            "content/site.yaml": "title: P\n",
            "content/papers/a.md": "---\ntitle: On ice\nauthors: [PJ Lindqvist]\ndate: 2020\n---\n",
            "content/papers/b.md": "---\ntitle: On snow\nauthors: [P.-J. Lindqvist]\ndate: 2021\n---\n",
        }
    )
    assert site.run("build").returncode == 0
    people = [path for path in site.snapshot() if path.startswith("people/") and path.count("/") == 2]
    assert len(people) == 1
    assert "PJ Lindqvist" in site.page("papers/a/index.html")
    assert "P.-J. Lindqvist" in site.page("papers/b/index.html")

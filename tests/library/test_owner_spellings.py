"""The owner of a list is who its initials mean, as on a pasted Scholar profile, unless something speaks for another."""

from __future__ import annotations

import pytest

from publist.content.people_file import Person
from publist.library.owner_spellings import owner_in_full
from publist.model.paper import Name
from tests.conftest import Site

PROFILE = """\
Elena Novak
Professor of Acoustics, Example University
Verified email at example.edu - Homepage
Title
Cited by
Year
Listening in the dark
E Novak, J Smith
Journal of Hearing 12 (3), 45-67, 2020
94	2020
Hearing with two ears
J Smith, E Novak
Journal of Hearing 11 (1), 5-17, 2019
40	2019
Ears of bats
E Novak
Bat Letters 3, 1-4, 2018
12	2018
"""


def bylines(*papers: str) -> list[tuple[str, tuple[Name, ...]]]:
    return [(str(at), tuple(Name(name) for name in paper.split(", "))) for at, paper in enumerate(papers)]


@pytest.mark.parametrize(
    ("papers", "aliases"),
    [
        (("E Novak, J Smith", "J Smith, E. Novak", "E Novak"), ("E Novak", "E. Novak")),
        (("EM Novak", "Elena Novak", "E Novak"), ("E Novak", "EM Novak")),
        (("E Novak", "A Lee"), ("E Novak",)),
        (("Elena Novak", "A Lee"), ()),
        (("E Novak", "A Lee", "B Roe"), ()),  # of less than half of the papers
        (("E Novak", "Eva Novak"), ()),  # whose initials are also another's
        (("E Novak, Elena Novak", "E Novak"), ()),  # two on one paper
        (("EM Novak", "EK Novak"), ()),
        (("E Nowak", "E Novakova"), ()),
    ],
)
def test_initials_mean_the_owner(papers: tuple[str, ...], aliases: tuple[str, ...]) -> None:
    """If most papers have them, nobody else fits, and no paper has two."""
    found = owner_in_full(bylines(*papers), (), "Elena Novak")
    assert (found.aliases if found else ()) == aliases


@pytest.mark.parametrize("owner", ["E Novak", "Novak", "", "The Novak Group"])
def test_an_owner_without_a_full_name_is_as_printed(owner: str) -> None:
    """There is nothing that initials could stand for."""
    assert owner_in_full(bylines("E Novak", "E Novak"), (), owner) is None


def test_who_is_described_is_left_as_described() -> None:
    """people.yaml says whose the spellings are."""
    papers = bylines("E Novak", "E Novak")
    assert owner_in_full(papers, (Person("Elena Novak"),), "Elena Novak") is None
    assert owner_in_full(papers, (Person("Ada Lovelace", owner=True),), "Elena Novak") is None


def test_from_a_pasted_profile_to_the_owners_page(site: Site) -> None:
    """The import proposes the name at the head of the profile; with it the owner is set apart, and has one page."""
    site.write({"content/site.yaml": "title: Papers\nsearch: false\n", "profile.txt": PROFILE})
    said = site.run("import", "profile.txt").stdout
    assert "if this is their list, write: owner: Elena Novak" in said
    site.write({"content/site.yaml": "title: Papers\nowner: Elena Novak\nsearch: false\n"})
    site.build()
    assert "<h1>Elena Novak</h1>" in site.page("people/elena-novak/index.html")
    assert not (site.output / "people/e-novak").exists()
    assert "E Novak" in site.page("papers/ears-of-bats/index.html")
    assert "is an author of no paper" not in site.run("check").stdout


def test_a_full_name_among_the_papers_wins(site: Site) -> None:
    """Also where more papers have its initials."""
    paper = "---\ntitle: On ice {n}\nauthors: [{name}]\ndate: 2020\n---\n"
    names = ["E Novak", "E Novak", "Elena Novak"]
    papers = {f"content/papers/p{n}.md": paper.format(n=n, name=name) for n, name in enumerate(names)}
    site.write({"content/site.yaml": "title: Papers\n", **papers})
    assert "Elena Novak is an author of 3 of 3 papers" in site.run("check").stdout

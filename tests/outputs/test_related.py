"""Papers near a paper, and when its page is made again for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.outputs.pages.related import about
from tests.build.test_engine import clean_build
from tests.conftest import Site, paper


@pytest.fixture
def topic(site: Site) -> Site:
    """Ten papers on one topic by the same people: near each is the one of its time whose name comes first."""
    site.write({"content/site.yaml": "title: Papers\nrelated: 1\nsearch: false\n"})
    site.write({f"content/papers/p{number}.md": paper(f"Paper {number}") for number in range(10)})
    site.build()
    return site


def test_a_page_is_left_as_it_is_where_what_it_shows_of_others_stands(topic: Site, tmp_path: Path) -> None:
    """Another title of a paper that a page does not show changes nothing there."""
    topic.write({"content/papers/p5.md": paper("Paper 5, again")})
    assert "nothing that it is made of has changed" in topic.build("--explain", "papers/p8/")
    assert topic.snapshot() == clean_build(topic, tmp_path / "clean")


def test_a_page_is_made_again_where_a_paper_that_it_shows_has_changed(topic: Site, tmp_path: Path) -> None:
    """A page that names another paper has its new title."""
    topic.write({"content/papers/p2.md": paper("Paper 2, again")})
    assert "what it shows has changed" in topic.build("--explain", "papers/p8/")
    assert "Paper 2, again" in topic.page("papers/p8/index.html")
    assert topic.snapshot() == clean_build(topic, tmp_path / "clean")


def test_a_page_is_made_again_where_another_paper_is_nearer_now(topic: Site, tmp_path: Path) -> None:
    """A new paper of the same time, whose name comes first."""
    topic.write({"content/papers/a.md": paper("Paper 7 and another")})
    topic.build()
    assert "Paper 7 and another" in topic.page("papers/p8/index.html")
    assert topic.snapshot() == clean_build(topic, tmp_path / "clean")


def test_lengths_of_lists_are_told_roughly() -> None:
    """Exactly up to eight; of longer lists three binary digits, at most a fifth too few."""
    assert [about(papers) for papers in range(9)] == list(range(9))
    assert (about(9), about(95), about(127), about(750)) == (8, 80, 112, 640)
    assert all(0 <= papers - about(papers) < papers / 5 for papers in range(1, 3000))
